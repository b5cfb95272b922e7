/**
 * Free ports on this machine. They lie below the range from which systems take ports for outgoing
 * connections, so that the port of a killed server is still free when it comes back.
 */
import { createServer } from 'node:net';

const FIRST = 18_000;
const COUNT = 14_000;

/** Ports given out by this process: two programs that have not started yet must not get the same. */
const given = new Set<number>();

export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    // Processes that run at the same time begin at different places.
    const port = FIRST + ((process.pid * 97 + given.size * 13 + tries * 31) % COUNT);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port between ${FIRST} and ${FIRST + COUNT}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
