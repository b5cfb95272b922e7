/** What the same request would have met under each other strategy, as it turns out by running them. */
import { useEffect, useMemo, useState } from 'react';
import { hasFurther } from '../engine/further.ts';
import { isTold, REASONS } from '../engine/state/requests.ts';
import { NONE } from '../engine/state/table.ts';
import { type AnswerNotice, headline, kindOfNotice, shortReason } from '../player/describe.ts';
import { usePlayerState } from '../player/hooks.ts';
import { serverLabel, strategyName } from '../player/names.ts';
import { useSlices } from '../player/useSlices.tsx';
import type { RequestStory } from '../story/requestStory.ts';
import { type Met, type Otherwise, whatIf } from '../story/whatIf.ts';
import css from './inspector.module.css';
import { type Look, useLook } from './look.tsx';
import { Telling } from './parts.tsx';

export function OtherwiseList({ story }: { story: RequestStory }) {
  const { words, language } = useLook();
  const run = usePlayerState((s) => s.run);
  const ready = useRules();
  const { asked, bornMs, endMs } = story;
  const work = useMemo(
    () => (ready === true ? whatIf(run, asked, endMs ?? bornMs) : null),
    [ready, run, asked, bornMs, endMs],
  );
  const slices = useSlices(work);
  const results = work?.results ?? [];
  // Under this strategy the run has been from the start to this request.
  const asItWas = run.interventions.some((i) => i.do === 'set-strategy' && i.atMs <= (endMs ?? bornMs))
    ? null
    : run.scenario.sessions.strategy;
  return (
    <section className={css.part} aria-label={words.otherwise.title}>
      <h3>{words.otherwise.title}</h3>
      <p className={css.help}>{words.otherwise.help}</p>
      {ready === 'failed' && <p role="alert">{language.t.notice.unfetched}</p>}
      <ul className={css.otherwise} aria-busy={!slices.done}>
        {results.map((result) => (
          <Result key={result.strategy} result={result} isOurs={result.strategy === asItWas} />
        ))}
      </ul>
      <Telling slices={slices} what={words.otherwise.telling} share={work?.share ?? 0} />
    </section>
  );
}

function Result({ result, isOurs }: { result: Otherwise; isOurs: boolean }) {
  const { words, language } = useLook();
  const { strategy, met, left, refused, failed } = result;
  const told = { ...language, stores: result.stores };
  const notice = met === null ? null : noticeOf(met, result);
  const isBad = met !== null && notice !== null && isTold(met.status, REASONS.indexOf(met.reason));
  return (
    <li data-kind={met === null ? 'none' : isBad && notice ? kindOfNotice(notice) : 'ok'}>
      <b>{strategyName(language, strategy)}</b>{' '}
      {isOurs && <small className={css.ours}>{words.otherwise.asItWas}</small>}{' '}
      <span>
        {met === null || notice === null
          ? left
            ? words.otherwise.left
            : words.otherwise.never
          : isBad
            ? headline(told, notice)
            : success(words, told, met)}
      </span>{' '}
      {isBad && notice && <small>{shortReason(told, notice)}</small>}{' '}
      {met !== null && <small>{words.otherwise.others({ refused, failed })}</small>}
    </li>
  );
}

function success({ otherwise, request }: Look['words'], language: Look['language'], met: Met): string {
  const values = { what: request.kind[met.kind], at: language.f.clock(met.atMs) };
  return met.server === NONE
    ? otherwise.okCached(values)
    : otherwise.ok({ ...values, server: serverLabel(language, met.server) });
}

function noticeOf(met: Met, { stores }: Otherwise): AnswerNotice {
  return {
    what: 'answer',
    atMs: met.atMs,
    number: met.serial,
    stores,
    user: met.user,
    kind: 0,
    server: met.server,
    status: met.status,
    serial: met.serial,
    causes: met.causes,
  };
}

/** Are the rules of every strategy at hand? They are fetched when not. */
function useRules(): boolean | 'failed' {
  const { fetchRules } = useLook();
  const [ready, setReady] = useState<boolean | 'failed'>(hasFurther());
  useEffect(() => {
    if (ready !== false) return;
    let current = true;
    fetchRules().then(
      () => current && setReady(true),
      () => current && setReady('failed'),
    );
    return () => {
      current = false;
    };
  }, [ready, fetchRules]);
  return ready;
}
