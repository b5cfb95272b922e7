/**
 * What a visitor did, as text in a link: `2500~add,6000~kill~B,9000~strategy~shared`. Times are simulated
 * milliseconds. Short and readable, so that a link can be understood and changed by hand.
 */
import type { Action, Intervention } from '../../engine/intervention.ts';
import { POLICIES, type PolicyId } from '../../engine/policies/index.ts';
import { SIZES, type SizeId } from '../../engine/sizes.ts';
import { serverName } from '../../engine/state/servers.ts';
import { STRATEGIES, type StrategyId } from '../../engine/strategies/index.ts';
import { MOST_SERVERS, MOST_STORE_NODES } from '../../scenarios/limits.ts';
import { allows, changeSetting, settingAt, settingAtEnginePath } from '../../scenarios/settings.ts';
import { formatSettingValue, parseSettingValue } from './settingValue.ts';

/** The words for actions, each with how its argument is written and read. */
interface Word {
  format(action: Action): string[] | null;
  parse(argument: string | undefined, second: string | undefined): Action | null;
  /** Parts that may follow the word, one unless told otherwise. */
  most?: number;
}

const onServer = (
  word: 'kill-server' | 'hang-server' | 'drain-server' | 'resume-server' | 'remove-server',
): Word => ({
  format: (a) => (a.do === word ? [serverName(a.server)] : null),
  parse: (x) => withServer(x, (server) => ({ do: word, server })),
});

const restarting = (graceful: boolean): Word => ({
  format: (a) => (a.do === 'restart-server' && a.graceful === graceful ? [serverName(a.server)] : null),
  parse: (x) => withServer(x, (server) => ({ do: 'restart-server', server, graceful })),
});

const onPerson = (word: 'log-out' | 'replay-cookie'): Word => ({
  format: (a) => (a.do === word ? [String(a.user)] : null),
  parse: (x) => (x !== undefined && /^\d{1,5}$/.test(x) ? { do: word, user: Number(x) } : null),
});

const rotating = (graceful: boolean): Word => ({
  format: (a) => (a.do === 'rotate-keys' && a.graceful === graceful ? [] : null),
  parse: (x) => (x === undefined ? { do: 'rotate-keys', graceful } : null),
});

const deploying = (drain: boolean): Word => ({
  format: (a) => (a.do === 'deploy' && a.drain === drain ? [String(a.batch)] : null),
  parse: (x) =>
    withNumber(x, 1, MOST_SERVERS, (batch) => ({ do: 'deploy', batch: Math.floor(batch), drain })),
});

/** Nodes of the store are counted from 1; the first one needs no number. */
const onStore = (word: 'kill-store' | 'restart-store'): Word => ({
  format: (a) => (a.do === word ? (a.node === undefined ? [] : [String(a.node + 1)]) : null),
  parse: (x) =>
    x === undefined
      ? { do: word }
      : /^\d{1,2}$/.test(x)
        ? withNumber(x, 2, MOST_STORE_NODES, (number) => ({ do: word, node: number - 1 }))
        : null,
});

const plain = (
  word:
    | 'add-server'
    | 'purge-cache'
    | 'add-shard'
    | 'kill-balancer'
    | 'restart-balancer'
    | 'partition'
    | 'heal',
): Word => ({
  format: (a) => (a.do === word ? [] : null),
  parse: (x) => (x === undefined ? { do: word } : null),
});

