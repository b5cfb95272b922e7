/** What can be done to the balancer itself. */
import type { Action } from '../engine/intervention.ts';
import { useWords } from '../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { Menu, type MenuItem } from './Menu.tsx';
import css from './stage.module.css';

export function BalancerMenu({ wide }: { wide: boolean }) {
  const { t } = useWords();
  const player = usePlayer();
  const running = usePlayerState((s) => s.view.balancers.running);
  const count = usePlayerState((s) => s.view.balancers.count);
  const item = (id: 'kill' | 'restart' | 'pair' | 'single', action: Action): MenuItem => ({
    id,
    label: t.balancer[id],
    help: t.balancer[`${id}Help`],
    run: () => player.act(action),
  });
  const items: MenuItem[] = [];
  if (running > 0) items.push(item('kill', { do: 'kill-balancer' }));
  if (running < count) items.push(item('restart', { do: 'restart-balancer' }));
  items.push(
    count === 1
      ? item('pair', { do: 'set', setting: 'balancer.count', value: 2 })
      : item('single', { do: 'set', setting: 'balancer.count', value: 1 }),
  );
  return (
    <span className={css.balancerMenu} data-wide={wide}>
      <Menu label={t.balancer.menu} items={items}>
        <span aria-hidden="true">⋯</span>
      </Menu>
    </span>
  );
}
