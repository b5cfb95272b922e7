/** The page of comparisons: those that are ready, or one of them, or one that somebody made of a run. */
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { hasFurther } from '../engine/further.ts';
import { tellLink } from '../i18n/link/index.ts';
import { useWords } from '../i18n/Words.tsx';
import type { Branches } from '../player/branches.ts';
import { formatLink } from '../player/link/formatLink.ts';
import type { LinkProblem, LinkState } from '../player/link/link.ts';
import type { StartSetting } from '../player/link/startSettings.ts';
import { useFetchRules } from '../player/useFetchRules.tsx';
import { Notices } from '../shell/Notices.tsx';
import { type Chosen, Comparing, type MomentCompared, SCOPES } from './Comparing.tsx';
import css from './compare.module.css';
import { parseCompare } from './compareText.ts';
import type { Comparison } from './core/comparison.ts';
import { READY, READY_IDS, type ReadyId } from './core/ready/index.ts';
import { parseNames, parseNumbers } from './namesText.ts';
import { ReadyList } from './ReadyList.tsx';
import { branchesToCompare, type NameOf, nameGiven } from './runNames.ts';
import { useCompareWords } from './useCompareWords.tsx';

/** How somebody came here. */
export interface CompareStart {
  /** The run they came from. */
  link: LinkState;
  /** What the address says is compared. */
  text?: string;
  /** What shall be different. */
  changes?: readonly StartSetting[];
  /** The ways that the run went, to be shown side by side. */
  branches?: Branches;
}

interface Props {
  start: CompareStart;
  query: URLSearchParams;
  calm: boolean;
  theme: string;
  onLeave(): void;
  /** Is given what tells the parameters of an address that leads here. */
  moment: RefObject<MomentCompared | null>;
  /** Keeps the address of the page that of what it shows. */
  address: { changed(): void; turnPage(): void };
}

export function ComparePage({ start, query, calm, theme, onLeave, moment, address }: Props) {
  const { t } = useWords();
  const words = useCompareWords();
  const [rules, fetchAgain] = useRules();
  const { chosen: atFirst, problems } = useMemo(() => readStart(start, query, calm), [start, query, calm]);
  const [chosen, setChosen] = useState(atFirst);
  useEffect(() => setChosen(atFirst), [atFirst]);
  const [missing, setMissing] = useState<LinkProblem[]>([]);
  const [turns, setTurns] = useState(NO_TURNS);
  const retrace = (from: readonly Chosen[], to: readonly Chosen[], left: Chosen) => {
    const next = from.at(-1);
    if (next !== undefined) setChosen(next);
    return [from.slice(0, -1), [...to, left]];
  };
  const choose = (id: ReadyId) => {
    setTurns(NO_TURNS);
    address.turnPage();
    setChosen(chosenReady(id, null, READY[id].speed, !calm));
  };
  const toList = () => {
    setTurns(NO_TURNS);
    address.turnPage();
    setChosen(null);
  };
  useEffect(() => {
    if (chosen !== null) return;
    // The run that they came from is there for whoever leaves the list.
    moment.current = () => {
      const parameters = formatLink(start.link);
      parameters.set('compare', '');
      return parameters;
    };
    return () => {
      moment.current = null;
    };
  }, [chosen, moment, start]);
  return (
    <main className={css.page} id="controls" tabIndex={-1}>
      <Notices problems={[...problems, ...missing]} language={null} />
      {rules === 'failed' && (
        <div role="alert" className={css.failed}>
          <p>
            <b>{t.notice.unfetched}</b> {t.notice.unfetchedHelp}
          </p>
          <button type="button" className="button" onClick={fetchAgain}>
            {words?.title ?? t.app.compare}
          </button>
        </div>
      )}
      {words !== null && chosen === null && <ReadyList words={words} onChoose={choose} />}
      {words !== null && chosen !== null && rules === 'fetching' && (
        <p role="status" className={css.claim}>
          {words.loading}
        </p>
      )}
      {words !== null && chosen !== null && rules === 'there' && (
        <Comparing
          words={words}
          chosen={chosen}
          isNew={chosen !== atFirst || start.text === undefined}
          onChoose={(next, left) => {
            setTurns({ back: [...turns.back, left], on: [] });
            setChosen(next);
          }}
          turns={{
            back: turns.back.length,
            on: turns.on.length,
            undo(left) {
              const [back, on] = retrace(turns.back, turns.on, left);
              setTurns({ back, on });
            },
            redo(left) {
              const [on, back] = retrace(turns.on, turns.back, left);
              setTurns({ back, on });
            },
          }}
          onChange={address.changed}
          onProblems={setMissing}
          onList={toList}
          onLeave={onLeave}
          theme={theme}
          query={query}
          calm={calm}
          moment={moment}
        />
      )}
    </main>
  );
}

