/** Tells everything that happens in a run, as lines of JSON. docs/headless.md describes the lines. */
import { causesOf } from '../engine/causes.ts';
import type { Happening, Observer } from '../engine/sim.ts';
import { AUTOSCALER } from '../engine/state/autoscaler.ts';
import { REASONS, REQUEST_KINDS, REQUEST_PHASES } from '../engine/state/requests.ts';
import { SERVER_STATES, serverName } from '../engine/state/servers.ts';
import { STORE, WITH_OWNER } from '../engine/state/sessions.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';
import { formatIntervention } from '../scenarios/formatIntervention.ts';
import type { ScenarioDocument } from '../scenarios/parseScenario.ts';

/** The lines at the beginning: what is run, and the servers that are there. */
export function firstLines({ run, name }: ScenarioDocument, world: World): string[] {
  const { seed, untilMs } = run;
  const lines = [
    JSON.stringify({
      atMs: world.nowMs,
      what: 'run',
      version: 1,
      ...(name === undefined ? {} : { name }),
      seed,
      untilMs,
    }),
  ];
  for (let s = 0; s < world.servers.length; s++) {
    const state = SERVER_STATES[world.servers.state[s]];
    lines.push(JSON.stringify({ atMs: world.nowMs, what: 'server-state', server: serverName(s), state }));
  }
  return lines;
}

/** An observer that hands over a line, without a line break, for everything it is told. */
export function createTracer({ run }: ScenarioDocument, write: (line: string) => void): Observer {
  return {
    moved(world, r) {
      const { requests } = world;
      const { untilMs, phase } = requests;
      write(
        JSON.stringify({
          atMs: world.nowMs,
          what: 'phase',
          ...requestOf(world, r),
          phase: REQUEST_PHASES[phase[r]],
          // JSON has no infinity.
          untilMs: Number.isFinite(untilMs[r]) ? untilMs[r] : null,
        }),
      );
    },
    decided(world, r) {
      const { status, reason } = world.requests;
      write(
        JSON.stringify({
          atMs: world.nowMs,
          what: 'answer',
          ...requestOf(world, r),
          status: status[r],
          reason: REASONS[reason[r]],
          causes: causesOf(world, r, run).map(named),
        }),
      );
    },
    finished(world, r) {
      const { status, bornMs } = world.requests;
      write(
        JSON.stringify({
          atMs: world.nowMs,
          what: 'received',
          ...requestOf(world, r),
          status: status[r],
          responseMs: world.nowMs - bornMs[r],
        }),
      );
    },
    happened(world, happening) {
      if (happening.what === 'gave-up') {
        const causes = causesOf(world, happening.request, run).map(named);
        write(
          JSON.stringify({
            atMs: world.nowMs,
            what: happening.what,
            ...requestOf(world, happening.request),
            causes,
          }),
        );
      } else write(JSON.stringify({ atMs: world.nowMs, ...happeningLine(run, happening) }));
    },
  };
}

function requestOf({ requests }: World, r: number) {
  return {
    request: requests.serial[r],
    ...(requests.user[r] === NONE ? {} : { user: requests.user[r] }),
    kind: REQUEST_KINDS[requests.kind[r]],
    ...(requests.server[r] === NONE ? {} : { server: serverName(requests.server[r]) }),
  };
}

function happeningLine(run: ScenarioDocument['run'], happening: Happening): object {
  switch (happening.what) {
    case 'server-state':
      return named({ ...happening, state: SERVER_STATES[happening.state] });
    case 'intervention': {
      const { at, ...action } = formatIntervention(run.interventions[happening.index]);
      return { ...happening, ...action };
    }
    default:
      return named(happening);
  }
}

/** With the names of servers and places in the place of their numbers, and without a `by` that is nobody. */
function named(fact: object): object {
  const entries = Object.entries(fact).filter(([key, value]) => key !== 'by' || value !== NONE);
  return Object.fromEntries(
    entries.map(([key, value]) =>
      key === 'server' || key === 'place'
        ? [key, value === STORE ? 'store' : value === WITH_OWNER ? 'owner' : serverName(value)]
        : [key, key === 'by' && value === AUTOSCALER ? 'autoscaler' : value],
    ),
  );
}
