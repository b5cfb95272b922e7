/** Shorthand for the scripts of cases. */

interface FileLine {
  at: number;
  user: number;
  ask: string;
}

/**
 * `asks(1000, 'login 0 1', 'page 0')`: persons 0 and 1 log in and person 0 asks for a page, the first at 1000 ms
 * and each of the others a step later.
 */
export function asks(startMs: number, ...parts: string[]): FileLine[] {
  return asksEvery(STEP_MS, startMs, ...parts);
}

/** Time for a short answer to arrive, and for the machine to do something else in between. */
const STEP_MS = 100;

export function asksEvery(stepMs: number, startMs: number, ...parts: string[]): FileLine[] {
  const lines = parts.flatMap((part) => {
    const [ask, ...people] = part.split(' ');
    return people.map((user) => ({ user: Number(user), ask }));
  });
  return lines.map((line, i) => ({ at: startMs + i * stepMs, ...line }));
}

/** A quick world on one machine: what both sides do besides what a case is about. */
export const QUICK = {
  hops: { user: '0.5ms', server: '0.5ms' },
  service: { page: '20ms', login: '20ms', refusal: '5ms' },
} as const;

/** An event loop takes on whatever comes. */
export const EVENT_LOOP = { workers: 1000, queueLimit: null } as const;

/** Health checks as HAProxy's, ten times as fast. */
export const QUICK_CHECKS = { interval: '200ms', timeout: '200ms', fall: 3, rise: 2 } as const;

/** By a hash of the person, which knows no turns: a failed attempt changes nothing for the requests after it. */
export const NGINX_BY_KEY = { policy: 'hash-modulo' } as const;

/** How each program takes turns; with equal weights nginx goes by weights as well. */
export const NGINX = { policy: 'weighted-round-robin' } as const;
export const HAPROXY = { policy: 'weighted-round-robin-haproxy' } as const;
