/**
 * Parts of the page that are open, as text in a link: `charts`, `table~latency` (the table of a chart), `settings`,
 * `settings~balancer` (a section of them), `why~412` (the reasons of an answer in the log, by the number of its
 * request). A part within another one is enough to open both.
 */
import { SETTINGS } from '../../scenarios/settings.ts';

/** Charts that have a table. */
export const CHART_IDS = [
  'outcomes',
  'latency',
  'distribution',
  'load',
  'queue',
  'places',
  'people',
  'lost',
  'cost',
] as const;

const sectionOf = (path: string): string => path.split('.')[0];
const SECTIONS = new Set(['ways', ...SETTINGS.map(({ path }) => sectionOf(path))]);

/** As many as can be open at once, and some more. */
const MOST_PARTS = 60;

/** What each kind of part may be about, and the part that it lies within. */
const KINDS: Readonly<Record<string, { within?: string; about?(of: string): boolean }>> = {
  charts: {},
  settings: {},
  table: { within: 'charts', about: (of) => (CHART_IDS as readonly string[]).includes(of) },
  'settings~': { within: 'settings', about: (of) => SECTIONS.has(of) },
  why: { about: (of) => /^[1-9]\d{0,8}$/.test(of) },
};

function kindOf(part: string) {
  const [word, of, more] = part.split('~');
  if (more !== undefined) return null;
  const name = word === 'settings' && of !== undefined ? 'settings~' : word;
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : null;
  if (kind === null) return null;
  return (of === undefined ? kind.about === undefined : kind.about?.(of)) ? kind : null;
}

/** Without what is hidden because the part around it is closed, in a fixed order. */
export function formatOpen(open: readonly string[]): string {
  const seen = open.filter((part) => {
    const within = kindOf(part)?.within;
    return within === undefined || open.includes(within);
  });
  // Whatever lies within a part says that the part is open.
  const needless = new Set(seen.map((part) => kindOf(part)?.within));
  return seen
    .filter((part) => !needless.has(part))
    .sort()
    .join(',');
}

/** Reads what can be read, with the parts around; gives back what cannot. Never throws. */
export function parseOpen(text: string): { open: string[]; wrong: string[] } {
  const open = new Set<string>();
  const wrong: string[] = [];
  for (const part of text.split(',')) {
    if (part === '') continue;
    const kind = open.size < MOST_PARTS ? kindOf(part) : null;
    if (kind === null) {
      wrong.push(part.slice(0, 60));
      continue;
    }
    if (kind.within !== undefined) open.add(kind.within);
    open.add(part);
  }
  return { open: [...open], wrong };
}