const WORDS: Record<string, Word> = {
  add: plain('add-server'),
  kill: onServer('kill-server'),
  hang: onServer('hang-server'),
  restart: restarting(false),
  graceful: restarting(true),
  resize: {
    format: (a) => (a.do === 'resize-server' ? [serverName(a.server), a.size] : null),
    parse: (x, size) =>
      size !== undefined && Object.hasOwn(SIZES, size)
        ? withServer(x, (server) => ({ do: 'resize-server', server, size: size as SizeId }))
        : null,
    most: 2,
  },
  deploy: deploying(true),
  'deploy-abruptly': deploying(false),
  drain: onServer('drain-server'),
  resume: onServer('resume-server'),
  remove: onServer('remove-server'),
  strategy: {
    format: (a) => (a.do === 'set-strategy' ? [a.strategy] : null),
    parse: (x) =>
      x !== undefined && Object.hasOwn(STRATEGIES, x)
        ? { do: 'set-strategy', strategy: x as StrategyId }
        : null,
  },
  policy: {
    format: (a) => (a.do === 'set-policy' ? [a.policy] : null),
    parse: (x) =>
      x !== undefined && Object.hasOwn(POLICIES, x) ? { do: 'set-policy', policy: x as PolicyId } : null,
  },
  think: {
    format: (a) => (a.do === 'set-think-time' ? [String(a.meanMs)] : null),
    parse: (x) => withNumber(x, 1, 3_600_000, (meanMs) => ({ do: 'set-think-time', meanMs })),
  },
  visitors: {
    format: (a) => (a.do === 'set-visitors' ? [String(a.perSecond)] : null),
    parse: (x) => withNumber(x, 0, 10_000, (perSecond) => ({ do: 'set-visitors', perSecond })),
  },
  set: {
    format: (a) => {
      const setting = a.do === 'set' ? settingAtEnginePath(a.setting) : undefined;
      return a.do === 'set' && setting !== undefined ? [setting.path, formatSettingValue(a.value)] : null;
    },
    parse: parseSet,
    most: 2,
  },
  'log-out': onPerson('log-out'),
  'replay-cookie': onPerson('replay-cookie'),
  'rotate-keys': rotating(true),
  'replace-keys': rotating(false),
  purge: plain('purge-cache'),
  'kill-store': onStore('kill-store'),
  'restart-store': onStore('restart-store'),
  'add-shard': plain('add-shard'),
  'kill-balancer': plain('kill-balancer'),
  'restart-balancer': plain('restart-balancer'),
  partition: plain('partition'),
  heal: plain('heal'),
};

/** The words that `do` understands, for messages. */
export const ACTION_WORDS = Object.keys(WORDS);

/** Interventions that a link may hold; more would make one run take too long to open. */
const MOST_ACTIONS = 500;

export function formatActions(interventions: readonly Intervention[]): string {
  return interventions.map(formatAction).join(',');
}

function formatAction(intervention: Intervention): string {
  for (const [word, { format }] of Object.entries(WORDS)) {
    const parts = format(intervention);
    if (parts !== null) return [intervention.atMs, word, ...parts].join('~');
  }
  return '';
}

/** Reads what can be read, in order of time; gives back what cannot. Never throws. */
export function parseActions(text: string): { interventions: Intervention[]; wrong: string[] } {
  const interventions: Intervention[] = [];
  const wrong: string[] = [];
  for (const part of text.split(',')) {
    if (part === '') continue;
    const [at, word, ...parts] = part.split('~');
    const atMs = at !== '' && /^\d+(\.\d+)?$/.test(at) ? Number(at) : Number.NaN;
    const action =
      word !== undefined && Object.hasOwn(WORDS, word) && parts.length <= (WORDS[word].most ?? 1)
        ? WORDS[word].parse(parts[0], parts[1])
        : null;
    if (action === null || !(atMs <= 3_600_000) || interventions.length >= MOST_ACTIONS)
      wrong.push(part.slice(0, 60));
    else interventions.push({ ...action, atMs });
  }
  interventions.sort((a, b) => a.atMs - b.atMs);
  return { interventions, wrong };
}

function withServer(text: string | undefined, make: (server: number) => Action): Action | null {
  if (text === undefined || !/^[A-Z]{1,2}$/.test(text)) return null;
  const index = [...text].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
  return index < 300 ? make(index) : null;
}

function withNumber(
  text: string | undefined,
  min: number,
  max: number,
  make: (n: number) => Action,
): Action | null {
  if (text === undefined || !/^\d+(\.\d+)?$/.test(text)) return null;
  const n = Number(text);
  return n >= min && n <= max ? make(n) : null;
}

function parseSet(path: string | undefined, text: string | undefined): Action | null {
  const setting = path === undefined ? undefined : settingAt(path);
  if (setting === undefined || text === undefined) return null;
  const value = parseSettingValue(setting.field, text);
  return value !== undefined && allows(setting.field, value) ? changeSetting(setting.path, value) : null;
}
