/** What every ready comparison says in its sentence is so. */
import { describe, expect, it } from 'vitest';
import { createSimulation, type Run } from '../../../engine/simulation.ts';
import { RequestKind } from '../../../engine/state/requests.ts';
import { compareEn } from '../../../i18n/compare/en.ts';
import { compareKo } from '../../../i18n/compare/ko.ts';
import { createTimeline } from '../../../timeline/timeline.ts';
import { MOST_RUNS, runsOf } from '../comparison.ts';
import { createLockstep } from '../lockstep.ts';
import type { RunNumbers } from '../tally.ts';
import { tells } from '../telling.ts';
import { READY, READY_IDS, type ReadyId } from './index.ts';

/** The numbers of all runs at a moment, by default at the end of what the sentence is about. */
function numbersOf(id: ReadyId, atMs = READY[id].untilMs): RunNumbers[] {
  const lockstep = createLockstep(runsOf(READY[id]).map((run) => createTimeline(run)));
  lockstep.goTo(atMs);
  return lockstep.numbers();
}

interface Answer {
  atMs: number;
  user: number;
  status: number;
  kind: number;
  server: number;
  ms: number;
}
function answersOf(run: Run, untilMs: number): Answer[] {
  const answers: Answer[] = [];
  const simulation = createSimulation(run);
  simulation.observe({
    finished: ({ nowMs, requests }, r) =>
      answers.push({
        atMs: nowMs,
        user: requests.user[r],
        status: requests.status[r],
        kind: requests.kind[r],
        server: requests.server[r],
        ms: nowMs - requests.bornMs[r],
      }),
  });
  simulation.runUntil(untilMs);
  return answers;
}
const answers = (id: ReadyId) => runsOf(READY[id]).map((run) => answersOf(run, READY[id].untilMs));
const people = (all: Answer[]) => [...new Set(all.map(({ user }) => user))].sort((a, b) => a - b);
const mean = (all: Answer[]) => all.reduce((sum, { ms }) => sum + ms, 0) / all.length;

describe('every ready comparison', () => {
  it.each(READY_IDS)('%s has runs with names, and begins before its end', (id) => {
    const { fromMs, untilMs, base } = READY[id];
    const runs = runsOf(READY[id]);
    expect(runs.length).toBeGreaterThanOrEqual(2);
    expect(runs.length).toBeLessThanOrEqual(MOST_RUNS);
    expect(compareEn.ready[id].runs).toHaveLength(runs.length);
    expect(compareKo.ready[id].runs).toHaveLength(runs.length);
    expect(fromMs).toBeLessThan(untilMs);
    for (const { atMs } of base.interventions) expect(atMs).toBeLessThan(untilMs);
  });

  it.each(READY_IDS)('%s shows a difference where it rests at first, and soon where it plays', (id) => {
    const { fromMs, tellingMs, untilMs, speed } = READY[id];
    expect(tells(numbersOf(id, tellingMs))).toBe(true);
    expect(tellingMs).toBeLessThanOrEqual(untilMs);
    // In wall time.
    expect(tells(numbersOf(id, fromMs + 6000 * speed))).toBe(true);
  });

  it('has words, and no words are for one that is not there', () => {
    expect(Object.keys(compareEn.ready)).toEqual(READY_IDS);
  });
});

