/**
 * What is compared, as text in a link: the id of a ready comparison, or one part for each further run, as in `with`:
 * `sessions.strategy~shared;servers.count~3`. `scenario~ID` means another scenario; what begins with a time is done in
 * that run, in place of what `do` says, and `nothing` means that nothing is done there.
 */
import type { Intervention } from '../engine/intervention.ts';
import { formatActions, parseActions } from '../player/link/actions.ts';
import type { StartSetting } from '../player/link/startSettings.ts';
import { formatStartSettings, parseStartSettings } from '../player/link/startSettingsText.ts';
import { SCENARIOS, type ScenarioId } from '../scenarios/library/index.ts';
import { MOST_RUNS, type Variant } from './core/comparison.ts';
import { READY, type ReadyId } from './core/ready/index.ts';

/** For what differs in nothing, so that it is a part all the same. */
const SAME = 'same';
const NOTHING = 'nothing';
const SCENARIO = 'scenario~';

export interface ReadCompare {
  ready: ReadyId | null;
  variants: Variant[];
  /** What could not be used. */
  wrong: string[];
}

export function formatVariants(variants: readonly Variant[]): string {
  return variants.map(formatVariant).join(';');
}

function formatVariant({ scenario, changes, interventions }: Variant): string {
  const parts = [
    ...(scenario === null ? [] : [SCENARIO + scenario]),
    ...(changes.length === 0 ? [] : [formatStartSettings(changes)]),
    ...(interventions === null ? [] : [interventions.length === 0 ? NOTHING : formatActions(interventions)]),
  ];
  return parts.length === 0 ? SAME : parts.join(',');
}

/** Reads what can be read, and gives back what cannot. Never throws. */
export function parseCompare(text: string): ReadCompare {
  if (Object.hasOwn(READY, text)) return { ready: text as ReadyId, variants: [], wrong: [] };
  const variants: Variant[] = [];
  const wrong: string[] = [];
  for (const part of text.split(';')) {
    const read = part === '' ? null : parseVariant(part, wrong);
    if (read === null) continue;
    if (variants.length < MOST_RUNS - 1) variants.push(read);
    else wrong.push(part.slice(0, 60));
  }
  return { ready: null, variants, wrong };
}

/** Null when nothing of it can be read. */
function parseVariant(text: string, wrong: string[]): Variant | null {
  let scenario: ScenarioId | null = null;
  const changes: StartSetting[] = [];
  const interventions: Intervention[] = [];
  let isOwn = false;
  let isUsed = false;
  for (const part of text.split(',')) {
    const wrongBefore = wrong.length;
    if (part === NOTHING) isOwn = true;
    else if (part.startsWith(SCENARIO)) {
      const id = part.slice(SCENARIO.length);
      if (Object.hasOwn(SCENARIOS, id)) scenario = id as ScenarioId;
      else wrong.push(part.slice(0, 60));
    } else if (/^\d/.test(part)) {
      const read = parseActions(part);
      interventions.push(...read.interventions);
      wrong.push(...read.wrong);
      if (read.wrong.length === 0) isOwn = true;
    } else if (part !== SAME) {
      const read = parseStartSettings(part);
      changes.push(...read.settings);
      wrong.push(...read.wrong);
    }
    if (wrong.length === wrongBefore && part !== '') isUsed = true;
  }
  if (!isUsed) return null;
  interventions.sort((a, b) => a.atMs - b.atMs);
  return { scenario, changes, interventions: isOwn ? interventions : null };
}
