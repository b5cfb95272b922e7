/** The CDN across the lanes of the people: what it keeps, and how much of what it is asked for it has. */
import { useWords } from '../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import css from './cdn.module.css';
import type { Box } from './layout.ts';
import { Menu } from './Menu.tsx';
import { placeAt } from './placeAt.ts';

/** The same in every language. */
const NAME = 'CDN';

interface Props {
  box: Box;
  wide: boolean;
}

export function CdnNode({ box, wide }: Props) {
  const { t, f, partName } = useWords();
  const player = usePlayer();
  const { edgeHits, edgeMisses, edgeFetches } = usePlayerState((s) => s.view.totals);
  const keeps = usePlayerState((s) => s.view.scenario.cdn.keeps);
  const asked = edgeHits + edgeMisses;
  const items = [
    {
      id: 'purge',
      label: t.cdn.purge,
      help: t.cdn.purgeHelp,
      run: () => player.act({ do: 'purge-cache' }),
    },
  ];
  return (
    <section
      aria-label={partName(NAME)}
      className={css.cdn}
      data-wide={wide}
      data-leaky={keeps === 'all-pages'}
      data-about
      style={placeAt(box)}
      title={t.cdn.keeps[keeps]}
    >
      <h2>{NAME}</h2>
      <p className={css.share} aria-hidden="true">
        <b>{asked === 0 ? '–' : f.percent(edgeHits / asked, 0)}</b> {t.cdn.fromHere}
      </p>
      <p className="visually-hidden">
        {t.cdn.keeps[keeps]} {t.cdn.told({ asked, hits: edgeHits, fetches: edgeFetches })}
      </p>
      <Menu label={t.cdn.menu} items={items}>
        <span aria-hidden="true">⋯</span>
      </Menu>
    </section>
  );
}
