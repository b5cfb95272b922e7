/** The session store: a faint outline until something is kept there, then its nodes, which are fetched then. */
import { useWords } from '../i18n/Words.tsx';
import { usePlayerState } from '../player/hooks.ts';
import { useLoaded } from '../player/useLoaded.tsx';
import type { StageLayout } from './layout.ts';
import { placeAt } from './placeAt.ts';
import { StoreOutline } from './StoreOutline.tsx';
import css from './stage.module.css';

interface Props {
  layout: StageLayout;
  followed: number;
  onFollow(user: number): void;
}

const loadStoreNodes = async () => (await import('./StoreNodes.tsx')).StoreNodes;

export function StoreNode(props: Props) {
  const { layout } = props;
  const { t, partName } = useWords();
  const off = usePlayerState(
    ({ view: { store } }) => !store.used && store.nodes.every((n) => n.shelf.count === 0),
  );
  const StoreNodes = useLoaded(loadStoreNodes, !off);
  if (!off && StoreNodes) return <StoreNodes {...props} />;
  return (
    <section
      aria-label={partName(t.store.title)}
      className={css.store}
      data-off={off}
      data-wide={layout.wide}
      style={placeAt(layout.store)}
    >
      {layout.wide && <StoreOutline width={layout.store.w} height={layout.store.h} />}
      <div className={css.storeHead}>
        <h2>{t.store.title}</h2>
        {off && <span className={css.state}>{t.store.unused}</span>}
      </div>
    </section>
  );
}
