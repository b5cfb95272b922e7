/** Plays a script with our engine. */
import { attemptsOf } from '../../src/engine/attempts.ts';
import type { Run } from '../../src/engine/simulation.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { Reason } from '../../src/engine/state/requests.ts';
import { serverName } from '../../src/engine/state/servers.ts';
import type { HealthChange, Outcome, Record } from './outcome.ts';

/** Answers that the balancer writes itself. */
const BALANCER_SAYS: readonly number[] = [
  Reason.noServer,
  Reason.unreachable,
  Reason.serverDied,
  Reason.tooSlow,
];

/** Runs until every line has its answer. */
export function playEngine(run: Run): Record {
  const lines = run.scenario.people.script ?? [];
  const places = placesByPerson(run);
  const outcomes: Outcome[] = [];
  const health: HealthChange[] = [];
  const simulation = createSimulation(run);
  let answered = 0;
  simulation.observe({
    finished(world, r) {
      const { nowMs, requests, users, attempts } = world;
      const place = places[requests.user[r]][users.sent[requests.user[r]] - 1];
      outcomes[place] = {
        line: lines[place],
        bornMs: requests.bornMs[r],
        tookMs: nowMs - requests.bornMs[r],
        status: requests.status[r],
        server: BALANCER_SAYS.includes(requests.reason[r]) ? '-' : serverName(requests.server[r]),
        tried: attemptsOf(world, r).map((a) => serverName(attempts.server[a])),
      };
      answered++;
    },
    happened({ nowMs }, happening) {
      if (happening.what !== 'server-health' || nowMs === 0) return;
      const { server, healthy } = happening;
      health.push({ atMs: nowMs, server: serverName(server), healthy });
    },
  });
  while (answered < lines.length && simulation.step(24 * 3_600_000));
  return { outcomes, health };
}

/** For each person the places in the script of that person's lines. */
function placesByPerson({ scenario: { people } }: Run): number[][] {
  const places: number[][] = Array.from({ length: people.count }, () => []);
  for (const [place, { user }] of people.script?.entries() ?? []) places[user].push(place);
  return places;
}
