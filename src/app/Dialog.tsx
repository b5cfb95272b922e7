/** A dialog on the browser's own element: focus stays inside, Escape closes, focus returns. */
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n/Words.tsx';
import css from './app.module.css';

interface Props {
  title: string;
  onClose(): void;
  children: ReactNode;
}

export function Dialog({ title, onClose, children }: Props) {
  const { t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  /** The dialog's own box is covered by what is in it, so a click on it is one on the backdrop. */
  const closeOnBackdrop = (event: MouseEvent) => {
    if (event.target === dialog.current) dialog.current?.close();
  };
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, as every dialog
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-labelledby="dialog-title"
      onClose={onClose}
      onClick={closeOnBackdrop}
    >
      <div className={css.dialogRoom}>
        <div className={css.dialogHead}>
          <h2 id="dialog-title">{title}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t.app.close}
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
