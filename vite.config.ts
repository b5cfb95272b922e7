/**
 * Two outputs from one index.html:
 *   vite build               the full page in dist/, in chunks
 *   vite build --mode embed  dist/embed/index.html, one file with everything in it that most frames need, which
 *                            therefore runs in <iframe sandbox="allow-scripts">, where modules of a host without
 *                            CORS headers cannot be loaded. Beside it lies one classic script with what fewer runs
 *                            need. There import.meta.env.MODE === 'embed'.
 */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { contentSecurityPolicy } from './scripts/vite/contentSecurityPolicy.ts';
import { embedRedirect, inlineIcon } from './scripts/vite/embedPage.ts';
import { firstViewChunk } from './scripts/vite/firstViewChunk.ts';
import { furtherScript } from './scripts/vite/furtherScript.ts';
import { noPreload } from './scripts/vite/noPreload.ts';
import { pureD3 } from './scripts/vite/pureD3.ts';

export default defineConfig(({ mode }) => ({
  // The pages work at any address, such as a folder of somebody's site.
  base: './',
  // A wrong address is an error, as on a plain file host, and not the start page.
  appType: 'mpa',
  plugins:
    mode === 'embed'
      ? [
          react(),
          pureD3(),
          noPreload(),
          furtherScript(),
          inlineIcon(),
          viteSingleFile(),
          contentSecurityPolicy(),
        ]
      : [react(), pureD3(), embedRedirect(), contentSecurityPolicy()],
  // The name of the file is enough to tell classes apart, and compresses better than a number for each.
  css: { modules: { generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}` } },
  resolve: {
    // The frame has a smaller budget than the page: the same components run on Preact there, and nothing is kept for charts.
    alias:
      mode === 'embed'
        ? {
            './page.en.ts': fileURLToPath(new URL('src/embed/noPageWords.ts', import.meta.url)),
            './page.ko.ts': fileURLToPath(new URL('src/embed/noPageWords.ts', import.meta.url)),
            './series.ts': fileURLToPath(new URL('src/embed/noSeries.ts', import.meta.url)),
            'react/jsx-runtime': 'preact/jsx-runtime',
            'react-dom/client': 'preact/compat/client',
            'react-dom': 'preact/compat',
            react: fileURLToPath(new URL('src/embed/preact.ts', import.meta.url)),
          }
        : {},
  },
  build:
    mode === 'embed'
      ? { outDir: 'dist/embed', copyPublicDir: false, modulePreload: false }
      : {
          manifest: true,
          modulePreload: { polyfill: false },
          rolldownOptions: {
            output: {
              codeSplitting: { groups: [firstViewChunk('core', ['/src/main.tsx', '/src/app/App.tsx'])] },
            },
          },
        },
}));
