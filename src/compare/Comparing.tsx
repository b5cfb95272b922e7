/** A comparison that goes on: the stages of its runs, their numbers, their timeline, and one playhead for all. */
import { Fragment, type RefObject, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Transport } from '../controls/Transport.tsx';
import type { CompareWords } from '../i18n/compare/types.ts';
import { useWords, WordsProvider } from '../i18n/Words.tsx';
import type { Inspector } from '../inspector/Inspector.tsx';
import type { Player } from '../player/createPlayer.ts';
import { InspectProvider, PlayerProvider } from '../player/hooks.ts';
import { formatLink } from '../player/link/formatLink.ts';
import { type LinkProblem, parseLink } from '../player/link/link.ts';
import type { StartSetting } from '../player/link/startSettings.ts';
import { loadOrTell } from '../player/loadOrTell.ts';
import type { Subject } from '../player/subject.ts';
import { useFetchRules } from '../player/useFetchRules.tsx';
import { useCalm } from '../shell/hooks.tsx';
import { listenToKeys } from '../shell/shortcuts.ts';
import { Unfetched } from '../shell/Unfetched.tsx';
import { momentAt } from '../timeline/moment.ts';
import { ButWithMenu } from './ButWithMenu.tsx';
import css from './compare.module.css';
import { formatVariants } from './compareText.ts';
import { type Comparison, MOST_RUNS, runsOf, withDone } from './core/comparison.ts';
import type { ReadyId } from './core/ready/index.ts';
import { createLockstepPlayers } from './lockstepPlayers.ts';
import { Numbers } from './Numbers.tsx';
import { formatNames, formatNumbers } from './namesText.ts';
import { addOpenedIn, restoreOpenedIn } from './openedIn.ts';
import { ownIn } from './ownIn.ts';
import { RunSign } from './RunSign.tsx';
import { RunStage } from './RunStage.tsx';
import { RunsChart } from './RunsChart.tsx';
import { areWays, type NameOf, type RunTitle, runNames, told } from './runNames.ts';
import { TakingBack, type Turns } from './TakingBack.tsx';

/** What is compared, and where. */
export interface Chosen {
  comparison: Comparison;
  /** Which ready one it is, as long as nobody has changed it. */
  ready: ReadyId | null;
  names: readonly NameOf[];
  /** What the runs are numbered elsewhere; null for the order that they have here. */
  numbers: readonly number[] | null;
  atMs: number;
  /** Goes on from there to where the runs differ, if they do soon. */
  looks: boolean;
  speed: number;
  plays: boolean;
  /** The person who is followed at first, or -1. */
  followed: number;
  /** Where something happens that one does, at first. */
  scope: Scope;
}

/** In all runs, or only where one does it. */
export const SCOPES = ['all', 'one'] as const;
type Scope = (typeof SCOPES)[number];

/** The parameters of an address that leads to what is compared now. `still` stops time, so that it stays there. */
export type MomentCompared = (still: boolean) => URLSearchParams;

interface Props {
  words: CompareWords;
  chosen: Chosen;
  /** The address does not lead here yet. */
  isNew: boolean;
  /** @param left what was compared before, with all that was done in it */
  onChoose(chosen: Chosen, left: Chosen): void;
  turns: Turns;
  /** Something has changed that an address tells. */
  onChange(): void;
  /** What an address says is open is not there. */
  onProblems(problems: LinkProblem[]): void;
  onList(): void;
  onLeave(): void;
  theme: string;
  query: URLSearchParams;
  calm: boolean;
  moment: RefObject<MomentCompared | null>;
}

