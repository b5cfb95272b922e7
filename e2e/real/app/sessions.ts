/** Sessions of an Express server as express-session keeps them: in its own memory, or in a Redis. */
import { RedisStore } from 'connect-redis';
import session from 'express-session';
import { createClient, createSentinel } from 'redis';
import type { Logins } from './logins.ts';
import { type RedisAddress, type ServerSessions, WATCHED } from './options.ts';

declare module 'express-session' {
  interface SessionData {
    isLoggedIn: boolean;
    cart: number;
  }
}

export async function serverSessions(
  { saveUninitialized, redis }: ServerSessions,
  secrets: string[],
): Promise<Logins> {
  const memory = new session.MemoryStore();
  const store = redis === null ? memory : await redisStore(redis);
  return {
    middleware: session({ secret: secrets, resave: false, saveUninitialized, store }),
    isLoggedIn: (request) => request.session.isLoggedIn === true,
    async logIn(request) {
      await done((callback) => request.session.regenerate(callback));
      request.session.isLoggedIn = true;
      request.session.cart = 0;
      await done((callback) => request.session.save(callback));
    },
    // express-session renews the idle time by itself.
    async showPage() {},
    async addToCart(request) {
      request.session.cart = (request.session.cart ?? 0) + 1;
      await done((callback) => request.session.save(callback));
    },
    logOut: (request) => done((callback) => request.session.destroy(callback)),
    inMemory: () => new Promise((resolve) => memory.length((_error, count) => resolve(count ?? 0))),
  };
}

/** connect-redis as its README says; only the patience with a command is the scenario's. */
async function redisStore(address: RedisAddress): Promise<RedisStore> {
  const host = '127.0.0.1';
  const commandOptions = { timeout: address.timeoutMs };
  const client =
    'port' in address
      ? createClient({ socket: { host, port: address.port }, commandOptions })
      : createSentinel({
          name: WATCHED,
          sentinelRootNodes: address.sentinels.map((port) => ({ host, port })),
          commandOptions,
        });
  // Without a listener the first lost connection would end the process.
  client.on('error', () => {});
  await client.connect();
  return new RedisStore({ client });
}

/** Waits for something that reports back to a function. */
function done(act: (callback: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    act((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
