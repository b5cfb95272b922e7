import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../engine/intervention.ts';
import { type Branches, begin, change, currentBranch, firstBranch, goTo, rename } from '../branches.ts';
import { cleanName } from '../runName.ts';
import { formatBranches, holdsBranches, parseBranches } from './branchesText.ts';
import { VERSION } from './migrations/index.ts';
import { pack } from './pack.ts';

const done = fc.array(
  fc.record({
    atMs: fc.integer({ min: 0, max: 3_600_000 }),
    do: fc.constantFrom('kill-server' as const, 'hang-server' as const),
    server: fc.nat(299),
  }),
  { maxLength: 12 },
);
const inOrder = (list: Intervention[]) => [...list].sort((a, b) => a.atMs - b.atMs);

/** Some ways a run went. */
const someBranches = fc
  .tuple(
    done,
    fc.array(fc.tuple(fc.boolean(), done, fc.nat(9999), fc.string({ unit: 'binary', maxLength: 60 })), {
      minLength: 1,
      maxLength: 9,
    }),
    fc.nat(9),
  )
  .map(([first, steps, shown]) => {
    let branches = firstBranch(inOrder(first));
    for (const [begins, list, atMs, name] of steps) {
      branches = begins ? begin(branches, inOrder(list), atMs, 2 * atMs) : change(branches, inOrder(list));
      branches = rename(branches, (atMs % branches.list.length) + 1, cleanName(name));
    }
    return goTo(branches, shown, 5);
  });

const opened = (branches: Branches) => firstBranch(currentBranch(branches).interventions);

describe('branches in an address', () => {
  it('are read as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(someBranches, async (branches) => {
        const hash = await formatBranches(branches);
        if (branches.list.length === 1) {
          expect(hash).toBe('');
          return;
        }
        expect(hash).toMatch(/^#2\.[\w-]+$/);
        expect(holdsBranches(hash)).toBe(true);
        expect(await parseBranches(hash, opened(branches))).toEqual({ branches });
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it('take few characters for a typical visit', async () => {
    const kill = (atMs: number, server: number): Intervention => ({ atMs, do: 'kill-server', server });
    const sticky: Intervention = { atMs: 9000, do: 'set-strategy', strategy: 'sticky' };
    let branches = firstBranch([{ atMs: 6000, do: 'add-server' }, sticky, kill(14_250, 0)]);
    for (let i = 0; i < 4; i++)
      branches = begin(
        branches,
        [{ atMs: 6000, do: 'add-server' }, kill(7000 + 310 * i, i)],
        7000 + 310 * i,
        20_000,
      );
    expect((await formatBranches(branches)).length).toBeLessThan(300);
  });

  it('that are broken or hostile give nothing, and never throw', async () => {
    const whole = await formatBranches(begin(firstBranch([{ atMs: 5, do: 'add-server' }]), [], 3, 9));
    const packed = async (version: number, value: unknown) =>
      `#${version}.${await pack(JSON.stringify(value))}`;
    const runs = (...rows: unknown[]) => ({ shown: 1, runs: rows });
    const hostile = await Promise.all([
      packed(1, [1, []]),
      packed(1, [2, [[1, 0, 0, 0, '']]]),
      packed(1, [1, [[1, 0, 0, 0, '5~explode']]]),
      packed(1, [1, [[1, 0, 0, -1, '']]]),
      packed(1, [1, Array.from({ length: 99 }, (_, i) => [i + 1, 0, 0, 0, ''])]),
      packed(1, [1, [[1, 0, 0, 0, 'x'.repeat(1_000_000)]]]),
      packed(1, runs([1, 0, 0, 0, '', ''])),
      packed(1, { __proto__: null, length: 2 }),
      packed(2, [1, [[1, 0, 0, 0, '']]]),
      packed(2, runs()),
      packed(2, runs([1, 0, 0, 0, ''])),
      packed(2, runs([1, 0, 0, 0, '', 5])),
      packed(2, runs([1, 0, 1e300, 0, '', ''])),
      packed(2, runs([2, 0, 0, 0, '', ''], [1, 0, 0, 0, '', ''])),
      packed(2, { runs: [[1, 0, 0, 0, '', '']] }),
      packed(2, null),
      packed(0, runs([1, 0, 0, 0, '', ''])),
    ]);
    for (const hash of [...hostile, '#2.', '#1.', '#1.%%%', `${whole}AAAA`.slice(0, -9), '#controls', ''])
      expect(await parseBranches(hash, firstBranch([])), hash.slice(0, 80)).toEqual({ broken: true });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }), async (at, text) => {
        const read = await parseBranches(whole.slice(0, at) + text + whole.slice(at + 1), firstBranch([]));
        if ('branches' in read) expect(read.branches.list.length).toBeGreaterThan(0);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('of a newer version are told apart from broken ones', async () => {
    expect(await parseBranches(`#${VERSION + 1}.whatever-comes`, firstBranch([]))).toEqual({
      newer: VERSION + 1,
    });
    expect(await parseBranches('#999999.a=b&c', firstBranch([]))).toEqual({ newer: 999_999 });
    expect(await parseBranches('#1234567.abc', firstBranch([]))).toEqual({ broken: true });
  });

  it('have names that are only ever text, however they came into the link', async () => {
    const name = `<img src=x onerror=alert(1)>\u202e\u0000 ${'y'.repeat(500)}`;
    const text = JSON.stringify({
      shown: 1,
      runs: [
        [1, 0, 0, 0, '', name],
        [2, 1, 0, 0, '', '  '],
      ],
    });
    const read = await parseBranches(`#2.${await pack(text)}`, firstBranch([]));
    if (!('branches' in read)) throw new Error('can be read');
    const [first, second] = read.branches.list;
    expect(first.name).toBe(`<img src=x onerror=alert(1)> ${'y'.repeat(11)}`);
    expect(second.name).toBe('');
  });
});