export function Comparing(props: Props) {
  const { words, chosen, onChoose, onChange, onList, onLeave, theme, query, moment } = props;
  const { comparison, atMs, looks, speed, plays } = chosen;
  const language = useWords();
  const { calm } = props;
  const lockstepPlayers = useMemo(
    () => createLockstepPlayers(runsOf(comparison), { atMs, speed, calm, looks }),
    [comparison, atMs, speed, calm, looks],
  );
  const { players, lockstep } = lockstepPlayers;
  const [first] = players;
  const numbers = chosen.numbers ?? players.map((_, run) => run + 1);
  const [followed, setFollowed] = useState(chosen.followed);
  const [scope, setScope] = useState(chosen.scope);
  /** What is looked at closely, in which of the runs. */
  const [closer, setCloser] = useState<{ run: number; subject: Subject; Panel: typeof Inspector } | null>(
    null,
  );
  const fetchRules = useFetchRules();
  const inspect = useCallback(
    (run: number, subject: Subject) => {
      first.pause();
      loadOrTell(first, () => import('../inspector/Inspector.tsx')).then(
        ({ Inspector: Panel }) => setCloser({ run, subject, Panel }),
        () => {}, // that it cannot be fetched is told
      );
    },
    [first],
  );
  const inspectFirst = useCallback((subject: Subject) => inspect(0, subject), [inspect]);
  const { needSettings } = language;
  useEffect(needSettings, [needSettings]);
  useEffect(() => lockstepPlayers.setScope(scope), [lockstepPlayers, scope]);
  useEffect(() => listenToKeys(window, first, null), [first]);
  useEffect(() => () => lockstepPlayers.dispose(), [lockstepPlayers]);
  useCalm(first, query);
  useFirst(lockstepPlayers, () => plays && first.play());

  /** The comparison with all that was done in it. */
  const now = (): Comparison =>
    withDone(
      comparison,
      lockstep.timelines.map((timeline) => timeline.run),
    );
  const isUntouched = () => JSON.stringify(runsOf(comparison)) === JSON.stringify(runsOf(now()));
  useEffect(() => {
    moment.current = (still) => {
      if (still) first.pause();
      const done = now();
      const { speed: speedNow } = first.store.getState();
      const addView = (parameters: URLSearchParams) => {
        const names = formatNames(chosen.names);
        // A ready one that nobody changed has the names that it comes with.
        if (names !== '' && !(chosen.ready !== null && isUntouched())) parameters.set('names', names);
        const told = formatNumbers(numbers);
        if (told !== '') parameters.set('numbers', told);
        if (scope !== 'all') parameters.set('scope', scope);
        addOpenedIn(parameters, players, closer?.run ?? null);
      };
      const state = {
        ...done.base,
        run: runsOf(done)[0],
        atMs: lockstep.nowMs,
        speed: speedNow,
        follow: followed,
      };
      if (chosen.ready !== null && isUntouched()) {
        const parameters = formatLink({ ...state, start: [], run: { ...state.run, interventions: [] } });
        for (const name of ['scenario', 'seed']) parameters.delete(name);
        // Not everybody who is there can be told of where the scenario is not.
        if (parseLink(parameters, null).problems.length > 0) parameters.delete('follow');
        // The moment it would be opened at otherwise is not the start.
        parameters.set('t', String(momentAt(state.atMs)));
        parameters.set('compare', chosen.ready);
        addView(parameters);
        return parameters;
      }
      const parameters = formatLink(state);
      parameters.set('compare', formatVariants(done.variants));
      addView(parameters);
      return parameters;
    };
    return () => {
      moment.current = null;
    };
  });

  useEffect(() => {
    const stops = players.map((player) => listenAtRest(player, onChange));
    return () => {
      for (const stop of stops) stop();
    };
  }, [players, onChange]);
  useFirst(lockstepPlayers, () => {
    if (!props.isNew) restoreOpenedIn(players, inspect, query).then(props.onProblems);
  });
  const view = JSON.stringify([comparison, followed, scope]);
  const viewBefore = useRef(props.isNew ? '' : view);
  useEffect(() => {
    if (viewBefore.current !== view) onChange();
    viewBefore.current = view;
  }, [view, onChange]);

  /** All of it as it is now, to be shown again standing still. */
  const present = (): Chosen => ({
    ...chosen,
    comparison: now(),
    ready: chosen.ready !== null && isUntouched() ? chosen.ready : null,
    atMs: lockstep.nowMs,
    looks: false,
    speed: first.store.getState().speed,
    plays: false,
    followed,
    scope,
  });
  /** Other runs at the same moment. */
  const change = (
    variants: Comparison['variants'],
    names: readonly NameOf[],
    nextNumbers: readonly number[],
  ) => {
    first.pause();
    const left = present();
    const next = { base: left.comparison.base, variants };
    onChoose({ ...left, comparison: next, ready: null, names, numbers: chosen.numbers && nextNumbers }, left);
  };
  const add = (changes: StartSetting[]) =>
    change(
      [...now().variants, { scenario: null, changes, interventions: null }],
      [...chosen.names, null],
      [...numbers, Math.max(...numbers) + 1],
    );
  const remove = (run: number) =>
    change(
      now().variants.filter((_, i) => i + 1 !== run),
      chosen.names.filter((_, i) => i !== run),
      numbers.filter((_, i) => i !== run),
    );

  const titles = runNames(language, words, chosen.names, comparison).map(
    (name, run): RunTitle => ({ number: numbers[run], ...name }),
  );
  const [ownTitle, own] = areWays(comparison.variants)
    ? [words.waysTitle, words.waysClaim]
    : [words.ownTitle, words.ownClaim];
  // It stays what it is about when somebody adds a run or does something.
  const [firstName] = chosen.names;
  const about = chosen.ready ?? (firstName && 'ready' in firstName ? firstName.ready : null);
  const title = about === null ? ownTitle : words.ready[about].name;
  const [said, say] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  // What led here is gone.
  useEffect(() => heading.current?.focus(), []);
  const claim = about === null ? own : words.ready[about].claim;
  return (
    <PlayerProvider value={first}>
      <InspectProvider value={inspectFirst}>
        <Unfetched className={css.failed} />
        <div className={css.head}>
          <div>
            <h2 ref={heading} tabIndex={-1} className={css.title}>
              {title}
            </h2>
            <p className={css.claim}>{claim}</p>
            <p role="status" className="visually-hidden">
              {said}
            </p>
          </div>
          <div className={css.tools}>
            <button type="button" className="button" onClick={onLeave}>
              {words.back}
            </button>
            <button type="button" className="button" onClick={onList}>
              {words.all}
            </button>
            {players.length < MOST_RUNS && (
              <AddRun
                key={players.length}
                words={words}
                start={lockstep.timelines[0].run.scenario}
                onAdd={add}
              />
            )}
            <ScopeChoice words={words} scope={scope} onScope={setScope} />
          </div>
        </div>
        <div className={css.stages} data-runs={players.length}>
          {players.map((player, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run is its number
            <Fragment key={i}>
              <RunStage
                words={words}
                player={player}
                title={titles[i]}
                place={i}
                inspect={(subject) => inspect(i, subject)}
                followed={followed}
                onFollow={(user) => setFollowed(user === followed ? -1 : user)}
                theme={theme}
                onRemove={i === 0 || players.length === 2 ? null : () => remove(i)}
              />
              {closer?.run === i && (
                <section className={css.closer} aria-label={words.closer(told(titles[i]))}>
                  <p className={css.closerOf}>
                    <RunSign words={words} title={titles[i]} place={i} />
                    <b>{titles[i].name}</b>
                  </p>
                  <PlayerProvider value={player}>
                    <WordsProvider value={{ ...language, yours: ownIn(about, player) }}>
                      <closer.Panel
                        subject={closer.subject}
                        fetchRules={fetchRules}
                        mayChange={false}
                        followed={followed}
                        onFollow={setFollowed}
                        onClose={() => setCloser(null)}
                      />
                    </WordsProvider>
                  </PlayerProvider>
                </section>
              )}
            </Fragment>
          ))}
        </div>
        <Numbers words={words} titles={titles} lockstep={lockstep} />
        <footer className={css.bar}>
          <Transport
            row
            more={
              <TakingBack lockstepPlayers={lockstepPlayers} turns={props.turns} present={present} say={say} />
            }
          />
          <RunsChart words={words} titles={titles} timelines={lockstep.timelines} />
        </footer>
      </InspectProvider>
    </PlayerProvider>
  );
}

