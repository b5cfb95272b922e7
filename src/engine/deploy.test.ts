/** New machines and new versions, one server after the other, and what they do to sessions. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import { SERVER_STATES, serverName } from './state/servers.ts';
import { chain, lines, type Recording, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

/** `A starting 1000` and so on, from a time on. */
function states({ happenings }: Recording, fromMs = 1): string[] {
  return happenings.flatMap((h) =>
    h.what === 'server-state' && h.atMs >= fromMs
      ? [`${serverName(h.server)} ${SERVER_STATES[h.state]} ${h.atMs}`]
      : [],
  );
}

const deploy = (atMs: number, batch: number, drain: boolean): Intervention => ({
  atMs,
  do: 'deploy',
  batch,
  drain,
});

describe('resizing a server', () => {
  const scenario = tinyScenario({
    people: { count: 1 },
    servers: { workers: 2, resizeMs: 2000, size: 'm7i.large' },
  });
  const resize: Intervention = { atMs: 1500, do: 'resize-server', server: 0, size: 'm7i.4xlarge' };

  it('stops it for the resize time, and its memory is gone', () => {
    const run = record(scenario, 5000, [resize]);
    expect(states(run)).toEqual(['A resizing 1500', 'A up 3500']);
    // The login at 1000 was served at 1010; the page at 2010 finds nobody, that at 4010 another memory.
    expect(lines(run.answers)).toEqual([
      '1010 A login 200 loggedIn',
      '2010 A page 503 unreachable',
      '3010 A page 503 unreachable',
      '4011 A page 401 noRecord',
    ]);
    expect(chain(run.answers[3].causes)).toContain('record-gone A serverResized 1500 by 0');
  });

  it('gives it the vCPUs and the price of the new machine, and as many workers for each vCPU', () => {
    const { world } = record(scenario, 4000, [resize]).simulation;
    expect(world.servers.vcpus[0]).toBe(16);
    expect(world.servers.usdPerHour[0]).toBe(0.8064);
    expect(world.servers.workers[0]).toBe(16);
  });

  it('keeps the new machine through a restart', () => {
    const { world } = record(scenario, 20_000, [
      resize,
      { atMs: 5000, do: 'restart-server', server: 0, graceful: false },
    ]).simulation;
    expect(world.servers.vcpus[0]).toBe(16);
    expect(world.servers.workers[0]).toBe(16);
  });

  it('is ignored when the server has that size, or is on its way', () => {
    const run = record(scenario, 5000, [
      { atMs: 500, do: 'resize-server', server: 0, size: 'm7i.large' },
      resize,
      { ...resize, atMs: 1600, size: 't3.micro' },
    ]);
    const ignored = run.happenings.flatMap((h) => (h.what === 'intervention' ? [h.ignored] : []));
    expect(ignored).toEqual([true, false, true]);
  });
});

