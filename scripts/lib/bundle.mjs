import { basename, dirname, join } from 'node:path';
import { projectFolder } from './npm.mjs';

/** For what can be made again at any time. */
export const cacheFolder = join(projectFolder, 'node_modules', '.cache', 'balancing-act');

/**
 * Bundles a TypeScript program and all it imports into one file that Node can run.
 * @param {string} entry the program
 * @param {string} outFile
 * @param {'inside' | 'outside'} packages whether those of node_modules go into the file, or are loaded when it runs
 */
export async function bundleForNode(entry, outFile, packages = 'inside') {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    ssr: packages === 'inside' ? { noExternal: true } : {},
    build: {
      ssr: entry,
      target: 'node20',
      outDir: dirname(outFile),
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: basename(outFile), codeSplitting: false } },
    },
  });
}
