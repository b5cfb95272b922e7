/** "This run, but with …": what could be different is fetched when somebody asks. */
import { useState } from 'react';
import type { Scenario } from '../engine/scenario.ts';
import { useWords } from '../i18n/Words.tsx';
import type { StartSetting } from '../player/link/startSettings.ts';
import { useLoaded } from '../player/useLoaded.tsx';
import css from './app.module.css';

export const loadCompare = () => import('../compare/index.ts');

export function ButWith(props: { start: Scenario; onChoose(changes: StartSetting[]): void }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const part = useLoaded(loadCompare, open);
  return (
    <details className={css.butWith} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.app.butWith}</summary>
      {open && part && <part.ButWithMenu {...props} />}
    </details>
  );
}
