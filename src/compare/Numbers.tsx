/** The table, and what a screen reader hears of it when time stops or something was done. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CompareWords } from '../i18n/compare/types.ts';
import { useWords } from '../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import type { Lockstep } from './core/lockstep.ts';
import { RunsTable } from './RunsTable.tsx';
import type { RunTitle } from './runNames.ts';

export function Numbers({
  words,
  titles,
  lockstep,
}: {
  words: CompareWords;
  titles: readonly RunTitle[];
  lockstep: Lockstep;
}) {
  const { f } = useWords();
  const player = usePlayer();
  // The numbers are new whenever the view is.
  const view = usePlayerState((s) => s.view);
  const numbers = useMemo(() => (view === null ? [] : lockstep.numbers()), [view, lockstep]);
  const [line, setLine] = useState('');
  const tell = useRef<() => string>(() => '');
  useEffect(() => {
    tell.current = () =>
      words.table.status({
        at: lockstep.nowMs,
        all: lockstep.numbers().map(({ servedShare, refused, failed }, i) =>
          words.table.statusRun({
            number: i + 1,
            name: titles[i].name,
            share: servedShare === null ? '–' : f.percent(servedShare, 1),
            refused,
            failed,
          }),
        ),
      });
  });
  useEffect(
    () =>
      player.store.subscribe((state, before) => {
        if (state.playing && !before.playing) setLine('');
        else if (state.revision !== before.revision || (before.playing && !state.playing))
          // The numbers are those of the moment when all runs have stopped.
          queueMicrotask(() => setLine(tell.current()));
      }),
    [player],
  );
  return (
    <>
      <RunsTable words={words} titles={titles} numbers={numbers} atMs={view.nowMs} />
      <p role="status" className="visually-hidden">
        {line}
      </p>
    </>
  );
}
