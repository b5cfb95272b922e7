/** Workers that share the vCPUs of their machine, in worlds so small that the arithmetic is plain. */
import { describe, expect, it } from 'vitest';
import type { ScriptLine } from './scenario.ts';
import { lines, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;

/** Logins at these times, each by another person. */
function logins(...timesMs: number[]): { count: number; script: ScriptLine[] } {
  return { count: timesMs.length, script: timesMs.map((atMs, user) => ({ atMs, user, ask: null })) };
}

const times = (of: { atMs: number }[]) => of.map(({ atMs }) => atMs);

describe('workers that share a machine', () => {
  it('get equal parts of it', () => {
    // One vCPU, logins of 100 ms at 0 and 40. Alone until 40 (40 done); then each at half speed: the first needs 60
    // more, which take 120 ms, until 160. The second has 60 of 100 by then, and the rest alone: 160 + 40 = 200.
    const { answers } = record(
      tinyScenario({
        people: logins(0, 40),
        service: { login: ms(100) },
        servers: { workers: 2, vcpus: 1 },
      }),
      1000,
    );
    expect(times(answers)).toEqual([160, 200]);
  });

  it('are as fast as ever while there are enough vCPUs', () => {
    // Two vCPUs: at 0 and 0 each alone; the third at 50 makes three on two. Until 50 both have 50 left; then each gets
    // 2/3, so they end at 50 + 50 * 3/2 = 125. The third has 50 by then and a vCPU of its own: 125 + 50 = 175.
    const { answers } = record(
      tinyScenario({
        people: logins(0, 0, 50),
        service: { login: ms(100) },
        servers: { workers: 3, size: 'm7i.large' },
      }),
      1000,
    );
    expect(times(answers)).toEqual([125, 125, 175]);
  });

  it('may have less than a whole one', () => {
    const { answers } = record(
      tinyScenario({ people: logins(0), service: { login: ms(100) }, servers: { vcpus: 0.25 } }),
      1000,
    );
    expect(times(answers)).toEqual([400]);
  });

  it('use none while they wait for the store', () => {
    // Both are logged in; the pages at 1000 read for 100 ms, which nobody slows. Then both compute 10 ms on one vCPU:
    // 20 ms. The writing takes 100 again.
    const script: ScriptLine[] = [0, 500, 1000, 1000].map((atMs, i) => ({ atMs, user: i % 2, ask: null }));
    const { answers } = record(
      tinyScenario({
        people: { count: 2, script },
        servers: { workers: 2, vcpus: 1 },
        sessions: { strategy: 'shared' },
        store: { latency: ms(100) },
      }),
      2000,
    );
    expect(times(answers)).toEqual([110, 610, 1220, 1220]);
  });

  it('follow the universal scalability law', () => {
    // Two at once with contention 0.25: together 2 / (1 + 0.25) = 1.6 of one, each 0.8: 100 / 0.8 = 125 ms.
    // With coherency 0.125 as well: 2 / (1 + 0.25 + 2 * 0.125) = 4/3, each 2/3: 150 ms.
    const together = (contention: number, coherency: number) =>
      times(
        record(
          tinyScenario({
            people: logins(0, 0),
            service: { login: ms(100), contention, coherency },
            servers: { workers: 2 },
          }),
          1000,
        ).answers,
      );
    expect(together(0.25, 0)).toEqual([125, 125]);
    expect(together(0.25, 0.125)).toEqual([150, 150]);
  });

  it('feel a change of the law at once', () => {
    // As above with contention 0.25 until 50: 40 done, 60 left. From then on none: 60 ms more.
    const { answers } = record(
      tinyScenario({
        people: logins(0, 0),
        service: { login: ms(100), contention: 0.25 },
        servers: { workers: 2 },
      }),
      1000,
      [{ atMs: 50, do: 'set', setting: 'service.contention', value: 0 }],
    );
    expect(times(answers)).toEqual([110, 110]);
  });

  it('are interrupted when the balancer gives up, and the others get their part', () => {
    // One vCPU, three logins of 300 ms, the balancer waits 450 ms. Two begin at 0 and one at 300, when both have 150.
    // With a third of the machine each they have 200 at 450, when the two are interrupted. The third has 50 then and
    // goes on alone: 450 + 250 = 700, before its own time is up at 750.
    const { answers, simulation } = record(
      tinyScenario({
        people: logins(0, 0, 300),
        service: { login: ms(300) },
        servers: { workers: 3, vcpus: 1 },
        balancer: { answerTimeoutMs: 450 },
      }),
      1000,
    );
    expect(lines(answers)).toEqual([
      '450 A login 504 tooSlow',
      '450 A login 504 tooSlow',
      '700 A login 200 loggedIn',
    ]);
    expect(simulation.world.tasks.used).toBe(0);
    expect(simulation.world.servers.busy[0]).toBe(0);
  });

  it('lose what they compute when the process dies', () => {
    const { answers, simulation } = record(
      tinyScenario({ people: logins(0, 0), service: { login: ms(300) }, servers: { workers: 2, vcpus: 1 } }),
      1000,
      [{ atMs: 100, do: 'kill-server', server: 0 }],
    );
    expect(lines(answers)).toEqual(['100 A login 502 serverDied', '100 A login 502 serverDied']);
    expect(simulation.world.tasks.used).toBe(0);
  });

  it('stand still on a silent machine', () => {
    const { answers } = record(
      tinyScenario({
        people: logins(0, 0),
        service: { login: ms(300) },
        servers: { workers: 2, vcpus: 1 },
        balancer: { answerTimeoutMs: 2000 },
      }),
      3000,
      [{ atMs: 100, do: 'hang-server', server: 0 }],
    );
    expect(lines(answers)).toEqual(['2000 A login 504 tooSlow', '2000 A login 504 tooSlow']);
  });
});

describe('many workers', () => {
  it('work side by side, also beyond the 32 that are drawn', () => {
    // 40 workers, 45 logins of 100 ms at once: 40 done at 100, the 5 that waited at 200.
    const { answers, simulation } = record(
      tinyScenario({
        people: logins(...Array<number>(45).fill(0)),
        service: { login: ms(100) },
        servers: { workers: 40 },
      }),
      150,
    );
    expect(times(answers)).toEqual(Array(40).fill(100));
    expect(simulation.world.servers.busy[0]).toBe(5);
    simulation.runUntil(200);
    expect(simulation.world.totals.ok).toBe(45);
    expect(simulation.world.servers.busy[0]).toBe(0);
    expect(simulation.world.servers.busyWorkers[0]).toBe(0);
  });
});

describe('a fresh program', () => {
  it('is slower until it is warm', () => {
    // Restarted at 0, it listens at 800 and warms up for 1000 ms, from a quarter of its speed. At 1000 it has four
    // fifths of that before it: 1 - 0.8 * 0.75 = 0.4, and 100 ms become 250. At 1300, half-way, the speed is 5/8, so
    // they become 160. At 1800 they are 100 again.
    const { answers } = record(
      tinyScenario({
        people: logins(1000, 1300, 1800),
        service: { login: ms(100) },
        servers: { restartMs: 800, warmUpMs: 1000, coldSpeed: 0.25 },
      }),
      3000,
      [{ atMs: 0, do: 'restart-server', server: 0, graceful: false }],
    );
    expect(times(answers)).toEqual([1250, 1460, 1900]);
  });
});
