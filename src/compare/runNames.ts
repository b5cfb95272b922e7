/** What the runs of a comparison are called. */
import type { CompareWords } from '../i18n/compare/types.ts';
import type { Words } from '../i18n/Words.tsx';
import { describeSettingChange } from '../player/describeSetting.ts';
import type { StartSetting } from '../player/link/startSettings.ts';
import type { Variant } from './core/comparison.ts';
import type { ReadyId } from './core/ready/index.ts';

/** A name that a ready comparison gives, or null for one made of what is different. */
export type NameOf = { ready: ReadyId; run: number } | null;

type Language = Pick<Words, 't' | 'f' | 'settings'>;

/** @param variant null for what the others are compared with */
export function runName(
  language: Language,
  words: CompareWords,
  given: NameOf,
  variant: Variant | null,
): string {
  if (given !== null) return words.ready[given.ready].runs[given.run];
  if (variant === null) return words.asItIs;
  const parts = [
    ...(variant.scenario === null ? [] : [language.t.scenario[variant.scenario]]),
    ...variant.changes.map((change) => changeName(language, change)),
    ...(variant.interventions === null ? [] : [words.ownActions]),
  ];
  return parts.length === 0 ? words.asItIs : parts.join(', ');
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
