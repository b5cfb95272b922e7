/** The words of a lesson's step, and the way to the next and the previous one. */
import { useWords } from '../i18n/Words.tsx';
import type { Lesson, LessonWords } from '../lessons/lesson.ts';
import css from './controls.module.css';

interface Props {
  lesson: Lesson;
  words: LessonWords;
  /** Index of the step. */
  step: number;
  onStep(step: number): void;
  onAgain(): void;
  onLeave(): void;
  /** Lists all steps; a frame has no room for that. */
  outline?: boolean;
}

export function LessonPanel({ lesson, words, step, onStep, onAgain, onLeave, outline = true }: Props) {
  const { t } = useWords();
  const last = step === lesson.steps.length - 1;
  const { title, text } = words.steps[lesson.steps[step].id];

  return (
    <section className={css.lesson} aria-label={words.title}>
      <div className={css.lessonKeys}>
        <span className={css.help}>{t.lesson.step({ number: step + 1, of: lesson.steps.length })}</span>
        <button
          type="button"
          className={css.button}
          aria-disabled={step === 0}
          onClick={() => step > 0 && onStep(step - 1)}
        >
          {t.lesson.previous}
        </button>
        <button
          type="button"
          className={css.primary}
          aria-disabled={last}
          onClick={() => !last && onStep(step + 1)}
        >
          {t.lesson.next}
        </button>
      </div>
      <div aria-live="polite">
        <h2>{title}</h2>
        {text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <button type="button" className={css.quiet} onClick={onAgain}>
        {t.lesson.again}
      </button>
      <button type="button" className={css.quiet} onClick={onLeave}>
        {t.lesson.leave}
      </button>
      <p className={css.help} data-keys={!last}>
        {last ? t.lesson.done : t.lesson.keys}
      </p>
      {outline && (
        <ol className={css.steps}>
          {lesson.steps.map((s, i) => (
            <li key={s.id}>
              <button
                type="button"
                className={css.quiet}
                aria-current={i === step ? 'step' : undefined}
                onClick={() => onStep(i)}
              >
                {words.steps[s.id].title}
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
