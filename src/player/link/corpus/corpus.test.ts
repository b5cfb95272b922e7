/**
 * Links as each version of the page wrote them, in the files beside: they open forever, and lead to what they led to
 * then. A file is never changed, only added: by whoever counts the version up, with links of the new one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Branches } from '../../branches.ts';
import { firstBranch } from '../../branches.ts';
import { formatBranches, parseBranches } from '../branchesText.ts';
import * as details from '../details.ts';
import { type LinkState, parseLink } from '../link.ts';
import { VERSION } from '../migrations/index.ts';
import { parseOpened, type ReadOpened } from '../openedText.ts';
import { unpack } from '../pack.ts';

interface Kept {
  what: string;
  link: string;
  /** `speed` as text, because it may be Infinity. `look` and `open` came with version 2, names of runs too. */
  opens: Pick<LinkState, 'scenario' | 'start' | 'seed' | 'atMs' | 'follow'> & {
    interventions: LinkState['run']['interventions'];
    speed: string;
    branches: Branches | null;
  } & Partial<Pick<ReadOpened, 'look' | 'open' | 'zoom'>>;
}

const filesOf = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
const keptOf = (version: number): Kept[] =>
  JSON.parse(readFileSync(`${import.meta.dirname}/version${version}.json`, 'utf8'));
const versions = Array.from({ length: VERSION }, (_, i) => i + 1);

it('there are links of every version', () => {
  expect(filesOf.sort()).toEqual(versions.map((version) => `version${version}.json`).sort());
  for (const version of versions) {
    const hashes = keptOf(version).filter(({ link }) => link.includes(`#${version}.`));
    expect(hashes.length, `with a packed part of version ${version}`).toBeGreaterThan(1);
  }
});

describe.each(versions)('links of version %i', (version) => {
  it.each(keptOf(version).map((kept) => [kept.what, kept] as const))('%s', async (_, { link, opens }) => {
    const { searchParams: query, hash } = new URL(link, 'https://example.org/');
    const { state, problems } = parseLink(query, details);
    expect(problems).toEqual([]);
    const { look, open, zoom, wrong } = parseOpened(query);
    expect(wrong).toEqual([]);
    const { interventions } = state.run;
    const read = hash === '' ? null : await parseBranches(hash, firstBranch(interventions));
    const { scenario, start, seed, atMs, speed, follow } = state;
    const found: Kept['opens'] = {
      ...{ scenario, start, seed, interventions, atMs, speed: String(speed), follow },
      branches: read === null ? null : 'branches' in read ? read.branches : null,
      look,
      open,
      zoom,
    };
    expect(found).toEqual({ look: null, open: [], zoom: null, ...withNames(opens) });
  });
});

it('the newest are what is written', async () => {
  for (const { link, opens } of keptOf(VERSION)) {
    const hash = new URL(link, 'https://example.org/').hash;
    const written = opens.branches === null ? '' : await formatBranches(opens.branches);
    // As text: the same may be packed in more ways than one.
    const textOf = (some: string) => unpack(some.replace(/^#\d+\./, ''));
    expect(written.slice(0, 3)).toBe(hash.slice(0, 3));
    expect(await textOf(written), 'another form is another version').toEqual(await textOf(hash));
  }
});

/** Runs had no names at first. */
function withNames(opens: Kept['opens']): Kept['opens'] {
  const { branches } = opens;
  if (branches === null) return opens;
  return {
    ...opens,
    branches: { ...branches, list: branches.list.map((b) => ({ ...b, name: b.name ?? '' })) },
  };
}
