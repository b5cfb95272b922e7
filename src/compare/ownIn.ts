import type { Player } from '../player/createPlayer.ts';
import { keyOfDone } from '../timeline/parting.ts';
import { runsOf } from './core/comparison.ts';
import { READY, type ReadyId } from './core/ready/index.ts';

/** Tells what of a run the visitor did, and not the comparison that was ready. */
export function ownIn(about: ReadyId | null, player: Player): (by: number) => boolean {
  if (about === null) return () => true;
  const { base, variants } = READY[about];
  const its = new Set(
    runsOf({ base, variants }).flatMap(({ interventions }) => interventions.map(keyOfDone)),
  );
  return (by) => {
    const done = player.timeline.run.interventions[by];
    return done !== undefined && !its.has(keyOfDone(done));
  };
}
