/**
 * A world cut in two, for tests: server A stands in zone 1 with the store's first leader, server B in zone 2 with the
 * majority. Who asks where is laid down: requests go to A and B in turn, and where one is not needed, somebody
 * without a cookie asks for a page. A command takes 1 ms, a copy 5 ms, work no time.
 */
import type { Action, Intervention } from '../intervention.ts';
import type { Scenario, ScriptLine } from '../scenario.ts';
import { type Answer, type Recording, record } from './record.ts';
import { tinyScenario } from './scenarios.ts';

type Ask = NonNullable<ScriptLine['ask']>;
/** When, through which server, who, what for. */
export type Line = [atMs: number, server: 'A' | 'B', user: number, ask: Ask];

const FILLER = 9;

export function twoSides(store: Partial<Scenario['store']>, lines: Line[]): Scenario {
  const script = [...lines]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([atMs, server, user, ask]): ScriptLine[] => {
      const filler: ScriptLine = { atMs, user: FILLER, ask: 'page' };
      const line: ScriptLine = { atMs, user, ask };
      return server === 'A'
        ? [line, { ...filler, atMs: atMs + 0.25 }]
        : [{ ...filler, atMs: atMs - 0.25 }, line];
    });
  return tinyScenario({
    people: { count: FILLER + 1, script },
    service: {
      page: { kind: 'constant', meanMs: 0 },
      login: { kind: 'constant', meanMs: 0 },
      refusalMs: 0,
    },
    servers: { count: 2, workers: 1000 },
    balancer: { answerTimeoutMs: null },
    sessions: { strategy: 'shared' },
    zones: { count: 2, hopMs: 0 },
    store: {
      latency: { kind: 'constant', meanMs: 1 },
      lag: { kind: 'constant', meanMs: 5 },
      replicas: 1,
      ...store,
    },
  });
}

/** What came of it: `A login 200` and so on for each line, in order of the lines' times. */
export function play(
  scenario: Scenario,
  interventions: Intervention[],
  untilMs = 200_000,
): Recording & { told: string[] } {
  const recording = record(scenario, untilMs, interventions);
  const answers = recording.answers.filter(({ user }) => user !== FILLER);
  answers.sort((a, b) => a.bornMs - b.bornMs);
  return { ...recording, answers, told: answers.map(tell) };
}

/** `A page 200`, and after how long, if that was more than a few commands take. */
function tell({ server, kind, status, bornMs, atMs }: Answer): string {
  const ms = Math.round(10 * (atMs - bornMs)) / 10;
  return `${server} ${kind} ${status}${ms > 10 ? ` after ${ms}` : ''}`;
}

export const doAt = (atMs: number, action: Action): Intervention => ({ ...action, atMs });
