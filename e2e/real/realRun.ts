/** Plays a script with real programs. */
import { setTimeout as pause } from 'node:timers/promises';
import { addressOfPerson, addressText, writePerson } from '../../src/engine/addresses.ts';
import type { ScriptLine } from '../../src/engine/scenario.ts';
import type { Run } from '../../src/engine/simulation.ts';
import type { Trial } from './case.ts';
import type { EngineRecord } from './engineRun.ts';
import type { Outcome, Record, StoreChange } from './outcome.ts';
import { createPerson, type Identity, type Person } from './person.ts';
import type { AppServer } from './programs/appServer.ts';
import type { Lab } from './programs/lab.ts';
import { watchStore } from './realStore.ts';
import { act, listen, recordsIn, startWorld, watchHealth } from './realWorld.ts';
import { scheduleOf } from './schedule.ts';

export interface RealRecord extends Record {
  /** How long the machine kept us from being in time, all delays together. */
  lateMs: number;
}

/** Later than this, and everything that follows is as late. */
const IN_TIME_MS = 5;

/**
 * Plays the run's script. Where the engine had an answer before it went on, the real one is waited for too,
 * so that a machine that is busy with something else changes times and not the order of things.
 */
export async function playReal(
  lab: Lab,
  run: Run,
  trial: Trial,
  appFile: string,
  engine: EngineRecord,
): Promise<RealRecord> {
  const { people } = run.scenario;
  const script = people.script ?? [];
  const world = await startWorld(lab, run.scenario, trial, appFile);
  const persons = Array.from({ length: people.count }, (_, user) =>
    createPerson(
      world.balancer.port,
      identityOf(user, people.sharedAddress),
      trial.setting.keepAlive ?? false,
    ),
  );
  /** A person asks when the answer before has come. */
  const turns = persons.map(() => Promise.resolve());
  const outcomes: Outcome[] = [];
  const pending = new Map<number, Promise<void>>();
  let startMs = performance.now();
  let lateMs = 0;
  const clock = () => performance.now() - startMs;
  const health = watchHealth(world, clock);
  const store = watchStore(world.store, clock);

  const ask = (place: number) => {
    const line = script[place];
    const answer = turns[line.user].then(async () => {
      outcomes[place] = await askFor(world.servers, persons[line.user], line, clock);
      pending.delete(place);
    });
    answer.catch(() => {}); // told to whoever waits for it
    turns[line.user] = answer;
    pending.set(place, answer);
  };
  const answersBefore = (atMs: number) =>
    Promise.all(
      [...pending]
        .filter(([place]) => engine.outcomes[place].bornMs + engine.outcomes[place].tookMs < atMs)
        .map(([, answer]) => answer),
    );

  /** Waits until as many nodes have begun to lead, or have copied, as had in the engine by then. */
  const storeBefore = (atMs: number, whats: readonly StoreChange['what'][]) =>
    store.showed(engine.store.filter((one) => one.atMs < atMs && whats.includes(one.what)).length, whats);

  try {
    for (const step of scheduleOf(run, engine)) {
      await pause(Math.max(0, step.atMs - clock()));
      await storeBefore(step.atMs, step.what === 'act' ? ['leads', 'copies'] : ['leads']);
      await answersBefore(step.atMs);
      if (step.what === 'listen') await listen(world, step.server);
      const late = clock() - step.atMs;
      if (late > IN_TIME_MS) {
        startMs += late;
        lateMs += late;
      }
      if (step.what === 'act') await act(world, step.intervention);
      else if (step.what === 'ask') ask(step.place);
    }
    await Promise.all(pending.values());
    await storeBefore(Number.POSITIVE_INFINITY, ['leads', 'copies']);
  } finally {
    await Promise.allSettled([...pending.values(), health.stop(), store.stop()]);
  }
  await Promise.all([health.stop(), store.stop()]); // tells what went wrong
  const tells = world.balancer.isUsing !== undefined;
  return {
    outcomes,
    health: tells ? health.changes : null,
    store: store.changes,
    records: await recordsIn(world),
    lateMs,
  };
}

function identityOf(user: number, sharedAddress: number): Identity {
  const bytes = new Uint8Array(16);
  const name = bytes.subarray(0, writePerson(bytes, 0, user));
  return {
    name: new TextDecoder().decode(name),
    address: addressText(addressOfPerson(user, sharedAddress)),
  };
}

async function askFor(
  servers: readonly AppServer[],
  person: Person,
  line: ScriptLine,
  clock: () => number,
): Promise<Outcome> {
  if (line.ask === null) throw new Error('A script for real programs says what is asked for.');
  const bornMs = clock();
  const { asked, ...answer } = await person.ask(line.ask);
  return { line, bornMs, ...answer, tried: asked === null ? null : triedOf(servers, answer.server, asked) };
}

/** nginx lists all that it asked; the last one is who answered, unless nginx says the answer itself. */
function triedOf(servers: readonly AppServer[], server: string, asked: string): string[] {
  const names = asked
    .split(', ')
    .map((address) => servers.find(({ port }) => address.endsWith(`:${port}`))?.name)
    .filter((name) => name !== undefined);
  return server === '-' ? names : names.slice(0, -1);
}
