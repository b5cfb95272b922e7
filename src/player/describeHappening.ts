/** Puts what happened into words, for the log and for those who listen. */
import type { Intervention } from '../engine/intervention.ts';
import { SERVER_STATES } from '../engine/state/servers.ts';
import { isStore } from '../engine/state/sessions.ts';
import type { Notice } from '../timeline/recent.ts';
import { headline } from './describe.ts';
import { describeSettingChange } from './describeSetting.ts';
import { type Language, personName, policyName, serverLabel, storeName, strategyName } from './names.ts';

/** One sentence for something rare, or null when it is not worth one. */
export function describeHappening(
  words: Language,
  notice: Notice,
  interventions: readonly Intervention[],
): string | null {
  const language = { ...words, stores: notice.stores };
  const { happened } = language.t.why;
  switch (notice.what) {
    case 'answer':
      return headline(language, notice);
    case 'server-state': {
      const server = serverLabel(language, notice.server);
      const state = SERVER_STATES[notice.state];
      return happened[state === 'starting' ? 'added' : state]({ server });
    }
    case 'server-health': {
      const server = serverLabel(language, notice.server);
      return notice.healthy ? happened.in({ server }) : happened.out({ server });
    }
    case 'sessions-lost':
      // Leftovers that nobody could use any more are no loss.
      if (notice.wanted === 0) return null;
      return isStore(notice.place)
        ? happened.lostStore({ store: storeName(language, notice.place), count: notice.wanted })
        : happened.lost({ server: serverLabel(language, notice.place), count: notice.wanted });
    case 'store-state': {
      const store = storeName(language, notice.place);
      return notice.up ? happened.storeUp({ store, records: notice.records }) : happened.storeDown({ store });
    }
    case 'store-leader':
      return happened.storeLeads({
        store: storeName(language, notice.place),
        from: storeName(language, notice.from),
      });
    case 'store-copied':
      return happened.storeCopied({
        store: storeName(language, notice.place),
        from: storeName(language, notice.from),
      });
    case 'shard-added':
      return happened.shardAdded({
        store: storeName(language, notice.place),
        moved: notice.moved,
        astray: notice.astray,
      });
    case 'logouts-undone':
      return happened.logoutsUndone({ count: notice.count });
    case 'balancer-state':
      return notice.up ? happened.balancerBack : notice.led ? happened.balancerDied : happened.standbyDied;
    case 'balancer-takes-over':
      return happened.balancerLeads({ number: notice.node + 1 });
    case 'network':
      return notice.cut ? happened.networkCut : happened.networkMended;
    case 'deploy':
      return notice.done
        ? happened.deployed({ version: notice.version })
        : happened.deploying({ version: notice.version });
    case 'scaling':
      return notice.to > notice.from
        ? happened.scaledOut({ to: notice.to })
        : happened.scaledIn({ to: notice.to });
    case 'gave-up':
      return null; // the answer that nobody waits for is told as an answer
    case 'user-left':
      return happened.left({ person: personName(language, notice.user) });
    case 'intervention':
      return notice.ignored ? happened.ignored : describeSetting(language, interventions[notice.index]);
  }
}

/** Interventions that change a setting tell so; those on servers and the store are told by what follows. */
function describeSetting(language: Language, intervention: Intervention | undefined): string | null {
  const { happened } = language.t.why;
  switch (intervention?.do) {
    case 'set-strategy':
      return happened.strategy({ strategy: strategyName(language, intervention.strategy) });
    case 'set-policy':
      return happened.policy({ policy: policyName(language, intervention.policy) });
    case 'set-think-time':
      return happened.think({ ms: intervention.meanMs });
    case 'set-visitors':
      return happened.visitors({ perSecond: intervention.perSecond });
    case 'log-out':
      return happened.loggingOut({ person: personName(language, intervention.user) });
    case 'replay-cookie':
      return happened.replayed({ person: personName(language, intervention.user) });
    case 'rotate-keys':
      return intervention.graceful ? happened.keysRotated : happened.keysReplaced;
    case 'set': {
      const { name, value } = describeSettingChange(language, intervention.setting, intervention.value);
      return happened.setting({ setting: name, value });
    }
    default:
      return null;
  }
}
