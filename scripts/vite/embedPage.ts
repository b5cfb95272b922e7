/**
 * The two ways in which the embed page differs from the full page in index.html: `?embed` on the full page
 * leads to it, and it stands alone, so it carries its icon within itself.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Sends visitors of the built full page with `?embed` to the embed page. A classic inline script, so that it
 * goes before the application is loaded. Not while developing: there main.tsx itself reads `?embed`.
 */
export function embedRedirect(): Plugin {
  const script =
    "if (!/^(null|0|false|no|off)$/i.test(new URLSearchParams(location.search).get('embed'))) location.replace('embed/index.html' + location.search + location.hash);";
  return {
    name: 'embed-redirect',
    apply: 'build',
    transformIndexHtml: (html) =>
      html.replace(/<title>/, (title) => `<script>${script}</script>\n    ${title}`),
  };
}

/** Puts the icon into the page as a data address. */
export function inlineIcon(): Plugin {
  return {
    name: 'inline-icon',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const icon = readFileSync(new URL('../../public/favicon.svg', import.meta.url), 'base64');
        return html.replace(/href="[^"]*favicon\.svg"/, `href="data:image/svg+xml;base64,${icon}"`);
      },
    },
  };
}
