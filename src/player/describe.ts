/**
 * Puts moments into words: people, servers, refusals and their causes. The same sentences stand on the
 * stage, in the log and in what a screen reader hears.
 */
import type { Cause } from '../engine/causes.ts';
import { serverName } from '../engine/state/servers.ts';
import { isStore, type Place, STORE, WITH_OWNER } from '../engine/state/sessions.ts';
import type { Notice } from '../timeline/recent.ts';
import { type Language, personName, placeName, serverLabel, shortPolicyName, storeName } from './names.ts';
import type { PersonView, ServerView } from './view.ts';

export { type Language, personName, serverLabel, shortPolicyName };

export type AnswerNotice = Extract<Notice, { what: 'answer' }>;

/** From this long on, waiting is what there is to say of a person. */
const LONG_WAIT_MS = 1000;

/** What is to be said of a person's login, in two or three words. */
export function describeLogin(language: Language, person: PersonView, short = false): string {
  const { t } = language;
  if (person.phase === 'left') return t.people.left;
  if (person.waitingMs >= LONG_WAIT_MS)
    return t.people.waiting({ ms: Math.floor(person.waitingMs / 1000) * 1000 });
  if (person.refused) return t.people.refused;
  if (person.sees !== null) return t.people.seesOther({ other: personName(language, person.sees) });
  if (person.session === 'none') return person.hasOldCookie ? t.people.hasLoggedOut : t.people.notYet;
  if (person.session === 'lost' || person.place === null) return t.people.lost;
  const where = short ? t.people.short : t.people;
  if (person.place === WITH_OWNER) return where.sessionInToken;
  if (person.copies > 1) return where.sessionOnMany({ count: person.copies });
  return isStore(person.place)
    ? where.sessionInStore
    : t.people.sessionOn({ place: serverName(person.place) });
}

/** A person in one sentence, for those who don't see the stage. */
export function describePerson(language: Language, person: PersonView): string {
  const { t } = language;
  return t.people.describe({
    name: personName(language, person.index),
    status: describeLogin(language, person),
    cart: t.people.cart({ count: person.cart }),
    forced: t.people.forced({ count: person.forcedLogins }),
  });
}

/** The state of a server, and whether the balancer knows of it. */
export function describeState({ t }: Language, server: ServerView, fall: number): string {
  const state = t.server.state[server.state];
  const serves = server.state === 'up' || server.state === 'draining';
  if (!serves && server.registered && server.healthy && !server.onlyBound && server.state !== 'restarting') {
    return server.checksAgainst > 0
      ? `${state} · ${t.server.checks({ count: server.checksAgainst, of: fall })}`
      : `${state} · ${t.server.unnoticed}`;
  }
  if (serves && server.registered && !server.healthy) return `${state} · ${t.server.outOfRotation}`;
  return server.weightShare < 1 ? `${state} · ${t.server.slow({ share: server.weightShare })}` : state;
}

export function describeShelf(language: Language, server: ServerView): string {
  const { t } = language;
  const current = server.shelf.records.filter((r) => r.current);
  return t.server.sessionsOf({
    people: current.map((r) => personName(language, r.user)),
    more: Math.max(0, server.shelf.count - server.shelf.orphans - current.length),
    leftovers: server.shelf.orphans,
  });
}

export function describeServer(language: Language, server: ServerView, fall: number): string {
  const { t } = language;
  return t.server.describe({
    name: nameWithSize(language, server),
    state: describeState(language, server, fall),
    load: t.server.load({ share: server.load }),
    queue: t.server.queue({ count: server.queue }),
    sessions: describeShelf(language, server),
  });
}

/** The name of a server, with its machine where it has a size. */
function nameWithSize({ t }: Language, { name, size, vcpus }: ServerView): string {
  const server = t.server.name({ name });
  return size === null ? server : `${server} (${t.server.size({ size, vcpus })})`;
}

/** The headline over a refusal or failure. */
export function headline(words: Language, notice: AnswerNotice): string {
  const language = { ...words, stores: notice.stores };
  const { head } = language.t.why;
  const copied = notice.causes.find((c) => c.code === 'cookie-copied');
  const values = {
    store: storeName(language, storeOf(notice)),
    server: serverLabel(language, notice.server),
    person: personName(language, copied?.user ?? notice.user),
    other: personName(language, ownerOf(notice)),
    status: String(notice.status),
  };
  if (copied && notice.status === 401) return head.copyRefused(values);
  const reason = reasonOf(notice);
  if (reason === 'noRecord' && lookedInStore(notice)) return head.storeNoRecord(values);
  return (reason in head ? head[reason as keyof typeof head] : head.gaveUp)(values);
}