describe('a rolling deploy', () => {
  const three = (batch: number, drain: boolean) =>
    record(tinyScenario({ people: { count: 0 }, servers: { count: 3, restartMs: 1000 } }), 20_000, [
      deploy(1000, batch, drain),
    ]);

  it('restarts one server after the other', () => {
    // Nothing is in flight, so each drain is over at once; each restart takes a second.
    expect(states(three(1, true))).toEqual([
      'A restarting 1000',
      'A starting 1000',
      'A up 2000',
      'B restarting 2000',
      'B starting 2000',
      'B up 3000',
      'C restarting 3000',
      'C starting 3000',
      'C up 4000',
    ]);
  });

  it('restarts as many at a time as it is told', () => {
    expect(states(three(2, false))).toEqual([
      'A starting 1000',
      'B starting 1000',
      'A up 2000',
      'B up 2000',
      'C starting 2000',
      'C up 3000',
    ]);
  });

  it('tells its version at the beginning and at the end', () => {
    const { happenings, simulation } = three(1, true);
    expect(happenings.filter((h) => h.what === 'deploy')).toMatchObject([
      { atMs: 1000, version: 2, done: false, by: 0 },
      { atMs: 4000, version: 2, done: true, by: 0 },
    ]);
    expect(Array.from(simulation.world.servers.version.subarray(0, 3))).toEqual([2, 2, 2]);
  });

  it('waits for a server that does not come up', () => {
    const run = record(
      tinyScenario({ people: { count: 0 }, servers: { count: 2, restartMs: 1000 } }),
      60_000,
      [
        deploy(1000, 1, true),
        { atMs: 1500, do: 'kill-server', server: 0 },
        { atMs: 30_000, do: 'restart-server', server: 0, graceful: false },
      ],
    );
    // A was kept out and came in again only by checks: it listens at 31 s and needs two passed ones, 2 s apart.
    const b = states(run).filter((line) => line.startsWith('B'));
    expect(b).toHaveLength(3);
    const [begun] = b.map((line) => Number(line.split(' ')[2]));
    expect(begun).toBeGreaterThanOrEqual(33_000);
    expect(begun).toBeLessThanOrEqual(35_000);
  });

  it('waits until the balancer believes in a server it has taken out', () => {
    // Without a drain, and a restart of 8 s: three failed checks 2 s apart are over within 6 s, so the balancer takes A
    // out. It is up at 9 s, but B's turn comes only after two passed checks.
    const run = record(
      tinyScenario({ people: { count: 0 }, servers: { count: 2, restartMs: 8000 } }),
      30_000,
      [deploy(1000, 1, false)],
    );
    const times = states(run).map((line) => Number(line.split(' ')[2]));
    expect(times[1]).toBe(9000);
    expect(times[2]).toBeGreaterThanOrEqual(11_000);
    expect(times[2]).toBeLessThanOrEqual(13_000);
  });

  it('gives servers that come later the new version, without restarting them', () => {
    const run = record(tinyScenario({ people: { count: 0 }, servers: { restartMs: 1000 } }), 20_000, [
      deploy(1000, 1, true),
      { atMs: 1500, do: 'add-server' },
    ]);
    expect(states(run)).toEqual([
      'A restarting 1000',
      'A starting 1000',
      'B starting 1500',
      'B up 1500',
      'A up 2000',
    ]);
  });

  it('begins anew when another one is begun', () => {
    const run = record(
      tinyScenario({ people: { count: 0 }, servers: { count: 2, restartMs: 1000 } }),
      20_000,
      [deploy(1000, 1, true), deploy(2500, 1, true)],
    );
    expect(Array.from(run.simulation.world.servers.version.subarray(0, 2))).toEqual([3, 3]);
    expect(run.happenings.filter((h) => h.what === 'deploy' && h.done)).toHaveLength(1);
  });

  it('is ignored without servers', () => {
    const run = record(tinyScenario({ servers: { count: 0 } }), 2000, [deploy(1000, 1, true)]);
    expect(run.happenings).toContainEqual({ what: 'intervention', index: 0, ignored: true, atMs: 1000 });
  });
});

describe('what a rolling deploy does to sessions', () => {
  it.each([
    ['memory', 1],
    ['sticky', 1],
    ['shared', 0],
  ] as const)('%s: a share of %d of the logins is gone', (strategy, share) => {
    const people = 12;
    const run = record(
      tinyScenario({
        people: { count: people, think: { kind: 'uniform', minMs: 500, maxMs: 1500 } },
        servers: { count: 3, workers: 12, restartMs: 1000 },
        sessions: { strategy },
      }),
      60_000,
      [deploy(20_000, 1, true)],
    );
    // With sticky sessions everybody has one login when the deploy begins; without stickiness some have leftovers.
    const lost = run.happenings.flatMap((h) =>
      h.what === 'sessions-lost' && h.atMs >= 20_000 ? [h.wanted] : [],
    );
    const sum = lost.reduce((a, b) => a + b, 0);
    if (share === 0) expect(sum).toBe(0);
    else expect(sum).toBeGreaterThanOrEqual(people);
    // No request fails: each server finishes what it has, and takes nothing new meanwhile.
    expect(run.answers.filter(({ status }) => status >= 500)).toEqual([]);
  });
});
