/**
 * `import … from 'd3'` takes only what is named. D3's packages say that they have no side effects, but two of
 * them (selection's transitions) add methods to another one, so a bundler keeps them, and all they need.
 * Nobody here uses transitions. Nor do calls that only make something to export have an effect, such as
 * `var shuffle = shuffler(Math.random)`, or reading a property of what they made.
 */
import type { Plugin } from 'vite';

/** A line that makes something of what a function returns or an object has. */
const MADE = /^((?:export )?(?:var|const) \w+ = )(\w+[.(].*);$/gm;

export function pureD3(): Plugin {
  return {
    name: 'pure-d3',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]node_modules[\\/]d3(-[a-z-]+)?[\\/]/ },
      handler: (code) => ({
        code: code.replace(MADE, '$1/* @__PURE__ */ (() => $2)();'),
        map: null,
        moduleSideEffects: false,
      }),
    },
  };
}
