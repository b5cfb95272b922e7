/** What the runs of a comparison are called. */
import type { Intervention } from '../engine/intervention.ts';
import type { CompareWords } from '../i18n/compare/types.ts';
import { timeWords } from '../i18n/time/index.ts';
import type { Words } from '../i18n/Words.tsx';
import { describeAction } from '../player/describeAction.ts';
import { describeSettingChange } from '../player/describeSetting.ts';
import type { StartSetting } from '../player/link/startSettings.ts';
import type { Variant } from './core/comparison.ts';
import type { ReadyId } from './core/ready/index.ts';

/** A name that a ready comparison gives, or one that the visitor gave; null for one made of what is different. */
export type NameOf = { ready: ReadyId; run: number } | { given: string } | null;

/** The name of a branch, which may have none. */
export const nameGiven = (name: string): NameOf => (name === '' ? null : { given: name });

type Language = Pick<Words, 't' | 'f' | 'settings' | 'locale'>;

/** More differences are not told one by one. */
const MOST_TOLD = 2;

/** @param variant null for what the others are compared with */
export function runName(
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
    const there = new Set(list.map((x) => JSON.stringify(x)));
    return from.filter((x) => !there.has(JSON.stringify(x)));
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
