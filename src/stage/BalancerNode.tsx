/** The balancer: how it chooses, and which servers it believes in. */
import { serverName } from '../engine/state/servers.ts';
import { useWords } from '../i18n/Words.tsx';
import { serverLabel, shortPolicyName } from '../player/describe.ts';
import { usePlayerState } from '../player/hooks.ts';
import type { BalancersView } from '../player/view.ts';
import { BalancerMenu } from './BalancerMenu.tsx';
import type { StageLayout } from './layout.ts';
import { placeAt } from './placeAt.ts';
import css from './stage.module.css';

/** More than these, or with less room for each, are told as a number. */
const MOST_CHIPS = 8;
const CHIP_PX = 27;

export function BalancerNode({ layout }: { layout: StageLayout }) {
  const words = useWords();
  const { t, partName } = words;
  const view = usePlayerState((s) => s.view);
  const { balancer, wide } = layout;
  const state = stateOf(view.balancers);
  const along = (lane: number) => layout.curves[lane].points[wide ? 1 : 0];
  const [first, second] = layout.servers;
  const chips =
    layout.servers.length <= MOST_CHIPS &&
    (second === undefined || Math.abs(along(second.lane) - along(first.lane)) >= CHIP_PX);
  const boundTo = (server: number) =>
    view.people.filter((p) => p.bound === server && p.phase !== 'left').length;
  return (
    <section
      aria-label={partName(t.balancer.title)}
      className={css.balancer}
      data-wide={wide}
      data-dead={state === 'down' || state === 'takesOver'}
      data-pair={view.balancers.count > 1}
      data-about
      style={placeAt(balancer)}
    >
      <h2>{t.balancer.title}</h2>
      <p className={css.policy}>{shortPolicyName(words, view.policy)}</p>
      {state !== null && (
        <p className={css.balancerState} data-bad={state !== 'standby'}>
          {t.balancer.state[state]}
        </p>
      )}
      <BalancerMenu wide={wide} />
      <p className="visually-hidden">
        {t.balancer.sends({ servers: view.usable.slice(0, 20).map((s) => serverLabel(words, s)) })}
      </p>
      {chips ? (
        <ul className={css.plain} aria-hidden="true">
          {layout.servers.map(({ server, lane }) => {
            const inRotation = view.usable.includes(server);
            const isNew = view.servers.some((v) => v.index === server && v.isNew);
            const bound = view.strategy === 'sticky' ? boundTo(server) : 0;
            const at = wide
              ? { left: '50%', top: along(lane) - balancer.y }
              : { left: along(lane) - balancer.x, top: '100%' };
            return (
              <li
                key={server}
                className={css.chip}
                data-out={!inRotation && !isNew}
                data-new={isNew}
                style={at}
                title={
                  bound > 0
                    ? t.balancer.boundHelp({ count: bound, server: serverLabel(words, server) })
                    : undefined
                }
              >
                {serverName(server)}
                {bound > 0 && <span className={css.bound}>{bound}</span>}
              </li>
            );
          })}
        </ul>
      ) : (
        <p className={css.policy}>{t.controls.serversMany({ count: view.usable.length })}</p>
      )}
    </section>
  );
}

/** What there is to say of who balances; null for one that does its work alone, as it should. */
function stateOf({
  count,
  running,
  inCharge,
}: BalancersView): 'down' | 'takesOver' | 'standby' | 'alone' | null {
  if (!inCharge) return running === 0 ? 'down' : 'takesOver';
  if (count === 1) return null;
  return running === count ? 'standby' : 'alone';
}
