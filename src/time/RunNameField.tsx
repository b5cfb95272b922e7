/** The name of a run, to be written in the place where it stands. */
import { useEffect, useRef } from 'react';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import type { Branch } from '../player/branches.ts';
import { useBranching, usePlayer } from '../player/hooks.ts';
import { cleanName, MOST_NAME_CHARACTERS } from '../player/runName.ts';
import { runName } from './runWords.ts';
import css from './time.module.css';

/** @param onDone is called when it is written or left as it was; `byKey` when the focus should stay about here */
export function RunNameField({ run, onDone }: { run: Branch; onDone(byKey: boolean): void }) {
  const { locale } = useWords();
  const t = timeWords[locale].runs;
  const branching = useBranching();
  const { store } = usePlayer();
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => input.current?.select(), []);
  const finish = (keeps: boolean, byKey: boolean) => {
    // Leaving the field by a key blurs it, too.
    if (done.current) return;
    done.current = true;
    const name = cleanName(input.current?.value ?? '');
    if (keeps && name !== run.name) {
      branching.rename(run.id, name);
      store.setState({ said: t.renamed({ name: runName(t, { id: run.id, name }) }) });
    }
    onDone(byKey);
  };
  return (
    <input
      ref={input}
      className={css.nameField}
      aria-label={t.nameOf({ name: t.name({ number: run.id }) })}
      title={t.renameHelp}
      defaultValue={run.name}
      placeholder={t.name({ number: run.id })}
      // Some characters are more than one unit of text; what is too long is cut when it is kept.
      maxLength={2 * MOST_NAME_CHARACTERS}
      autoComplete="off"
      onBlur={() => finish(true, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        // Escape closes nothing else, and no key plays or steps.
        event.stopPropagation();
        finish(event.key === 'Enter', true);
      }}
    />
  );
}
