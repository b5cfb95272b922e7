import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../engine/intervention.ts';
import { SCENARIOS } from '../../scenarios/library/index.ts';
import { createTimeline } from '../../timeline/timeline.ts';
import { anySubject } from '../testing/arbitraryOpened.ts';
import {
  findSubject,
  formatSubject,
  madeOf,
  type NamedSubject,
  parseSubject,
  SUBJECT_EXAMPLES,
} from './subjectText.ts';

const timelineOf = (interventions: Intervention[]) =>
  createTimeline({ scenario: SCENARIOS['two-servers'], seed: 7, interventions });

/** Every request of the first seconds, as it was born. */
function bornUntil(timeline: ReturnType<typeof timelineOf>, untilMs: number) {
  const born = new Map<number, number>();
  const simulation = timeline.apart(0);
  simulation.observe({
    moved({ requests }, r) {
      born.set(requests.serial[r], requests.bornMs[r]);
    },
  });
  simulation.runUntil(untilMs);
  return [...born];
}

describe('what is looked at closely, in a link', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anySubject(fc), (subject) => {
        expect(parseSubject(formatSubject(subject))).toEqual(subject);
      }),
      { seed: 1 },
    );
  });

  it('is told by examples that can be read', () => {
    for (const text of SUBJECT_EXAMPLES.split(', ')) {
      const subject = parseSubject(text);
      expect(subject && formatSubject(subject)).toBe(text);
    }
  });

  it.each([
    '',
    'request',
    'request~1',
    'request~1~2~3',
    'request~-1~2',
    'request~1~2.5',
    'request~1~3600001',
    'request~1e3~2',
    'stretch~8000',
    'stretch~9000~8000',
    'stretch~1~1',
    'stretch~0~3600001',
    'stretch~-1~5',
    'person~0',
    'person~B',
    'server~b',
    'server~AAA',
    'server~',
    'session~0',
    'session~1~2',
    'session~1~0~2',
    'session~1~2~3~4',
    'session~1~2~3600001',
    'constructor~1',
    '__proto__',
    'toString~1~2',
  ])('%s names nothing', (text) => {
    expect(parseSubject(text)).toBeNull();
  });

  it('is found again in another timeline of the same run, from any moment', () => {
    const run: Intervention[] = [{ atMs: 4000, do: 'kill-server', server: 0 }];
    const born = bornUntil(timelineOf(run), 9000);
    expect(born.length).toBeGreaterThan(20);
    const elsewhere = timelineOf(run);
    elsewhere.goTo(12_000);
    for (const [serial, bornMs] of born) {
      const subject = findSubject(
        { what: 'request', serial, bornMs: Math.floor(bornMs) },
        elsewhere,
        () => true,
      );
      expect(subject).toEqual({ what: 'request', serial, nearMs: bornMs });
    }
  });

  it('is not taken for what has its number in a changed run', () => {
    const born = bornUntil(timelineOf([]), 12_000);
    const changed = timelineOf([{ atMs: 3000, do: 'set-think-time', meanMs: 300 }]);
    const inChanged = new Map(bornUntil(changed, 12_000));
    const others = born.filter(([serial, bornMs]) => {
      const other = inChanged.get(serial);
      return other !== undefined && Math.floor(other) !== Math.floor(bornMs);
    });
    expect(others.length).toBeGreaterThan(10);
    for (const [serial, bornMs] of others) {
      const named: NamedSubject = { what: 'request', serial, bornMs: Math.floor(bornMs) };
      expect(findSubject(named, changed, () => true)).toBeNull();
    }
  });

  it('is there or is not', () => {
    const timeline = timelineOf([{ atMs: 1000, do: 'add-server' }]);
    timeline.goTo(6000);
    const { totals } = timeline.world;
    const find = (text: string) => {
      const subject = parseSubject(text);
      return subject && findSubject(subject, timeline, () => true);
    };
    expect(find('person~8')).toEqual({ what: 'person', user: 7 });
    expect(find('person~9')).toBeNull();
    expect(find('server~C')).toEqual({ what: 'server', server: 2 });
    expect(find('server~D')).toBeNull();
    expect(find('server~ZZ')).toBeNull();
    expect(find(`session~${totals.sessionsMade}`)).toEqual({ what: 'session', serial: totals.sessionsMade });
    expect(find(`session~${totals.sessionsMade + totals.emptySessionsMade + 1}`)).toBeNull();
    expect(find('request~1~0')).toBeNull();
    expect(find('request~999999999~6000')).toBeNull();
  });

  it('is no session that another person got the number of, in a changed run', () => {
    const [run, changed] = [timelineOf([]), timelineOf([{ atMs: 1000, do: 'kill-server', server: 0 }])];
    for (const timeline of [run, changed]) timeline.goTo(6000);
    const find = (text: string, timeline: typeof run) => {
      const subject = parseSubject(text);
      return subject && findSubject(subject, timeline, () => true);
    };
    const serials = [...run.world.sessions.serial].filter((serial) => serial > 0);
    let others = 0;
    for (const serial of serials) {
      const made = madeOf(run.world, serial);
      const inChanged = madeOf(changed.world, serial);
      if (made === null) continue;
      const text = formatSubject({ what: 'session', serial, made });
      expect(find(text, run)).toEqual({ what: 'session', serial });
      if (inChanged === null || JSON.stringify(made) === JSON.stringify(inChanged)) continue;
      others++;
      expect(find(text, changed)).toBeNull();
      // Links that were written before name the number alone.
      expect(find(`session~${serial}`, changed)).toEqual({ what: 'session', serial });
    }
    expect(others).toBeGreaterThan(2);
  });

  it('that is far away is looked for no longer than one has patience', () => {
    const timeline = timelineOf([]);
    let asked = 0;
    const subject = findSubject(
      { what: 'request', serial: 5, bornMs: 3_600_000 },
      timeline,
      () => ++asked < 3,
    );
    expect(subject).toBeNull();
    expect(asked).toBe(3);
  });
});
