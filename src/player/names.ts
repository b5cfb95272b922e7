/** What people, servers and places are called in the language of the page. */
import type { PolicyId } from '../engine/policies/index.ts';
import { serverName } from '../engine/state/servers.ts';
import { isStore, nodeAt, type Place, WITH_OWNER } from '../engine/state/sessions.ts';
import type { Format } from '../i18n/format.ts';
import type { SettingWords } from '../i18n/settings/types.ts';
import type { Messages } from '../i18n/types.ts';

export interface Language {
  t: Messages;
  f: Format;
  /** Words for single settings, once somebody needed them; until then a setting is told by its path. */
  settings?: SettingWords | null;
  /** Nodes of the store that is spoken of; where there are several, they are told by number. */
  stores?: number;
  /** Did who reads do what stands there in the list of what was done? Without it they did all of it. */
  yours?(by: number): boolean;
}

/** @param by the place of something that was done in its list; less than 0 for what nobody did */
export const isYours = ({ yours }: Language, by: number): boolean => by >= 0 && (!yours || yours(by));

export function personName({ t }: Language, user: number): string {
  if (user < 0) return t.people.someone;
  return t.names[user] ?? t.people.number({ number: user + 1 });
}

export function serverLabel({ t }: Language, server: number): string {
  return t.server.name({ name: serverName(server) });
}

export function policyName({ t }: Language, policy: string): string {
  return t.policy[policy as 'random']?.name ?? policy;
}

/** As short as the balancer's card and the timeline need it. */
export function shortPolicyName({ t }: Language, policy: PolicyId): string {
  const words = t.policy[policy];
  return 'short' in words ? words.short : words.name;
}

export function strategyName({ t }: Language, strategy: string): string {
  return t.strategy[strategy as 'memory']?.name ?? strategy;
}

/** A server or the store. What its owner has is told in sentences of its own. */
export function placeName(language: Language, place: Place): string {
  if (!isStore(place)) return serverLabel(language, place);
  return (language.stores ?? 1) > 1 ? storeName(language, place) : language.t.store.title;
}

/** The store, or one of its nodes, in the middle of a sentence. */
export function storeName({ t, stores = 1 }: Language, place: Place): string {
  return stores > 1 ? t.store.name({ number: nodeAt(place) + 1 }) : t.store.the;
}

/** Chooses the sentence for a server's memory, for the store, or for the owner's cookie. */
export function byPlace(place: Place): (onServer: string, inStore: string, inToken?: string) => string {
  return (onServer, inStore, inToken = inStore) =>
    isStore(place) ? inStore : place === WITH_OWNER ? inToken : onServer;
}
