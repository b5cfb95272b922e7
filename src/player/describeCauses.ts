/** Puts chains of causes into words. Fetched, with its words, when somebody asks why (`loadCauses.ts`). */
import type { Cause } from '../engine/causes.ts';
import { AUTOSCALER } from '../engine/state/autoscaler.ts';
import { isStore, type Place } from '../engine/state/sessions.ts';
import type { CauseWords } from '../i18n/causes/types.ts';
import { describeSessionCause } from './describeSessions.ts';
import { describeSettingChange } from './describeSetting.ts';
import {
  isYours,
  type Language,
  personName,
  placeName,
  policyName,
  serverLabel,
  storeName,
  strategyName,
} from './names.ts';

/** The chain of causes, one sentence per link, from the answer down to what the visitor did. */
export function describeCauses(language: Language, words: CauseWords, causes: readonly Cause[]): string[] {
  return causes.flatMap((cause) => {
    const text = describeCause(language, words, cause);
    if (text === null) return [];
    if (!('by' in cause)) return [text];
    if (cause.by === AUTOSCALER) return [words.byAutoscaler({ text })];
    return [isYours(language, cause.by) ? words.byYou({ text }) : text];
  });
}

function describeCause(language: Language, words: CauseWords, cause: Cause): string | null {
  const { t, f } = language;
  const at = 'atMs' in cause ? f.clock(cause.atMs) : '';
  const server = 'server' in cause ? serverLabel(language, cause.server) : '';
  const nameOf = (place: Place) => (isStore(place) ? storeName(language, place) : placeName(language, place));
  const store = 'place' in cause ? nameOf(cause.place) : '';
  const from = 'from' in cause ? nameOf(cause.from) : '';
  switch (cause.code) {
    case 'answered':
      return null; // the headline says it
    case 'routed':
      if (cause.how === 'address') return words.routedAddress({ server });
      return cause.how === 'affinity'
        ? words.routedAffinity({ server })
        : words.routedPolicy({ server, policy: policyName(language, cause.policy) });
    case 'tried':
      return words.tried[cause.failure]({ server, times: cause.times });
    case 'bound-server-out':
      return cause.named === 'address' ? words.addressOut({ server }) : words.boundOut({ server });
    case 'server-state':
      return words.state({ server, state: t.server.state[cause.state], at });
    case 'server-added':
      return words.added({ server, at });
    case 'awaiting-checks':
      return words.awaitingChecks({ server, at });
    case 'server-busy':
      return words.busy({ server, busy: cause.busy, workers: cause.workers, waiting: cause.waiting });
    case 'traffic-changed':
      return words.traffic({ at });
    case 'waited':
      return words.waited({ ms: cause.ms });
    case 'repeat':
      return words.repeat({ nth: cause.nth });
    case 'work-for-nobody':
      return words.workForNobody({ count: cause.count });
    case 'mass-logout':
      return isStore(cause.place)
        ? words.massLogoutStore({ store, count: cause.count, at })
        : words.massLogout({ place: placeName(language, cause.place), count: cause.count, at });
    case 'kept':
      return words.kept[cause.cache]({
        number: cause.number + 1,
        server: serverLabel(language, cause.number),
        at,
      });
    case 'waits-for-another':
      return words.waitsForAnother[cause.cache];
    case 'page-of':
      return words.pageOf({ person: personName(language, cause.user) });
    case 'key-without-cookie':
      return words.keyWithoutCookie;
    case 'cookie-of-another':
      return words.cookieOfAnother;
    case 'rush':
      return words.rush({ perSecond: Number(cause.perSecond.toPrecision(2)) });
    case 'store-down':
      return words.storeDown({ store, at });
    case 'memory-full':
      return words.memoryFull({ server: serverLabel(language, cause.server), most: cause.most });
    case 'store-full':
      return words.storeFull({ store, most: cause.most });
    case 'last-save':
      return words.lastSave({ store, at });
    case 'store-busy':
      return words.storeBusy({ store, waiting: cause.waiting, perSecond: cause.perSecond });
    case 'balancer-down':
      return words.balancerDown({ at });
    case 'standby-waits':
      return words.standbyWaits({ ms: cause.ms });
    case 'network-cut':
      return words.networkCut({ at });
    case 'takeover-awaited':
      return words.takeoverAwaited({ store, ms: cause.ms });
    case 'store-refuses':
      return cause.error in words.refuses
        ? words.refuses[cause.error as keyof typeof words.refuses]({ store })
        : null;
    case 'took-over':
      return words.tookOver({ store, from, at });
    case 'never-copied':
      return words.neverCopied({ store, from, ms: Number(cause.ms.toPrecision(2)) });
    case 'resharded':
      return words.resharded({ store, from, at });
    case 'made-apart':
      return words.madeApart({ store, at });
    case 'not-copied-yet':
      return words.notCopiedYet({ store, from, ms: Number(cause.ms.toPrecision(2)) });
    case 'setting-changed': {
      const { name, value } = describeSettingChange(language, cause.setting, cause.value);
      return words.setting({ setting: name, value, at });
    }
    case 'policy-changed':
      return words.policy({ policy: policyName(language, cause.policy), at });
    case 'strategy-changed':
      return words.strategy({ strategy: strategyName(language, cause.strategy), at });
    default:
      return describeSessionCause(language, words, cause);
  }
}
