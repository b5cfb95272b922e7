/**
 * `import … from 'd3'` takes only what is named. D3's packages say that they have no side effects, but two of
 * them (selection's transitions) add methods to another one, so a bundler keeps them, and all they need.
 * Nobody here uses transitions.
 */
import type { Plugin } from 'vite';

export function pureD3(): Plugin {
  return {
    name: 'pure-d3',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]node_modules[\\/]d3(-[a-z-]+)?[\\/]/ },
      handler: (code) => ({ code, map: null, moduleSideEffects: false }),
    },
  };
}
