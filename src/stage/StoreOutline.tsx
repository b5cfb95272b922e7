import css from './stage.module.css';

/** A drum, the old sign for a database. */
export function StoreOutline({ width: w, height: h }: { width: number; height: number }) {
  // A low drum has a flat lid, so that there is room below it for words.
  const lid = Math.min(14, h < 130 ? h / 10 : h / 6);
  const side = `M1 ${lid}v${h - 2 * lid}c0 ${lid * 1.3} ${w - 2} ${lid * 1.3} ${w - 2} 0v${-(h - 2 * lid)}`;
  return (
    <svg className={css.drum} width={w} height={h} aria-hidden="true">
      <path d={`${side}`} />
      <ellipse cx={w / 2} cy={lid} rx={w / 2 - 1} ry={lid - 1} />
    </svg>
  );
}
