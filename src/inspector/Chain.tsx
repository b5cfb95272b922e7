/** The chain of causes, down to what the visitor did. Each leads to its moment, or else to that of the answer. */
import type { RequestStory } from '../story/requestStory.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';
import { Seek } from './Seek.tsx';

export function Chain({ story }: { story: RequestStory }) {
  const { words, language, tellCauses } = useLook();
  const { causes, decidedMs, bornMs } = story;
  const links = causes.flatMap((cause) =>
    tellCauses(language, [cause]).map((text) => ({
      text,
      atMs: 'atMs' in cause ? cause.atMs : (decidedMs ?? bornMs),
      isYours: 'by' in cause && cause.by >= 0,
    })),
  );
  if (links.length === 0) return null;
  return (
    <section className={css.part} aria-label={words.request.why}>
      <h3>{words.request.why}</h3>
      <ol className={css.events}>
        {links.map(({ text, atMs, isYours }) => (
          <li key={text} data-yours={isYours}>
            <Seek atMs={atMs} faint={atMs === decidedMs} />
            <div data-what>{text}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
