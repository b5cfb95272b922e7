/** Takes back what was done, and does it again: by buttons, and by the keys that everybody knows. */
import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { Icon } from './Icon.tsx';
import css from './time.module.css';

/** Where the keys take back what was typed. */
const TYPED = 'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, dialog';

interface Props {
  canUndo: boolean;
  canRedo: boolean;
  undo(): void;
  redo(): void;
}

export function UndoButtons({ canUndo, canRedo, undo, redo }: Props) {
  const t = timeWords[useWords().locale];
  useEffect(() => {
    const unlessTyping = (may: boolean, act: () => void) => (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest(TYPED)) return;
      event.preventDefault();
      if (may) act();
    };
    return tinykeys(window, {
      '$mod+KeyZ': unlessTyping(canUndo, undo),
      '$mod+Shift+KeyZ': unlessTyping(canRedo, redo),
      '$mod+KeyY': unlessTyping(canRedo, redo),
    });
  }, [canUndo, canRedo, undo, redo]);
  return (
    <>
      <button
        type="button"
        className={css.tool}
        aria-label={t.undo}
        title={`${t.undo} (Ctrl+Z, ⌘Z)`}
        aria-disabled={!canUndo}
        onClick={() => canUndo && undo()}
      >
        <Icon path="M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3" />
      </button>
      <button
        type="button"
        className={css.tool}
        aria-label={t.redo}
        title={`${t.redo} (Ctrl+Y, ⇧⌘Z)`}
        aria-disabled={!canRedo}
        onClick={() => canRedo && redo()}
      >
        <Icon path="m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3" />
      </button>
    </>
  );
}
