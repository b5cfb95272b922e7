/** The full page: explore a world freely, or follow the story; both show one player. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Numbers } from '../charts/Numbers.tsx';
import { Timeline } from '../charts/Timeline.tsx';
import type { CompareStart } from '../compare/ComparePage.tsx';
import { Controls } from '../controls/Controls.tsx';
import { Log } from '../controls/Log.tsx';
import { Summary } from '../controls/Summary.tsx';
import { Transport } from '../controls/Transport.tsx';
import { hasFurther } from '../engine/further.ts';
import { useWords } from '../i18n/Words.tsx';
import { createPlayer } from '../player/createPlayer.ts';
import { PlayerProvider } from '../player/hooks.ts';
import { showStep } from '../player/lessonPlayback.ts';
import type { LinkState } from '../player/link/link.ts';
import { changeStart, type StartSetting, startWith } from '../player/link/startSettings.ts';
import { useFetchRules } from '../player/useFetchRules.tsx';
import { useLoaded } from '../player/useLoaded.tsx';
import { waitForRules } from '../player/waitForRules.ts';
import { SCENARIOS, type ScenarioId } from '../scenarios/library/index.ts';
import { Announcements } from '../shell/Announcements.tsx';
import { useCalm, useLessonWords, useTheme } from '../shell/hooks.tsx';
import { Notices } from '../shell/Notices.tsx';
import { listenToKeys } from '../shell/shortcuts.ts';
import type { Start } from '../shell/start.ts';
import type { ThemeChoice } from '../shell/theme.ts';
import { Unfetched } from '../shell/Unfetched.tsx';
import { Stage } from '../stage/Stage.tsx';
import type { Moment } from './address.ts';
import css from './app.module.css';
import { ButWith, loadCompare } from './ButWith.tsx';
import { Header } from './Header.tsx';

const loadLessonPanel = async () => (await import('../controls/LessonPanel.tsx')).LessonPanel;

export function App({ start }: { start: Start }) {
  const { t, locale } = useWords();
  const fetchRules = useFetchRules();
  /** Whoever reaches for the controls may soon need them; what goes wrong is said when they do. */
  const fetchEarly = () => {
    if (!hasFurther()) fetchRules().catch(() => {});
  };
  const { link, storage, lesson } = start;
  const player = useMemo(
    () =>
      waitForRules(createPlayer(link.run, link.atMs, { speed: link.speed, calm: start.calm }), fetchRules),
    [link, start, fetchRules],
  );
  const [scenario, setScenario] = useState<ScenarioId>(link.scenario);
  const [startSettings, setStartSettings] = useState(link.start);
  const [seed, setSeed] = useState(link.seed);
  const [followed, setFollowed] = useState(-1);
  const [themeChoice, setThemeChoice] = useState<ThemeChoice>(start.themeChoice);
  const [step, setStep] = useState<number | null>(start.step);
  const lessonWords = useLessonWords(step !== null ? lesson.id : null, locale);
  const LessonPanel = useLoaded(loadLessonPanel, step !== null);
  const theme = useTheme(themeChoice);
  const [comparing, setComparing] = useState<CompareStart | null>(() => {
    const text = start.query.get('compare');
    return text === null ? null : { link, text };
  });
  const compared = useLoaded(loadCompare, comparing !== null);
  const momentCompared = useRef<(() => URLSearchParams) | null>(null);

  const begin = useCallback(
    (id: ScenarioId, nextSeed: number, settings: readonly StartSetting[] = []) => {
      const { playing } = player.store.getState();
      setScenario(id);
      setStartSettings(settings);
      setSeed(nextSeed);
      player.load({ scenario: startWith(SCENARIOS[id], settings), seed: nextSeed, interventions: [] });
      if (playing) player.play();
    },
    [player],
  );
  const goToStep = useCallback(
    (to: number, how: 'play' | 'end') => {
      setStep(to);
      showStep(player, lesson, to, player.store.getState().calm ? 'end' : how);
    },
    [player, lesson],
  );
  const leaveStory = useCallback(() => {
    setStep(null);
    setScenario(lesson.scenario);
    setStartSettings([]);
    setSeed(lesson.seed);
  }, [lesson.seed, lesson.scenario]);

  /** The moment on the screen, which should still be there when somebody reads the link to it. */
  const takeMoment = (): Moment => {
    if (comparing !== null) return { query: momentCompared.current?.() ?? new URLSearchParams('compare=') };
    player.pause();
    return step === null ? presentRun() : { lesson: lesson.id, step };
  };
  const presentRun = (): LinkState => {
    const { run, speed } = player.store.getState();
    const { seed: seedNow } = run;
    const atMs = player.timeline.nowMs;
    return step === null
      ? { scenario, start: startSettings, seed: seedNow, run, atMs, speed }
      : { scenario: lesson.scenario, start: [], seed: seedNow, run, atMs, speed };
  };
  const compare = (changes?: StartSetting[]) => {
    player.pause();
    setComparing({ link: presentRun(), ...(changes && { changes }) });
  };

  useFirstShow(() => {
    if (step !== null) showStep(player, lesson, step, 'end');
    else if (start.autoplay && comparing === null) player.play();
  });
  useEffect(() => {
    if (comparing !== null) return;
    const steps =
      step === null
        ? null
        : {
            next: () => step < lesson.steps.length - 1 && goToStep(step + 1, 'play'),
            previous: () => step > 0 && goToStep(step - 1, 'end'),
          };
    return listenToKeys(window, player, steps);
  }, [player, step, goToStep, lesson.steps.length, comparing]);
  useCalm(player, start.query);
  useEffect(() => () => player.dispose(), [player]);

  const explored = (
    <>
      <main className={css.main}>
        <Summary suggest={step === null} withLog />
        <div className={css.stageRoom}>
          <Stage
            followed={followed}
            onFollow={(user) => setFollowed(user === followed ? -1 : user)}
            theme={theme}
          />
        </div>
      </main>
      <footer className={css.footer}>
        <Transport />
        <Timeline />
        <Numbers />
      </footer>
      <aside className={css.side} id="controls" tabIndex={-1} onPointerOver={fetchEarly} onFocus={fetchEarly}>
        {step !== null && lessonWords && LessonPanel ? (
          <LessonPanel
            lesson={lesson}
            words={lessonWords}
            step={step}
            onStep={(to) => goToStep(to, to > step ? 'play' : 'end')}
            onAgain={() => goToStep(step, 'play')}
            onLeave={leaveStory}
          />
        ) : (
          <>
            <ButWith start={player.store.getState().run.scenario} onChoose={compare} />
            <Controls
              seed={seed}
              base={SCENARIOS[scenario]}
              onStartWith={(changes) =>
                begin(scenario, seed, changeStart(startSettings, changes, SCENARIOS[scenario]))
              }
              onSeed={(next) => begin(scenario, next, startSettings)}
              onStartOver={() => begin(scenario, seed)}
            />
          </>
        )}
      </aside>
    </>
  );
  return (
    <PlayerProvider value={player}>
      <a className={css.skip} href="#controls">
        {t.app.skip}
      </a>
      <div className={css.page} data-story={step !== null} data-compare={comparing !== null}>
        <Header
          scenario={scenario}
          onScenario={(id) => begin(id, seed)}
          inStory={step !== null}
          onStory={(on) => {
            // Whoever leaves a comparison finds what was there before.
            const wasComparing = comparing !== null;
            setComparing(null);
            if (wasComparing && on === (step !== null)) return;
            if (on) goToStep(0, 'play');
            else leaveStory();
          }}
          comparing={comparing !== null}
          onCompare={() => compare()}
          theme={theme}
          onTheme={(choice) => {
            setThemeChoice(choice);
            storage.set('theme', choice);
          }}
          takeMoment={takeMoment}
        />
        <Notices className={css.notices} problems={start.problems} language={start.languageNotice} />
        <Unfetched className={css.notices} />
        {comparing !== null
          ? compared && (
              <compared.ComparePage
                start={comparing}
                query={start.query}
                calm={start.calm}
                theme={theme}
                onLeave={() => setComparing(null)}
                moment={momentCompared}
              />
            )
          : explored}
      </div>
      {comparing === null && <Log />}
      <Announcements />
    </PlayerProvider>
  );
}

/** Runs once, when the page is shown for the first time. */
function useFirstShow(run: () => void) {
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    run();
  });
}
