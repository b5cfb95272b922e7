/** Where the time of a request went: a list that is a chart at once. Each line leads to its moment. */
import type { CSSProperties } from 'react';
import { placeOfNode } from '../engine/state/sessions.ts';
import { usePlayerState } from '../player/hooks.ts';
import { serverLabel, storeName } from '../player/names.ts';
import type { PhaseName, RequestStory, Stretch } from '../story/requestStory.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';
import { Seek } from './Seek.tsx';

type Group = 'way' | 'wait' | 'work' | 'store' | 'vain';

const GROUPS: Readonly<Record<PhaseName, Group>> = {
  toEdge: 'way',
  waitingAtEdge: 'wait',
  toBalancer: 'way',
  waitingAtBalancer: 'wait',
  toServer: 'way',
  connecting: 'vain',
  queued: 'wait',
  readingStore: 'store',
  waitingForPage: 'wait',
  serving: 'work',
  writingStore: 'store',
  spreading: 'work',
  fromServer: 'way',
  backToEdge: 'way',
  toUser: 'way',
  retrying: 'vain',
};

export function Waterfall({ story }: { story: RequestStory }) {
  const { words } = useLook();
  const { stretches, afterwards, bornMs } = story;
  const lasting = stretches.filter((s) => s.untilMs > s.sinceMs);
  // Where nobody knows the end, the open stretch is as long as what is known.
  const known = [...stretches, ...afterwards].flatMap((s) => [s.sinceMs, s.untilMs]).filter(Number.isFinite);
  const endMs = Math.max(bornMs + 1, ...known);
  const scale = { bornMs, endMs };
  return (
    <section className={css.part} aria-label={words.request.waterfall}>
      <h3>{words.request.waterfall}</h3>
      <ol className={css.waterfall}>
        {lasting.map((stretch) => (
          <Line key={`${stretch.sinceMs}-${stretch.phase}`} stretch={stretch} {...scale} />
        ))}
      </ol>
      {lasting.length < stretches.length && <p className={css.help}>{words.request.atOnce}</p>}
      {afterwards.length > 0 && (
        <>
          <h4>{words.request.afterwards}</h4>
          <ol className={css.waterfall} data-vain="true">
            {afterwards
              .filter((s) => s.untilMs > s.sinceMs)
              .map((stretch) => (
                <Line key={`${stretch.sinceMs}-${stretch.phase}`} stretch={stretch} {...scale} />
              ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Line({ stretch, bornMs, endMs }: { stretch: Stretch; bornMs: number; endMs: number }) {
  const { words, language } = useLook();
  const { phase, sinceMs, untilMs } = stretch;
  const isNow = usePlayerState((s) => s.view.nowMs >= sinceMs && s.view.nowMs < untilMs);
  const group = GROUPS[phase];
  const text = words.phase[phase];
  const label =
    typeof text === 'string'
      ? text
      : text({
          server: stretch.server === null ? '' : serverLabel(language, stretch.server),
          store: storeName(language, placeOfNode(stretch.storeNode)),
        });
  const span = endMs - bornMs;
  const shownUntilMs = Math.min(untilMs, endMs);
  const bar: CSSProperties = {
    insetInlineStart: `${(100 * (sinceMs - bornMs)) / span}%`,
    width: `${(100 * (shownUntilMs - sinceMs)) / span}%`,
  };
  return (
    <li aria-current={isNow ? 'step' : undefined}>
      <span className={css.lineText} data-what>
        {label}
        {isNow && <b> · {words.here}</b>}
      </span>{' '}
      <span className={css.lineMs}>{language.f.duration(untilMs - sinceMs)}</span> <Seek atMs={sinceMs} />
      <span className={css.track} aria-hidden="true">
        <span style={bar} data-group={group} />
      </span>
    </li>
  );
}
