/** Beside the buttons of time: going to what one looks for, and taking back what one did. */
import { useEffect, useRef, useState } from 'react';
import { tinykeys } from 'tinykeys';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { personName } from '../player/describe.ts';
import { useBranching, useBranchingState, usePlayer, usePlayerState } from '../player/hooks.ts';
import { LOOK_AHEAD_MS } from '../player/search.ts';
import { Menu, type MenuItem } from '../stage/Menu.tsx';
import css from './time.module.css';
import { useSearch } from './useSearch.tsx';

/** @param followed the person who is followed, or -1 */
export function TimeTools({ followed }: { followed: number }) {
  const words = useWords();
  const t = timeWords[words.locale];
  const player = usePlayer();
  const branching = useBranching();
  const canUndo = useBranchingState((s) => s.back > 0);
  const canRedo = useBranchingState((s) => s.on > 0);
  const interventions = usePlayerState((s) => s.run.interventions);
  const { state, next, previous, stop } = useSearch();
  const [said, say] = useState('');

  const goNext = (times: number[]) => {
    const to = times.find((ms) => ms > player.timeline.nowMs);
    if (to !== undefined) player.seek(to);
  };
  const goPrevious = (times: number[]) => {
    const to = times.findLast((ms) => ms < player.timeline.nowMs);
    if (to !== undefined) player.seek(to);
  };
  const changes = interventions.map((i) => i.atMs);
  const item = (id: string, label: string, run: () => void): MenuItem => ({ id, label, help: '', run });
  const person = followed < 0 ? '' : personName(words, followed);
  const request = { what: 'request', user: followed } as const;
  const items = [
    item('next-refusal', t.go.nextRefusal, () => next({ what: 'refusal' })),
    item('previous-refusal', t.go.previousRefusal, () => previous({ what: 'refusal' })),
    ...(followed < 0
      ? []
      : [
          item('next-request', t.go.nextRequest({ person }), () => next(request)),
          item('previous-request', t.go.previousRequest({ person }), () => previous(request)),
        ]),
    ...(changes.length === 0
      ? []
      : [
          item('next-change', t.go.nextChange, () => goNext(changes)),
          item('previous-change', t.go.previousChange, () => goPrevious(changes)),
        ]),
    item('backwards', t.go.backwards, player.playBackwards),
    item('end', t.go.end, () => player.seek(player.timeline.frontierMs)),
  ];
  const text =
    state === 'looking'
      ? t.go.looking
      : state === 'nothing-next'
        ? t.go.notFound({ ms: LOOK_AHEAD_MS })
        : state === 'nothing-before'
          ? t.go.notFoundBefore
          : said;
  useLeavesSoon(said, say);
  useEffect(() => {
    const unless = (act: () => void) => (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea, dialog')) return;
      event.preventDefault();
      act();
    };
    return tinykeys(window, {
      '$mod+KeyZ': unless(branching.undo),
      '$mod+Shift+KeyZ': unless(branching.redo),
      '$mod+KeyY': unless(branching.redo),
    });
  }, [branching]);
  useEffect(() => player.store.setState({ said: text }), [player, text]);
  return (
    <div className={css.tools}>
      <Menu label={t.go.label} items={items} up className={css.tool}>
        <Icon path="M5 12h.01M12 12h.01M19 12h.01" width={3.4} />
      </Menu>
      <button
        type="button"
        className={css.tool}
        aria-label={t.undo}
        title={`${t.undo} (Ctrl+Z, ⌘Z)`}
        aria-disabled={!canUndo}
        onClick={() => {
          if (!canUndo) return;
          branching.undo();
          say(t.undone);
        }}
      >
        <Icon path="M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3" />
      </button>
      <button
        type="button"
        className={css.tool}
        aria-label={t.redo}
        title={`${t.redo} (Ctrl+Y, ⇧⌘Z)`}
        aria-disabled={!canRedo}
        onClick={() => {
          if (!canRedo) return;
          branching.redo();
          say(t.redone);
        }}
      >
        <Icon path="m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3" />
      </button>
      <Progress />
      <span className={css.said}>
        {text}
        {state === 'looking' && (
          <button type="button" className={css.stop} onClick={stop}>
            {t.go.stop}
          </button>
        )}
      </span>
    </div>
  );
}

/** How far a seek has come that takes longer than a moment, and a way to stop it. */
function Progress() {
  const { locale } = useWords();
  const t = timeWords[locale];
  const player = usePlayer();
  const wantedMs = usePlayerState((s) => s.wantedMs);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  if (wantedMs === null || wantedMs <= nowMs) return null;
  const share = nowMs / wantedMs;
  return (
    <span className={css.progress}>
      <progress value={share} aria-label={t.go.on({ share })} />
      <button type="button" className={css.stop} onClick={player.pause}>
        {t.go.stop}
      </button>
    </span>
  );
}

/** What was said need not stay. */
function useLeavesSoon(said: string, say: (text: string) => void) {
  const timer = useRef(0);
  useEffect(() => {
    if (said === '') return;
    timer.current = window.setTimeout(() => say(''), 2500);
    return () => clearTimeout(timer.current);
  }, [said, say]);
}

function Icon({ path, width = 2 }: { path: string; width?: number }) {
  return (
    <svg width="18" height="18" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={width}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
