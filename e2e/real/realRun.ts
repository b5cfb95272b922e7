/** Plays a script with real programs. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ActionKind, Intervention } from '../../src/engine/intervention.ts';
import { meanMs } from '../../src/engine/random/distributions.ts';
import type { Scenario } from '../../src/engine/scenario.ts';
import type { Run } from '../../src/engine/simulation.ts';
import { serverName } from '../../src/engine/state/servers.ts';
import type { Sessions } from './app/options.ts';
import type { RealCase, Trial } from './case.ts';
import type { HealthChange, Outcome, Record } from './outcome.ts';
import { createPerson, type Person } from './person.ts';
import { type AppServer, createAppServer } from './programs/appServer.ts';
import type { Balancer } from './programs/balancer.ts';
import { startHaproxy } from './programs/haproxy.ts';
import type { Lab } from './programs/lab.ts';
import { startNginx } from './programs/nginx.ts';
import { freePort } from './programs/ports.ts';
import { type Redis, startRedis } from './programs/redis.ts';
import { until } from './programs/until.ts';

/** How often the balancer is asked what it thinks of its servers. */
const LOOK_EVERY_MS = 20;

interface World {
  scenario: Scenario;
  servers: AppServer[];
  balancer: Balancer;
  redis: Redis | null;
  /** What goes on while the script does. */
  background: Promise<void>[];
}

export interface RealRecord extends Record {
  /** How long the machine kept us from being in time, all delays together. */
  lateMs: number;
}

/**
 * Plays the run's script. Where the engine had an answer before it went on, the real one is waited for too,
 * so that a machine that is busy with something else changes times and not the order of things.
 */
export async function playReal(
  lab: Lab,
  run: Run,
  trial: Trial,
  appFile: string,
  predicted: readonly Outcome[],
): Promise<RealRecord> {
  const world = await startWorld(lab, run.scenario, trial, appFile);
  const { people } = run.scenario;
  const persons = Array.from({ length: people.count }, () =>
    createPerson(world.balancer.port, trial.setting.keepAlive ?? false),
  );
  const turns: Promise<unknown>[] = persons.map(() => Promise.resolve());
  const outcomes: Outcome[] = [];
  const pending = new Map<number, Promise<unknown>>();
  let startMs = performance.now();
  let lateMs = 0;
  const clock = () => performance.now() - startMs;
  const watch = watchHealth(world, clock);

  for (const step of stepsOf(run)) {
    await pause(Math.max(0, step.atMs - clock()));
    for (const [place, answer] of pending) {
      if (predicted[place].bornMs + predicted[place].tookMs < step.atMs) await answer;
    }
    const late = clock() - step.atMs;
    if (late > 5) {
      startMs += late;
      lateMs += late;
    }
    if (step.what === 'act') {
      await act(world, step.intervention, clock);
      continue;
    }
    const { place } = step;
    const line = people.script?.[place];
    if (line === undefined) continue;
    const answer = turns[line.user].then(async () => {
      outcomes[place] = await askFor(world, persons[line.user], line, clock);
      pending.delete(place);
    });
    turns[line.user] = answer;
    pending.set(place, answer);
  }
  await Promise.all(pending.values());
  await Promise.all(world.background);
  return { outcomes, health: await watch.stop(), lateMs };
}

type Step =
  | { what: 'ask'; atMs: number; place: number }
  | { what: 'act'; atMs: number; intervention: Intervention };

/** Requests and interventions in order; at the same time requests come first, as in the engine. */
function stepsOf({ scenario, interventions }: Run): Step[] {
  const asks = (scenario.people.script ?? []).map(({ atMs }, place): Step => ({ what: 'ask', atMs, place }));
  const acts = interventions.map(
    (intervention): Step => ({ what: 'act', atMs: intervention.atMs, intervention }),
  );
  return [...asks, ...acts].sort((a, b) => a.atMs - b.atMs);
}

async function askFor(
  { servers }: World,
  person: Person,
  line: Outcome['line'],
  clock: Clock,
): Promise<Outcome> {
  if (line.ask === null) throw new Error('A script for real programs says what is asked for.');
  const bornMs = clock();
  const { status, server, asked, tookMs } = await person.ask(line.ask);
  const names = asked?.split(', ').map((address) => nameAt(servers, address)) ?? null;
  // nginx lists all it asked; the last one is who answered, unless nginx gave up on it too.
  const tried =
    names === null ? null : server === '-' ? names.filter((name) => name !== '') : names.slice(0, -1);
  return { line, bornMs, tookMs, status, server, tried };
}

