/**
 * The fields of a scenario as data: what each may hold. Files are checked, written and described by these
 * descriptions, and links and the page's controls take their kinds and limits from them.
 *
 * A field of a duration is called `restart` in a file and `restartMs` in the engine; all other names are
 * the same in both.
 */
import type { Distribution } from '../../engine/random/distributions.ts';
import { LONGEST_MS } from '../limits.ts';

/** Milliseconds in the engine. Both ends of every range belong to it. */
export interface DurationField {
  kind: 'duration';
  leastMs: number;
  mostMs: number;
  /** null means something of its own, such as "never". */
  orNull: boolean;
}

/** A duration drawn by chance. */
export interface DistributionField {
  kind: 'distribution';
  leastMeanMs: number;
}

export interface NumberField {
  kind: 'whole' | 'decimal';
  least: number;
  most: number;
  orNull: boolean;
}

/** One of a few words. */
export interface ChoiceField {
  kind: 'choice';
  choices: readonly string[];
  orNull: boolean;
}

export interface YesOrNoField {
  kind: 'yes-or-no';
}

/** Fields with a name in common. */
export interface GroupField {
  kind: 'group';
  fields: Readonly<Record<string, Field>>;
}

/** What a server is called. */
export interface AddressField {
  kind: 'address';
}

/** Several of the same group, or several addresses. */
export interface ListField {
  kind: 'list';
  item: GroupField | AddressField;
  most: number;
  /** What the fields of an item are when they are left out; `partial` when they then stay undefined. */
  initial: Readonly<Record<string, unknown>> | 'partial';
  orNull: boolean;
}

export type SingleField = DurationField | DistributionField | NumberField | ChoiceField | YesOrNoField;
export type Field = SingleField | GroupField | ListField;

export const duration = (leastMs = 0, mostMs = LONGEST_MS): DurationField => ({
  kind: 'duration',
  leastMs,
  mostMs,
  orNull: false,
});

export const distribution = (leastMeanMs = 0): DistributionField => ({ kind: 'distribution', leastMeanMs });

export const whole = (least: number, most: number): NumberField => ({
  kind: 'whole',
  least,
  most,
  orNull: false,
});

export const decimal = (least: number, most: number): NumberField => ({
  kind: 'decimal',
  least,
  most,
  orNull: false,
});

/** The same field, where null means something of its own. */
export const orNull = <F extends DurationField | NumberField | ChoiceField | ListField>(field: F): F => ({
  ...field,
  orNull: true,
});

export const choice = (choices: readonly string[]): ChoiceField => ({
  kind: 'choice',
  choices,
  orNull: false,
});

export const yesOrNo = (): YesOrNoField => ({ kind: 'yes-or-no' });

export const group = <const Fields extends Readonly<Record<string, Field>>>(
  fields: Fields,
): { kind: 'group'; fields: Fields } => ({ kind: 'group', fields });

export const address = (): AddressField => ({ kind: 'address' });

export const list = (item: ListField['item'], most: number, initial: ListField['initial']): ListField => ({
  kind: 'list',
  item,
  most,
  initial,
  orNull: false,
});

/** What a field of the engine is called in a file. */
export type FileName<Name extends string> = Name extends `${infer Short}Ms` ? Short : Name;

/** One description for every field of an engine type; a missing or an extra one is a compile error. */
export type FieldsOf<Settings> = {
  readonly [Name in keyof Settings & string as FileName<Name>]-?: Settings[Name] extends Distribution
    ? DistributionField
    : NonNullable<Settings[Name]> extends readonly unknown[]
      ? ListField
      : Settings[Name] extends object
        ? { kind: 'group'; fields: FieldsOf<Settings[Name]> }
        : SingleField;
};

/** What a field is called in the engine. */
export const engineName = (name: string, field: Field): string =>
  field.kind === 'duration' ? `${name}Ms` : name;
