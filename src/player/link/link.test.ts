import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../engine/intervention.ts';
import { POLICY_IDS } from '../../engine/policies/index.ts';
import type { Distribution } from '../../engine/random/distributions.ts';
import { createStreams, uniform } from '../../engine/random/streams.ts';
import type { SettingPath, SettingValue } from '../../engine/settings.ts';
import { serverName } from '../../engine/state/servers.ts';
import { STRATEGY_IDS } from '../../engine/strategies/index.ts';
import type { SingleField } from '../../scenarios/fields/field.ts';
import { SCENARIO_IDS, SCENARIOS } from '../../scenarios/library/index.ts';
import { changeSetting, SETTINGS } from '../../scenarios/settings.ts';
import { SPEEDS } from '../createPlayer.ts';
import { formatActions, parseActions } from './actions.ts';
import * as details from './details.ts';
import { formatLink } from './formatLink.ts';
import { type LinkState, parseLink } from './link.ts';
import { MOMENTS } from './moments.ts';
import { parseOpened } from './openedText.ts';
import { startWith } from './startSettings.ts';
import { formatSubject } from './subjectText.ts';

const server = fc.integer({ min: 0, max: 299 });

/** Any value a setting may have. */
function arbitraryValue(field: SingleField): fc.Arbitrary<SettingValue> {
  const orNull = (values: fc.Arbitrary<number>, nullable: boolean): fc.Arbitrary<SettingValue> =>
    nullable ? fc.option(values) : values;
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...field.choices);
    case 'yes-or-no':
      return fc.boolean();
    case 'duration':
      return orNull(fc.integer({ min: Math.ceil(field.leastMs), max: field.mostMs }), field.orNull);
    case 'distribution':
      return fc.oneof(
        fc.record({
          kind: fc.constantFrom('constant', 'exponential'),
          meanMs: fc.integer({ min: 1, max: 9999 }),
        }),
        fc.record({
          kind: fc.constant('uniform'),
          minMs: fc.nat(99),
          maxMs: fc.integer({ min: 99, max: 999 }),
        }),
        fc.record({
          kind: fc.constantFrom('lognormal', 'hyperexponential'),
          meanMs: fc.integer({ min: 1, max: 9999 }),
          cv: fc.integer({ min: 2, max: 200 }).map((half) => half / 2),
        }),
      ) as fc.Arbitrary<Distribution>;
    case 'whole':
      return orNull(fc.integer({ min: field.least, max: field.most }), field.orNull);
    case 'decimal':
      return orNull(fc.constantFrom(field.least, (field.least + field.most) / 2, field.most), field.orNull);
  }
}

const anyAction = fc.oneof(
  fc.constantFrom(
    { do: 'add-server' as const },
    { do: 'kill-store' as const },
    { do: 'restart-store' as const },
  ),
  fc.record({
    do: fc.constantFrom(
      'kill-server' as const,
      'hang-server' as const,
      'drain-server' as const,
      'resume-server' as const,
      'remove-server' as const,
    ),
    server,
  }),
  fc.record({ do: fc.constant('restart-server' as const), server, graceful: fc.boolean() }),
  fc.record({ do: fc.constant('set-strategy' as const), strategy: fc.constantFrom(...STRATEGY_IDS) }),
  fc.record({ do: fc.constant('set-policy' as const), policy: fc.constantFrom(...POLICY_IDS) }),
  fc.record({ do: fc.constant('set-think-time' as const), meanMs: fc.integer({ min: 1, max: 20_000 }) }),
  fc.oneof(
    ...SETTINGS.filter((setting) => setting.live).map(({ path, field }) =>
      arbitraryValue(field).map((value) => changeSetting(path, value) as Action),
    ),
  ),
  fc.record({ do: fc.constant('set-visitors' as const), perSecond: fc.integer({ min: 0, max: 400 }) }),
);
const anyStartSetting = fc.oneof(
  ...SETTINGS.map(({ path, enginePath, field }) =>
    arbitraryValue(field).map((value) => ({ path, enginePath: enginePath as SettingPath, value })),
  ),
);
const anyInterventions = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3_600_000 }), anyAction), { maxLength: 12 })
  .map((list) => list.map(([atMs, action]) => ({ ...action, atMs })).sort((a, b) => a.atMs - b.atMs));
