/** Checks what no single field of a file can know: which servers there are, and when. */
import { CONFLICTS, conflictIn } from '../engine/conflicts.ts';
import type { Intervention } from '../engine/intervention.ts';
import type { Scenario, ScriptLine } from '../engine/scenario.ts';
import { settingOf, withSetting } from '../engine/settings.ts';
import { serverName } from '../engine/state/servers.ts';
import { MOST_SHARDS } from '../engine/store/shardings.ts';
import { MOST_SERVERS } from './limits.ts';
import { foundText, type Problem } from './problem.ts';
import { settingAtEnginePath } from './settings.ts';

/** An intervention with its position in the file. */
export interface Placed {
  index: number;
  intervention: Intervention;
}

/** The problems of a run whose interventions are in the order in which they happen. */
export function checkRun(scenario: Scenario, interventions: readonly Placed[]): Problem[] {
  return [
    ...checkEach(scenario),
    ...checkScript(scenario),
    ...checkPeople(scenario, interventions),
    ...checkServers(scenario.servers.count, interventions),
    ...checkStoreNodes(scenario, interventions),
    ...checkConflicts(scenario, interventions),
  ];
}

/** Combinations of settings that make no sense: at the start, or once an intervention has changed one. */
function checkConflicts(scenario: Scenario, interventions: readonly Placed[]): Problem[] {
  const atStart = conflictProblem(scenario, []);
  if (atStart !== null) return [atStart];
  let current = scenario;
  for (const { index, intervention } of interventions) {
    if (intervention.do !== 'set') continue;
    current = withSetting(current, intervention.setting, intervention.value);
    const problem = conflictProblem(current, ['interventions', index]);
    if (problem !== null) return [problem];
  }
  return [];
}

/** Found at the place given, or at the setting itself when that is the whole file. */
function conflictProblem(scenario: Scenario, place: Problem['path']): Problem | null {
  const id = conflictIn(scenario);
  if (id === null) return null;
  const [setting] = CONFLICTS[id].settings;
  return {
    path: place.length > 0 ? place : (settingAtEnginePath(setting)?.path ?? setting).split('.'),
    code: 'conflict',
    expected: { what: 'settings-that-fit', conflict: id },
    found: foundText(settingOf(scenario, setting)),
  };
}

function checkEach({ servers }: Scenario): Problem[] {
  if (servers.each === undefined || servers.each.length <= servers.count) return [];
  return [
    {
      path: ['servers', 'each'],
      code: 'too-long',
      expected: { what: 'list', most: servers.count },
      found: String(servers.each.length),
    },
  ];
}

/** The script is in the order of the file. */
function checkScript({ people }: Scenario): Problem[] {
  const { count, script } = people;
  return (script ?? []).flatMap(({ user }: ScriptLine, index): Problem[] =>
    user < count
      ? []
      : [
          {
            path: ['people', 'script', index, 'user'],
            code: 'no-such-person',
            expected: { what: 'person', last: count === 0 ? null : count - 1 },
            found: String(user),
          },
        ],
  );
}

/** Interventions on people name people there are. */
function checkPeople({ people: { count } }: Scenario, interventions: readonly Placed[]): Problem[] {
  return interventions.flatMap(({ index, intervention }): Problem[] =>
    'user' in intervention && intervention.user >= count
      ? [
          {
            path: ['interventions', index, 'user'],
            code: 'no-such-person',
            expected: { what: 'person', last: count === 0 ? null : count - 1 },
            found: String(intervention.user),
          },
        ]
      : [],
  );
}

/** Interventions on nodes of the store name nodes there are. */
function checkStoreNodes({ store }: Scenario, interventions: readonly Placed[]): Problem[] {
  const shards = store.shards + interventions.filter((i) => i.intervention.do === 'add-shard').length;
  const last = Math.min(shards, MOST_SHARDS) * (1 + store.replicas);
  return interventions.flatMap(({ index, intervention }): Problem[] => {
    const number = 1 + ('node' in intervention ? (intervention.node ?? 0) : 0);
    if (number <= last) return [];
    const expected = { what: 'store-node', last } as const;
    const path = ['interventions', index, 'node'];
    return [{ path, code: 'no-such-store-node', expected, found: String(number) }];
  });
}

function checkServers(atStart: number, interventions: readonly Placed[]): Problem[] {
  const problems: Problem[] = [];
  let count = atStart;
  for (const { index, intervention } of interventions) {
    if (intervention.do === 'add-server') {
      count++;
      if (count <= MOST_SERVERS) continue;
      problems.push({
        path: ['interventions', index],
        code: 'too-many-servers',
        expected: { what: 'at-most-servers', most: MOST_SERVERS },
        found: String(count),
      });
    } else if ('server' in intervention && intervention.server >= count) {
      problems.push({
        path: ['interventions', index, 'server'],
        code: 'no-such-server',
        expected: { what: 'server', last: count === 0 ? null : serverName(count - 1) },
        found: foundText(serverName(intervention.server)),
      });
    }
  }
  return problems;
}
