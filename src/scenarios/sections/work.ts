import * as v from 'valibot';
import type { Hops, Service } from '../../engine/scenario.ts';
import { DEFAULT_SCENARIO } from '../defaults.ts';
import { distribution, formatDistribution } from '../fields/distribution.ts';
import { duration, formatDuration } from '../fields/duration.ts';
import { section } from '../fields/section.ts';

const work = DEFAULT_SCENARIO.service;
const way = DEFAULT_SCENARIO.hops;

export const service = section(
  'How long a worker is occupied by a request.',
  {
    page: v.optional(distribution('Computing a page.'), formatDistribution(work.page)),
    login: v.optional(
      distribution('Checking a password, which is slow by design.'),
      formatDistribution(work.login),
    ),
    refusal: v.optional(duration('Answering "not logged in".'), formatDuration(work.refusalMs)),
  },
  ({ page, login, refusal }): Service => ({ page, login, refusalMs: refusal }),
);

export const formatService = ({ page, login, refusalMs }: Service) => ({
  page: formatDistribution(page),
  login: formatDistribution(login),
  refusal: formatDuration(refusalMs),
});

export const hops = section(
  'How long a message travels, one way.',
  {
    user: v.optional(duration('Between a person and the balancer.'), formatDuration(way.userMs)),
    server: v.optional(duration('Between the balancer and a server.'), formatDuration(way.serverMs)),
  },
  ({ user, server }): Hops => ({ userMs: user, serverMs: server }),
);

export const formatHops = ({ userMs, serverMs }: Hops) => ({
  user: formatDuration(userMs),
  server: formatDuration(serverMs),
});
