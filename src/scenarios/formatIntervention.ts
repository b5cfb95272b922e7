import type { Action, Intervention } from '../engine/intervention.ts';
import { serverName } from '../engine/state/servers.ts';
import { formatDuration } from './fields/durationText.ts';
import { formatField, type JsonObject } from './fields/formatField.ts';
import { settingAtEnginePath } from './settings.ts';

/** The intervention as a file would say it. */
export function formatIntervention({ atMs, ...fields }: Intervention): JsonObject {
  return { at: formatDuration(atMs), ...formatAction(fields) };
}

function formatAction(action: Action): JsonObject {
  switch (action.do) {
    case 'set-think-time':
      return { do: action.do, mean: formatDuration(action.meanMs) };
    case 'set-visitors':
      return { do: action.do, perSecond: action.perSecond };
    case 'set-strategy':
      return { do: action.do, strategy: action.strategy };
    case 'set-policy':
      return { do: action.do, policy: action.policy };
    case 'set': {
      const setting = settingAtEnginePath(action.setting);
      if (setting === undefined)
        throw new Error(`Expected a setting of a scenario, got "${action.setting}".`);
      return { do: action.do, setting: setting.path, value: formatField(setting.field, action.value) };
    }
    case 'add-server':
    case 'purge-cache':
    case 'add-shard':
    case 'kill-balancer':
    case 'restart-balancer':
    case 'partition':
    case 'heal':
      return { do: action.do };
    case 'log-out':
    case 'replay-cookie':
      return { do: action.do, user: action.user };
    case 'kill-store':
    case 'restart-store':
      return action.node === undefined ? { do: action.do } : { do: action.do, node: action.node + 1 };
    case 'rotate-keys':
      return action.graceful ? { do: action.do } : { do: action.do, graceful: false };
    case 'resize-server':
      return { do: action.do, server: serverName(action.server), size: action.size };
    case 'deploy':
      return {
        do: action.do,
        ...(action.batch === 1 ? {} : { batch: action.batch }),
        ...(action.drain ? {} : { drain: false }),
      };
    case 'restart-server': {
      const restart = { do: action.do, server: serverName(action.server) };
      return action.graceful ? { ...restart, graceful: true } : restart;
    }
    default:
      return { do: action.do, server: serverName(action.server) };
  }
}