describe('what is said is so', () => {
  it('where-sessions-live', () => {
    const [memory, sticky, copies, store] = numbersOf('where-sessions-live');
    expect(numbersOf('where-sessions-live', 14_999)[0].servedShare).toBeLessThan(0.5);
    const run = runsOf(READY['where-sessions-live'])[1];
    const before = createTimeline(run);
    before.goTo(14_999);
    const { users, records } = before.world;
    const onB = [...users.session.subarray(0, 8)].map(
      (session) => records.place[before.world.sessions.firstRecord[session]],
    );
    expect(sticky.forcedLogins).toBe(onB.filter((place) => place === 1).length);
    expect(sticky.forcedLogins).toBeGreaterThan(0);
    expect(numbersOf('where-sessions-live', 14_999)[1].refused).toBe(0);
    for (const { refused, failed } of [copies, store])
      expect({ refused, failed }).toEqual({ refused: 0, failed: 0 });
    for (const other of [memory, sticky, copies])
      expect(store.usdPerHour - other.usdPerHour).toBeGreaterThan(0.1);
    expect(Math.abs(copies.usdPerHour - memory.usdPerHour)).toBeLessThan(0.01);
  });

  it('up-or-out', () => {
    const [one, bigger, memory, sticky] = numbersOf('up-or-out');
    const [ofOne, ofBigger] = answers('up-or-out').map((all) =>
      all.filter(({ atMs, status }) => atMs > 40_000 && status === 200),
    );
    expect(mean(ofBigger)).toBeLessThan(0.5 * mean(ofOne));
    const [, changed, added] = answers('up-or-out').map((all) =>
      all.filter(({ atMs }) => atMs > 11_000 && atMs < 15_000),
    );
    expect(changed.filter(({ status }) => status < 400)).toEqual([]);
    expect(added.filter(({ status }) => status < 400).length).toBeGreaterThan(20);
    expect(bigger).toMatchObject({ sessionsLost: 8, forcedLogins: 8 });
    for (const out of [memory, sticky]) {
      expect(out.failed).toBe(0);
      expect(out.usdPerHour).toBeLessThan(bigger.usdPerHour);
      expect(out.meanMs).toBeLessThan(one.meanMs as number);
    }
    expect(memory.refused).toBeGreaterThan(50);
    expect(sticky.refused).toBe(0);
  });

  it('slow-server', () => {
    const [turns, ...others] = numbersOf('slow-server');
    const toSlow = answers('slow-server').map(
      (all) => all.filter(({ server }) => server === 2).length / all.length,
    );
    for (const [i, other] of others.entries()) {
      expect(other.p95Ms).toBeLessThan((turns.p95Ms as number) / 4);
      expect(toSlow[i + 1]).toBeLessThan(0.75 * toSlow[0]);
    }
    const alone = createTimeline(runsOf(READY['slow-server'])[0]);
    const queueAt = (atMs: number) => {
      alone.goTo(atMs);
      return [...alone.world.servers.queueLength.subarray(0, 3)];
    };
    expect(queueAt(20_000)[2]).toBeGreaterThan(10);
    expect(queueAt(40_000)[2]).toBeGreaterThan(10);
    expect(Math.max(...queueAt(40_000).slice(0, 2))).toBeLessThan(5);
  });

  it('one-address', () => {
    const servers = answers('one-address').map((all) => new Set(all.map(({ server }) => server)));
    expect(servers.map(({ size }) => size)).toEqual([3, 1]);
    const [cookie, address] = numbersOf('one-address');
    expect(address.meanMs).toBeGreaterThan(2 * (cookie.meanMs as number));
  });

  it('cdn-on-or-off', () => {
    const [without, withOne] = numbersOf('cdn-on-or-off');
    expect(withOne.meanMs).toBeLessThan(0.9 * (without.meanMs as number));
    expect(withOne.p95Ms).toBeLessThan(0.9 * (without.p95Ms as number));
    for (const run of runsOf(READY['cdn-on-or-off'])) expect(run.scenario.files.perPage).toBe(8);
  });

  it('sudden-rush', () => {
    const [two, four, scaler, again] = numbersOf('sudden-rush');
    expect(four.failed).toBe(0);
    expect(scaler.failed).toBeGreaterThan(0);
    expect(scaler.failed).toBeLessThan(two.failed / 2);
    expect(again.failed).toBeGreaterThan(5 * two.failed);
  });

  it('deploy', () => {
    const [hard, drained, store] = numbersOf('deploy');
    expect(hard.failed).toBeGreaterThan(0);
    expect(drained.failed).toBe(0);
    expect(drained.forcedLogins).toBeGreaterThan(5);
    expect(hard.forcedLogins).toBeGreaterThan(5);
    expect(store).toMatchObject({ failed: 0, refused: 0, servedShare: 1 });
    for (const run of runsOf(READY.deploy)) {
      const { servers } = (() => {
        const timeline = createTimeline(run);
        timeline.goTo(READY.deploy.untilMs);
        return timeline.world;
      })();
      expect([...servers.version.subarray(0, 3)]).toEqual([2, 2, 2]);
    }
  });

  it('store-or-token', () => {
    const [store, token, list] = numbersOf('store-or-token');
    expect(token).toMatchObject({ replaysServed: 1, failed: 0 });
    for (const other of [store, list]) {
      expect(other.replaysServed).toBe(0);
      expect(other.failed).toBeGreaterThan(8);
    }
    const [ofStore, , ofList] = answers('store-or-token').map((all) =>
      all.filter(({ atMs }) => atMs > 16_000),
    );
    for (const all of [ofStore, ofList]) expect(all.filter(({ status }) => status < 400)).toEqual([]);
  });

  it('store-copies', () => {
    const [ofOne, ofCopies] = answers('store-copies').map((all) => all.filter(({ atMs }) => atMs > 16_000));
    expect(ofOne.filter(({ status }) => status < 400)).toEqual([]);
    const first = ofCopies.find(({ status }) => status < 400) as Answer;
    expect(first.atMs).toBeGreaterThan(35_000);
    expect(first.atMs).toBeLessThan(45_000);
    const [one, copies] = numbersOf('store-copies');
    expect(one.sessionsLost).toBe(8);
    expect(copies).toMatchObject({ sessionsLost: 0, refused: 0, forcedLogins: 0 });
  });

  it('consistent-or-available', () => {
    const [consistent, available] = numbersOf('consistent-or-available');
    expect(consistent.failed).toBeGreaterThan(20);
    expect(consistent.staleReads).toBe(0);
    expect(available.failed).toBe(0);
    expect(available.staleReads).toBeGreaterThan(5);
  });

  it('modulo-or-ring-servers', () => {
    const loggedOut = answers('modulo-or-ring-servers').map(
      (all) => people(all.filter(({ status }) => status === 401)).length / 40,
    );
    expect(loggedOut[0]).toBeGreaterThan(0.65);
    for (const share of loggedOut.slice(1)) {
      expect(share).toBeGreaterThan(0.2);
      expect(share).toBeLessThan(0.35);
    }
  });

  it('modulo-or-ring-shards', () => {
    const [modulo, ring, slots] = answers('modulo-or-ring-shards').map(
      (all) => people(all.filter(({ status }) => status === 401)).length / 40,
    );
    expect(modulo).toBeGreaterThan(0.65);
    expect(ring).toBeGreaterThan(0);
    expect(ring).toBeLessThan(0.35);
    expect(slots).toBe(0);
  });

  it('balancer-pair', () => {
    const [ofOne, ofTwo] = answers('balancer-pair');
    expect(ofOne.filter(({ atMs, status }) => atMs > 11_000 && status < 400)).toEqual([]);
    const failures = ofTwo.filter(({ status }) => status >= 400);
    expect(failures.length).toBeGreaterThan(0);
    expect(Math.max(...failures.map(({ atMs }) => atMs))).toBeLessThan(14_200);
    expect(
      ofTwo.filter(({ atMs, kind }) => atMs > 15_000 && kind === RequestKind.page).length,
    ).toBeGreaterThan(30);
    for (const { refused } of numbersOf('balancer-pair')) expect(refused).toBe(0);
  });
});