const nameAt = (servers: readonly AppServer[], address: string): string =>
  servers.find(({ port }) => address.endsWith(`:${port}`))?.name ?? '';

async function startWorld(
  lab: Lab,
  scenario: Scenario,
  { setting, against }: Trial,
  appFile: string,
): Promise<World> {
  const { servers: group, service } = scenario;
  const redis = setting.sessions === 'redis' ? await startRedis(lab) : null;
  const sessions = sessionsOf(setting, redis, scenario);
  const servers: AppServer[] = [];
  for (let i = 0; i < group.count; i++) {
    const speed = group.each?.[i]?.speed ?? group.speed;
    servers.push(
      createAppServer(lab, appFile, {
        name: serverName(i),
        port: await freePort(),
        sessions,
        pageMs: meanMs(service.page) / speed,
        loginMs: meanMs(service.login) / speed,
        refusalMs: service.refusalMs / speed,
      }),
    );
  }
  await Promise.all(servers.map((server) => server.load().then(() => server.listen())));
  const addresses = servers.map(({ name, port }, i) => ({
    name,
    port,
    weight: group.each?.[i]?.weight ?? group.weight,
  }));
  const balancer =
    against === 'nginx'
      ? await startNginx(lab, scenario, addresses, setting.nginx ?? {})
      : await startHaproxy(lab, scenario, addresses, setting.haproxy ?? { backend: [] });
  return { scenario, servers, balancer, redis, background: [] };
}

function sessionsOf({ sessions }: RealCase, redis: Redis | null, { store }: Scenario): Sessions {
  if (typeof sessions === 'object') return sessions;
  return {
    kind: 'express-session',
    saveUninitialized: false,
    redis: redis === null ? null : { port: redis.port, timeoutMs: store.timeoutMs },
  };
}

type Clock = () => number;

/** What interventions mean for real programs. */
const ACTS: Partial<{
  [Kind in ActionKind]: (
    world: World,
    action: Extract<Intervention, { do: Kind }>,
    clock: Clock,
  ) => Promise<void>;
}> = {
  'kill-server': ({ servers }, { server }) => servers[server].kill(),
  'hang-server': ({ servers }, { server }) => servers[server].hang(),
  async 'restart-server'(world, { server, graceful }, clock) {
    if (graceful) world.background.push(restartGracefully(world, server, clock));
    else {
      await world.servers[server].kill();
      world.background.push(startAgain(world, server, clock() + restartMs(world, server), clock));
    }
  },
  'kill-store': async ({ redis }) => redis?.kill(),
  'restart-store': async ({ redis }) => redis?.restart(),
};

const restartMs = ({ scenario: { servers } }: World, server: number): number =>
  servers.each?.[server]?.restartMs ?? servers.restartMs;

/** A new process, which listens at a given time and not before. */
async function startAgain({ servers }: World, server: number, atMs: number, clock: Clock): Promise<void> {
  await servers[server].load();
  await pause(Math.max(0, atMs - clock()));
  await servers[server].listen();
}

/** As an operator would: no new people, wait for what is there, take it out, restart, let it in. */
async function restartGracefully(world: World, server: number, clock: Clock): Promise<void> {
  const { balancer, servers } = world;
  const app = servers[server];
  await balancer.tell?.(app.name, 'drain');
  await until(`${app.name} has finished`, () => app.inFlight() === 0);
  await balancer.tell?.(app.name, 'maint');
  await app.finish();
  await startAgain(world, server, clock() + restartMs(world, server), clock);
  await balancer.tell?.(app.name, 'ready');
}

async function act(world: World, intervention: Intervention, clock: Clock): Promise<void> {
  const apply = ACTS[intervention.do] as
    | ((world: World, action: Intervention, clock: Clock) => Promise<void>)
    | undefined;
  if (apply === undefined) throw new Error(`Real programs do not know "${intervention.do}" yet.`);
  await apply(world, intervention, clock);
}

/** Notes when the balancer's opinion of a server changes, until it is stopped. */
function watchHealth({ servers, balancer }: World, clock: Clock) {
  const changes: HealthChange[] = [];
  const { isUsing } = balancer;
  if (isUsing === undefined) return { stop: async () => changes };
  const known = new Map(servers.map(({ name }) => [name, true]));
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      for (const [server, before] of known) {
        const healthy = await isUsing(server);
        if (healthy === before) continue;
        known.set(server, healthy);
        changes.push({ atMs: clock(), server, healthy });
      }
      await pause(LOOK_EVERY_MS);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      return changes;
    },
  };
}
