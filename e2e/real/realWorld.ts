/** The real programs of a trial, and what interventions mean for them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ActionKind, Intervention } from '../../src/engine/intervention.ts';
import { meanMs } from '../../src/engine/random/distributions.ts';
import type { Scenario, ServerSettings } from '../../src/engine/scenario.ts';
import { serverName } from '../../src/engine/state/servers.ts';
import type { Sessions } from './app/options.ts';
import type { Trial } from './case.ts';
import { type HealthChange, nodeName, type Record } from './outcome.ts';
import { type AppServer, createAppServer } from './programs/appServer.ts';
import type { Balancer, ServerAddress } from './programs/balancer.ts';
import { startHaproxy } from './programs/haproxy.ts';
import type { Lab } from './programs/lab.ts';
import { startNginx } from './programs/nginx.ts';
import { until } from './programs/until.ts';
import { type RealStore, startStore } from './realStore.ts';
import { createSecrets, type SecretBook } from './secrets.ts';

export interface RealWorld {
  scenario: Scenario;
  servers: AppServer[];
  balancer: Balancer;
  store: RealStore | null;
  secrets: SecretBook;
  /** One more server, which is not loaded yet. */
  create(index: number): AppServer;
  /** Servers that the balancer was told of since the start. */
  added: Set<number>;
  /** For each server that is on its way back: loaded, and waiting for the time to listen. */
  returning: Map<number, Promise<void>>;
}

export async function startWorld(
  lab: Lab,
  scenario: Scenario,
  { against }: Trial,
  appFile: string,
): Promise<RealWorld> {
  const store = scenario.sessions.strategy === 'shared' ? await startStore(lab, scenario.store) : null;
  const sessions = sessionsOf(scenario, store);
  const secrets = createSecrets(scenario.sessions.secret);
  const create = (index: number): AppServer => {
    const { speed } = settingsOf(scenario, index);
    const { service } = scenario;
    return createAppServer(lab, appFile, {
      name: serverName(index),
      port: Number(scenario.balancer.serverNames?.[index].split(':')[1]),
      sessions,
      pageMs: meanMs(service.page) / speed,
      loginMs: meanMs(service.login) / speed,
      refusalMs: service.refusalMs / speed,
    });
  };
  const servers: AppServer[] = [];
  for (let i = 0; i < scenario.servers.count; i++) servers.push(create(i));
  await Promise.all(
    servers.map(async (server, i) => {
      await server.load(secrets.forNewProcess(i));
      await server.listen();
    }),
  );
  const start = against === 'nginx' ? startNginx : startHaproxy;
  const balancer = await start(
    lab,
    scenario,
    servers.map((server, i) => addressOf(scenario, server, i)),
  );
  return { scenario, servers, balancer, store, secrets, create, added: new Set(), returning: new Map() };
}

const settingsOf = ({ servers: { each = [], ...group } }: Scenario, index: number): ServerSettings => ({
  ...group,
  ...each[index],
});

const addressOf = (scenario: Scenario, { name, port }: AppServer, index: number): ServerAddress => ({
  name,
  port,
  weight: settingsOf(scenario, index).weight,
});

function sessionsOf({ sessions }: Scenario, store: RealStore | null): Sessions {
  if (sessions.strategy === 'token') return { kind: 'token', ttlMs: sessions.token.ttlMs };
  return {
    kind: 'express-session',
    saveUninitialized: sessions.onMiss === 'replace',
    redis: store?.address ?? null,
  };
}

/** Does to the real programs what an intervention does in the engine. A restart ends with `listen`. */
export async function act(world: RealWorld, intervention: Intervention): Promise<void> {
  const apply = ACTS[intervention.do] as Act<Intervention> | undefined;
  if (apply === undefined) throw new Error(`Real programs do not know "${intervention.do}" yet.`);
  await apply(world, intervention);
}

type Act<Action> = (world: RealWorld, action: Action) => Promise<void>;

const ACTS: { [Kind in ActionKind]?: Act<Extract<Intervention, { do: Kind }>> } = {
  async 'add-server'(world) {
    const index = world.servers.length;
    world.servers.push(world.create(index));
    comeBack(world, index, startAgain(world, index));
  },
  'kill-server': ({ servers }, { server }) => servers[server].kill(),
  'hang-server': ({ servers }, { server }) => servers[server].hang(),
  async 'restart-server'(world, { server, graceful }) {
    if (!graceful) await world.servers[server].kill();
    comeBack(world, server, graceful ? stopGracefully(world, server) : startAgain(world, server));
  },
  async 'rotate-keys'({ servers, secrets }, { graceful }) {
    secrets.change(graceful);
    await Promise.all(servers.map((server, i) => server.isRunning() && server.changeSecrets(secrets.of(i))));
  },
  'kill-store': async ({ store }, { node = 0 }) => store?.nodes[node].kill(),
  'restart-store': async ({ store }, { node = 0 }) => store?.nodes[node].start(),
};

const startAgain = ({ servers, secrets }: RealWorld, server: number): Promise<void> =>
  servers[server].load(secrets.forNewProcess(server));

/** Notes that a server is on its way; `listen` waits for it, and is told what went wrong. */
function comeBack({ returning }: RealWorld, server: number, loaded: Promise<void>): void {
  loaded.catch(() => {});
  returning.set(server, loaded);
}

/** As an operator would: no new people, wait for what is there, take it out, and start it again. */
async function stopGracefully(world: RealWorld, server: number): Promise<void> {
  const { balancer, servers } = world;
  const app = servers[server];
  await balancer.tell?.(app.name, 'drain');
  await until(`${app.name} has finished`, () => app.inFlight() === 0);
  await balancer.tell?.(app.name, 'maint');
  await app.finish();
  await startAgain(world, server);
}

/** A process that was started listens now. The balancer learns of a new one, and lets in one that was taken out. */
export async function listen(world: RealWorld, index: number): Promise<void> {
  const { scenario, balancer, servers, returning } = world;
  const server = servers[index];
  await returning.get(index);
  returning.delete(index);
  await server.listen();
  if (index >= scenario.servers.count && !world.added.has(index)) {
    world.added.add(index);
    await balancer.add?.(addressOf(scenario, server, index));
  } else await balancer.tell?.(server.name, 'ready');
}

/** Session records in each server and in each node of the store that is there. */
export async function recordsIn({ servers, store }: RealWorld): Promise<Record['records']> {
  const records: Record['records'] = { store: 0 };
  for (const [place, node] of store?.nodes.entries() ?? []) {
    if (node.isRunning()) records[nodeName(place)] = await node.records();
  }
  for (const server of servers) if (server.isRunning()) records[server.name] = await server.records();
  return records;
}

/** How often the balancer is asked what it thinks of its servers. */
const LOOK_EVERY_MS = 20;

/** Notes when the balancer's opinion of a server changes, until it is stopped. */
export function watchHealth({ servers, balancer }: RealWorld, clock: () => number) {
  const changes: HealthChange[] = [];
  const known = new Map(servers.map(({ name }) => [name, true]));
  let isOver = false;
  const watching = watch();
  // Whoever stops the watch is told what went wrong; until then nobody waits for it.
  watching.catch(() => {});

  async function watch(): Promise<void> {
    while (!isOver && balancer.isUsing !== undefined) {
      for (const [server, before] of known) {
        const healthy = await balancer.isUsing(server);
        if (healthy === before) continue;
        known.set(server, healthy);
        changes.push({ atMs: clock(), server, healthy });
      }
      await pause(LOOK_EVERY_MS);
    }
  }

  return {
    changes,
    stop(): Promise<void> {
      isOver = true;
      return watching;
    },
  };
}
