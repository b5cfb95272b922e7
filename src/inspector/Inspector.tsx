/** The story of something, in the place of the controls, with ways to other stories and back. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import type { Subject } from '../player/subject.ts';
import css from './inspector.module.css';
import { LookProvider, useFetchedWords } from './look.tsx';
import { PersonView } from './PersonView.tsx';
import { RequestView } from './RequestView.tsx';
import { ServerView } from './ServerView.tsx';
import { SessionView } from './SessionView.tsx';
import { StretchView } from './StretchView.tsx';
import { useNamed } from './useNamed.tsx';
import { usePlace } from './usePlace.tsx';
import { useWayBack } from './useWayBack.tsx';
import { showStage, Walk } from './Walk.tsx';

interface Props {
  subject: Subject;
  fetchRules(): Promise<void>;
  /** May the visitor change what was done? */
  mayChange: boolean;
  /** Who stands out on the stage; NONE for nobody. */
  followed: number;
  onFollow(user: number): void;
  onClose(): void;
}

export function Inspector({ subject, fetchRules, mayChange, followed, onFollow, onClose }: Props) {
  const language = useWords();
  const fetched = useFetchedWords(language.locale);
  const stores = usePlayerState((s) => s.view.store.nodes.length);
  /** The story that was asked for and those that it led to, the last one shown. */
  const [trail, setTrail] = useState({ of: subject, subjects: [subject] });
  if (trail.of !== subject) setTrail({ of: subject, subjects: [subject] });
  const shown = trail.subjects.at(-1) ?? subject;
  const open = useCallback(
    (next: Subject) => setTrail(({ of, subjects }) => ({ of, subjects: [...subjects, next] })),
    [],
  );
  const turnTo = useCallback(
    (next: Subject) => setTrail(({ of, subjects }) => ({ of, subjects: [...subjects.slice(0, -1), next] })),
    [],
  );
  const back = () => setTrail(({ of, subjects }) => ({ of, subjects: subjects.slice(0, -1) }));

  const before = useRef(followed);
  const { returnToPlace, beside } = usePlace(subject);
  useEffect(() => () => onFollow(before.current), [onFollow]);
  const { trip, isAway, go: goTo, leaveFor, goBack } = useWayBack();
  const { store } = usePlayer();
  const close = () => {
    // Whoever closes it where it led them may want to come back all the same.
    if (isAway) store.setState({ leftMs: trip.homeMs });
    onClose();
    returnToPlace();
  };
  useEscape(close);
  useNamed(shown, before.current);

  const calm = usePlayerState((s) => s.calm);
  /** What was pressed in the story, while the stage is in sight in its place. */
  const [walk, setWalk] = useState<HTMLElement | null>(null);
  const go = useCallback(
    (atMs: number, from: HTMLElement) => {
      goTo(atMs, from);
      const moved = showStage(!calm);
      // A story at the side of the window goes to its place beside the stage.
      setWalk((before) => (beside === undefined && (moved || before !== null) ? from : null));
    },
    [goTo, calm, beside],
  );
  const endWalk = useCallback(() => setWalk(null), []);
  const section = useRef<HTMLElement>(null);
  /** What has just been done, in words. */
  const [said, setSaid] = useState({ of: shown, text: '' });
  const say = useCallback(
    (text: string) => {
      setSaid({ of: shown, text });
      // What was pressed may be gone.
      section.current?.querySelector('h2')?.focus();
    },
    [shown],
  );
  /** Where one was in the story, or its heading when that is gone. */
  const focusOn = (element: HTMLElement | null) => {
    setWalk(null);
    const target = element?.isConnected ? element : section.current?.querySelector('h2');
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  };

  const look = useMemo(
    () =>
      fetched === null || fetched === 'failed'
        ? null
        : {
            ...fetched,
            language: { ...language, stores },
            open,
            turnTo,
            follow: onFollow,
            trip,
            go,
            leaveFor,
            fetchRules,
            mayChange,
            say,
          },
    [fetched, language, stores, open, turnTo, onFollow, trip, go, leaveFor, fetchRules, mayChange, say],
  );
  const { t } = language;
  if (look === null) {
    return (
      <section className={css.inspector} data-beside={beside} aria-label={t.why.closer}>
        {fetched === 'failed' && (
          <>
            <p role="alert">{t.notice.unfetched}</p>
            <button type="button" className={`button ${css.button}`} onClick={close}>
              {t.app.close}
            </button>
          </>
        )}
      </section>
    );
  }
  const { words } = look;
  const home = trip.homeMs === null ? '' : language.f.clock(trip.homeMs);
  return (
    <LookProvider value={look}>
      <section ref={section} className={css.inspector} data-beside={beside} aria-label={words.title}>
        <div className={css.bar}>
          {trail.subjects.length > 1 && (
            <button type="button" className={`button ${css.button}`} onClick={back}>
              <span aria-hidden="true">←</span> {words.back}
            </button>
          )}
          {isAway && (
            <button type="button" className={`button ${css.button}`} onClick={() => focusOn(goBack())}>
              <span aria-hidden="true">↺</span> {words.backTo({ at: home })}
            </button>
          )}
          <button type="button" className={`button ${css.button}`} data-end onClick={close}>
            {words.close} <span aria-hidden="true">✕</span>
          </button>
        </div>
        <p role="status" className={css.said}>
          {said.of === shown ? said.text : ''}
        </p>
        <Story key={trail.subjects.length} subject={shown} />
        {walk !== null && <Walk from={walk} onBack={() => focusOn(walk)} onInSight={endWalk} />}
      </section>
    </LookProvider>
  );
}

function Story({ subject }: { subject: Subject }) {
  switch (subject.what) {
    case 'request':
      return <RequestView key={subject.serial} serial={subject.serial} nearMs={subject.nearMs} />;
    case 'stretch':
      return <StretchView key={subject.fromMs} fromMs={subject.fromMs} toMs={subject.toMs} />;
    case 'person':
      return <PersonView key={subject.user} user={subject.user} />;
    case 'server':
      return <ServerView key={subject.server} server={subject.server} />;
    default:
      return <SessionView subject={subject} />;
  }
}

function useEscape(close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      // A dialog closes itself.
      if (event.target instanceof Element && event.target.closest('dialog, [role=menu]')) return;
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
