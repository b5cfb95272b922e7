/** The story of a request: its waterfall, how its servers were chosen, why it ended as it did, and what if. */
import { useEffect, useMemo, useRef } from 'react';
import { isTold, REASONS } from '../engine/state/requests.ts';
import { NONE } from '../engine/state/table.ts';
import { type AnswerNotice, headline, kindOfNotice, personName, shortReason } from '../player/describe.ts';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { playSlowly } from '../player/playSlowly.ts';
import type { Subject } from '../player/subject.ts';
import { useSlices } from '../player/useSlices.tsx';
import type { Asked } from '../story/asked.ts';
import { type RequestStory, requestStory } from '../story/requestStory.ts';
import { momentAt } from '../timeline/moment.ts';
import { Chain } from './Chain.tsx';
import { Choices } from './Choices.tsx';
import css from './inspector.module.css';
import { type Look, useLook } from './look.tsx';
import { OtherwiseList } from './OtherwiseList.tsx';
import { Telling, Title, useFollowing } from './parts.tsx';
import { Waterfall } from './Waterfall.tsx';

interface Props {
  serial: number;
  nearMs: number;
}

export function RequestView({ serial, nearMs }: Props) {
  const { words } = useLook();
  const player = usePlayer();
  const run = usePlayerState((s) => s.run);
  /** Which request is meant: in a run that was changed before it the same number may be another's. */
  const meant = useRef<Asked | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run has another timeline
  const telling = useMemo(() => requestStory(player.timeline, serial, nearMs), [player, run, serial, nearMs]);
  const slices = useSlices(telling);
  const { finished } = slices;
  if (finished === null) {
    // Most are found before anybody could read that they are looked for.
    return slices.slow || slices.stopped ? (
      <>
        <Title>{words.title}</Title>
        <Telling slices={slices} what={words.following} />
      </>
    ) : null;
  }
  const { story } = finished;
  if (story !== null) meant.current ??= story.asked;
  if (story === null || JSON.stringify(story.asked) !== JSON.stringify(meant.current)) {
    return (
      <>
        <Title>{words.title}</Title>
        <p className={css.help}>{words.gone}</p>
      </>
    );
  }
  return (
    <>
      <Found story={story} />
      <Telling slices={slices} what={words.following} />
    </>
  );
}

function Found({ story }: { story: RequestStory }) {
  const { words, language, open, leaveFor } = useLook();
  const player = usePlayer();
  const owner = ownerOf(story);
  useFollowing(owner);
  const notice = useMemo(() => noticeOf(story), [story]);
  // The stage shows the way that it went.
  useEffect(() => {
    player.store.setState({ traced: notice });
    return () => player.store.setState({ traced: null });
  }, [player, notice]);
  const told = isTold(notice.status, REASONS.indexOf(story.reason));
  const session = sessionIn(story);
  return (
    <>
      <Title kind={told ? kindOfNotice(notice) : 'ok'}>{titleOf(words, story, notice, language)}</Title>
      {told && <p className={css.reason}>{shortReason(language, notice)}</p>}
      <p className={css.help}>{whatItWas(words, story)}</p>
      <div className={css.actions}>
        <GoThere atMs={momentOf(story)} />
        <button
          type="button"
          className={`button ${css.button}`}
          onClick={() => {
            const untilMs = story.endMs ?? story.bornMs + 1000;
            leaveFor(untilMs);
            playSlowly(player, story.bornMs, untilMs);
          }}
        >
          {words.replay}
        </button>
        {owner !== NONE && (
          <button
            type="button"
            className={`button ${css.button}`}
            onClick={() => open({ what: 'person', user: owner })}
          >
            {words.request.owner({ person: personName(language, owner) })}
          </button>
        )}
        {session !== null && (
          <button type="button" className={`button ${css.button}`} onClick={() => open(session)}>
            {words.request.session}
          </button>
        )}
      </div>
      {told && <Chain story={story} />}
      <Waterfall story={story} />
      {story.choices.length > 0 && <Choices story={story} />}
      {!told && <Chain story={story} />}
      {told && story.asked.who !== 'other' && <OtherwiseList story={story} />}
    </>
  );
}

/** The moment that a story is about: when its answer was settled. */
const momentOf = ({ decidedMs, endMs, bornMs }: RequestStory): number => decidedMs ?? endMs ?? bornMs;

/** Shows that moment on the stage, or says that it is there. */
function GoThere({ atMs }: { atMs: number }) {
  const { words, language, go } = useLook();
  const isThere = usePlayerState((s) => s.view.nowMs === momentAt(atMs));
  const at = language.f.clock(atMs);
  return (
    <button
      type="button"
      className={`button ${css.button}`}
      data-first
      data-told={words.shown({ at })}
      aria-disabled={isThere}
      onClick={(event) => !isThere && go(atMs, event.currentTarget)}
    >
      {isThere ? words.shown({ at }) : words.goThere({ at })}
    </button>
  );
}

function titleOf(
  words: Look['words'],
  story: RequestStory,
  notice: AnswerNotice,
  language: Look['language'],
): string {
  if (story.endMs === null) return words.title;
  if (isTold(story.status, REASONS.indexOf(story.reason))) return headline(language, notice);
  return words.request.title[story.kind]({
    status: story.status,
    person: personName(language, story.user),
  });
}

function whatItWas(
  { request }: Look['words'],
  { kind, serial, forced, bornMs, endMs, reason }: RequestStory,
) {
  const what = request.kind[kind];
  if (endMs === null) return request.unanswered({ what, number: serial });
  const ms = endMs - bornMs;
  if (reason === 'gaveUp') return request.gaveUp({ what, number: serial, ms });
  if (forced && kind === 'login') return request.askedAgain({ number: serial, ms });
  return request.asked({ what, number: serial, ms });
}

/** The request as the log would tell it. */
function noticeOf(story: RequestStory): AnswerNotice {
  return {
    what: 'answer',
    atMs: story.decidedMs ?? story.bornMs,
    number: story.serial,
    stores: story.stores,
    user: story.user,
    kind: 0,
    server: story.server,
    status: story.status,
    serial: story.serial,
    causes: story.causes,
  };
}

/** Who asks, or whose cookie was copied. */
function ownerOf({ asked }: RequestStory): number {
  return asked.who === 'person' || asked.who === 'copy' ? asked.user : NONE;
}

/** The session that the cookie named. */
function sessionIn({ causes }: RequestStory): Subject | null {
  const cause = causes.find((c) => c.code === 'cookie-valid');
  return cause?.code === 'cookie-valid' ? { what: 'session', serial: cause.session } : null;
}
