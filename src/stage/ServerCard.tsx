/** A server: its state, load and queue, and the shelf of sessions in its memory. */
import type { Action } from '../engine/intervention.ts';
import { SIZE_IDS, SIZES } from '../engine/sizes.ts';
import type { Messages } from '../i18n/types.ts';
import { useWords } from '../i18n/Words.tsx';
import { describeServer, describeShelf } from '../player/describe.ts';
import { useInspect, usePlayer, usePlayerState } from '../player/hooks.ts';
import type { ServerView } from '../player/view.ts';
import type { CardSize, ServerPlace } from './layout.ts';
import { closerItem, Menu, type MenuItem } from './Menu.tsx';
import { placeAt } from './placeAt.ts';
import { Records } from './Records.tsx';
import { PersonShape } from './Shape.tsx';
import { sayState } from './sayState.ts';
import { hasLabelRoom, shelfRoom } from './shelfRoom.ts';
import css from './stage.module.css';

/** The end of the ladder. */
const LARGEST = SIZE_IDS[SIZE_IDS.length - 1];

interface Props {
  place: ServerPlace;
  server: ServerView;
  size: CardSize;
  /** Is the stage one that lies? */
  wide: boolean;
  /** Does this strategy keep sessions in the servers' memory? */
  usesMemory: boolean;
  followed: number;
  onFollow(user: number): void;
}

export function ServerCard({ place, server, size, wide, usesMemory, followed, onFollow }: Props) {
  const words = useWords();
  const { t } = words;
  const player = usePlayer();
  const inspect = useInspect();
  const fall = usePlayerState((s) => s.view.scenario.balancer.health.fall);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const people = usePlayerState((s) => s.view.people);
  const lost = size === 'tiny' ? [] : people.filter((p) => p.lostAt === server.index);
  const name = t.server.name({ name: server.name });
  const comes = server.state === 'starting' || server.state === 'resizing';
  const dead = server.state === 'down' || server.state === 'hung' || comes;
  const startsInMs = comes ? server.untilMs - nowMs : 0;
  const ownLine = size === 'full' && !wide;
  const { says, full } = sayState(words, server, fall, startsInMs, place.box.w, ownLine);
  const lostAll = dead && !server.isNew && server.shelf.count === 0 && usesMemory;
  const labelled =
    size === 'full'
      ? lostAll || place.box.w >= LABEL_FROM_PX
      : usesMemory && hasLabelRoom(size, wide, place.box);
  const { named, rows, perRow } = shelfRoom(size, wide, place.box, labelled, says !== '');
  const noticed = !server.healthy || !server.registered;
  const items = serverMenu(t, server, (a) => player.act(a));
  if (import.meta.env.MODE !== 'embed' && inspect)
    items.push(closerItem(t, () => inspect({ what: 'server', server: server.index })));
  return (
    <li className={css.cardPlace} style={placeAt(place.box)} data-size={size} data-about>
      <div className={css.card} data-state={server.state} data-dead={dead} data-noticed={noticed}>
        <div className={css.cardHead}>
          <h3 aria-label={describeServer(words, server, fall)}>{named ? name : server.name}</h3>
          <span className={css.state} title={full} data-bad={dead || (!server.healthy && server.registered)}>
            {says}
          </span>
          <Menu label={t.server.menu({ name })} items={items}>
            <span aria-hidden="true">⋯</span>
          </Menu>
        </div>
        <div className={css.loadRow} title={t.server.loadHelp} aria-hidden="true">
          <span className={css.load}>
            <span data-high={server.load > 0.8} style={{ transform: `scaleX(${dead ? 0 : server.load})` }} />
          </span>
          {server.size !== null && place.box.w >= 230 && (
            <span className={css.queue}>{t.server.size({ size: server.size, vcpus: server.vcpus })}</span>
          )}
          <span className={css.queue}>{server.queue > 0 ? t.server.queue({ count: server.queue }) : ''}</span>
        </div>
        <div className={css.shelf} data-faint={!usesMemory && server.shelf.count === 0} data-size={size}>
          <span className={labelled ? css.shelfLabel : 'visually-hidden'}>
            {lostAll ? t.server.shelfLost : t.server.shelf}
            {server.shelf.orphans > 0 && place.box.w >= 230 && (
              <i title={t.server.leftoversHelp}> · {t.server.leftovers({ count: server.shelf.orphans })}</i>
            )}
          </span>
          <Records
            shelf={server.shelf}
            place={name}
            at={server.index}
            room={rows * perRow}
            followed={followed}
            onFollow={onFollow}
          />
        </div>
        {lost.length > 0 && (
          <span className={css.lost} aria-hidden="true">
            {lost.map((p) => (
              <span key={p.index} style={{ rotate: `${25 + p.index * 47}deg` }}>
                <PersonShape user={p.index} sizePx={18} />
              </span>
            ))}
          </span>
        )}
        <p className="visually-hidden">{describeShelf(words, server)}</p>
      </div>
    </li>
  );
}

/** Narrower shelves have no label. */
const LABEL_FROM_PX = 120;

/** What makes sense to do with a server in its state, in the order of the menu. */
const CHOICES = {
  up: ['kill', 'restart', 'graceful', 'drain', 'resize', 'hang', 'remove'],
  draining: ['resume', 'kill', 'restart', 'graceful', 'resize', 'hang', 'remove'],
  down: ['start', 'resize', 'remove'],
  hung: ['restart', 'resize', 'kill', 'remove'],
  starting: ['kill', 'remove'],
} as const;

function serverMenu(
  t: Messages,
  { index: server, state, size }: ServerView,
  act: (action: Action) => void,
): MenuItem[] {
  const { action: a } = t.server;
  const restart = (graceful: boolean): Action => ({ do: 'restart-server', server, graceful });
  const actions = {
    kill: { do: 'kill-server', server },
    hang: { do: 'hang-server', server },
    start: restart(false),
    restart: restart(false),
    graceful: restart(true),
    drain: { do: 'drain-server', server },
    resume: { do: 'resume-server', server },
    remove: { do: 'remove-server', server },
  } satisfies Record<string, Action>;
  const sizes = SIZE_IDS.filter((id) => id !== size).map((id) => ({
    id,
    label: id,
    help: id === LARGEST ? `${a.size(SIZES[id])}. ${a.ceiling}` : a.size(SIZES[id]),
    run: () => act({ do: 'resize-server', server, size: id }),
  }));
  const choices = CHOICES[state as keyof typeof CHOICES] ?? (['kill'] as const);
  return choices.map((id) => ({
    id,
    label: a[id],
    help: a[`${id}Help`],
    ...(id === 'resize' ? { items: sizes } : { run: () => act(actions[id]) }),
  }));
}
