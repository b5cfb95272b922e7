/** Every sentence of the story that claims something, checked in the run it is told over. */
import { describe, expect, it } from 'vitest';
import { findLogin } from '../../engine/shelves.ts';
import { createSimulation } from '../../engine/simulation.ts';
import { RequestKind } from '../../engine/state/requests.ts';
import { STORE } from '../../engine/state/sessions.ts';
import { SCENARIOS } from '../../scenarios/library/index.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { createTimeline } from '../../timeline/timeline.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';
import { whereDidMyLoginGo as lesson } from './steps.ts';

const PEOPLE = [0, 1, 2, 3, 4, 5, 6, 7];
const last = lesson.steps[lesson.steps.length - 1];

interface Answer {
  atMs: number;
  user: number;
  status: number;
  kind: number;
}

/** Everything people were answered over the whole story. */
const answers: Answer[] = [];
{
  const simulation = createSimulation({
    scenario: SCENARIOS[lesson.scenario],
    seed: lesson.seed,
    interventions: last.interventions,
  });
  simulation.observe({
    finished: ({ nowMs, requests }, r) =>
      answers.push({
        atMs: nowMs,
        user: requests.user[r],
        status: requests.status[r],
        kind: requests.kind[r],
      }),
  });
  simulation.runUntil(last.toMs);
}

const between = (fromMs: number, toMs: number) => answers.filter((a) => a.atMs > fromMs && a.atMs <= toMs);
const refusedPeople = (list: Answer[]) =>
  [...new Set(list.filter((a) => a.status === 401).map((a) => a.user))].sort();

function at(id: string): Timeline {
  const step = lesson.steps.find((s) => s.id === id);
  if (!step) throw new Error(`no step ${id}`);
  const timeline = createTimeline({
    scenario: SCENARIOS[lesson.scenario],
    seed: lesson.seed,
    interventions: step.interventions,
  });
  timeline.goTo(step.toMs);
  return timeline;
}

/** Where the session of each person is kept at the end of a step. */
function places(id: string): number[] {
  const { world } = at(id);
  return PEOPLE.map((u) => {
    const record = findLogin(world, world.users.session[u]);
    return record < 0 ? Number.NaN : world.records.place[record];
  });
}

describe('where did my login go', () => {
  it('has words for every step, and no others, in both languages', () => {
    const ids = lesson.steps.map((s) => s.id);
    expect(Object.keys(en.steps)).toEqual(ids);
    expect(Object.keys(ko.steps)).toEqual(ids);
  });

  it('one server: eight people log in, each leaves a record there, nobody is refused', () => {
    expect(places('oneServer')).toEqual(PEOPLE.map(() => 0));
    expect(between(0, 5900).every((a) => a.status === 200)).toBe(true);
  });

  it('restart: all eight have to log in again', () => {
    const after = between(6000, 14_000);
    expect(refusedPeople(after)).toEqual(PEOPLE);
    const { world } = at('restart');
    expect(PEOPLE.every((u) => world.users.forcedLogins[u] === 1)).toBe(true);
  });

  it('two servers: B is there', () => {
    expect(at('twoServers').world.balancer.usableCount).toBe(2);
  });

  it('refusal: people are refused though nothing is broken and their sessions exist', () => {
    const { recent } = at('refusal');
    const refusals = recent.notices.filter((n) => n.what === 'answer' && n.atMs > 16_600);
    expect(refusals.length).toBeGreaterThan(3);
    expect(refusals.every((n) => n.what === 'answer' && n.status === 401)).toBe(true);
    expect(
      refusals.every((n) => n.what === 'answer' && n.causes.some((c) => c.code === 'record-elsewhere')),
    ).toBe(true);
    // Logging in again only moves the problem: somebody is refused more than once.
    const list = between(15_000, 20_900).filter((a) => a.status === 401);
    expect(list.length).toBeGreaterThan(refusedPeople(list).length);
  });

  it('sticky: no more refusals', () => {
    // Whoever was refused just before the change may still hear of it on the way back.
    expect(refusedPeople(between(21_100, 29_900))).toEqual([]);
  });

  it('death: exactly the people whose sessions were on A are refused', () => {
    const before = places('sticky');
    const onA = PEOPLE.filter((u) => before[u] === 0);
    expect(onA.length).toBeGreaterThan(1);
    expect(onA.length).toBeLessThan(8);
    expect(refusedPeople(between(30_000, 36_000))).toEqual(onA);
  });

  it('shared store: B dies and nobody is logged out', () => {
    expect(places('sharedStore')).toEqual(PEOPLE.map(() => STORE));
    expect(refusedPeople(between(46_100, last.toMs))).toEqual([]);
    expect(
      between(50_000, last.toMs).filter((a) => a.kind === RequestKind.page && a.status === 200).length,
    ).toBeGreaterThan(5);
  });
});
