/** Each server keeps the sessions it made in its own memory, and knows no others. */
import type { SessionStrategy } from './strategy.ts';

export const memory: SessionStrategy = {
  id: 'memory',
  affinity: 'none',
  home: (server) => server,
  takeOver: () => {},
};
