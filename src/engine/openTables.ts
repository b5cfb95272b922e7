/** Tables that a world only gets when a run first needs them. */
import { openTasks } from './sharing.ts';
import type { World } from './state/world.ts';
import { openCopies } from './store/copies.ts';
import { openStoreTables } from './store/topology.ts';

/** Opens those that are open in another world. */
export function openTables(world: World, like: World): void {
  if (like.tasks.request !== undefined) openTasks(world);
  if (like.copies.event !== undefined) openCopies(world);
  if (like.stores.up !== undefined) openStoreTables(world);
}
