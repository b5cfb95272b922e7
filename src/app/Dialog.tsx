/** A dialog on the browser's own element: focus stays inside, Escape closes, focus returns. */
import { type ReactNode, useEffect, useRef } from 'react';
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
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby="dialog-title" onClose={onClose}>
      <header>
        <h2 id="dialog-title">{title}</h2>
        <button type="button" className={css.button} onClick={() => dialog.current?.close()}>
          {t.app.close}
        </button>
      </header>
      {children}
    </dialog>
  );
}
