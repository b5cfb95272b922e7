/** A text to take along, with a button that copies it where the browser allows that. */
import { useRef, useState } from 'react';
import { useWords } from '../i18n/Words.tsx';
import css from './app.module.css';

export function CopyField({ label, text, rows }: { label: string; text: string; rows: number }) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t.app.copied);
    } catch {
      // In frames without permission the old way still works; where it does not, the text is selected.
      setSaid(document.execCommand('copy') ? t.app.copied : t.app.copyFailed);
    }
  };
  return (
    <div className={css.copy}>
      <textarea
        ref={field}
        readOnly
        rows={rows}
        aria-label={label}
        value={text}
        onFocus={(e) => e.target.select()}
      />
      <button type="button" className={css.primary} onClick={copy}>
        {t.app.copy}
      </button>
      <p role="status">{said}</p>
    </div>
  );
}
