import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withPolicy } from './contentSecurityPolicy.ts';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policyOf = (html: string) => /content="([^"]*)"/.exec(withPolicy(html))?.[1] ?? '';

test('inline scripts and styles are named by their hash, as a browser reads them', () => {
  const policy = policyOf(
    '<meta charset="utf-8"><!-- <style> --><script type="module">a = "<style>"\r\n</script><style>b{}</style>',
  );
  expect(policy).toContain(`script-src 'self' ${sha256('a = "<style>"\n')};`);
  expect(policy).toContain(`style-src 'self' ${sha256('b{}')};`);
});

test('a script from a file needs no hash', () => {
  expect(policyOf('<meta charset="utf-8"><script type="module" src="a.js"></script>')).toContain(
    "script-src 'self';",
  );
});

test('a page without its charset is refused', () => {
  expect(() => withPolicy('<title>A</title>')).toThrow('charset');
});
