/** Everything of the timeline that has to do with seeing a part of the run. Fetched after the first picture. */
import { useEffect, useId, useState } from 'react';
import { timeWords } from '../../i18n/time/index.ts';
import { useWords } from '../../i18n/Words.tsx';
import { usePlayerState } from '../../player/hooks.ts';
import type { Plot } from '../Timeline.tsx';
import { AnswerLane } from './AnswerLane.tsx';
import { Overview } from './Overview.tsx';
import { PartPicture } from './PartPicture.tsx';
import { singleAnswers } from './single.ts';
import { useCloseup } from './useCloseup.tsx';
import { useEdgeDrag } from './useEdgeDrag.tsx';
import { useZoom } from './useZoom.tsx';

export function Zoom(plot: Plot) {
  const part = usePlayerState((s) => s.window);
  useZoom(plot, useEdgeDrag(plot));
  return (
    <>
      <KeyHelp {...plot} />
      {part !== null && <Part {...plot} />}
    </>
  );
}

function Part(plot: Plot) {
  const { shown, widthPx } = plot;
  const closeup = useCloseup(shown);
  const frontierMs = usePlayerState((s) => s.view.frontierMs);
  const [serial, setSerial] = useState<number | null>(null);
  const singles = closeup && singleAnswers(closeup, shown, widthPx, frontierMs);
  const chosen = singles?.find((answer) => answer.serial === serial) ?? null;
  return (
    <>
      <PartPicture {...plot} closeup={closeup} singles={singles} chosen={chosen} />
      {singles && <AnswerLane {...plot} singles={singles} chosen={chosen} onChoose={setSerial} />}
      <Overview {...plot} />
    </>
  );
}

/** Tells those who listen which keys the slider has. */
function KeyHelp({ root }: Plot) {
  const id = useId();
  const { locale } = useWords();
  useEffect(() => {
    const slider = root.current;
    slider?.setAttribute('aria-describedby', id);
    return () => slider?.removeAttribute('aria-describedby');
  }, [root, id]);
  return (
    <p id={id} className="visually-hidden">
      {timeWords[locale].zoom.keys}
    </p>
  );
}
