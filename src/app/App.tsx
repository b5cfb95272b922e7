/** The full page: explore a world freely, or follow the story. Each has a player, and finds its own run again. */
import { Fragment, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Numbers } from '../charts/Numbers.tsx';
import { Timeline } from '../charts/Timeline.tsx';
import type { CompareStart } from '../compare/ComparePage.tsx';
import type { MomentCompared } from '../compare/Comparing.tsx';
import { Controls } from '../controls/Controls.tsx';
import { Summary } from '../controls/Summary.tsx';
import { Transport } from '../controls/Transport.tsx';
import { hasFurther } from '../engine/further.ts';
import { useWords } from '../i18n/Words.tsx';
import type { Inspector } from '../inspector/Inspector.tsx';
import { keepBranches } from '../player/branching.ts';
import { createPlayer, type Player } from '../player/createPlayer.ts';
import { BranchingProvider, InspectProvider, PlayerProvider } from '../player/hooks.ts';
import { showStep, stepRun } from '../player/lessonPlayback.ts';
import type { LinkState } from '../player/link/link.ts';
import { changeStart, type StartSetting, startWith } from '../player/link/startSettings.ts';
import type { Subject } from '../player/subject.ts';
import { useFetchRules } from '../player/useFetchRules.tsx';
import { useLoaded } from '../player/useLoaded.tsx';
import { waitForRules } from '../player/waitForRules.ts';
import { SCENARIOS, type ScenarioId } from '../scenarios/library/index.ts';
import { useCalm, useLessonWords, useTheme } from '../shell/hooks.tsx';
import { listenToKeys } from '../shell/shortcuts.ts';
import type { Start } from '../shell/start.ts';
import type { ThemeChoice } from '../shell/theme.ts';
import { Unfetched } from '../shell/Unfetched.tsx';
import { type Pointing, Stage } from '../stage/Stage.tsx';
import type { Moment } from './address.ts';
import css from './app.module.css';
import { ButWith, loadCompare } from './ButWith.tsx';
import { Header } from './Header.tsx';
import { useAddress } from './useAddress.tsx';

const loadSuggestion = async () => (await import('../controls/Suggestion.tsx')).Suggestion;
const loadBelow = () => import('./below.ts');
const loadNotices = async () => (await import('../shell/Notices.tsx')).Notices;
const loadTime = () => import('../time/index.ts');
const loadLessonPanel = async () => (await import('../controls/LessonPanel.tsx')).LessonPanel;

