/** What an Express server is told when it starts, in JSON on its command line. */
export interface AppOptions {
  /** As the engine names it: A, B, … It says so in every answer. */
  name: string;
  port: number;
  /** Where sessions live. */
  sessions: Sessions;
  /** For cookies and tokens: the first signs, all verify. */
  secrets: string[];
  /** How long the work takes. */
  pageMs: number;
  loginMs: number;
  refusalMs: number;
}

export type Sessions = ServerSessions | Tokens;

/** express-session; in its MemoryStore, or with connect-redis. */
export interface ServerSessions {
  kind: 'express-session';
  /** Does a visitor without a login get a session too? express-session's default is yes. */
  saveUninitialized: boolean;
  redis: RedisAddress | null;
}

/** One Redis at a port of this machine, or Sentinels at ports of it, which are asked who leads. */
export type RedisAddress = { timeoutMs: number } & ({ port: number } | { sentinels: readonly number[] });

/** What Sentinels call the store that they watch. */
export const WATCHED = 'store';

/** A signed token that the browser keeps. */
export interface Tokens {
  kind: 'token';
  /** How long one is good for; null for ever. */
  ttlMs: number | null;
}

/** Connections that wait for the process: few, so that a process that stands still soon looks like a silent machine. */
export const BACKLOG = 16;

/** What the parent asks of it; each is answered with a report. */
export type Order = { do: 'listen' } | { do: 'count' } | { do: 'change-secrets'; secrets: string[] };
/** What it says to its parent: how busy it is, whenever that changes, and that an order has been carried out. */
export type Report = { inFlight: number } | { done: Order['do']; records?: number };
