/** Plays a script with our engine. */
import '../../src/engine/allRules.ts';
import { attemptsOf } from '../../src/engine/attempts.ts';
import type { Run } from '../../src/engine/simulation.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { Reason } from '../../src/engine/state/requests.ts';
import { accepts, ServerState, serverName } from '../../src/engine/state/servers.ts';
import { nodeAt } from '../../src/engine/state/sessions.ts';
import type { World } from '../../src/engine/state/world.ts';
import { type HealthChange, nodeName, type Outcome, type Record, type StoreChange } from './outcome.ts';

/** Answers that the balancer writes itself. */
const BALANCER_SAYS: readonly number[] = [
  Reason.noServer,
  Reason.unreachable,
  Reason.serverDied,
  Reason.tooSlow,
];

export interface EngineRecord extends Record {
  /** When processes that were started during the run began to listen. */
  starts: { atMs: number; server: number }[];
}

/** Runs until every line has its answer. */
export function playEngine(run: Run): EngineRecord {
  const lines = run.scenario.people.script ?? [];
  const places = placesByPerson(run);
  const outcomes: Outcome[] = [];
  const health: HealthChange[] = [];
  const store: StoreChange[] = [];
  const starts: EngineRecord['starts'] = [];
  const states: number[] = [];
  const simulation = createSimulation(run);
  let answered = 0;
  simulation.observe({
    finished(world, r) {
      const { nowMs, requests, users } = world;
      const place = places[requests.user[r]][users.sent[requests.user[r]] - 1];
      outcomes[place] = {
        line: lines[place],
        bornMs: requests.bornMs[r],
        tookMs: nowMs - requests.bornMs[r],
        status: requests.status[r],
        newCookie: requests.newSession[r] >= 0 || requests.newToken[r] >= 0,
        server: BALANCER_SAYS.includes(requests.reason[r]) ? '-' : serverName(requests.server[r]),
        tried: triedIn(world, r),
      };
      answered++;
    },
    happened({ nowMs }, happening) {
      if (happening.what === 'server-state') {
        const { server, state } = happening;
        if (state === ServerState.up && states[server] === ServerState.starting) {
          starts.push({ atMs: nowMs, server });
        }
        states[server] = state;
      } else if (happening.what === 'server-health' && nowMs > 0) {
        const { server, healthy } = happening;
        health.push({ atMs: nowMs, server: serverName(server), healthy });
      } else if (happening.what === 'store-leader') {
        store.push({ atMs: nowMs, node: nodeAt(happening.place), what: 'leads' });
      } else if (happening.what === 'store-copied') {
        store.push({ atMs: nowMs, node: nodeAt(happening.place), what: 'copies' });
      }
    },
  });
  while (answered < lines.length && simulation.step(24 * 3_600_000));
  return { outcomes, health, store, records: recordsIn(simulation.world), starts };
}

/** The servers that failed with a request: at first, and, when it was the last one that did, that one too. */
function triedIn(world: World, r: number): string[] {
  const { attempts, requests } = world;
  const before = attemptsOf(world, r).map((a) => serverName(attempts.server[a]));
  const hadIt = requests.reason[r] === Reason.serverDied || requests.reason[r] === Reason.tooSlow;
  return hadIt ? [...before, serverName(requests.server[r])] : before;
}

function recordsIn({ servers, stores }: World): Record['records'] {
  const records: Record['records'] = { store: 0 };
  for (let node = 0; node < stores.length; node++) {
    if (stores.up[node] === 1) records[nodeName(node)] = stores.shelfCount[node];
  }
  for (let s = 0; s < servers.length; s++) {
    if (accepts(servers.state[s])) records[serverName(s)] = servers.shelfCount[s];
  }
  return records;
}

/** For each person the places in the script of that person's lines. */
function placesByPerson({ scenario: { people } }: Run): number[][] {
  const places: number[][] = Array.from({ length: people.count }, () => []);
  for (const [place, { user }] of people.script?.entries() ?? []) places[user].push(place);
  return places;
}