const anyState: fc.Arbitrary<LinkState> = fc
  .record({
    scenario: fc.constantFrom(...SCENARIO_IDS),
    start: fc.uniqueArray(anyStartSetting, { selector: ({ path }) => path, maxLength: 6 }),
    seed: fc.integer({ min: 0, max: 4_294_967_295 }),
    interventions: anyInterventions,
    atMs: fc.integer({ min: 0, max: 3_600_000_000 }).map((us) => us / 1000),
    speed: fc.constantFrom(...SPEEDS),
    follow: fc.integer({ min: -1, max: 23 }),
  })
  .map(({ interventions, ...rest }) => ({
    ...rest,
    run: { scenario: startWith(SCENARIOS[rest.scenario], rest.start), seed: rest.seed, interventions },
  }))
  // Somebody who is there.
  .map((state) => ({ ...state, follow: Math.min(state.follow, state.run.scenario.people.count - 1) }));

describe('a link', () => {
  it('leads back to what it was made from', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { state: read, problems } = parseLink(
          new URLSearchParams(formatLink(state).toString()),
          details,
        );
        expect(problems).toEqual([]);
        expect(read).toEqual(state);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('names microseconds, at the end of which all has happened that could be seen', () => {
    const [state] = fc.sample(anyState, 1);
    const t = (atMs: number) => formatLink({ ...state, atMs }).get('t');
    expect([0, 828.3499999999999, 829, 1e-9].map(t)).toEqual([null, '828.35', '829', '0.001']);
  });

  it('stays short for a run with twenty interventions', () => {
    const interventions = Array.from({ length: 20 }, (_, i) => ({
      atMs: 100_000 + i * 1234,
      do: 'kill-server' as const,
      server: i,
    }));
    const state: LinkState = {
      scenario: 'three-servers',
      start: [],
      seed: 4_294_967_295,
      run: { scenario: SCENARIOS['three-servers'], seed: 1, interventions },
      atMs: 123_456.789,
      speed: 1 / 40,
      follow: 3,
    };
    expect(formatLink(state).toString().length).toBeLessThan(600);
  });

  it('never throws, and says what it could not use', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('scenario', 'seed', 't', 'do', 'speed', 'with'),
          fc.oneof(fc.string(), fc.webQueryParameters()),
          { maxKeys: 5 },
        ),
        (wild) => {
          const { state } = parseLink(new URLSearchParams(wild), details);
          expect(SCENARIO_IDS).toContain(state.scenario);
          expect(state.atMs).toBeGreaterThanOrEqual(0);
          expect(Number.isInteger(state.seed)).toBe(true);
        },
      ),
      { seed: 4, numRuns: 2000 },
    );
  });

  it.each([
    ['scenario=nowhere', 'scenario', 'nowhere'],
    ['scenario=__proto__', 'scenario', '__proto__'],
    ['with=servers.count~-1', 'with', 'servers.count~-1'],
    ['with=servers.count', 'with', 'servers.count'],
    ['with=servers.cuont~3', 'with', 'servers.cuont~3'],
    ['seed=-1', 'seed', '-1'],
    ['seed=1e3', 'seed', '1e3'],
    ['seed=99999999999', 'seed', '99999999999'],
    ['t=tomorrow', 't', 'tomorrow'],
    ['t=999999999', 't', '999999999'],
    ['speed=3', 'speed', '3'],
  ])('%s is reported and replaced', (query, name, value) => {
    expect(parseLink(new URLSearchParams(query), details).problems).toMatchObject([
      { code: 'bad-value', name, value },
    ]);
  });
});

