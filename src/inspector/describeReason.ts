/** What is behind several answers, in one sentence that speaks of all of them. */
import { isStore } from '../engine/state/sessions.ts';
import { shortReason } from '../player/describe.ts';
import { placeName, serverLabel, storeName } from '../player/names.ts';
import type { Reason } from '../story/reasons.ts';
import type { Refusal } from '../story/stretchStory.ts';
import type { Look } from './look.tsx';

type Means = Pick<Look, 'words' | 'language' | 'tellCauses'>;

export function describeReason(
  { words: { stretch: said }, language: now, tellCauses }: Means,
  { deed, example }: Reason<Refusal>,
): string {
  const language = { ...now, stores: example.stores };
  /** The login is in another server's memory. */
  const isAstray = example.causes.some(
    (c) => (c.code === 'record-elsewhere' || c.code === 'record-unnamed') && c.place >= 0,
  );
  if (deed === null) {
    return isAstray ? said.elsewhere : shortReason(language, example);
  }
  const at = language.f.clock(deed.atMs);
  // A chain speaks of one answer and its session.
  if (deed.code === 'server-added')
    return said.addedSince({ server: serverLabel(language, deed.server), at });
  if (deed.code === 'record-gone' && BY_DEEDS.has(deed.end)) {
    return isStore(deed.place)
      ? said.lostInStore({ store: storeName(language, deed.place), at })
      : said.lostWith({ place: placeName(language, deed.place), at });
  }
  return tellCauses(language, [deed])[0] ?? shortReason(language, example);
}

/** Ends of sessions that a place takes along with it. */
const BY_DEEDS: ReadonlySet<string> = new Set([
  'serverKilled',
  'serverRestarted',
  'serverRemoved',
  'serverResized',
  'storeKilled',
]);
