/** The nodes of the session store: each with its part in it, a shelf, and what can be done to it. */

import type { Action } from '../engine/intervention.ts';
import { placeOfNode } from '../engine/state/sessions.ts';
import { MOST_SHARDS } from '../engine/store/shardings.ts';
import { STRATEGIES } from '../engine/strategies/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { personName } from '../player/describe.ts';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import type { StoreNodeView } from '../player/viewStore.ts';
import type { Box, StageLayout } from './layout.ts';
import { Menu, type MenuItem } from './Menu.tsx';
import { placeAt } from './placeAt.ts';
import { Records } from './Records.tsx';
import { StoreOutline } from './StoreOutline.tsx';
import css from './stage.module.css';

const MOST_RECORDS = 8;
/** Lower nodes have their name and one line of records, or the name alone. */
const FULL_FROM_PX = 130;
const RECORDS_FROM_PX = 66;
/** Below that there is no line for what a node does; bold ones lead. */
const STATE_FROM_PX = 40;
const RECORD_PX = 27;
/** Name, state and button beside each other, with what lies around them. */
const NAME_PX = 186;

interface Props {
  layout: StageLayout;
  followed: number;
  onFollow(user: number): void;
}

export function StoreNodes({ layout, followed, onFollow }: Props) {
  const { t, partName } = useWords();
  const nodes = usePlayerState((s) => s.view.store.nodes);
  const several = nodes.length > 1;
  return (
    <section aria-label={partName(t.store.title)}>
      {several && <h2 className="visually-hidden">{t.store.title}</h2>}
      {layout.stores.map(({ node, box }) => {
        const view = nodes.find((n) => n.node === node);
        return (
          view && (
            <Node
              key={node}
              node={view}
              box={box}
              wide={layout.wide}
              several={several}
              copied={nodes.some((n) => n.shard === view.shard && n.node !== node)}
              followed={followed}
              onFollow={onFollow}
            />
          )
        );
      })}
    </section>
  );
}

interface NodeProps extends Omit<Props, 'layout'> {
  node: StoreNodeView;
  box: Box;
  wide: boolean;
  /** Is it one of several? */
  several: boolean;
  /** Has its shard other nodes? */
  copied: boolean;
}

function Node({ node, box, wide, several, copied, followed, onFollow }: NodeProps) {
  const words = useWords();
  const { t } = words;
  const { shelf } = node;
  const name = several ? t.store.name({ number: node.node + 1 }) : t.store.title;
  const state = node.up ? (copied ? t.store.role[node.role] : t.store.up) : t.store.down;
  // Under tokens the store only has the list of those that were revoked.
  const isList = usePlayerState((s) => STRATEGIES[s.view.strategy].keeper === 'user');
  const revoked = isList ? shelf.count : 0;
  const shown = shelf.records.filter((r) => r.current).slice(0, MOST_RECORDS);
  const Heading = several ? 'h3' : 'h2';
  const full = box.h >= FULL_FROM_PX || (!several && !wide);
  const flat = wide && box.h < STATE_FROM_PX;
  const stateLabel = (
    <span className={flat ? 'visually-hidden' : css.state} data-bad={!node.up || node.role === 'leads-alone'}>
      {state}
    </span>
  );
  const perRow = Math.max(2, Math.floor((box.w - 8) / RECORD_PX));
  // A single one that is low has fewer rows; where the stage stands it has one, beside its name.
  const room = several
    ? perRow
    : !wide
      ? Math.min(MOST_RECORDS, Math.floor((box.w - NAME_PX) / (RECORD_PX - 1)))
      : full
        ? MOST_RECORDS
        : perRow * Math.floor((box.h - 58) / 26);
  return (
    <div
      className={css.store}
      data-down={!node.up}
      data-wide={wide}
      data-full={full}
      data-flat={flat}
      data-role={several ? node.role : undefined}
      data-about
      style={placeAt(box)}
    >
      {wide && <StoreOutline width={box.w} height={box.h} />}
      <div className={css.storeHead}>
        <Heading>{name}</Heading>
        {!several && stateLabel}
        <NodeMenu node={node} name={name} several={several} />
      </div>
      {several && stateLabel}
      {(full || box.h >= RECORDS_FROM_PX) && (
        <Records
          shelf={shelf}
          place={name}
          at={placeOfNode(node.node)}
          room={room}
          followed={followed}
          onFollow={onFollow}
        />
      )}
      {revoked > 0 && <p className={css.revoked}>{t.store.revoked({ count: revoked })}</p>}
      {revoked === 0 && (
        <p className="visually-hidden">
          {t.server.sessionsOf({
            people: shown.map((r) => personName(words, r.user)),
            more: shelf.count - shelf.orphans - shown.length,
            leftovers: shelf.orphans,
          })}
        </p>
      )}
    </div>
  );
}

function NodeMenu({ node, name, several }: Pick<NodeProps, 'node' | 'several'> & { name: string }) {
  const { t } = useWords();
  const player = usePlayer();
  const onDisk = usePlayerState((s) => s.view.scenario.store.persistence !== 'none');
  const zones = usePlayerState((s) => s.view.store.zones);
  const cut = usePlayerState((s) => s.view.store.cut);
  const shards = usePlayerState((s) => s.view.store.shards);
  const sharding = usePlayerState((s) => s.view.store.sharding);
  const which = node.node === 0 ? {} : { node: node.node };
  const item = (id: string, label: string, help: string, action: Action): MenuItem => ({
    id,
    label,
    help,
    run: () => player.act(action),
  });
  const items = [
    node.up
      ? item('kill', t.store.kill, onDisk ? t.store.killHelpDisk : t.store.killHelp, {
          do: 'kill-store',
          ...which,
        })
      : item('restart', t.store.restart, onDisk ? t.store.restartHelpDisk : t.store.restartHelp, {
          do: 'restart-store',
          ...which,
        }),
  ];
  if (shards > 1 && shards < MOST_SHARDS) {
    items.push(item('shard', t.store.addShard, t.store.addShardHelp[sharding], { do: 'add-shard' }));
  }
  if (zones === 2) {
    items.push(
      cut
        ? item('heal', t.store.heal, t.store.healHelp, { do: 'heal' })
        : item('cut', t.store.cut, t.store.cutHelp, { do: 'partition' }),
    );
  }
  return (
    <Menu label={several ? t.store.menuOf({ name }) : t.store.menu} items={items}>
      <span aria-hidden="true">⋯</span>
    </Menu>
  );
}
