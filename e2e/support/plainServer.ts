import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface PlainServer {
  /** With a slash at the end. */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves dist/ below /some/folder/ as the plainest file host would: no CORS headers, no fallback page.
 * Pages of our own can be added by path, such as a blog post with a frame in it.
 */
export async function startPlainServer(pages: Record<string, string> = {}): Promise<PlainServer> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const page = pages[path];
    try {
      const file = path.endsWith('/') ? `${path}index.html` : path;
      const body = page ?? (await readFile(join('dist', normalize(file.replace(/^\/some\/folder\//, '/')))));
      response.writeHead(200, {
        'content-type': page ? types['.html'] : (types[extname(file)] ?? 'text/plain'),
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A browser may keep a connection for another request that never comes.
        server.closeAllConnections();
      }),
  };
}
