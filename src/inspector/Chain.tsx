/** The chain of causes, down to what the visitor did, with the way to the moment of that. */
import type { Cause } from '../engine/causes.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';
import { Seek } from './Seek.tsx';

export function Chain({ causes }: { causes: readonly Cause[] }) {
  const { words, language, tellCauses } = useLook();
  const links = causes.flatMap((cause) =>
    tellCauses(language, [cause]).map((text) => ({
      text,
      atMs: 'by' in cause && cause.by >= 0 && 'atMs' in cause ? cause.atMs : null,
    })),
  );
  if (links.length === 0) return null;
  return (
    <section className={css.part} aria-label={words.request.why}>
      <h3>{words.request.why}</h3>
      <ol className={css.chain}>
        {links.map(({ text, atMs }) => (
          <li key={text} data-yours={atMs !== null}>
            {text} {atMs !== null && <Seek atMs={atMs} told />}
          </li>
        ))}
      </ol>
    </section>
  );
}
