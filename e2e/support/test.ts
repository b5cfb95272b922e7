/**
 * The `test` of all browser tests: it also fails when the page had a script error, wrote an error to the
 * console (which is where a browser reports what the content security policy refused), or asked another host.
 */
import { test as base, expect } from '@playwright/test';

interface Support {
  /** What went wrong so far. A test that provokes an error on purpose empties it: `problems.length = 0`. */
  problems: string[];
}

export const test = base.extend<Support>({
  problems: [
    async ({ context }, use) => {
      const problems: string[] = [];
      context.on('weberror', (event) => problems.push(`error: ${event.error().message}`));
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (/^(http|ws)/.test(url.protocol) && url.hostname !== '127.0.0.1')
          problems.push(`request: ${url.href}`);
      });
      await use(problems);
      expect(problems, 'problems in the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
