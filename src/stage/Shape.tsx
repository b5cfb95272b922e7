/** The shape of a person, as a small picture beside a name or on a shelf. */
import { shapePath } from './paint/shapes.ts';
import { personColour, personShape } from './scene.ts';
import css from './stage.module.css';

export function PersonShape({ user, sizePx, hollow }: { user: number; sizePx: number; hollow?: boolean }) {
  const colour = `var(--ink-${personColour(user)})`;
  return (
    <svg className={css.shape} width={sizePx} height={sizePx} viewBox="-10 -10 20 20" aria-hidden="true">
      <path
        d={shapePath(personShape(user), hollow ? 6.6 : 7.6)}
        style={hollow ? { fill: 'none', stroke: colour, strokeWidth: 2.4 } : { fill: colour }}
      />
    </svg>
  );
}
