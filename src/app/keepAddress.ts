/**
 * Keeps the address of the page that of the moment on the screen, so that whoever leaves and comes back, or opens the
 * page again, finds what they left. Fetched after the first picture.
 */
import type { Branching } from '../player/branching.ts';
import type { Player } from '../player/createPlayer.ts';
import { formatBranches, holdsBranches, parseBranches } from '../player/link/branchesText.ts';
import { type Moment, parametersOf } from './address.ts';
import { pageOf } from './pages.ts';

/** Wall time for which nothing may have changed before the address is written: browsers limit how often it may be. */
const REST_MS = 400;

/** Parameters that say what moment it is; all others stay as they are. */
const OF_MOMENTS = ['moment', 'scenario', 'with', 'seed', 'do', 't', 'speed', 'follow', 'lesson', 'step'];

export interface Opened {
  revision: number;
  nowMs: number;
}

export interface AddressKeeper {
  /** What is on the screen has changed, or will in a moment. */
  changed(): void;
  /** What comes now is another page for the browser's Back. Called before anything changes. */
  turnPage(): void;
  dispose(): void;
}

/**
 * @param present the moment on the screen, without disturbing it
 * @param opened what the page showed when its address was that of the moment
 */
export function keepAddress(
  player: Player,
  branching: Branching,
  present: () => Moment,
  opened: Opened,
): AddressKeeper {
  let timer = 0;
  const atRest = () => !player.store.getState().playing && player.store.getState().wantedMs === null;

  const write = async () => {
    const moment = present();
    const hash = 'lesson' in moment ? '' : await formatBranches(branching.store.getState().branches);
    const query = new URLSearchParams(location.search);
    for (const name of OF_MOMENTS) query.delete(name);
    for (const [name, value] of parametersOf(moment)) query.append(name, value);
    history.replaceState(history.state, '', `?${query}${hash}`);
  };
  const changed = () => {
    clearTimeout(timer);
    if (atRest()) timer = window.setTimeout(write, REST_MS);
  };

  const { revision, view } = player.store.getState();
  if (revision !== opened.revision || view.nowMs !== opened.nowMs) changed();
  let seen = momentKey(player);
  const stopListening = [
    player.store.subscribe(() => {
      const now = momentKey(player);
      if (now === seen) return;
      seen = now;
      changed();
    }),
    branching.store.subscribe(changed),
  ];
  return {
    changed,
    turnPage() {
      clearTimeout(timer);
      history.pushState({ page: pageOf(history.state) + 1 }, '', location.href);
    },
    dispose() {
      clearTimeout(timer);
      for (const stop of stopListening) stop();
    },
  };
}

function momentKey({ store }: Player): string {
  const { view, revision, speed, playing, wantedMs } = store.getState();
  return `${view.nowMs} ${revision} ${speed} ${playing} ${wantedMs}`;
}

/** Brings back the other ways the run went that an address holds. False when it holds some that cannot be read. */
export async function restoreBranches(branching: Branching, hash: string): Promise<boolean> {
  if (!holdsBranches(hash)) return true;
  const { branches } = branching.store.getState();
  const restored = await parseBranches(hash, branches);
  if (restored !== null && branching.store.getState().branches === branches) branching.restore(restored);
  return restored !== null;
}
