/** A comparison that is ready to be looked at: what it says in a sentence is checked by a test. */
import type { Intervention } from '../../../engine/intervention.ts';
import type { SettingPath, SettingValue } from '../../../engine/settings.ts';
import type { StartSetting } from '../../../player/link/startSettings.ts';
import { settingAtEnginePath } from '../../../scenarios/settings.ts';
import type { Base, Comparison, Variant } from '../comparison.ts';

export interface ReadyComparison extends Comparison {
  /** The moment it is opened at where it plays, shortly before what it is about. */
  fromMs: number;
  /** The same where it rests: what it is about has happened, and the numbers of the runs differ. */
  tellingMs: number;
  /** Its sentence is about the time until then. */
  untilMs: number;
  speed: number;
}

export function base(
  scenario: Base['scenario'],
  seed: number,
  interventions: readonly Intervention[] = [],
  start: readonly StartSetting[] = [],
): Base {
  return { scenario, seed, interventions, start };
}

/** The same run with other settings. */
export const butWith = (
  changes: readonly StartSetting[],
  interventions: Variant['interventions'] = null,
): Variant => ({ scenario: null, changes, interventions });

/** The same done to another scenario. */
export const butIn = (scenario: Base['scenario']): Variant => ({
  scenario,
  changes: [],
  interventions: null,
});

/** The same start, but something else is done. */
export const butDoing = (...interventions: Intervention[]): Variant => ({
  scenario: null,
  changes: [],
  interventions,
});

/** A setting by its name in the engine. */
export function setting(enginePath: SettingPath, value: SettingValue): StartSetting {
  const found = settingAtEnginePath(enginePath);
  if (found === undefined) throw new Error(`There is no single setting ${enginePath}.`);
  return { path: found.path, enginePath, value };
}
