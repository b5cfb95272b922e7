/** The chain of causes, down to what the visitor did. Each leads to the moment when it happened. */
import { isYours } from '../player/names.ts';
import { causeTimes } from '../story/causeTimes.ts';
import type { RequestStory } from '../story/requestStory.ts';
import css from './inspector.module.css';
import { useLook } from './look.tsx';
import { Seek } from './Seek.tsx';
import { Yours } from './Yours.tsx';

export function Chain({ story }: { story: RequestStory }) {
  const { words, language, tellCauses } = useLook();
  const { causes, decidedMs } = story;
  const times = causeTimes(story);
  const links = causes.flatMap((cause, i) =>
    tellCauses(language, [cause]).map((text) => ({
      text,
      atMs: times[i],
      by: 'by' in cause ? cause.by : -1,
    })),
  );
  if (links.length === 0) return null;
  return (
    <section className={css.part} aria-label={words.request.why}>
      <h3>{words.request.why}</h3>
      <ol className={css.events}>
        {links.map(({ text, atMs, by }) => (
          <li key={text} data-yours={isYours(language, by)}>
            <Seek atMs={atMs} faint={atMs === decidedMs} />
            <div>
              <div data-what>{text}</div>
              <Yours by={by} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
