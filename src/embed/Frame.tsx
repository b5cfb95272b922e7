/** The frame for other people's pages: the stage, the controls that matter most, and a way to the full page. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { MarkLabels } from '../charts/MarkLabels.tsx';
import { Timeline } from '../charts/Timeline.tsx';
import { LessonPanel } from '../controls/LessonPanel.tsx';
import { Suggestion } from '../controls/Suggestion.tsx';
import { Summary } from '../controls/Summary.tsx';
import { Transport } from '../controls/Transport.tsx';
import { STRATEGY_IDS, type StrategyId } from '../engine/strategies/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { createPlayer } from '../player/createPlayer.ts';
import { PlayerProvider, usePlayer, usePlayerState } from '../player/hooks.ts';
import { showStep } from '../player/lessonPlayback.ts';
import { formatLink } from '../player/link/formatLink.ts';
import { useFetchRules } from '../player/useFetchRules.tsx';
import { waitForRules } from '../player/waitForRules.ts';
import { Announcements } from '../shell/Announcements.tsx';
import { useCalm, useLessonWords, useTheme } from '../shell/hooks.tsx';
import { Notices } from '../shell/Notices.tsx';
import { listenToKeys } from '../shell/shortcuts.ts';
import type { Start } from '../shell/start.ts';
import { Unfetched } from '../shell/Unfetched.tsx';
import { Stage } from '../stage/Stage.tsx';
import css from './embed.module.css';

export function Frame({ start }: { start: Start }) {
  const { t, locale } = useWords();
  const fetchRules = useFetchRules();
  const { link, lesson } = start;
  const player = useMemo(
    () =>
      waitForRules(createPlayer(link.run, link.atMs, { speed: link.speed, calm: start.calm }), fetchRules),
    [link, start, fetchRules],
  );
  const [followed, setFollowed] = useState(-1);
  const [step, setStep] = useState(start.step);
  const theme = useTheme(start.themeChoice);
  const words = useLessonWords(step === null ? null : lesson.id, locale);
  const root = useRef<HTMLElement>(null);
  useCalm(player, start.query);

  const goToStep = useCallback(
    (to: number, how: 'play' | 'end') => {
      setStep(to);
      showStep(player, lesson, to, player.store.getState().calm ? 'end' : how);
    },
    [player, lesson],
  );
  const first = start.step;
  useEffect(() => {
    if (first !== null) showStep(player, lesson, first, 'end');
    return () => player.dispose();
  }, [player, first, lesson]);
  // Keys work only while something in the frame has the focus, so that the host page scrolls as ever.
  // At once with the step they start from: the next press may come before the next picture.
  useLayoutEffect(() => {
    if (root.current === null) return;
    const steps =
      step === null
        ? null
        : {
            next: () => step < lesson.steps.length - 1 && goToStep(step + 1, 'play'),
            previous: () => step > 0 && goToStep(step - 1, 'end'),
          };
    return listenToKeys(root.current, player, steps);
  }, [player, step, goToStep, lesson.steps.length]);
  // A frame that is scrolled out of sight rests.
  useEffect(() => {
    if (root.current === null) return;
    const observer = new IntersectionObserver(([entry]) => player.setVisible(entry.isIntersecting));
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [player]);

  const fullAddress = () => {
    const { run, speed } = player.store.getState();
    const query =
      step === null
        ? formatLink({
            scenario: link.scenario,
            start: link.start,
            seed: run.seed,
            run,
            atMs: player.timeline.nowMs,
            speed,
            follow: -1,
          })
        : new URLSearchParams({ lesson: lesson.id, step: String(step + 1) });
    query.set('lang', locale);
    const page = location.href.split(/[?#]/)[0].replace(/embed\/(index\.html)?$/, '');
    return `${page}?${query}`;
  };

  return (
    <PlayerProvider value={player}>
      <main ref={root} className={css.frame} data-lesson={step !== null}>
        <h1 className="visually-hidden">{`${t.app.title}: ${t.app.question}`}</h1>
        <Notices problems={start.problems} language={start.languageNotice} />
        <Unfetched />
        {step !== null && words && (
          <LessonPanel
            lesson={lesson}
            words={words}
            step={step}
            onStep={(to) => goToStep(to, to > step ? 'play' : 'end')}
            onAgain={() => goToStep(step, 'play')}
            onLeave={() => setStep(null)}
            outline={false}
          />
        )}
        <Summary suggestion={step === null ? <Suggestion /> : undefined} />
        <div className={css.stageRoom}>
          <Stage
            followed={followed}
            onFollow={(user) => setFollowed(user === followed ? -1 : user)}
            theme={theme}
          />
        </div>
        <div className={css.foot}>
          <div className={css.timeline}>
            <Timeline marks={MarkLabels} />
          </div>
          <div className={css.bar}>
            <Transport row />
            {step === null && <Quick />}
            <a
              className={css.full}
              href="./"
              target="_blank"
              rel="noopener"
              onClick={(event) => {
                event.currentTarget.href = fullAddress();
              }}
            >
              {t.app.openFull}
            </a>
          </div>
        </div>
      </main>
      <Announcements />
    </PlayerProvider>
  );
}

/** Where sessions live and how many servers: what a reader of a post will want to change. */
function Quick() {
  const { t } = useWords();
  const player = usePlayer();
  const strategy = usePlayerState((s) => s.view.strategy);
  return (
    <div className={css.quick}>
      <select
        aria-label={t.strategy.label}
        value={strategy}
        onChange={(event) => player.act({ do: 'set-strategy', strategy: event.target.value as StrategyId })}
      >
        {STRATEGY_IDS.map((id) => (
          <option key={id} value={id}>
            {t.strategy[id].name}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => player.act({ do: 'add-server' })}>
        {t.controls.addServer}
      </button>
    </div>
  );
}
