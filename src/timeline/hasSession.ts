/** Who is logged in. */
import { findLogin } from '../engine/shelves.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';
import { STRATEGIES } from '../engine/strategies/index.ts';
import { isAccepted } from '../engine/tokens.ts';

/** Is the person logged in as far as anybody knows who is asked now? */
export function hasSession(world: World, u: number): boolean {
  const { users, settings } = world;
  if (STRATEGIES[settings.strategy].keeper === 'user') {
    return users.token[u] !== NONE && isAccepted(world, users.token[u]);
  }
  return users.session[u] !== NONE && findLogin(world, users.session[u]) !== NONE;
}
