/** The session store: a faint outline until a strategy uses it. */
import { STRATEGIES } from '../engine/strategies/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { personName } from '../player/describe.ts';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import type { StageLayout } from './layout.ts';
import { Menu } from './Menu.tsx';
import { placeAt } from './placeAt.ts';
import { Records } from './Records.tsx';
import css from './stage.module.css';

const MOST_RECORDS = 8;

interface Props {
  layout: StageLayout;
  followed: number;
  onFollow(user: number): void;
}

export function StoreNode({ layout, followed, onFollow }: Props) {
  const words = useWords();
  const { t } = words;
  const player = usePlayer();
  const store = usePlayerState((s) => s.view.store);
  const { shelf } = store;
  const onDisk = usePlayerState((s) => s.view.scenario.store.persistence !== 'none');
  // Under tokens the store only has the list of those that were revoked.
  const revoked = usePlayerState((s) =>
    STRATEGIES[s.view.strategy].keeper === 'user' ? s.view.store.shelf.count : 0,
  );
  const off = !store.used && shelf.count === 0;
  const status = off ? t.store.unused : store.up ? t.store.up : t.store.down;
  const shown = shelf.records.filter((r) => r.current).slice(0, MOST_RECORDS);
  const more = shelf.count - shelf.orphans - shown.length;
  const item = store.up
    ? {
        id: 'kill',
        label: t.store.kill,
        help: onDisk ? t.store.killHelpDisk : t.store.killHelp,
        run: () => player.act({ do: 'kill-store' }),
      }
    : {
        id: 'restart',
        label: t.store.restart,
        help: onDisk ? t.store.restartHelpDisk : t.store.restartHelp,
        run: () => player.act({ do: 'restart-store' }),
      };
  return (
    <section
      aria-label={t.store.title}
      className={css.store}
      data-off={off}
      data-down={!store.up}
      data-wide={layout.wide}
      style={placeAt(layout.store)}
    >
      {layout.wide && <StoreOutline width={layout.store.w} height={layout.store.h} />}
      <div className={css.storeHead}>
        <h2>{t.store.title}</h2>
        <span className={css.state} data-bad={!store.up}>
          {status}
        </span>
        {!off && (
          <Menu label={t.store.menu} items={[item]} up={!layout.wide}>
            <span aria-hidden="true">⋯</span>
          </Menu>
        )}
      </div>
      <Records
        shelf={shelf}
        place={t.store.title}
        room={MOST_RECORDS}
        followed={followed}
        onFollow={onFollow}
      />
      {revoked > 0 && <p className={css.revoked}>{t.store.revoked({ count: revoked })}</p>}
      {!off && revoked === 0 && (
        <p className="visually-hidden">
          {t.server.sessionsOf({
            people: shown.map((r) => personName(words, r.user)),
            more,
            leftovers: shelf.orphans,
          })}
        </p>
      )}
    </section>
  );
}

/** A drum, the old sign for a database. */
function StoreOutline({ width: w, height: h }: { width: number; height: number }) {
  const lid = 14;
  const side = `M1 ${lid}v${h - 2 * lid}c0 ${lid * 1.3} ${w - 2} ${lid * 1.3} ${w - 2} 0v${-(h - 2 * lid)}`;
  return (
    <svg className={css.drum} width={w} height={h} aria-hidden="true">
      <path d={`${side}`} />
      <ellipse cx={w / 2} cy={lid} rx={w / 2 - 1} ry={lid - 1} />
    </svg>
  );
}
