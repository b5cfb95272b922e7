/** What the runs of a comparison are called. */
import type { Intervention } from '../engine/intervention.ts';
import type { CompareWords } from '../i18n/compare/types.ts';
import { timeWords } from '../i18n/time/index.ts';
import type { Words } from '../i18n/Words.tsx';
import type { Branch, Branches } from '../player/branches.ts';
import { describeAction } from '../player/describeAction.ts';
import { describeSettingChange } from '../player/describeSetting.ts';
import type { StartSetting } from '../player/link/startSettings.ts';
import { ownActions } from '../time/ownActions.ts';
import { tellOwn, tellOwnInFull } from '../time/runWords.ts';
import { keyOfDone } from '../timeline/parting.ts';
import { type Comparison, MOST_RUNS, type Variant } from './core/comparison.ts';
import type { ReadyId } from './core/ready/index.ts';

/** A name that a ready comparison gives, or one that the visitor gave; null for one made of what is different. */
export type NameOf = { ready: ReadyId; run: number } | { given: string } | null;

/** The one that is shown and as many others as there is room for, in the order and with the numbers of their list. */
export function branchesToCompare({ list, current }: Branches): Branch[] {
  const others = list.filter(({ id }) => id !== current).slice(0, MOST_RUNS - 1);
  return list.filter((branch) => branch.id === current || others.includes(branch));
}

/** The name of a branch, which may have none. */
export const nameGiven = (name: string): NameOf => (name === '' ? null : { given: name });

/** A run as it is called: by its number, and by what it is. */
export interface RunTitle {
  number: number;
  name: string;
  /** The same as it is read out: in whole words, where signs stand for them in the name. */
  told: string;
}

/** A run as it is called where it is read out. */
export const told = (title: RunTitle): { number: number; name: string } => ({
  number: title.number,
  name: title.told,
});

type Language = Pick<Words, 't' | 'f' | 'settings' | 'locale'>;

/** More differences are not told one by one. */
const MOST_TOLD = 2;

/**
 * What each run of a comparison is called. Runs that differ in what was done alone are ways that one run went, and are called
 * as the list of those calls them.
 */
export function runNames(
  language: Language,
  words: CompareWords,
  given: readonly NameOf[],
  { base, variants }: Comparison,
): Omit<RunTitle, 'number'>[] {
  const ways = [
    base.interventions,
    ...variants.map(({ interventions }) => interventions ?? base.interventions),
  ];
  const own = areWays(variants) ? ownActions(ways) : null;
  return ways.map((_, run) => {
    const nameOf = given[run] ?? null;
    if (own !== null && nameOf === null) {
      const name = tellOwn(language, own, run);
      return { name, told: tellOwnInFull(language, own[run]) || name };
    }
    const variant = run === 0 ? null : variants[run - 1];
    const name = runName(language, words, nameOf, variant, base.interventions);
    return { name, told: name };
  });
}

/** Is it what was done that makes the runs differ, and nothing else? */
export const areWays = (variants: readonly Variant[]): boolean =>
  variants.every(({ scenario, changes }) => scenario === null && changes.length === 0) &&
  variants.some(({ interventions }) => interventions !== null);

/** @param variant null for what the others are compared with */
function runName(
  language: Language,
  words: CompareWords,
  given: NameOf,
  variant: Variant | null,
  base: readonly Intervention[],
): string {
  if (given !== null) return 'given' in given ? given.given : words.ready[given.ready].runs[given.run];
  if (variant === null) return words.asItIs;
  const parts = [
    ...(variant.scenario === null ? [] : [language.t.scenario[variant.scenario]]),
    ...variant.changes.map((change) => changeName(language, change)),
    ...(variant.interventions === null ? [] : [doneName(language, words, base, variant.interventions)]),
  ];
  return parts.length === 0 ? words.asItIs : parts.join(', ');
}

/** What was done in one run and not in the other, if it can be said shortly. */
function doneName(
  language: Language,
  words: CompareWords,
  base: readonly Intervention[],
  own: readonly Intervention[],
): string {
  const missing = (from: readonly Intervention[], list: readonly Intervention[]) => {
    const there = new Set(list.map(keyOfDone));
    return from.filter((x) => !there.has(keyOfDone(x)));
  };
  const [without, besides] = [missing(base, own), missing(own, base)];
  if (without.length + besides.length > MOST_TOLD) return words.ownActions;
  const tell = (action: Intervention) => describeAction(language, timeWords[language.locale], action);
  return [
    ...without.map((action) => words.without({ what: tell(action) })),
    ...besides.map((action) => words.besides({ what: tell(action) })),
  ].join(', ');
}

function changeName({ t, f, settings }: Language, { enginePath, value }: StartSetting): string {
  if (enginePath === 'sessions.strategy') return nameIn(t.strategy, value);
  if (enginePath === 'balancer.policy') return nameIn(t.policy, value);
  const told = describeSettingChange({ f, settings }, enginePath, value);
  return `${told.name}: ${told.value}`;
}

function nameIn(group: object, id: unknown): string {
  const words = (group as Readonly<Record<string, { name?: string } | undefined>>)[String(id)];
  return words?.name ?? String(id);
}