/** What to think of an answer: refused, failed, or served as it should not have been. */
export function kindOfNotice({ status }: AnswerNotice): 'refused' | 'failed' | 'doubtful' {
  return status === 401 ? 'refused' : status < 400 ? 'doubtful' : 'failed';
}

/** One sentence of reason under the headline. */
export function shortReason(words: Language, notice: AnswerNotice): string {
  const language = { ...words, stores: notice.stores };
  const { body } = language.t.why;
  const reason = reasonOf(notice);
  if (reason === 'noRecord' || reason === 'emptySession') return whereTheRecordIs(language, notice.causes);
  if (reason === 'storeRefused' && refusesAll(notice)) return body.storeDown;
  const text = body[reason as keyof typeof body];
  if (typeof text !== 'function') return text ?? body.gaveUp;
  const cart = notice.causes.find((c) => c.code === 'cart-seen');
  return text({
    seen: cart?.seen ?? 0,
    shown: cart?.shown ?? 0,
    tried: notice.causes.flatMap((c) => (c.code === 'tried' ? [serverLabel(language, c.server)] : [])),
    place: '',
    store: '',
    from: '',
  });
}

function whereTheRecordIs(language: Language, causes: readonly Cause[]): string {
  const { body } = language.t.why;
  const led = causes.find((c) => c.code === 'resharded');
  if (led)
    return body.resharded({ store: storeName(language, led.place), from: storeName(language, led.from) });
  const late = causes.find(({ code }) => code === 'never-copied' || code === 'not-copied-yet');
  if (late !== undefined && 'place' in late) {
    if (!isStore(late.place)) return body.notCopiedHere({ place: placeName(language, late.place) });
    const store = storeName(language, late.place);
    return late.code === 'never-copied' ? body.neverCopied({ store }) : body.notCopiedYet({ store });
  }
  for (const cause of causes) {
    if (cause.code === 'cookie-overwritten') {
      if (isStore(cause.place)) return body.overwrittenStore;
      if (cause.place === WITH_OWNER) return body.overwrittenToken;
      return body.overwritten({ place: placeName(language, cause.place) });
    }
    if (cause.code === 'record-empty') return body.emptySession;
    if (cause.code === 'record-elsewhere') {
      if (isStore(cause.place)) return body.elsewhereStore({ store: storeName(language, cause.place) });
      if (cause.place === WITH_OWNER) return body.elsewhereToken;
      return body.elsewhere({ place: placeName(language, cause.place) });
    }
    if (cause.code !== 'record-gone') continue;
    const place = placeName(language, cause.place);
    switch (cause.end) {
      case 'serverKilled':
        return body.killed({ place });
      case 'serverRestarted':
        return body.restarted({ place });
      case 'serverRemoved':
        return body.removed({ place });
      case 'serverResized':
        return body.resized({ place });
      case 'storeKilled':
        return body.storeKilled({ store: storeName(language, cause.place) });
      case 'overwritten':
        return body.copiedOver;
      case 'evicted':
        return isStore(cause.place) ? body.evicted : body.evictedHere({ place });
      default:
        return body.gone;
    }
  }
  return body.gone;
}

function reasonOf(notice: AnswerNotice): string {
  const first = notice.causes[0];
  return first?.code === 'answered' ? first.reason : 'none';
}

/** Whose page the answer shows. */
function ownerOf(notice: AnswerNotice): number {
  const owner = notice.causes.find((c) => c.code === 'page-of');
  return owner?.code === 'page-of' ? owner.user : -1;
}

function lookedInStore(notice: AnswerNotice): boolean {
  return notice.causes.some((c) => c.code === 'looked-in' && isStore(c.place));
}

/** The node of the store that an answer is about: the first one in its chain. */
function storeOf(notice: AnswerNotice): Place {
  const cause = notice.causes.find((c) => 'place' in c && isStore(c.place));
  return cause !== undefined && 'place' in cause ? cause.place : STORE;
}

/** Does the store answer nothing at all, and not only this? */
function refusesAll(notice: AnswerNotice): boolean {
  return notice.causes.some(
    (c) => c.code === 'store-refuses' && (c.error === 'noMajority' || c.error === 'clusterDown'),
  );
}
