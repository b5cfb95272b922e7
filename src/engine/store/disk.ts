/**
 * What a store node has on disk, and so what a crash leaves of it. The disk is not kept as a second copy: each
 * change notes what it overwrites, a save forgets those notes, and a crash undoes them, the last one first.
 */
import {
  clearShelf,
  dropSession,
  findRecord,
  holdSession,
  loseRecord,
  lossSince,
  putRecord,
} from '../shelves.ts';
import type { Sim } from '../sim.ts';
import { placeOfNode, SessionEnd } from '../state/sessions.ts';
import { addRow, freeRow, NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { kindOf } from './kinds.ts';
import { noteUndoneLogouts } from './logouts.ts';
import { dropTombstonesOf } from './versions.ts';

/** Redis with `appendfsync everysec`: what was written is on disk at the next full second. */
const FSYNC_EVERY_MS = 1000;

/** Redis's own rules: a snapshot when so long after the last one there have been so many changes. */
export const SAVE_RULES = [
  { afterMs: 3_600_000, changes: 1 },
  { afterMs: 300_000, changes: 100 },
  { afterMs: 60_000, changes: 10_000 },
] as const;

/**
 * To be called before the record of a session on a node is changed or dropped; or after it was made, with NONE for
 * the record that was there before.
 */
export function noteChange(sim: Sim, node: number, session: number, before?: typeof NONE): void {
  const { store } = sim.scenario;
  if (store.persistence === 'none' || kindOf(store).durable || session === NONE) return;
  saveIfDue(sim, node);
  const { stores, unsaved, records } = sim.world;
  const record = before ?? findRecord(sim.world, session, placeOfNode(node));
  const note = addRow(unsaved);
  unsaved.session[note] = session;
  unsaved.had[note] = record === NONE ? 0 : 1;
  unsaved.loggedIn[note] = record === NONE ? 0 : records.loggedIn[record];
  unsaved.cart[note] = record === NONE ? 0 : records.cart[record];
  unsaved.madeMs[note] = record === NONE ? 0 : records.madeMs[record];
  unsaved.usedMs[note] = record === NONE ? 0 : records.usedMs[record];
  unsaved.next[note] = stores.lastUnsaved[node];
  stores.lastUnsaved[node] = note;
  stores.changedMs[node] = sim.world.nowMs;
  holdSession(sim.world, session);
}

/** Counts a command that writes; snapshots come after so many. */
export function countChange({ world, scenario }: Sim, node: number): void {
  if (scenario.store.persistence !== 'none') world.stores.changes[node]++;
}

/** The process dies: what stays on its shelf is what is on its disk. Returns how many sessions in use were lost. */
export function crash(sim: Sim, node: number, by: number): number {
  const { world } = sim;
  const { store } = sim.scenario;
  if (kindOf(store).durable) return 0;
  world.stores.synced[node] = 0;
  if (store.persistence === 'none') {
    dropTombstonesOf(world, placeOfNode(node));
    return clearShelf(world, placeOfNode(node), SessionEnd.storeKilled, by);
  }
  const before = world.totals.sessionsLost;
  saveIfDue(sim, node);
  undoChanges(world, node, by);
  noteUndoneLogouts(sim, node, by);
  return lossSince(world, before, placeOfNode(node), by);
}

/** Everything on the node is on disk now. */
export function save({ world }: Sim, node: number, atMs: number): void {
  const { stores, unsaved } = world;
  for (let note = stores.lastUnsaved[node]; note !== NONE; ) {
    const earlier = unsaved.next[note];
    dropSession(world, unsaved.session[note]);
    freeRow(unsaved, note);
    note = earlier;
  }
  stores.lastUnsaved[node] = NONE;
  stores.changes[node] = 0;
  stores.savedMs[node] = atMs;
}

/**
 * Notes a save that has come since the last change. No event brings it: it matters only when something is written
 * or lost.
 */
function saveIfDue(sim: Sim, node: number): void {
  const { stores, nowMs } = sim.world;
  if (stores.lastUnsaved[node] === NONE) return;
  if (sim.scenario.store.persistence === 'aof') {
    const fsyncMs = Math.floor(nowMs / FSYNC_EVERY_MS) * FSYNC_EVERY_MS;
    if (stores.changedMs[node] < fsyncMs) save(sim, node, fsyncMs);
    return;
  }
  let dueMs = Number.POSITIVE_INFINITY;
  for (const { afterMs, changes } of SAVE_RULES) {
    if (stores.changes[node] < changes) continue;
    dueMs = Math.min(dueMs, Math.max(stores.savedMs[node] + afterMs, stores.changedMs[node]));
  }
  if (dueMs < nowMs) save(sim, node, dueMs);
}

/** Takes back what is not on disk. */
function undoChanges(world: World, node: number, by: number): void {
  const { stores, unsaved } = world;
  for (let note = stores.lastUnsaved[node]; note !== NONE; ) {
    const earlier = unsaved.next[note];
    undo(world, node, note, by);
    dropSession(world, unsaved.session[note]);
    freeRow(unsaved, note);
    note = earlier;
  }
  stores.lastUnsaved[node] = NONE;
  stores.changes[node] = 0;
}

function undo(world: World, node: number, note: number, by: number): void {
  const { unsaved, records } = world;
  const session = unsaved.session[note];
  const place = placeOfNode(node);
  let record = findRecord(world, session, place);
  if (unsaved.had[note] === 0) {
    if (record !== NONE) loseRecord(world, record, SessionEnd.storeKilled, by);
    return;
  }
  if (record === NONE) record = putRecord(world, session, place, 0, unsaved.loggedIn[note] as 0 | 1);
  records.loggedIn[record] = unsaved.loggedIn[note];
  records.cart[record] = unsaved.cart[note];
  records.madeMs[record] = unsaved.madeMs[note];
  records.usedMs[record] = unsaved.usedMs[note];
}
