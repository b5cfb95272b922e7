import type { Plugin } from 'vite';

/**
 * For a build of one file: what is imported on demand is there already, so nothing need be fetched ahead of it, and
 * what would see to that is left out.
 */
export function noPreload(): Plugin {
  return {
    name: 'no-preload',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
