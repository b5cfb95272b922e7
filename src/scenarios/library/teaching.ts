/**
 * The world that all scenarios of the library share. It is watched at about a quarter of real speed, so
 * waiting is shorter here than in real life; where a value is not given, the file format's default holds.
 */
import type { Scenario } from '../../engine/scenario.ts';
import { DEFAULT_SCENARIO } from '../defaults.ts';

type Parts = { [K in keyof Scenario]?: Partial<Scenario[K]> };

const TEACHING: Parts = {
  /** A click soon after each answer, so that somebody is always on the way. */
  people: {
    count: 8,
    think: { kind: 'exponential', meanMs: 700 },
    retype: { kind: 'constant', meanMs: 1500 },
    cartShare: 0.25,
  },
  /** Short lifetimes, so that one sees things expire. */
  cdn: { ttlMs: 10_000 },
  pageCache: { ttlMs: 5000 },
  service: {
    page: { kind: 'lognormal', meanMs: 120, cv: 0.5 },
    login: { kind: 'constant', meanMs: 150 },
    refusalMs: 5,
  },
  /** A far user: 150 ms there and back, as between California and the Netherlands. */
  hops: { userMs: 75, serverMs: 0.5 },
  /** A machine is there after 1.5 s instead of a minute, and a process after 3 s; another machine takes 6 s. */
  /** It looks often and forgets soon. */
  autoscaler: { periodMs: 2000, coolDownMs: 8000 },
  servers: { workers: 2, queueLimit: 50, startMs: 1500, restartMs: 3000, resizeMs: 6000 },
};

/** The teaching world, except for what `parts` says. */
export function teachingScenario(parts: Parts): Scenario {
  return withParts(withParts(DEFAULT_SCENARIO, TEACHING), parts);
}

function withParts(scenario: Scenario, parts: Parts): Scenario {
  return {
    people: { ...scenario.people, ...parts.people },
    visitors: { ...scenario.visitors, ...parts.visitors },
    patience: { ...scenario.patience, ...parts.patience },
    files: { ...scenario.files, ...parts.files },
    cdn: { ...scenario.cdn, ...parts.cdn },
    pageCache: { ...scenario.pageCache, ...parts.pageCache },
    service: { ...scenario.service, ...parts.service },
    hops: { ...scenario.hops, ...parts.hops },
    servers: { ...scenario.servers, ...parts.servers },
    autoscaler: { ...scenario.autoscaler, ...parts.autoscaler },
    balancer: { ...scenario.balancer, ...parts.balancer },
    sessions: { ...scenario.sessions, ...parts.sessions },
    store: { ...scenario.store, ...parts.store },
    zones: { ...scenario.zones, ...parts.zones },
  };
}
