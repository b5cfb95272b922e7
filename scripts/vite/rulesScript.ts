/**
 * Builds the further rules of the engine into a classic script beside the embed page, and tells the page its name:
 * `virtual:rules-file`. The name changes with the content, so that no cache mixes two versions.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { RULES_GLOBAL } from '../../src/embed/rulesGlobal.ts';

const NAME = 'virtual:rules-file';
const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

export function rulesScript(): Plugin {
  return {
    name: 'rules-script',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => {
      if (id === NAME) return `\0${NAME}`;
      // The frame's way to fetch them takes the place of the page's.
      return /\/fetchRules\.ts$/.test(id) ? source('embed/fetchRules.ts') : null;
    },
    async load(id) {
      if (id !== `\0${NAME}`) return null;
      const code = await buildScript();
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
      const fileName = `rules-${hash}.js`;
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
      lib: { entry: source('embed/rulesScript.ts'), formats: ['iife'], name: RULES_GLOBAL },
    },
  });
  const [{ output }] = Array.isArray(built) ? built : [];
  return output[0].code;
}
