/**
 * A comparison is a value: a run, and what up to three others do otherwise. All have the same seed, and chance is
 * drawn by name, so that all meet the same traffic.
 */
import type { Intervention } from '../../engine/intervention.ts';
import type { SettingPath } from '../../engine/settings.ts';
import type { Run } from '../../engine/simulation.ts';
import { type StartSetting, startWith } from '../../player/link/startSettings.ts';
import { SCENARIOS, type ScenarioId } from '../../scenarios/library/index.ts';

/** What the others are compared with. */
export interface Base {
  scenario: ScenarioId;
  /** Settings that it begins with in place of the scenario's own. */
  start: readonly StartSetting[];
  seed: number;
  interventions: readonly Intervention[];
}

export interface Variant {
  /** Another scenario in place of the base's and its settings; null for the same. */
  scenario: ScenarioId | null;
  /** Settings that it begins with, besides. */
  changes: readonly StartSetting[];
  /** What is done in it; null for the same as in the base. */
  interventions: readonly Intervention[] | null;
}

export interface Comparison {
  base: Base;
  variants: readonly Variant[];
}

/** More would be too small to see, and too much to simulate. */
export const MOST_RUNS = 4;

/** The runs of a comparison, that of the base first. */
export function runsOf({ base, variants }: Comparison): Run[] {
  const { seed, interventions } = base;
  const own = startWith(SCENARIOS[base.scenario], base.start);
  return [
    { scenario: own, seed, interventions },
    ...variants.map((variant) => ({
      scenario: startWith(variant.scenario === null ? own : SCENARIOS[variant.scenario], variant.changes),
      seed,
      interventions: variant.interventions ?? withoutChangesOf(interventions, variant.changes),
    })),
  ];
}

/** The comparison after something has been done in its runs, which are given in the same order. */
export function withDone(comparison: Comparison, runs: readonly Run[]): Comparison {
  const [first, ...others] = runs;
  const base = { ...comparison.base, interventions: first.interventions };
  const variants = comparison.variants.map((variant) => ({ ...variant, interventions: null }));
  const asIs = runsOf({ base, variants }).slice(1);
  return {
    base,
    variants: variants.map((variant, i) => ({
      ...variant,
      interventions: isSame(asIs[i].interventions, others[i].interventions) ? null : others[i].interventions,
    })),
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whoever compares with another strategy does not mean one that lasts until somebody chooses the first one again. */
function withoutChangesOf(
  interventions: readonly Intervention[],
  changes: readonly StartSetting[],
): readonly Intervention[] {
  const changed = new Set(changes.map(({ enginePath }) => enginePath));
  return interventions.filter((intervention) => {
    const setting = settingChangedBy(intervention);
    return setting === null || !changed.has(setting);
  });
}

function settingChangedBy(intervention: Intervention): SettingPath | null {
  switch (intervention.do) {
    case 'set-strategy':
      return 'sessions.strategy';
    case 'set-policy':
      return 'balancer.policy';
    case 'set-visitors':
      return 'visitors.perSecond';
    case 'set-think-time':
      return 'people.think';
    case 'set':
      return intervention.setting;
    default:
      return null;
  }
}
