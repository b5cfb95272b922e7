/** The story of a person: visits, carts, forced logins, and every answer of late. */
import { useMemo } from 'react';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { personName, serverLabel } from '../player/names.ts';
import { useSlices } from '../player/useSlices.tsx';
import { type Deed, personStory, type Visit } from '../story/personStory.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';
import { Earlier, Telling, Title, useFollowing } from './parts.tsx';
import { Seek } from './Seek.tsx';
import { useStandstill } from './useStandstill.tsx';

export function PersonView({ user }: { user: number }) {
  const { words, language, open } = useLook();
  const player = usePlayer();
  const run = usePlayerState((s) => s.run);
  const untilMs = useStandstill();
  const telling = useMemo(() => personStory(run, user, untilMs), [run, user, untilMs]);
  const slices = useSlices(telling);
  const { finished } = slices;
  useFollowing(user);
  const { story } = finished ?? telling;
  const { person: said } = words;
  const underWay = requestUnderWay(player.timeline.world.requests, user);
  return (
    <>
      <Title>{said.title({ person: personName(language, user) })}</Title>
      <Telling slices={slices} what={words.telling} share={telling.nowMs / Math.max(1, untilMs)} />
      {finished !== null && (
        <>
          <p>
            {said.sums({
              answered: story.answered,
              refused: story.refused,
              failed: story.failed,
              forced: story.forcedLogins,
            })}
            {story.left && ` ${said.left}`}
          </p>
          <div className={css.actions}>
            {underWay !== 0 && (
              <button
                type="button"
                className={`button ${css.button}`}
                onClick={() => open({ what: 'request', serial: underWay, nearMs: untilMs })}
              >
                {said.underWay}
              </button>
            )}
            <button
              type="button"
              className={`button ${css.button}`}
              onClick={() => open({ what: 'session', user, place: null })}
            >
              {said.session}
            </button>
          </div>
          <section className={css.part} aria-label={said.visits}>
            <h3>{said.visits}</h3>
            {story.visits.last.length === 0 && <p className={css.help}>{said.noVisits}</p>}
            <ol className={css.events} reversed>
              {story.visits.last.toReversed().map((visit) => (
                <VisitLine key={visit.login} visit={visit} />
              ))}
            </ol>
            <Earlier count={story.visits.earlier} />
          </section>
          <section className={css.part} aria-label={said.deeds}>
            <h3>{said.deeds}</h3>
            {story.deeds.last.length === 0 && <p className={css.help}>{said.noDeeds}</p>}
            <ol className={css.events}>
              {story.deeds.last.toReversed().map((deed) => (
                <DeedLine key={deed.serial} deed={deed} />
              ))}
            </ol>
            <Earlier count={story.deeds.earlier} />
          </section>
        </>
      )}
    </>
  );
}

function VisitLine({ visit }: { visit: Visit }) {
  const { words, language } = useLook();
  const { person: said } = words;
  const { fromMs, toMs, end, forced, pages, added, cart, failures } = visit;
  const begins = forced ? said.begins.again : said.begins.login;
  return (
    <li data-kind={end === 'refused' ? 'refused' : end === 'left' ? 'failed' : 'ok'}>
      <Seek atMs={fromMs} />
      <div data-what>
        <b>{begins}</b>
        <p>{said.visit({ pages, added, cart, failures })}</p>
        <p>
          {end === null || toMs === null
            ? said.end.goesOn
            : said.end[end]({ at: language.f.clock(toMs), ms: toMs - fromMs })}
        </p>
      </div>
    </li>
  );
}

function DeedLine({ deed }: { deed: Deed }) {
  const { words, language, open } = useLook();
  const { status, kind, cart, server, forced } = deed;
  const said = words.person.deed;
  const text =
    kind === 'login'
      ? (forced ? said.again : said.login)({ status })
      : kind === 'cart'
        ? status < 400
          ? said.cart({ status, cart })
          : said.cartFailed({ status })
        : (kind === 'logout' ? said.logout : said.page)({ status });
  return (
    <li data-kind={status < 400 ? 'ok' : status === 401 ? 'refused' : 'failed'}>
      <Seek atMs={deed.atMs} />
      <div data-what>
        <button
          type="button"
          className={css.link}
          onClick={() => open({ what: 'request', serial: deed.serial, nearMs: deed.atMs })}
        >
          {text}
        </button>
        {server >= 0 && <small> {words.person.by({ server: serverLabel(language, server) })}</small>}
      </div>
    </li>
  );
}

/** The number of the request of a person that is under way, or 0. */
function requestUnderWay(
  requests: { length: number; serial: Uint32Array; user: Int32Array; abandoned: Uint8Array },
  user: number,
): number {
  for (let r = 0; r < requests.length; r++) {
    if (requests.serial[r] !== 0 && requests.user[r] === user && requests.abandoned[r] === 0)
      return requests.serial[r];
  }
  return 0;
}