const NO_TURNS: Record<'back' | 'on', readonly Chosen[]> = { back: [], on: [] };

/** Every rule there is: runs are compared with all kinds of others, and anything may be done in them. */
function useRules(): ['fetching' | 'there' | 'failed', () => void] {
  const fetchRules = useFetchRules();
  const [state, setState] = useState<'fetching' | 'there' | 'failed'>('fetching');
  const [times, setTimes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` counts how often somebody asked for them
  useEffect(() => {
    let current = true;
    setState('fetching');
    fetchRules().then(
      () => current && setState(hasFurther() ? 'there' : 'failed'),
      () => current && setState('failed'),
    );
    return () => {
      current = false;
    };
  }, [fetchRules, times]);
  return [state, () => setTimes((n) => n + 1)];
}

/** @param atMs null for the moment at which it is opened by itself */
function chosenReady(id: ReadyId, atMs: number | null, speed: number, plays: boolean): Chosen {
  const { base, variants, fromMs, tellingMs } = READY[id];
  return {
    comparison: { base, variants },
    ready: id,
    names: [base, ...variants].map((_, run) => ({ ready: id, run })),
    numbers: null,
    atMs: atMs ?? (plays ? fromMs : tellingMs),
    looks: false,
    speed,
    plays,
    followed: -1,
    scope: 'all',
  };
}

/** What to show first: null for the list. */
function readStart(
  { link, text, changes, branches }: CompareStart,
  query: URLSearchParams,
  calm: boolean,
): { chosen: Chosen | null; problems: LinkProblem[] } {
  const { scenario, start, seed, run, atMs, speed } = link;
  const own = (comparison: Comparison, names: readonly NameOf[] = []): Chosen => ({
    comparison,
    ready: null,
    names: [null, ...comparison.variants].map((_, i) => names[i] ?? null),
    numbers: null,
    atMs,
    // Where somebody was they stay; at the very beginning no run differs from another.
    looks: atMs === 0,
    speed,
    plays: false,
    followed: -1,
    scope: 'all',
  });
  const base = { scenario, start, seed, interventions: run.interventions };
  if (changes !== undefined) {
    const variants = [{ scenario: null, changes, interventions: null }];
    return { chosen: own({ base, variants }), problems: [] };
  }
  if (branches !== undefined) {
    const [first, ...rest] = branchesToCompare(branches);
    const comparison = {
      base: { ...base, interventions: first.interventions },
      variants: rest.map(({ interventions }) => ({ scenario: null, changes: [], interventions })),
    };
    const all = [first, ...rest];
    const chosen = own(
      comparison,
      all.map(({ name }) => nameGiven(name)),
    );
    return { chosen: { ...chosen, numbers: all.map(({ id }) => id) }, problems: [] };
  }
  if (text === undefined) return { chosen: null, problems: [] };
  const { ready, variants, wrong } = parseCompare(text);
  const isNothing = ready === null && variants.length === 0;
  const problems = wrong.map(
    (value): LinkProblem =>
      isNothing
        ? {
            code: 'bad-value',
            name: 'compare',
            value,
            expected: `${READY_IDS.slice(0, 3).join(', ')}, sessions.strategy~shared, …`,
          }
        : {
            code: 'told',
            name: `compare ${value}`,
            words: tellLink((linkWords) => linkWords.notCompared({ text: value.slice(0, 60) })),
          },
  );
  const scope = readScope(query, problems);
  const view = { followed: link.follow, scope };
  if (ready !== null) {
    const { speed: usual } = READY[ready];
    const isMoment = query.has('t');
    const plays = !calm && !isMoment && query.get('autoplay') !== '0';
    const shown = chosenReady(ready, isMoment ? atMs : null, query.has('speed') ? speed : usual, plays);
    return { chosen: { ...shown, ...view }, problems };
  }
  if (variants.length === 0) return { chosen: null, problems };
  const chosen = own({ base, variants }, parseNames(query.get('names') ?? ''));
  const numbers = parseNumbers(query.get('numbers') ?? '', variants.length + 1);
  return { chosen: { ...chosen, numbers, ...view }, problems };
}

function readScope(query: URLSearchParams, problems: LinkProblem[]): Chosen['scope'] {
  const text = query.get('scope');
  const scope = SCOPES.find((each) => each === text);
  if (text !== null && scope === undefined)
    problems.push({
      code: 'bad-value',
      name: 'scope',
      value: text.slice(0, 60),
      expected: SCOPES.join(', '),
    });
  return scope ?? 'all';
}
