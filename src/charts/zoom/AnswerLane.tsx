/**
 * The answers that lie one by one along a part of the run: pointing at one tells of it, pressing it goes there and tells its
 * story. One stop of the keyboard for all of them; the arrows go from one to the next.
 */
import { type KeyboardEvent, useState } from 'react';
import { timeWords } from '../../i18n/time/index.ts';
import { useWords } from '../../i18n/Words.tsx';
import { personName } from '../../player/describe.ts';
import { useInspect, usePlayer, usePlayerState } from '../../player/hooks.ts';
import type { Plot } from '../Timeline.tsx';
import { LANE_PX, reachOf, type SingleAnswer } from './single.ts';
import css from './zoom.module.css';

/** Height of what can be pressed. */
const PRESS_PX = 24;

interface Props extends Plot {
  singles: readonly SingleAnswer[];
  chosen: SingleAnswer | null;
  onChoose(serial: number | null): void;
}

export function AnswerLane({ singles, chosen, onChoose, leftPx, topPx, widthPx, heightPx }: Props) {
  const words = useWords();
  const t = timeWords[words.locale].zoom;
  const player = usePlayer();
  const inspect = useInspect();
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const [focused, setFocused] = useState(false);
  const [hidden, setHidden] = useState(false);
  if (singles.length === 0) return null;

  /** Where the arrows go on from: the one that is looked at, or the last one before the playhead. */
  const here = chosen
    ? singles.indexOf(chosen)
    : Math.max(
        0,
        singles.findLastIndex(({ atMs }) => atMs <= nowMs),
      );
  const tell = ({ atMs, user, status, request, responseMs, kind }: SingleAnswer) =>
    t.answer({
      at: atMs,
      person: personName(words, user),
      status: String(status),
      what: t.request[REQUESTS[request] ?? 'page'],
      outcome: words.t.timeline[kind],
      ms: responseMs,
    });
  const goTo = ({ atMs, serial }: SingleAnswer) => {
    player.pause();
    // The address of a moment has whole milliseconds; by then the answer is there.
    player.seek(Math.ceil(atMs));
    inspect?.({ what: 'request', serial, nearMs: atMs });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = singles.length - 1;
    const to = {
      ArrowRight: here + (chosen ? 1 : 0),
      ArrowUp: here + (chosen ? 1 : 0),
      ArrowLeft: here - (chosen ? 1 : 0),
      ArrowDown: here - (chosen ? 1 : 0),
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined) {
      onChoose(singles[Math.max(0, Math.min(last, to))].serial);
      setHidden(false);
    } else if (event.key === 'Enter') goTo(singles[here]);
    else if (event.key === 'Escape' && chosen && !hidden) setHidden(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={css.lane}
      style={{
        left: leftPx,
        top: topPx + heightPx - (LANE_PX + PRESS_PX) / 2,
        width: widthPx,
        height: PRESS_PX,
      }}
      role="slider"
      tabIndex={0}
      aria-label={t.answers({ count: singles.length })}
      aria-description={t.answersHelp}
      aria-valuemin={1}
      aria-valuemax={singles.length}
      aria-valuenow={here + 1}
      aria-valuetext={tell(singles[here])}
      onKeyDown={onKeyDown}
      onFocus={() => {
        setFocused(true);
        setHidden(false);
        onChoose(singles[here].serial);
      }}
      onBlur={() => {
        setFocused(false);
        onChoose(null);
      }}
      onPointerLeave={() => !focused && onChoose(null)}
    >
      {singles.map((answer, i) => {
        const { left, right } = reachOf(singles, i);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a part of the slider, for pointers; keys go through it as a whole
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          <span
            key={answer.serial}
            className={css.press}
            style={{ left: answer.px - left, width: left + right }}
            onPointerEnter={() => {
              onChoose(answer.serial);
              setHidden(false);
            }}
            onClick={() => goTo(answer)}
          />
        );
      })}
      {chosen && !hidden && (
        <span
          className={css.tip}
          data-side={chosen.px > widthPx / 2 ? 'left' : 'right'}
          style={chosen.px > widthPx / 2 ? { right: widthPx - chosen.px - 12 } : { left: chosen.px - 12 }}
        >
          {tell(chosen)}
        </span>
      )}
    </div>
  );
}

/** Kinds of requests that somebody waits for. */
const REQUESTS = ['visit', 'login', 'page', 'cart', 'logout'] as const;
