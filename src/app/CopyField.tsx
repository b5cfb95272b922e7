/** A text to take along, with a button that copies it where the browser allows that. */
import { useRef, useState } from 'react';
import { takeAlongWords } from '../i18n/takeAlong/index.ts';
import { useWords } from '../i18n/Words.tsx';
import css from './app.module.css';

export function CopyField({ label, text, rows }: { label: string; text: string; rows: number }) {
  const words = takeAlongWords[useWords().locale];
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      // In frames without permission the old way still works; where it does not, the text is selected.
      setSaid(document.execCommand('copy') ? words.copied : words.copyFailed);
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
      <button type="button" className={`button ${css.primary}`} onClick={copy}>
        {words.copy}
      </button>
      <p role="status">{said}</p>
    </div>
  );
}
