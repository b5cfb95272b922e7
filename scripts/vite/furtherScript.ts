/**
 * Builds the further rules of the engine, and their words, into a classic script beside the embed page, and tells the page its name:
 * `virtual:further-file`. The name changes with the content, so that no cache mixes two versions.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { FURTHER_GLOBAL } from '../../src/embed/furtherGlobal.ts';

const NAME = 'virtual:further-file';
const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

export function furtherScript(): Plugin {
  return {
    name: 'further-script',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => {
      if (id === NAME) return `\0${NAME}`;
      // The frame's ways to fetch them take the place of the page's.
      if (/player\/fetchRules\.ts$|^\.\/fetchRules\.ts$/.test(id)) return source('embed/fetchRules.ts');
      return /i18n\/further\/index\.ts$/.test(id) ? source('embed/furtherWords.ts') : null;
    },
    async load(id) {
      if (id !== `\0${NAME}`) return null;
      const code = await buildScript();
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
      const fileName = `further-${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source: code });
      return `export default ${JSON.stringify(fileName)};`;
    },
  };
}

async function buildScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      copyPublicDir: false,
      minify: true,
      lib: { entry: source('embed/furtherScript.ts'), formats: ['iife'], name: FURTHER_GLOBAL },
    },
  });
  const [{ output }] = Array.isArray(built) ? built : [];
  return output[0].code;
}
