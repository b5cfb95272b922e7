/** The sentences of a chain of causes that are about sessions: cookies, tokens, records and what became of them. */
import type { Cause } from '../engine/causes.ts';
import { STORE } from '../engine/state/sessions.ts';
import type { CauseWords } from '../i18n/causes/types.ts';
import { byPlace, type Language, personName, placeName, serverLabel, storeName } from './names.ts';

/** The causes that have their sentences here. */
type SessionCause = Extract<
  Cause,
  {
    code:
      | 'cart-seen'
      | 'cart-overwritten'
      | 'cookie-missing'
      | 'cookie-valid'
      | 'cookie-copied'
      | 'cookie-overwritten'
      | 'cookie-too-large'
      | 'key-unknown'
      | 'key-of-server'
      | 'key-changed'
      | 'logged-out'
      | 'looked-in'
      | 'record-made'
      | 'record-elsewhere'
      | 'record-unnamed'
      | 'record-empty'
      | 'record-newer'
      | 'record-gone'
      | 'token-read'
      | 'token-expired'
      | 'token-revoked';
  }
>;

export function describeSessionCause(language: Language, words: CauseWords, cause: SessionCause): string {
  const { f } = language;
  const at = 'atMs' in cause ? f.clock(cause.atMs) : '';
  const server = 'server' in cause ? serverLabel(language, cause.server) : '';
  const place = 'place' in cause ? placeName(language, cause.place) : '';
  const store = 'place' in cause ? storeName(language, cause.place) : '';
  const several = (language.stores ?? 1) > 1;
  const choose = 'place' in cause ? byPlace(cause.place) : byPlace(STORE);
  switch (cause.code) {
    case 'cookie-missing':
      return words['cookie-missing'];
    case 'cookie-valid':
      return words['cookie-valid'];
    case 'looked-in':
      return cause.found
        ? choose(words.foundIn({ place }), words.foundInStore({ store }), words.foundInToken)
        : choose(words.lookedIn({ place }), words.lookedInStore({ store }), words.lookedInToken);
    case 'record-made':
      return choose(words.made({ place, at }), words.madeStore({ store, at }), words.madeToken({ at }));
    case 'record-elsewhere':
      return choose(
        words.elsewhere({ place }),
        several ? words.elsewhereNode({ store }) : words.elsewhereStore,
        words.elsewhereToken,
      );
    case 'key-unknown':
      return words.keyUnknown({ server });
    case 'key-of-server':
      return words.keyOf({ server });
    case 'key-changed':
      return words.keyChanged({ server, at });
    case 'cookie-overwritten':
      return choose(
        words.overwritten({ place, at }),
        words.overwrittenStore({ store, at }),
        words.overwrittenToken({ at }),
      );
    case 'record-unnamed':
      return choose(words.unnamed({ place }), words.unnamedStore({ store }));
    case 'record-empty':
      return choose(words.recordEmpty({ place, at }), words.recordEmptyStore({ store, at }));
    case 'record-gone':
      return describeEnd(language, words, cause, at);
    case 'token-read':
      return words.tokenRead({ at });
    case 'token-expired':
      return words.tokenExpired({ at });
    case 'token-revoked':
      return words.tokenRevoked({ at });
    case 'cookie-too-large':
      return words.tooLarge({ bytes: cause.bytes, items: cause.items, most: cause.most });
    case 'cookie-copied':
      return words.copied({ person: personName(language, cause.user), at });
    case 'cart-seen':
      return words.cartSeen({ seen: cause.seen, shown: cause.shown });
    case 'record-newer':
      return choose(
        words.newer({ place, items: cause.items }),
        words.newerStore({ store, items: cause.items }),
      );
    case 'cart-overwritten':
      return words.cartOverwritten;
    case 'logged-out':
      return words.loggedOut({ at });
  }
}

function describeEnd(
  language: Language,
  words: CauseWords,
  cause: Extract<Cause, { code: 'record-gone' }>,
  at: string,
): string {
  const place = placeName(language, cause.place);
  const store = storeName(language, cause.place);
  switch (cause.end) {
    case 'serverKilled':
      return words.goneKilled({ place, at });
    case 'serverRestarted':
      return words.goneRestarted({ place, at });
    case 'serverRemoved':
      return words.goneRemoved({ place, at });
    case 'serverResized':
      return words.goneResized({ place, at });
    case 'storeKilled':
      return words.goneStore({ store, at });
    case 'overwritten':
      return words.goneOverwritten({ store, at });
    case 'loggedOut':
      return words.goneOut({ at });
    case 'replaced':
      return words.goneReplaced({ at });
    case 'expired':
      return words.goneExpired({ at });
    case 'outlived':
      return words.goneOutlived({ at });
    case 'evicted':
      return words.goneEvicted({ store, at });
    case 'sealed':
      return words.goneSealed({ at });
    default:
      return words.gone;
  }
}