export function App({ start }: { start: Start }) {
  const { t, locale } = useWords();
  const fetchRules = useFetchRules();
  /** Whoever reaches for the controls may soon need them; what goes wrong is said when they do. */
  const fetchEarly = () => {
    if (!hasFurther()) fetchRules().catch(() => {});
  };
  const { link, storage, lesson } = start;
  const { explorer, branching } = useMemo(() => {
    const kept = keepBranches(createPlayer(link.run, link.atMs, { speed: link.speed, calm: start.calm }));
    return { explorer: waitForRules(kept.player, fetchRules), branching: kept.branching };
  }, [link, start, fetchRules]);
  const [scenario, setScenario] = useState<ScenarioId>(link.scenario);
  const [startSettings, setStartSettings] = useState(link.start);
  const [seed, setSeed] = useState(link.seed);
  const [themeChoice, setThemeChoice] = useState<ThemeChoice>(start.themeChoice);
  const [step, setStep] = useState<number | null>(start.step);
  const inStory = step !== null;
  const teller = useRef<Player>(null);
  /** Begins with the run of the story's first step. */
  const storyPlayer = useCallback(() => {
    teller.current ??= waitForRules(createPlayer(stepRun(lesson, 0), 0, { calm: start.calm }), fetchRules);
    return teller.current;
  }, [lesson, start, fetchRules]);
  const player = inStory ? storyPlayer() : explorer;
  /** Is there a run that was explored, before the story or after it? */
  const hasExplored = useRef(!inStory);
  const [followed, setFollowed] = useForEach(inStory, link.follow);
  const lessonWords = useLessonWords(inStory ? lesson.id : null, locale);
  const Suggestion = useLoaded(loadSuggestion, !inStory);
  const time = useLoaded(loadTime, true);
  const below = useLoaded(loadBelow, true);
  const LessonPanel = useLoaded(loadLessonPanel, inStory);
  const theme = useTheme(themeChoice);
  const [closer, setCloser] = useForEach<{ subject: Subject; Panel: typeof Inspector } | null>(inStory, null);
  const inspect = useCallback(
    (subject: Subject) => {
      player.pause();
      player.store.setState({ unfetched: false });
      import('../inspector/Inspector.tsx').then(
        ({ Inspector: Panel }) => setCloser({ subject, Panel }),
        () => player.store.setState({ unfetched: true }),
      );
    },
    [player, setCloser],
  );

  const [comparing, setComparing] = useState<CompareStart | null>(() => {
    const text = start.query.get('compare');
    return text === null ? null : { link, text };
  });
  const compared = useLoaded(loadCompare, comparing !== null);
  const momentCompared = useRef<MomentCompared | null>(null);

  const begin = useCallback(
    (id: ScenarioId, nextSeed: number, settings: readonly StartSetting[] = []) => {
      const { playing } = player.store.getState();
      setScenario(id);
      setStartSettings(settings);
      setSeed(nextSeed);
      setCloser(null);
      player.load({ scenario: startWith(SCENARIOS[id], settings), seed: nextSeed, interventions: [] });
      if (playing) player.play();
    },
    [player, setCloser],
  );
  const goToStep = useCallback(
    (to: number, how: 'play' | 'end') => {
      if (step !== null) setCloser(null);
      explorer.pause();
      setStep(to);
      showStep(storyPlayer(), lesson, to, player.store.getState().calm ? 'end' : how);
    },
    [player, explorer, storyPlayer, lesson, step, setCloser],
  );

  const presentRun = (): LinkState => {
    const { run, speed } = player.store.getState();
    const now = { seed: run.seed, run, atMs: player.timeline.nowMs, speed, follow: followed };
    return inStory
      ? { ...now, scenario: lesson.scenario, start: [] }
      : { ...now, scenario, start: startSettings };
  };
  const presentMoment = (still = false): Moment => {
    if (comparing !== null)
      return { query: momentCompared.current?.(still) ?? new URLSearchParams('compare=') };
    return step === null ? presentRun() : { lesson: lesson.id, step };
  };
  /** The moment on the screen, which should still be there when somebody reads the link to it. */
  const takeMoment = (): Moment => {
    if (comparing === null) player.pause();
    return presentMoment(true);
  };
  const address = useAddress({ player, branching, present: presentMoment, inspect, followed });
  const leaveStory = () => {
    if (comparing === null) address.turnPage();
    player.pause();
    setCloser(null);
    setStep(null);
  };
  /** Goes on alone from where the story is. */
  const goOnAlone = () => {
    leaveStory();
    hasExplored.current = true;
    setScenario(lesson.scenario);
    setStartSettings([]);
    setSeed(lesson.seed);
    explorer.load(player.store.getState().run, player.timeline.nowMs);
  };
  /** Whoever explored before finds their run again, also when the page was opened anew meanwhile. */
  const goExploring = () => {
    if (hasExplored.current) leaveStory();
    else if (!address.goToExplored()) goOnAlone();
  };
  const compare = (what: Omit<CompareStart, 'link'> = {}) => {
    if (comparing === null) address.turnPage();
    player.pause();
    setCloser(null);
    setComparing({ link: presentRun(), ...what });
  };
  /** Whoever leaves a comparison finds what was there before. */
  const leaveCompare = () => {
    // An address brings the runs that it compares, and not the one that was explored before.
    if (comparing?.text === undefined || !address.goToExplored()) closeCompare();
  };
  const closeCompare = () => {
    if (comparing !== null) address.turnPage();
    setComparing(null);
  };

  const problems = [...start.problems, ...address.problems];
  const Notices = useLoaded(loadNotices, problems.length > 0 || start.languageNotice !== null);

  /** Requests can be pressed as soon as what finds them has been fetched. */
  const pointing = useCallback<Pointing>(
    (canvas, marks) => {
      let end: (() => void) | null = () => {};
      import('../stage/pointing.ts').then(
        ({ listenToPointing }) => {
          end &&= listenToPointing(canvas, marks, player, inspect);
        },
        () => {}, // the log leads to them all the same
      );
      return () => {
        end?.();
        end = null;
      };
    },
    [player, inspect],
  );

  useFirstShow(() => {
    if (inStory) showStep(player, lesson, step, 'end');
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
  useEffect(
    () => () => {
      explorer.dispose();
      teller.current?.dispose();
    },
    [explorer],
  );

  const explored = (
    <Fragment key={String(inStory)}>
      <main className={css.main} id="main" tabIndex={-1}>
        <Summary
          suggestion={inStory ? undefined : Suggestion && <Suggestion />}
          why={below && <below.Why />}
        />
        <div className={css.stageRoom}>
          <Stage
            followed={followed}
            onFollow={(user) => setFollowed(user === followed ? -1 : user)}
            theme={theme}
            pointing={pointing}
          />
        </div>
      </main>
      <footer className={css.footer}>
        <div className={css.dock}>
          <Transport
            more={
              time && (
                <>
                  {!inStory && <time.TimeTools followed={followed} />}
                  <time.Unfold />
                </>
              )
            }
          />
          <Timeline
            beside={
              time && (
                <>
                  <time.ZoomButtons />
                  {!inStory && <time.Runs onCompare={(branches) => compare({ branches })} />}
                </>
              )
            }
            marks={inStory ? time?.MarkLabels : time?.MarkHandles}
            zoom={time?.Zoom}
          />
        </div>
        <Numbers />
      </footer>
      <aside className={css.side} id="controls" tabIndex={-1} onPointerOver={fetchEarly} onFocus={fetchEarly}>
        {closer !== null ? (
          <closer.Panel
            subject={closer.subject}
            fetchRules={fetchRules}
            mayChange={step === null}
            followed={followed}
            onFollow={setFollowed}
            onClose={() => setCloser(null)}
          />
        ) : inStory && lessonWords && LessonPanel ? (
          <LessonPanel
            lesson={lesson}
            words={lessonWords}
            step={step}
            onStep={(to) => goToStep(to, to > step ? 'play' : 'end')}
            onAgain={() => goToStep(step, 'play')}
            onLeave={goOnAlone}
          />
        ) : (
          <>
            <ButWith
              start={player.store.getState().run.scenario}
              onChoose={(changes) => compare({ changes })}
            />
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
    </Fragment>
  );
  return (
    <PlayerProvider value={player}>
      <BranchingProvider value={branching}>
        <InspectProvider value={inspect}>
          <a className={css.skip} href="#controls">
            {t.app.skip}
          </a>
          <div
            className={css.page}
            data-story={inStory && closer === null}
            data-closer={closer !== null}
            data-compare={comparing !== null}
            data-complete={time !== null && below !== null && (inStory || Suggestion !== null)}
          >
            <Header
              scenario={scenario}
              onScenario={(id) => {
                address.turnPage();
                begin(id, seed);
              }}
              inStory={inStory}
              onStory={(on) => {
                if (on) closeCompare();
                else leaveCompare();
                if (on === inStory) return;
                if (!on) return goExploring();
                if (comparing === null) address.turnPage();
                goToStep(0, 'play');
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
            {Notices && (
              <Notices className={css.notices} problems={problems} language={start.languageNotice} />
            )}
            <Unfetched className={css.notices} />
            {comparing !== null
              ? compared && (
                  <compared.ComparePage
                    start={comparing}
                    query={start.query}
                    calm={start.calm}
                    theme={theme}
                    onLeave={leaveCompare}
                    address={address}
                    moment={momentCompared}
                  />
                )
              : explored}
          </div>
          {time && !inStory && comparing === null && <time.Changes />}
          {below && (
            <>
              {comparing === null && <below.Charts />}
              {comparing === null && <below.Log />}
              <below.Announcements />
              <below.FocusKeeper page={`${inStory} ${comparing !== null}`} />
            </>
          )}
        </InspectProvider>
      </BranchingProvider>
    </PlayerProvider>
  );
}

/** A state that Explore and the story have each for itself. */
function useForEach<T>(inStory: boolean, first: T): [T, (value: T) => void] {
  const [both, setBoth] = useState([first, first]);
  const own = Number(inStory);
  const set = useCallback((value: T) => setBoth((now) => now.with(own, value)), [own]);
  return [both[own], set];
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
