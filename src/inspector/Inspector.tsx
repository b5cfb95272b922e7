/** The story of something, in the place of the controls, with ways to other stories and back. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../i18n/Words.tsx';
import { usePlayerState } from '../player/hooks.ts';
import type { Subject } from '../player/subject.ts';
import css from './inspector.module.css';
import { LookProvider, useFetchedWords } from './look.tsx';
import { PersonView } from './PersonView.tsx';
import { RequestView } from './RequestView.tsx';
import { ServerView } from './ServerView.tsx';
import { SessionView } from './SessionView.tsx';
import { StretchView } from './StretchView.tsx';
import { useNamed } from './useNamed.tsx';
import { useWayBack } from './useWayBack.tsx';
import { showStage, Walk } from './Walk.tsx';

interface Props {
  subject: Subject;
  fetchRules(): Promise<void>;
  /** Who stands out on the stage; NONE for nobody. */
  followed: number;
  onFollow(user: number): void;
  onClose(): void;
}

export function Inspector({ subject, fetchRules, followed, onFollow, onClose }: Props) {
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
  const opener = useOpener();
  useEffect(() => () => onFollow(before.current), [onFollow]);
  const close = () => {
    onClose();
    opener.focus();
  };
  useEscape(close);
  useNamed(shown, before.current);

  const { trip, isAway, go: goTo, leaveFor, goBack } = useWayBack();
  const calm = usePlayerState((s) => s.calm);
  /** What was pressed in the story, while the stage is in sight in its place. */
  const [walk, setWalk] = useState<HTMLElement | null>(null);
  const go = useCallback(
    (atMs: number, from: HTMLElement) => {
      goTo(atMs, from);
      const moved = showStage(!calm);
      setWalk((before) => (moved || before !== null ? from : null));
    },
    [goTo, calm],
  );
  const endWalk = useCallback(() => setWalk(null), []);
  const section = useRef<HTMLElement>(null);
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
          },
    [fetched, language, stores, open, turnTo, onFollow, trip, go, leaveFor, fetchRules],
  );
  const { t } = language;
  if (look === null) {
    return (
      <section className={css.inspector} aria-label={t.why.closer}>
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
      <section ref={section} className={css.inspector} aria-label={words.title}>
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

/** Where the focus was when this was opened; it goes back there, or, when that is gone, to the part it was in. */
function useOpener(): { focus(): void } {
  const opener = useRef<{ element: Element | null; part: string } | null>(null);
  if (opener.current === null) {
    const { activeElement: element } = document;
    opener.current = { element, part: element?.closest('[id]')?.id ?? '' };
  }
  return {
    focus() {
      const { element, part } = opener.current ?? { element: null, part: '' };
      // What takes this one's place has to be there first.
      window.setTimeout(() => {
        const there = element?.isConnected && element !== document.body ? element : null;
        const target = there ?? document.getElementById(part) ?? document.getElementById('controls');
        if (target instanceof HTMLElement) target.focus();
      });
    },
  };
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