/** Where something happens that one does. */
function ScopeChoice({
  words,
  scope,
  onScope,
}: {
  words: CompareWords;
  scope: Scope;
  onScope(scope: Scope): void;
}) {
  const name = useId();
  return (
    <fieldset className={css.scope}>
      <legend>{words.scope.label}</legend>
      {SCOPES.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={scope === each} onChange={() => onScope(each)} />
          {words.scope[each]}
        </label>
      ))}
    </fieldset>
  );
}

function AddRun({
  words,
  start,
  onAdd,
}: {
  words: CompareWords;
  start: Parameters<typeof ButWithMenu>[0]['start'];
  onAdd(changes: StartSetting[]): void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className={css.add} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.add}</summary>
      {open && <ButWithMenu start={start} onChoose={onAdd} />}
    </details>
  );
}

/** Calls back whenever time stands still at another moment, or something was done there. */
function listenAtRest({ store }: Player, onChange: () => void): () => void {
  const keyOf = ({ view, revision, speed, closer, window: part }: ReturnType<typeof store.getState>) =>
    `${view?.nowMs} ${revision} ${speed} ${closer?.subject} ${part?.fromMs} ${part?.toMs}`;
  let seen = keyOf(store.getState());
  return store.subscribe((state) => {
    if (state.playing || state.wantedMs !== null || keyOf(state) === seen) return;
    seen = keyOf(state);
    onChange();
  });
}

/** Runs once for each lot of players. */
function useFirst(players: { players: readonly Player[] }, run: () => void) {
  const done = useRef<object | null>(null);
  useEffect(() => {
    if (done.current === players) return;
    done.current = players;
    run();
  });
}