describe('actions in a link', () => {
  it('are read in order of time', () => {
    const { interventions, wrong } = parseActions('6000~kill~B,2500~add,9000~strategy~shared');
    expect(wrong).toEqual([]);
    expect(formatActions(interventions)).toBe('2500~add,6000~kill~B,9000~strategy~shared');
  });

  it.each([
    'kill~B',
    '5~kill',
    '5~kill~b',
    '5~kill~ZZ',
    '5~fly~B',
    '-5~add',
    '5~add~B',
    '5~strategy~toString',
    '5~think~0',
    'x~add',
    '5~constructor',
  ])('%s is left out and named', (text) => {
    expect(parseActions(`1~add,${text}`)).toEqual({
      interventions: [{ atMs: 1, do: 'add-server' }],
      wrong: [text],
    });
  });

  it('know servers by their letters', () => {
    fc.assert(
      fc.property(server, (index) => {
        const [intervention] = parseActions(`0~kill~${serverName(index)}`).interventions;
        return intervention?.do === 'kill-server' && intervention.server === index;
      }),
      { seed: 1 },
    );
  });
});

describe('the moments of the gallery', () => {
  it.each(Object.entries(MOMENTS))('%s is a link without problems', (_, query) => {
    expect(parseLink(new URLSearchParams(query), details).problems).toEqual([]);
  });
});

describe('mutated links', () => {
  const WHOLE = [
    'scenario=three-servers&with=servers.count~4,balancer.policy~ip-hash&seed=11&do=2000~strategy~sticky,4000~set~balancer.retries~2,6000~kill~B,7000~think~500&t=21500&speed=0.1&follow=3',
    'scenario=failover&seed=4294967295&do=1~kill-store,2~restart-store~2,3~resize~A~m7i.4xlarge,4~deploy~2&t=3.25',
    'scenario=two-servers&seed=7&t=9000&follow=1&show=charts,table~latency,settings~balancer,why~412&look=request~412~8930',
    'moment=refusal-under-memory&lesson=where-did-my-login-go&step=2&embed=1&lang=ko',
  ];
  /** What breaks parsers: ends of numbers, other scripts, names every object has, and markup. */
  const PIECES = [
    '',
    '&',
    '=',
    '~',
    ',',
    '-',
    '%',
    '%00',
    '%E0%A4%A',
    '1e309',
    'NaN',
    '__proto__',
    'constructor',
    '한',
    '\u0000',
    '<script>',
    '"><img src=x onerror=alert(1)>',
    '9'.repeat(40),
    'A'.repeat(5000),
  ];
  const TIMES = Number(process.env.LINK_MUTATIONS ?? 20_000);

  it(`never throw and always lead somewhere, ${TIMES} times`, () => {
    const { routing } = createStreams(9);
    let draws = 0;
    const below = (n: number) => Math.floor(uniform(routing, 0, draws++) * n);
    let text = WHOLE[0];
    for (let i = 0; i < TIMES; i++) {
      // Now and then from a whole one again, so that mutations add up but do not end in noise.
      if (i % 7 === 0) text = WHOLE[below(WHOLE.length)];
      const at = below(text.length + 1);
      text = (text.slice(0, at) + PIECES[below(PIECES.length)] + text.slice(at + below(4))).slice(0, 6000);
      const { state, problems } = parseLink(new URLSearchParams(text), details);
      if (
        !(SCENARIO_IDS.includes(state.scenario) && state.atMs >= 0 && state.run.interventions.length <= 500)
      )
        expect.unreachable(text);
      const { look, open, wrong } = parseOpened(new URLSearchParams(text));
      if (look !== null && formatSubject(look).length > 40) expect.unreachable(text);
      if (open.length + wrong.length > text.length + 3) expect.unreachable(text);
      if (problems.length > 20) expect.unreachable(`${problems.length} problems: ${text}`);
    }
  }, 300_000);
});
