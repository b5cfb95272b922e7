import * as v from 'valibot';
import type { ServerGroup, ServerSettings } from '../../engine/scenario.ts';
import { DEFAULT_SCENARIO } from '../defaults.ts';
import { duration, formatDuration } from '../fields/duration.ts';
import { expects } from '../fields/expects.ts';
import { decimal, whole, wholeOrNull } from '../fields/numbers.ts';
import { section } from '../fields/section.ts';
import {
  LEAST_SPEED,
  LEAST_WEIGHT,
  LONGEST_QUEUE,
  MOST_SERVERS,
  MOST_SPEED,
  MOST_WEIGHT,
  MOST_WORKERS,
} from '../limits.ts';

const initial = DEFAULT_SCENARIO.servers;

const fields = {
  workers: whole('Requests that one server works on at the same time.', 1, MOST_WORKERS),
  queueLimit: wholeOrNull(
    'Requests that may wait at one server; one more is turned away (503). null for no limit.',
    0,
    LONGEST_QUEUE,
  ),
  speed: decimal('2 is twice as fast as the service times say.', LEAST_SPEED, MOST_SPEED),
  weight: decimal('Share of the requests under policies that know weights.', LEAST_WEIGHT, MOST_WEIGHT),
  start: duration('From the order to add a machine until it listens.'),
  restart: duration('From the end of the process until it listens again.'),
};

const single = v.pipe(
  v.strictObject(
    {
      workers: v.optional(fields.workers),
      queueLimit: v.optional(fields.queueLimit),
      speed: v.optional(fields.speed),
      weight: v.optional(fields.weight),
      start: v.optional(fields.start),
      restart: v.optional(fields.restart),
    },
    expects({ what: 'object' }),
  ),
  v.transform(({ start, restart, ...rest }) =>
    withoutUndefined<ServerSettings>({ ...rest, startMs: start, restartMs: restart }),
  ),
);

export const servers = section(
  'The servers at the start, which all are alike unless `each` says otherwise.',
  {
    count: v.optional(whole('How many servers there are at the start.', 0, MOST_SERVERS), initial.count),
    workers: v.optional(fields.workers, initial.workers),
    queueLimit: v.optional(fields.queueLimit, initial.queueLimit),
    speed: v.optional(fields.speed, initial.speed),
    weight: v.optional(fields.weight, initial.weight),
    start: v.optional(fields.start, formatDuration(initial.startMs)),
    restart: v.optional(fields.restart, formatDuration(initial.restartMs)),
    each: v.optional(
      v.pipe(
        v.array(single, expects({ what: 'list', most: MOST_SERVERS })),
        v.maxLength(MOST_SERVERS, expects({ what: 'list', most: MOST_SERVERS })),
        v.description(
          'What single servers have differently: first that of server A, then that of B, and so on.',
        ),
      ),
    ),
  },
  ({ start, restart, each, ...rest }): ServerGroup => ({
    ...rest,
    startMs: start,
    restartMs: restart,
    ...(each === undefined ? {} : { each }),
  }),
);

export const formatServers = ({ count, each, ...common }: ServerGroup) => ({
  count,
  ...formatSettings(common),
  ...(each === undefined ? {} : { each: each.map(formatSettings) }),
});

function formatSettings(settings: Partial<ServerSettings>) {
  const { workers, queueLimit, speed, weight, startMs, restartMs } = settings;
  return {
    ...(workers === undefined ? {} : { workers }),
    ...(queueLimit === undefined ? {} : { queueLimit }),
    ...(speed === undefined ? {} : { speed }),
    ...(weight === undefined ? {} : { weight }),
    ...(startMs === undefined ? {} : { start: formatDuration(startMs) }),
    ...(restartMs === undefined ? {} : { restart: formatDuration(restartMs) }),
  };
}

function withoutUndefined<T extends object>(fields: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
