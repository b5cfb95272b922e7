import { describe, expect, it } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { begin, firstBranch, rename } from '../player/branches.ts';
import { formatBranches } from '../player/link/branchesText.ts';
import * as details from '../player/link/details.ts';
import { type LinkState, parseLink } from '../player/link/link.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { parametersOf, readable } from './address.ts';
import { MOST_LINK_CHARACTERS, pageTo } from './LongLink.tsx';

const kill = (atMs: number, server: number): Intervention => ({ atMs, do: 'kill-server', server });
const HOME = 'https://somebody.example.org/articles/2031/where-did-my-login-go/balancing-act/?';

const state = (interventions: Intervention[]): LinkState => ({
  scenario: 'three-servers',
  start: [],
  seed: 4_294_967_295,
  run: { scenario: SCENARIOS['three-servers'], seed: 4_294_967_295, interventions },
  atMs: 123_456.789,
  speed: 1 / 40,
  follow: 3,
});
const opened = {
  closer: { subject: 'request~12345~123456', followed: 3 },
  open: ['charts', 'table~latency', 'why~12345', 'settings', 'settings~balancer'],
  window: { fromMs: 120_000.5, toMs: 125_000, away: false },
};

/** Times of a hand at the page, with as many digits as a pause gives. */
const ten: Intervention[] = Array.from({ length: 10 }, (_, i) => kill(10_000 + i * 7123, i % 3));

describe('an address', () => {
  it('can be read by people', () => {
    const query = readable(parametersOf(state(ten.slice(0, 2)), opened));
    expect(query).toBe(
      'scenario=three-servers&seed=4294967295&do=10000~kill~A,17123~kill~B&t=123457&speed=0.025&follow=4&show=settings~balancer,table~latency,why~12345&zoom=120000~125000&look=request~12345~123456',
    );
  });

  it('is read as what it was before it could be', () => {
    const parameters = parametersOf(state(ten), opened);
    parameters.set('names', 'a~b;c,d:e %~& 한글 <b>');
    expect([...new URLSearchParams(readable(parameters))]).toEqual([...parameters]);
    const { state: read, problems } = parseLink(new URLSearchParams(readable(parameters)), details);
    expect(problems).toEqual([]);
    expect(read.run.interventions).toEqual(ten);
  });

  it.each([
    ['ten things done, and two runs with names beside', 10, 2, 800],
    ['twenty things done, and five runs', 20, 5, 1200],
    ['thirty things done, and as many runs as there are', 30, 11, 2000],
  ])('is short for a typical visit: %s', async (_, done, others, most) => {
    const all = Array.from({ length: done }, (__, i) => kill(10_000 + i * 7123, i % 3));
    let branches = firstBranch(all);
    for (let i = 0; i < others; i++) {
      const left = 20_000 + i * 1311;
      branches = begin(branches, [...all.filter((a) => a.atMs < left), kill(left, i % 3)], left, 130_000);
      branches = rename(branches, i + 2, `Try ${i + 1}: without server B`);
    }
    const address = `${HOME}${readable(parametersOf(state(all), opened))}&lang=ko${await formatBranches(branches)}`;
    expect(address.length).toBeLessThan(most);
    expect(most).toBeLessThanOrEqual(MOST_LINK_CHARACTERS);
  });
});

describe('the page that leads to an address', () => {
  it('holds it as text', () => {
    const page = pageTo('https://a.example/?do=1~add&t="><script>', 'A & B', '<열기>', 'ko');
    expect(page).not.toContain('<script>');
    expect(page).toContain('do=1~add&#38;t=&#34;&#62;&#60;script&#62;');
    expect(page).toContain('<title>A &#38; B</title>');
  });
});
