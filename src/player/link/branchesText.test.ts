import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../engine/intervention.ts';
import { type Branches, begin, change, currentBranch, firstBranch, goTo } from '../branches.ts';
import { formatBranches, holdsBranches, parseBranches } from './branchesText.ts';

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
    fc.array(fc.tuple(fc.boolean(), done, fc.nat(9999)), { minLength: 1, maxLength: 9 }),
    fc.nat(9),
  )
  .map(([first, steps, shown]) => {
    let branches = firstBranch(inOrder(first));
    for (const [begins, list, atMs] of steps)
      branches = begins ? begin(branches, inOrder(list), atMs, 2 * atMs) : change(branches, inOrder(list));
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
        expect(hash).toMatch(/^#1\.[\w-]+$/);
        expect(holdsBranches(hash)).toBe(true);
        expect(await parseBranches(hash, opened(branches))).toEqual(branches);
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
    const packed = async (value: unknown) => {
      const stream = new Blob([JSON.stringify(value)])
        .stream()
        .pipeThrough(new CompressionStream('deflate-raw'));
      return `#1.${Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')}`;
    };
    const hostile = await Promise.all([
      packed([1, []]),
      packed([2, [[1, 0, 0, 0, '']]]),
      packed([1, [[1, 0, 0, 0, '5~explode']]]),
      packed([1, [[1, 0, 0, -1, '']]]),
      packed([1, Array.from({ length: 99 }, (_, i) => [i + 1, 0, 0, 0, ''])]),
      packed([1, [[1, 0, 0, 0, 'x'.repeat(1_000_000)]]]),
      packed({ __proto__: null, length: 2 }),
    ]);
    for (const hash of [...hostile, '#2.abc', '#1.', '#1.%%%', `${whole}AAAA`.slice(0, -9), '#controls'])
      expect(await parseBranches(hash, firstBranch([]))).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }), async (at, text) => {
        const result = await parseBranches(whole.slice(0, at) + text + whole.slice(at + 1), firstBranch([]));
        if (result !== null) expect(result.list.length).toBeGreaterThan(0);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
