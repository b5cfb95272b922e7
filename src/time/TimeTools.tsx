/** Beside the buttons of time: going to what one looks for, and taking back what one did. */
import { useCallback, useEffect, useState } from 'react';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { personName } from '../player/describe.ts';
import { useBranching, useBranchingState, usePlayer, usePlayerState } from '../player/hooks.ts';
import { LOOK_AHEAD_MS } from '../player/search.ts';
import { Menu, type MenuItem } from '../stage/Menu.tsx';
import { Icon } from './Icon.tsx';
import { runName } from './runWords.ts';
import css from './time.module.css';
import { UndoButtons } from './UndoButtons.tsx';
import { useSearch } from './useSearch.tsx';

/** Wall time for which it stands that something was taken back. */
const SAID_MS = 2500;

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
  const undo = useCallback(() => {
    const aside = branching.undo();
    say(aside ? t.ledTo({ name: runName(t.runs, aside.ledTo) }) : t.undone);
  }, [branching, t]);
  const redo = useCallback(() => {
    const aside = branching.redo();
    say(aside ? t.ledTo({ name: runName(t.runs, aside.ledTo) }) : t.redone);
  }, [branching, t]);
  useEffect(() => player.store.setState({ said: text }), [player, text]);
  return (
    <div className={css.tools}>
      <Menu label={t.go.label} items={items} className={css.tool}>
        <Icon path="M5 12h.01M12 12h.01M19 12h.01" width={3.4} />
      </Menu>
      <UndoButtons canUndo={canUndo} canRedo={canRedo} undo={undo} redo={redo} />
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
  useEffect(() => {
    if (said === '') return;
    const timer = window.setTimeout(() => say(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said, say]);
}
