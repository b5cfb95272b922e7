/** The page of comparisons: those that are ready, or one of them, or one that somebody made of a run. */
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { hasFurther } from '../engine/further.ts';
import type { Intervention } from '../engine/intervention.ts';
import { useWords } from '../i18n/Words.tsx';
import type { LinkProblem, LinkState } from '../player/link/link.ts';
import type { StartSetting } from '../player/link/startSettings.ts';
import { useFetchRules } from '../player/useFetchRules.tsx';
import { Notices } from '../shell/Notices.tsx';
import { type Chosen, Comparing } from './Comparing.tsx';
import css from './compare.module.css';
import { parseCompare } from './compareText.ts';
import { MOST_RUNS, type Variant } from './core/comparison.ts';
import { READY, READY_IDS, type ReadyId } from './core/ready/index.ts';
import { ReadyList } from './ReadyList.tsx';
import { useCompareWords } from './useCompareWords.tsx';

/** How somebody came here. */
export interface CompareStart {
  /** The run they came from. */
  link: LinkState;
  /** What the address says is compared. */
  text?: string;
  /** What shall be different. */
  changes?: readonly StartSetting[];
  /** What was done in other ways that the run went. */
  others?: readonly (readonly Intervention[])[];
}

interface Props {
  start: CompareStart;
  query: URLSearchParams;
  calm: boolean;
  theme: string;
  onLeave(): void;
  moment: RefObject<(() => URLSearchParams) | null>;
}

export function ComparePage({ start, query, calm, theme, onLeave, moment }: Props) {
  const { t } = useWords();
  const words = useCompareWords();
  const [rules, fetchAgain] = useRules();
  const { chosen: atFirst, problems } = useMemo(() => readStart(start, query, calm), [start, query, calm]);
  const [chosen, setChosen] = useState(atFirst);
  useEffect(() => setChosen(atFirst), [atFirst]);
  useEffect(() => returnFocus, []);
  const choose = (id: ReadyId) => setChosen(chosenReady(id, READY[id].fromMs, READY[id].speed, !calm));
  return (
    <main className={css.page} id="controls" tabIndex={-1}>
      <Notices problems={problems} language={null} />
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
          onChoose={setChosen}
          onList={() => setChosen(null)}
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

/** Whoever leaves by a button that leaves with this page goes on where their run is shown again. */
function returnFocus(): void {
  window.setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus();
  });
}

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

function chosenReady(id: ReadyId, atMs: number, speed: number, plays: boolean): Chosen {
  const { base, variants } = READY[id];
  return {
    comparison: { base, variants },
    ready: id,
    names: [base, ...variants].map((_, run) => ({ ready: id, run })),
    atMs,
    speed,
    plays,
  };
}

/** What to show first: null for the list. */
function readStart(
  { link, text, changes, others }: CompareStart,
  query: URLSearchParams,
  calm: boolean,
): { chosen: Chosen | null; problems: LinkProblem[] } {
  const { scenario, start, seed, run, atMs, speed } = link;
  const base = { scenario, start, seed, interventions: run.interventions };
  const own = (variants: readonly Variant[]): Chosen => ({
    comparison: { base, variants },
    ready: null,
    names: [null, ...variants.map(() => null)],
    atMs,
    speed,
    plays: false,
  });
  if (changes !== undefined) {
    return { chosen: own([{ scenario: null, changes, interventions: null }]), problems: [] };
  }
  if (others !== undefined) {
    const variants = others.map((interventions) => ({ scenario: null, changes: [], interventions }));
    return { chosen: own(variants.slice(0, MOST_RUNS - 1)), problems: [] };
  }
  if (text === undefined) return { chosen: null, problems: [] };
  const { ready, variants, wrong } = parseCompare(text);
  const problems = wrong.map(
    (value): LinkProblem => ({
      code: 'bad-value',
      name: 'compare',
      value,
      expected: `${READY_IDS.join(', ')}, sessions.strategy~shared;servers.count~3, …`,
    }),
  );
  if (ready !== null) {
    const { fromMs, speed: usual } = READY[ready];
    const isMoment = query.has('t');
    const plays = !calm && !isMoment && query.get('autoplay') !== '0';
    return {
      chosen: chosenReady(ready, isMoment ? atMs : fromMs, query.has('speed') ? speed : usual, plays),
      problems,
    };
  }
  return { chosen: variants.length === 0 ? null : own(variants), problems };
}
