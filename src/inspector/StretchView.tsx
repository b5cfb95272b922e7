/** The story of a stretch of the run, such as a second: a point of a chart in words, each leading on. */
import { type ReactNode, useMemo } from 'react';
import { REQUEST_KINDS } from '../engine/state/requests.ts';
import { LONGEST_RUN_MS } from '../player/createPlayer.ts';
import { headline, kindOfNotice, shortReason } from '../player/describe.ts';
import { describeHappening } from '../player/describeHappening.ts';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { isYours, personName, serverLabel } from '../player/names.ts';
import { playSlowly } from '../player/playSlowly.ts';
import type { Subject } from '../player/subject.ts';
import { useSlices } from '../player/useSlices.tsx';
import { type Change, type SlowAnswer, type StretchStory, stretchStory } from '../story/stretchStory.ts';
import { describeReason } from './describeReason.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';
import { Telling, Title } from './parts.tsx';
import { Seek } from './Seek.tsx';
import { deedsOf, Yours } from './Yours.tsx';

/** What is behind answers that is told of. */
const MOST_REASONS = 5;

export function StretchView({ fromMs, toMs }: { fromMs: number; toMs: number }) {
  const { words, language, turnTo, leaveFor } = useLook();
  const { f } = language;
  const player = usePlayer();
  const run = usePlayerState((s) => s.run);
  const lengthMs = toMs - fromMs;
  const turnBy = (ms: number) => turnTo({ what: 'stretch', fromMs: fromMs + ms, toMs: toMs + ms });
  const knownMs = usePlayerState((s) => Math.min(toMs, Math.max(fromMs, s.view.frontierMs)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run, and more that is known of it, is another story
  const telling = useMemo(
    () => stretchStory(player.timeline, fromMs, toMs),
    [player.timeline, run, fromMs, toMs, knownMs],
  );
  const slices = useSlices(telling);
  const said = words.stretch;
  const goesOn = toMs <= knownMs && toMs < LONGEST_RUN_MS;
  const clock = (ms: number) => f.clock(ms).replace(/\.000$/, '');
  return (
    <>
      <Title>{said.title({ from: clock(fromMs), to: clock(toMs) })}</Title>
      <div className={css.actions}>
        <button
          type="button"
          className={`button ${css.button}`}
          onClick={() => {
            leaveFor(toMs);
            playSlowly(player, fromMs, toMs);
          }}
        >
          {words.replay}
        </button>
        <button
          type="button"
          className={`button ${css.button}`}
          aria-disabled={fromMs === 0}
          onClick={() => fromMs > 0 && turnBy(-lengthMs)}
        >
          <span aria-hidden="true">←</span> {said.before({ ms: lengthMs })}
        </button>
        <button
          type="button"
          className={`button ${css.button}`}
          aria-disabled={!goesOn}
          onClick={() => goesOn && turnBy(lengthMs)}
        >
          {said.after({ ms: lengthMs })} <span aria-hidden="true">→</span>
        </button>
      </div>
      {slices.done ? (
        <Told story={telling.story} toMs={toMs} />
      ) : (
        <Telling
          slices={slices}
          what={words.stretch.telling}
          share={Math.max(0, telling.nowMs - fromMs) / lengthMs}
        />
      )}
    </>
  );
}

function Told({ story, toMs }: { story: StretchStory; toMs: number }) {
  const { words, language } = useLook();
  const said = words.stretch;
  const { ok, refused, failed, statuses, untilMs, fromMs } = story;
  if (untilMs <= fromMs) return <p>{said.unknown}</p>;
  return (
    <>
      <p>{said.sums({ answers: ok + refused + failed, ok, refused, failed })}</p>
      {statuses.length > 1 && (
        <p className={css.help}>
          {said.statuses({
            list: statuses.map((s) => said.status({ status: String(s.status), count: s.count })),
          })}
        </p>
      )}
      {untilMs < toMs && <p className={css.help}>{said.until({ at: language.f.clock(untilMs) })}</p>}
      <Part
        title={said.told}
        none={story.toldCount === 0 ? said.toldNone : ''}
        more={story.toldCount - story.told.length}
      >
        {story.told.map((notice) => (
          <li key={notice.serial} data-kind={kindOfNotice(notice)}>
            <Seek atMs={notice.atMs} />
            <div data-what>
              <Leads to={{ what: 'request', serial: notice.serial, nearMs: notice.atMs }}>
                {headline(language, notice)}
              </Leads>
              {notice.causes.length > 0 && <p className={css.help}>{shortReason(language, notice)}</p>}
            </div>
          </li>
        ))}
      </Part>
      {story.reasons.length > 0 && <ReasonList story={story} />}
      <Changes story={story} />
      <Part title={said.slowest} none={story.slowest.length === 0 ? said.slowestNone : ''}>
        {story.slowest.map((answer) => (
          <Slow key={answer.serial} answer={answer} />
        ))}
      </Part>
      <Part title={said.servers} none={story.servers.length === 0 ? said.serversNone : ''}>
        {story.servers.map(({ server, share, answers }) => (
          <li key={server}>
            <b>{language.f.percent(share, 0)}</b>
            <div>
              <Leads to={{ what: 'server', server }}>{serverLabel(language, server)}</Leads>{' '}
              <small>{said.server({ answers })}</small>
            </div>
          </li>
        ))}
      </Part>
    </>
  );
}

function ReasonList({ story }: { story: StretchStory }) {
  const look = useLook();
  const said = look.words.stretch;
  const { reasons, explained, toldCount } = story;
  return (
    <Part title={said.reasons} none="" more={reasons.length - MOST_REASONS}>
      {reasons.slice(0, MOST_REASONS).map((reason) => {
        const { count, deed, example } = reason;
        return (
          <li
            key={example.serial}
            data-kind={kindOfNotice(example)}
            data-yours={deed !== null && isYours(look.language, deed.by)}
          >
            <Seek atMs={deed?.atMs ?? example.atMs} />
            <div>
              <div data-what>{said.reason({ count, of: explained, text: describeReason(look, reason) })}</div>
              <Yours by={deed?.by ?? -1} />
            </div>
          </li>
        );
      })}
      {explained < toldCount && <li>{said.reasonsOf({ count: explained })}</li>}
    </Part>
  );
}

function Changes({ story }: { story: StretchStory }) {
  const { words, language } = useLook();
  const interventions = usePlayerState((s) => s.run.interventions);
  const told = story.changes.flatMap((change) => {
    const text = describeHappening(language, change, interventions);
    return text === null ? [] : [{ change, text }];
  });
  const deeds = deedsOf(told.map(({ change }) => change));
  return (
    <Part
      title={words.stretch.changes}
      none={
        told.length > 0 ? '' : story.toldCount > 0 ? words.stretch.changesEarlier : words.stretch.changesNone
      }
      more={story.moreChanges}
    >
      {told.map(({ change, text }, i) => {
        const subject = subjectOf(change);
        return (
          <li key={change.number} data-kind="happened">
            <Seek atMs={change.atMs} />
            <div>
              <div data-what>{subject === null ? text : <Leads to={subject}>{text}</Leads>}</div>
              <Yours by={deeds[i]} />
            </div>
          </li>
        );
      })}
    </Part>
  );
}

function Slow({ answer }: { answer: SlowAnswer }) {
  const { words, language } = useLook();
  const { atMs, responseMs, user, kind, status, serial } = answer;
  return (
    <li data-kind={status < 400 ? 'ok' : status === 401 ? 'refused' : 'failed'}>
      <Seek atMs={atMs} />
      <div data-what>
        <Leads to={{ what: 'request', serial, nearMs: atMs }}>
          {words.stretch.slow({
            person: personName(language, user),
            what: words.request.kind[REQUEST_KINDS[kind]],
            status: String(status),
            ms: responseMs,
          })}
        </Leads>
      </div>
    </li>
  );
}

interface PartProps {
  title: string;
  /** What to say when there is nothing. */
  none: string;
  more?: number;
  children: ReactNode;
}

function Part({ title, none, more = 0, children }: PartProps) {
  const { words } = useLook();
  return (
    <section className={css.part} aria-label={title}>
      <h3>{title}</h3>
      {none !== '' ? <p className={css.help}>{none}</p> : <ul className={css.events}>{children}</ul>}
      {more > 0 && <p className={css.help}>{words.more({ count: more })}</p>}
    </section>
  );
}

function Leads({ to, children }: { to: Subject; children: ReactNode }) {
  const { open } = useLook();
  return (
    <button type="button" className={css.link} onClick={() => open(to)}>
      {children}
    </button>
  );
}

/** Whom a change is about: a server or a person. */
function subjectOf(change: Change): Subject | null {
  if ('server' in change) return { what: 'server', server: change.server };
  if ('user' in change) return { what: 'person', user: change.user };
  return null;
}
