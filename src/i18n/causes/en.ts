/**
 * The links of a chain of causes, from an answer down to what was done, in whole sentences. A chunk of their own:
 * they are fetched when somebody asks why.
 */
import { createFormat } from '../format.ts';
import { many } from '../many.ts';

const format = createFormat('en');

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** How often the same thing happened in a row, if more than once. */
const again = (times: number) => (times > 1 ? `, ${format.number(times)} times in a row` : '');

export const causesEn = {
  'cookie-missing': 'No cookie came with the request.',
  'cookie-valid': 'The cookie is genuine: it names a session.',
  lookedIn: (p: { place: string }) =>
    `The record was looked for in ${p.place}’s memory, and it is not there.`,
  lookedInStore: (p: { store: string }) => `The record was looked for in ${p.store}, and it is not there.`,
  foundIn: (p: { place: string }) => `The record was found in ${p.place}’s memory.`,
  foundInStore: (p: { store: string }) => `The record was found in ${p.store}.`,
  made: (p: { place: string; at: string }) => `It was made by a login on ${p.place} at ${p.at}.`,
  madeStore: (p: { store: string; at: string }) => `It was put into ${p.store} by a login at ${p.at}.`,
  elsewhere: (p: { place: string }) => `It is still in ${p.place}’s memory, where nobody else can look.`,
  elsewhereStore: 'It is still in the store, where nobody looks any more.',
  elsewhereNode: (p: { store: string }) => `It is in ${p.store}.`,
  overwritten: (p: { place: string; at: string }) =>
    `It is an empty one: ${p.place} made it at ${p.at}, because it did not know the login, and overwrote the cookie.`,
  overwrittenStore: (p: { store: string; at: string }) =>
    `It is an empty one: at ${p.at} the login was not in ${p.store}, and the cookie was overwritten.`,
  unnamed: (p: { place: string }) =>
    `The login is still in ${p.place}’s memory, but no cookie names it any more.`,
  unnamedStore: (p: { store: string }) =>
    `The login is still in ${p.store}, but no cookie names it any more.`,
  recordEmpty: (p: { place: string; at: string }) =>
    `What ${p.place} has under this id is empty: it did not know the id at ${p.at} and started anew.`,
  foundInToken: 'The session came along in the cookie.',
  lookedInToken: 'The session was looked for in the cookie itself, which only names one.',
  madeToken: (p: { at: string }) => `It was made by a login at ${p.at} and given to its owner.`,
  elsewhereToken: 'It is in the token that its owner carries, and no server reads tokens any more.',
  tokenRead: (p: { at: string }) => `The session itself came along, as it was sealed at ${p.at}.`,
  tokenExpired: (p: { at: string }) => `The token says itself that it was good until ${p.at}.`,
  tokenRevoked: (p: { at: string }) => `The store has had it on its list of revoked tokens since ${p.at}.`,
  tooLarge: (p: { bytes: number; items: number; most: number }) =>
    `With ${many(p.items, 'thing', 'things')} in the cart the cookie would take ${format.number(p.bytes)} bytes; browsers take ${format.number(p.most)}.`,
  copied: (p: { person: string; at: string }) =>
    `It is not ${p.person} who asks: somebody sent a copy of the cookie at ${p.at}.`,
  loggedOut: (p: { at: string }) =>
    `The owner logged out at ${p.at}. That deleted the cookie in one browser; no server keeps note of it.`,
  overwrittenToken: (p: { at: string }) =>
    `It is an empty one: at ${p.at} a server did not accept the token before it, and overwrote it.`,
  goneSealed: (p: { at: string }) => `It was sealed into a token and given to its owner at ${p.at}.`,
  cartSeen: (p: { seen: number; shown: number }) =>
    `${many(p.seen, 'thing was', 'things were')} in the cart before; this copy of the session holds ${format.number(p.shown)}.`,
  newer: (p: { place: string; items: number }) =>
    `${p.place} has a newer copy, with ${many(p.items, 'thing', 'things')} in the cart.`,
  newerStore: (p: { store: string; items: number }) =>
    `${upper(p.store)} has a newer copy, with ${many(p.items, 'thing', 'things')} in the cart.`,
  cartOverwritten: 'There is no newer copy any more: it was overwritten by an older one.',
  recordEmptyStore: (p: { store: string; at: string }) =>
    `What ${p.store} has under this id is empty: the id was not known there at ${p.at}.`,
  goneKilled: (p: { place: string; at: string }) => `It was lost when ${p.place} died at ${p.at}.`,
  goneRestarted: (p: { place: string; at: string }) => `It was lost when ${p.place} restarted at ${p.at}.`,
  goneRemoved: (p: { place: string; at: string }) => `It was lost when ${p.place} was removed at ${p.at}.`,
  goneResized: (p: { place: string; at: string }) =>
    `It was lost when ${p.place} moved to another machine at ${p.at}.`,
  goneStore: (p: { store: string; at: string }) => `It was lost when ${p.store} died at ${p.at}.`,
  goneOverwritten: (p: { store: string; at: string }) =>
    `It was lost at ${p.at}, when ${p.store} copied everything from another node, which did not have it.`,
  goneOut: (p: { at: string }) => `It ended with a logout at ${p.at}.`,
  goneReplaced: (p: { at: string }) => `It was replaced by a newer login at ${p.at}.`,
  goneExpired: (p: { at: string }) => `It expired unused at ${p.at}.`,
  goneOutlived: (p: { at: string }) => `Its lifetime since the login was over at ${p.at}, used or not.`,
  gone: 'It does not exist any more.',
  keyUnknown: (p: { server: string }) =>
    `The cookie is signed with a key that ${p.server} does not accept, so it does not even look for the session.`,
  keyOf: (p: { server: string }) => `${p.server} signed it, with a key of its own that nobody else knows.`,
  keyChanged: (p: { server: string; at: string }) =>
    `${p.server} has had another key since ${p.at}, and does not accept the old one.`,
  routedPolicy: (p: { server: string; policy: string }) =>
    `The balancer chose ${p.server} (${p.policy}), without knowing about sessions.`,
  routedAffinity: (p: { server: string }) => `The balancer’s cookie names ${p.server}.`,
  tried: {
    refused: (p: { server: string; times: number }) => `${p.server} refused the connection${again(p.times)}.`,
    unanswered: (p: { server: string; times: number }) =>
      `${p.server} did not answer the connection${again(p.times)}.`,
    died: (p: { server: string; times: number }) => `${p.server} died with the request${again(p.times)}.`,
    tooSlow: (p: { server: string; times: number }) =>
      `${p.server} took too long with the request${again(p.times)}.`,
  },
  routedAddress: (p: { server: string }) => `The balancer sends everybody from this address to ${p.server}.`,
  boundOut: (p: { server: string }) => `The balancer’s cookie named ${p.server}, which it cannot use now.`,
  addressOut: (p: { server: string }) =>
    `The balancer had sent this address to ${p.server}, which it cannot use now.`,
  state: (p: { server: string; state: string; at: string }) => `${p.server}: ${p.state} since ${p.at}.`,
  added: (p: { server: string; at: string }) => `${p.server} was added at ${p.at}.`,
  awaitingChecks: (p: { server: string; at: string }) =>
    `${p.server} has been up since ${p.at}, but has not passed enough health checks yet.`,
  busy: (p: { server: string; busy: number; workers: number; waiting: number }) =>
    `${p.server}: ${format.number(p.busy)} of ${many(p.workers, 'worker', 'workers')} busy, ${format.number(p.waiting)} waiting.`,
  traffic: (p: { at: string }) => `The traffic was changed at ${p.at}.`,
  rush: (p: { perSecond: number }) =>
    `So many passing visitors came at that time: ${format.number(p.perSecond)} a second.`,
  kept: {
    edge: (p: { number: number; server: string; at: string }) =>
      `Edge node ${format.number(p.number)} of the CDN had kept it since ${p.at}, and asked no server.`,
    balancer: (p: { number: number; server: string; at: string }) =>
      `The balancer’s page cache had kept it since ${p.at}, and asked no server.`,
    server: (p: { number: number; server: string; at: string }) =>
      `${p.server} had kept it in its page cache since ${p.at}.`,
  },
  waitsForAnother: {
    edge: 'It waits at the edge node for what another request is fetching.',
    balancer: 'It waits at the balancer for the page that another request is fetching.',
    server: 'It waits for the page that another worker is computing.',
  },
  pageOf: (p: { person: string }) => `It is ${p.person}’s page, made for ${p.person}’s session.`,
  keyWithoutCookie:
    'The CDN keeps pages of the logged-in and tells them apart by address alone. “Cache-Control: private” would forbid it.',
  cookieOfAnother: 'That cookie came out of the CDN, along with a page that was meant for somebody else.',
  waited: (p: { ms: number }) => `No answer had come after ${format.duration(p.ms)}.`,
  repeat: (p: { nth: number }) => `This was attempt number ${format.number(p.nth)}: those before it failed.`,
  workForNobody: (p: { count: number }) =>
    `${many(p.count, 'request', 'requests')} inside ${p.count === 1 ? 'is' : 'are'} work for nobody: those who asked stopped waiting.`,
  massLogout: (p: { place: string; count: number; at: string }) =>
    `Many log in again: ${many(p.count, 'session', 'sessions')} on ${p.place} were lost at ${p.at}.`,
  massLogoutStore: (p: { store: string; count: number; at: string }) =>
    `Many log in again: ${many(p.count, 'session', 'sessions')} in ${p.store} were lost at ${p.at}.`,
  storeDown: (p: { store: string; at: string }) => `${upper(p.store)} has been down since ${p.at}.`,
  memoryFull: (p: { server: string; most: number }) =>
    `${p.server} has room for ${format.number(p.most)} sessions in its memory. For one more, that which nobody had used for longest had to go.`,
  storeFull: (p: { store: string; most: number }) =>
    `${upper(p.store)} has room for ${many(p.most, 'session', 'sessions')}, and is full.`,
  lastSave: (p: { store: string; at: string }) =>
    `${upper(p.store)} had written to its disk at ${p.at} for the last time, without it.`,
  goneEvicted: (p: { store: string; at: string }) =>
    `${upper(p.store)} dropped it at ${p.at} to make room for another.`,
  storeBusy: (p: { store: string; waiting: number; perSecond: number }) =>
    `${many(p.waiting, 'command waits', 'commands wait')} for ${p.store}, which carries out ${format.number(p.perSecond)} a second.`,
  balancerDown: (p: { at: string }) => `The balancer died at ${p.at}, and every way leads through it.`,
  standbyWaits: (p: { ms: number }) =>
    `A second one stands by. It takes over when it has missed the first for ${format.duration(p.ms)}.`,
  networkCut: (p: { at: string }) => `Nothing has got from one zone to the other since ${p.at}.`,
  takeoverAwaited: (p: { store: string; ms: number }) =>
    `Another node takes over when ${p.store} has been missed for ${format.duration(p.ms)}.`,
  refuses: {
    tooFewFollowers: (p: { store: string }) =>
      `${upper(p.store)} takes no writes, because too few nodes copy from it.`,
    noMajority: (p: { store: string }) =>
      `${upper(p.store)} may not answer: the nodes that reach each other are no majority.`,
    clusterDown: (p: { store: string }) =>
      `${upper(p.store)} answers nothing: the cluster is not complete, or most of it is out of reach.`,
  },
  tookOver: (p: { store: string; from: string; at: string }) =>
    `${upper(p.store)} has led since ${p.at}, in place of ${p.from}.`,
  neverCopied: (p: { store: string; from: string; ms: number }) =>
    `${upper(p.store)} never got it: it was written ${format.duration(p.ms)} before ${p.from} was lost.`,
  resharded: (p: { store: string; from: string; at: string }) =>
    `Since a shard was added at ${p.at}, its id leads to ${p.store} and not to ${p.from} any more.`,
  madeApart: (p: { store: string; at: string }) =>
    `When it was written, ${p.store} had been cut off from the majority since ${p.at}.`,
  notCopiedYet: (p: { store: string; from: string; ms: number }) =>
    `It was written to ${p.from} ${format.duration(p.ms)} before, and has not reached ${p.store} yet.`,
  policy: (p: { policy: string; at: string }) =>
    `Since ${p.at} the balancer picks by another rule: ${p.policy}.`,
  strategy: (p: { strategy: string; at: string }) =>
    `Since ${p.at} sessions are looked for elsewhere: ${p.strategy}.`,
  setting: (p: { setting: string; value: string; at: string }) =>
    `The setting ${p.setting} has been ${p.value} since ${p.at}.`,
  byYou: (p: { text: string }) => `${p.text} You did that.`,
  byAutoscaler: (p: { text: string }) => `${p.text} The autoscaler did that.`,
};
