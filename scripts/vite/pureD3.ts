/**
 * `import … from 'd3'` takes only what is named. D3's packages say that they have no side effects, but two of
 * them (selection's transitions) add methods to another one, so a bundler keeps them, and all they need.
 * Nobody here uses transitions. d3-shape makes some of its curves by calling functions that only return a curve,
 * which a bundler cannot know: it would keep them all.
 */
import type { Plugin } from 'vite';

export function pureD3(): Plugin {
  return {
    name: 'pure-d3',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]node_modules[\\/]d3(-[a-z-]+)?[\\/]/ },
      handler: (code) => ({
        code: code.replaceAll('= (function custom(', '= /* @__PURE__ */ (function custom('),
        map: null,
        moduleSideEffects: false,
      }),
    },
  };
}
