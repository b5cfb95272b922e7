/** One run of a comparison: its name, and its stage, which shows what every stage shows. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { Why } from '../controls/Why.tsx';
import type { CompareWords } from '../i18n/compare/types.ts';
import { useWords, type Words, WordsProvider } from '../i18n/Words.tsx';
import type { Player } from '../player/createPlayer.ts';
import { InspectProvider, PlayerProvider } from '../player/hooks.ts';
import type { Subject } from '../player/subject.ts';
import { listenToPointing } from '../stage/pointing.ts';
import { type Pointing, Stage } from '../stage/Stage.tsx';
import css from './compare.module.css';
import { RunSign } from './RunSign.tsx';
import { type RunTitle, told } from './runNames.ts';

interface Props {
  words: CompareWords;
  player: Player;
  title: RunTitle;
  /** Which of the runs it is, from 0. */
  place: number;
  /** Looks at something in this run closely. */
  inspect(subject: Subject): void;
  followed: number;
  onFollow(user: number): void;
  theme: string;
  /** Null for what the others are compared with, and where it is one of two. */
  onRemove: (() => void) | null;
}

export function RunStage(props: Props) {
  const { words, player, title, place, followed, onFollow, theme, onRemove } = props;
  const { number, name } = title;
  const language = useWords();
  const room = useRef<HTMLElement>(null);
  const ofRun = useMemo(() => named(language, words, number), [language, words, number]);
  const latest = useRef(props.inspect);
  latest.current = props.inspect;
  const inspect = useCallback((subject: Subject) => latest.current(subject), []);
  const pointing = useCallback<Pointing>(
    (canvas, marks) => listenToPointing(canvas, marks, player, inspect),
    [player, inspect],
  );
  // A stage that is scrolled out of sight is not painted.
  useEffect(() => {
    if (room.current === null) return;
    const observer = new IntersectionObserver(([entry]) => player.setVisible(entry.isIntersecting));
    observer.observe(room.current);
    return () => observer.disconnect();
  }, [player]);
  return (
    <PlayerProvider value={player}>
      <InspectProvider value={inspect}>
        <WordsProvider value={ofRun}>
          <section ref={room} className={css.run} aria-label={words.run(told(title))}>
            <div className={css.runHead}>
              <RunSign words={words} title={title} place={place} />
              <h2>{name}</h2>
              <Why alone />
              <button
                type="button"
                className={`button ${css.small}`}
                aria-label={words.addServerTo({ number })}
                title={words.addServerTo({ number })}
                onClick={() => player.act({ do: 'add-server' })}
              >
                {words.addServer}
              </button>
              {onRemove && (
                <button
                  type="button"
                  className={`button ${css.small}`}
                  aria-label={words.remove({ number })}
                  title={words.remove({ number })}
                  onClick={onRemove}
                >
                  ✕
                </button>
              )}
            </div>
            <div className={css.stageRoom}>
              <Stage followed={followed} onFollow={onFollow} theme={theme} pointing={pointing} />
            </div>
          </section>
        </WordsProvider>
      </InspectProvider>
    </PlayerProvider>
  );
}

/** The words of the page, with the number of the run in the names of its parts, which are there several times. */
function named(language: Words, words: CompareWords, number: number): Words {
  return { ...language, partName: (part) => words.part({ number, part }) };
}
