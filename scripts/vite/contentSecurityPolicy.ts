/**
 * Writes a strict content security policy into the built page. It reads the final HTML, after everything
 * that inlines or changes code, because the policy names each inline script and style by its hash.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html')) {
            file.source = withPolicy(String(file.source));
          }
        }
      },
    },
  };
}

const charset = /<meta charset="utf-8"\s*\/?>/i;

/** The page with a policy straight after its charset, so before anything that the policy is about. */
export function withPolicy(html: string): string {
  if (!charset.test(html))
    throw new Error('Expected <meta charset="utf-8"> in the page: the policy goes there.');
  const policy = formatPolicy(html);
  return html.replace(
    charset,
    (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}

function formatPolicy(html: string): string {
  const hashes: Record<'script' | 'style', string[]> = { script: [], style: [] };
  // One expression for all three, so that the word <style> in a comment or in a script is not taken for a style.
  for (const [, name, attributes, text] of html.matchAll(
    /<!--[\s\S]*?-->|<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi,
  )) {
    if (name === undefined || /\ssrc=/i.test(attributes)) continue;
    hashes[name.toLowerCase() as 'script' | 'style'].push(hashSource(text));
  }
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes.script].join(' '),
    ["style-src 'self'", ...hashes.style].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashSource(text: string): string {
  // Browsers hash the text after reading the file, which turns every line end into \n.
  const read = text.replace(/\r\n?/g, '\n');
  return `'sha256-${createHash('sha256').update(read).digest('base64')}'`;
}
