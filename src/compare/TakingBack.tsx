/** Takes back and makes again what was done in the runs that are compared, and which ones they are. */
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { usePlayerState } from '../player/hooks.ts';
import { UndoButtons } from '../time/UndoButtons.tsx';
import type { Chosen } from './Comparing.tsx';
import css from './compare.module.css';
import type { LockstepPlayers } from './lockstepPlayers.ts';

/** Other lots of runs that were compared before, and those that were left for these again. */
export interface Turns {
  back: number;
  on: number;
  /** @param left what is compared now, with all that was done in it */
  undo(left: Chosen): void;
  redo(left: Chosen): void;
}

/** Where there is little room it comes when something was done here. */
export function TakingBack({
  lockstepPlayers,
  turns,
  present,
  say,
}: {
  lockstepPlayers: LockstepPlayers;
  turns: Turns;
  present(): Chosen;
  say(text: string): void;
}) {
  const t = timeWords[useWords().locale];
  usePlayerState((s) => s.revision);
  const { back, on } = lockstepPlayers;
  // What is done in these runs came after they were chosen.
  const canUndo = back > 0 || turns.back > 0;
  const canRedo = on > 0 || (back === 0 && turns.on > 0);
  return (
    <div className={css.takingBack} data-idle={!canUndo && !canRedo}>
      <UndoButtons
        canUndo={canUndo}
        canRedo={canRedo}
        undo={() => {
          if (back > 0) lockstepPlayers.undo();
          else turns.undo(present());
          say(t.undone);
        }}
        redo={() => {
          if (on > 0) lockstepPlayers.redo();
          else turns.redo(present());
          say(t.redone);
        }}
      />
    </div>
  );
}
