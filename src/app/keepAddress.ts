/**
 * Keeps the address of the page that of the moment on the screen, so that whoever leaves and comes back, or opens the
 * page again, finds what they left. Fetched after the first picture.
 */
import { tellLink } from '../i18n/link/index.ts';
import type { Branching } from '../player/branching.ts';
import type { Player } from '../player/createPlayer.ts';
import { formatBranches, holdsBranches, parseBranches } from '../player/link/branchesText.ts';
import type { LinkProblem } from '../player/link/link.ts';
import { restoreOpened } from '../time/restoreOpened.ts';
import { strangersIn } from '../time/strangers.ts';
import { hasBranches, type Moment, parametersOf, readable } from './address.ts';
import { exploredBefore, type Page, pageOf } from './pages.ts';

/** Wall time for which nothing may have changed before the address is written: browsers limit how often it may be. */
const REST_MS = 400;

/** Parameters that say what moment it is and what is open; all others stay as they are. */
const OF_MOMENTS = [
  'moment',
  'scenario',
  'with',
  'seed',
  'do',
  't',
  'speed',
  'follow',
  'lesson',
  'step',
  'look',
  'show',
  'zoom',
  'compare',
  'names',
  'numbers',
  'scope',
];

export { restoreOpened, strangersIn };

export interface Opened {
  revision: number;
  nowMs: number;
}

export interface AddressKeeper {
  /** What is on the screen has changed, or will in a moment. */
  changed(): void;
  /** From now on another player is on the screen. */
  follow(player: Player): void;
  /** What comes now is another page for the browser's Back, which leads to what is there now. Called before it changes. */
  turnPage(): void;
  dispose(): void;
}

/**
 * @param present the moment on the screen, without disturbing it
 * @param opened what the page showed when its address was that of the moment
 */
export function keepAddress(
  first: Player,
  branching: Branching,
  present: () => Moment,
  opened: Opened,
): AddressKeeper {
  let player = first;
  let timer = 0;
  let turning = 0;
  const atRest = () => !player.store.getState().playing && player.store.getState().wantedMs === null;
  const branchesNow = () => branching.store.getState().branches;

  /** The branches as they are packed; packing takes a while, and a page may have to be turned at once. */
  let packed = {
    of: branchesNow(),
    hash: branchesNow().list.length > 1 && holdsBranches(location.hash) ? location.hash : '',
  };
  const packing = async () => {
    const of = branchesNow();
    const hash = packed.of === of && packed.hash !== '' ? packed.hash : await formatBranches(of);
    if (of === branchesNow()) packed = { of, hash };
  };

  const write = () => {
    const moment = present();
    const hash = hasBranches(moment) && packed.of === branchesNow() ? packed.hash : '';
    const query = new URLSearchParams(location.search);
    for (const name of OF_MOMENTS) query.delete(name);
    for (const [name, value] of parametersOf(moment, player.store.getState())) query.append(name, value);
    history.replaceState(history.state, '', `?${readable(query)}${hash}`);
  };
  const soon = () => window.setTimeout(() => packing().then(write), REST_MS);
  const changed = () => {
    clearTimeout(timer);
    if (atRest()) timer = soon();
  };

  packing();
  const { revision, view } = player.store.getState();
  if (revision !== opened.revision || view.nowMs !== opened.nowMs) changed();
  const listen = () => {
    let seen = momentKey(player);
    return player.store.subscribe(() => {
      const now = momentKey(player);
      if (now === seen) return;
      seen = now;
      changed();
    });
  };
  let stopListening = listen();
  const stopPacking = branching.store.subscribe(() => {
    packing();
    changed();
  });
  return {
    changed,
    follow(next) {
      stopListening();
      player = next;
      stopListening = listen();
      changed();
    },
    turnPage() {
      const left = present();
      write();
      const { search, hash } = location;
      const isExplored = !('lesson' in left || 'query' in left);
      const page: Page = {
        page: pageOf(history.state) + 1,
        explored: isExplored ? search + hash : exploredBefore(history.state),
      };
      history.pushState(page, '', location.href);
      // The new page may be playing from its first moment on.
      clearTimeout(turning);
      turning = soon();
    },
    dispose() {
      clearTimeout(timer);
      clearTimeout(turning);
      stopListening();
      stopPacking();
    },
  };
}

function momentKey({ store }: Player): string {
  const { view, revision, speed, playing, wantedMs, closer, open, window: part } = store.getState();
  return `${view.nowMs} ${revision} ${speed} ${playing} ${wantedMs} ${closer?.subject} ${open} ${part?.fromMs} ${part?.toMs}`;
}

/** Brings back the other ways the run went that an address holds, and tells when it cannot. */
export async function restoreBranches(branching: Branching, hash: string): Promise<LinkProblem[]> {
  if (!holdsBranches(hash)) return [];
  const { branches } = branching.store.getState();
  const read = await parseBranches(hash, branches);
  if ('branches' in read) {
    if (branching.store.getState().branches === branches) branching.restore(read.branches);
    return [];
  }
  const text = hash.slice(0, 24);
  return [
    {
      code: 'told',
      name: '#',
      words: tellLink((words) => ('newer' in read ? words.newer({ text }) : words.broken({ text }))),
    },
  ];
}
