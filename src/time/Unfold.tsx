/** On a phone all buttons of time but the most needed are folded away behind this one. */
import { useState } from 'react';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import css from './time.module.css';

export function Unfold() {
  const t = timeWords[useWords().locale];
  const [unfolded, setUnfolded] = useState(false);
  return (
    <button
      type="button"
      className={css.unfold}
      data-unfold={unfolded}
      aria-label={t.unfold}
      title={t.unfold}
      aria-expanded={unfolded}
      onClick={() => setUnfolded(!unfolded)}
    >
      <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
        <path
          d={unfolded ? 'M6 9l6 6 6-6' : 'M6 15l6-6 6 6'}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
