/** Everything of the timeline that has to do with seeing a part of the run. Fetched after the first picture. */
import { useEffect, useId, useState } from 'react';
import { timeWords } from '../../i18n/time/index.ts';
import { useWords } from '../../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../../player/hooks.ts';
import type { Plot } from '../Timeline.tsx';
import { AnswerLane } from './AnswerLane.tsx';
import { Overview } from './Overview.tsx';
import { PartPicture } from './PartPicture.tsx';
import { showPart } from './showPart.ts';
import { singleAnswers } from './single.ts';
import { useCloseup } from './useCloseup.tsx';
import { useEdgeDrag } from './useEdgeDrag.tsx';
import { useFollow } from './useFollow.tsx';
import { usePinch } from './usePinch.tsx';
import { useWheel } from './useWheel.tsx';
import { useZoomKeys } from './useZoomKeys.tsx';

export function Zoom(plot: Plot) {
  const player = usePlayer();
  const part = usePlayerState((s) => s.window);
  const { wholeMs } = plot;
  useEffect(() => {
    // Another future may be known less far. By more than a rounding.
    if (part !== null && part.toMs > wholeMs + 1) showPart(player, part, wholeMs);
  }, [player, part, wholeMs]);
  useWheel(plot);
  usePinch(plot);
  useZoomKeys(plot);
  useFollow(wholeMs, useEdgeDrag(plot));
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
