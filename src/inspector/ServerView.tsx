/** The story of a server: what happened to it, what it answered, and the sessions in its memory. */
import { useMemo } from 'react';
import { AUTOSCALER } from '../engine/state/autoscaler.ts';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { isYours, personName, serverLabel } from '../player/names.ts';
import { serves } from '../player/situation.ts';
import { useSlices } from '../player/useSlices.tsx';
import { keptBy, type ServerEvent, serverStory } from '../story/serverStory.ts';
import css from './inspector.module.css';
import { type Look, useLook } from './look.tsx';
import { Earlier, Telling, Title } from './parts.tsx';
import { Seek } from './Seek.tsx';
import { useStandstill } from './useStandstill.tsx';
import { deedsOf, Yours } from './Yours.tsx';

const MOST_KEPT = 24;

export function ServerView({ server }: { server: number }) {
  const { words, language, open } = useLook();
  const player = usePlayer();
  const run = usePlayerState((s) => s.run);
  const untilMs = useStandstill();
  const telling = useMemo(() => serverStory(run, server, untilMs), [run, server, untilMs]);
  const slices = useSlices(telling);
  const { finished } = slices;
  const { story } = finished ?? telling;
  const { server: said } = words;
  const nowMs = usePlayerState((s) => s.view.nowMs);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at another time the shelf is another
  const { kept, count } = useMemo(
    () => keptBy(player.timeline.world, server, MOST_KEPT),
    [nowMs, run, server],
  );
  const deeds = deedsOf(story.events.last);
  const keptTitle = said.kept({ at: language.f.clock(nowMs) });
  return (
    <>
      <Title>{said.title({ server: serverLabel(language, server) })}</Title>
      <Telling slices={slices} what={words.telling} share={telling.nowMs / Math.max(1, untilMs)} />
      {finished !== null && (
        <>
          <p>
            {said.sums({
              answered: story.answered,
              refused: story.refused,
              failed: story.failed,
              made: story.made,
            })}
          </p>
          <Unnoticed server={server} />
          <section className={css.part} aria-label={said.events}>
            <h3>{said.events}</h3>
            {story.events.last.length === 0 && <p className={css.help}>{said.noEvents}</p>}
            <ol className={css.events} reversed>
              {story.events.last.toReversed().map((event, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: several may be of one time
                <li key={story.events.last.length - i} data-kind={kindOf(event)}>
                  <Seek atMs={event.atMs} />
                  <div>
                    <div data-what>{describeEvent(words, language, event)}</div>
                    <Yours by={deeds[story.events.last.length - 1 - i]} />
                  </div>
                </li>
              ))}
            </ol>
            <Earlier count={story.events.earlier} />
          </section>
          <section className={css.part} aria-label={keptTitle}>
            <h3>{keptTitle}</h3>
            {count === 0 && <p className={css.help}>{said.keptNone}</p>}
            <ul className={css.plainList}>
              {kept.map(({ session, user }) => (
                <li key={session}>
                  <button
                    type="button"
                    className={css.link}
                    onClick={() => open({ what: 'session', serial: session })}
                  >
                    {said.session({ person: personName(language, user), number: session })}
                  </button>
                </li>
              ))}
            </ul>
            {count > kept.length && <p className={css.help}>{words.more({ count: count - kept.length })}</p>}
          </section>
        </>
      )}
    </>
  );
}

function kindOf(event: ServerEvent): string {
  if (event.what === 'lost') return 'refused';
  if (event.what === 'health') return event.healthy ? 'ok' : 'failed';
  return event.state === 'down' || event.state === 'hung' ? 'failed' : 'ok';
}

/** A server that does not answer and gets requests all the same: how long still, and why that need not be seen. */
function Unnoticed({ server }: { server: number }) {
  const { words } = useLook();
  const { servers, usable, scenario } = usePlayerState((s) => s.view);
  const { health, detection, retries } = scenario.balancer;
  const view = servers.find(({ index }) => index === server);
  if (!view || serves(view) || !usable.includes(server)) return null;
  const said = words.server;
  return (
    <p>
      {detection.checks === 'off'
        ? said.uncheckedStill
        : said.unnoticed({ failed: view.healthy ? view.checksAgainst : health.fall, of: health.fall })}{' '}
      {retries !== 0 && said.retriedElsewhere}
    </p>
  );
}

function describeEvent(
  { server: said }: Look['words'],
  language: Look['language'],
  event: ServerEvent,
): string {
  const { t } = language;
  if (event.what === 'health') return event.healthy ? said.healthy : said.unhealthy;
  const text =
    event.what === 'lost'
      ? said.lost({ count: event.wanted })
      : said.state({ state: t.server.state[event.state] });
  if (event.by === AUTOSCALER) return said.autoscaler({ text });
  return isYours(language, event.by) ? said.yours({ text }) : text;
}
