/**
 * Where the story lies below the stage: whoever went to a moment from it is shown the stage, and this bar, which leads on
 * to the moments beside that one and back to the story.
 */
import { useEffect } from 'react';
import css from './inspector.module.css';
import { useLook } from './look.tsx';

interface Props {
  /** What was pressed in the story. */
  from: HTMLElement;
  onBack(): void;
  /** It has come into sight again by itself. */
  onInSight(): void;
}

export function Walk({ from, onBack, onInSight }: Props) {
  const { words } = useLook();
  useReturn(from, onInSight);
  const what = from.closest('li')?.querySelector<HTMLElement>('[data-what]') ?? from;
  const all = [...(from.closest('ol, ul')?.querySelectorAll<HTMLElement>(`.${css.seek}`) ?? [])];
  const at = all.indexOf(from);
  const step = (by: number, name: string, sign: string) => (
    <button
      type="button"
      className={`button ${css.button}`}
      aria-label={name}
      aria-disabled={all[at + by] === undefined}
      onClick={() => all[at + by]?.click()}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <section className={css.walk} aria-label={words.walk.label}>
      <p>
        <b>{at < 0 ? '' : from.textContent}</b> {what.dataset.told ?? what.innerText.replace(/\n+/g, ' · ')}
      </p>
      {all.length > 1 && step(-1, words.walk.previous, '‹')}
      {all.length > 1 && step(1, words.walk.next, '›')}
      <button type="button" className={`button ${css.button}`} onClick={onBack}>
        {words.walk.back}
      </button>
    </section>
  );
}

/** Tells when an element is in sight again after it was out of it. */
function useReturn(element: HTMLElement, onReturn: () => void): void {
  useEffect(() => {
    let wasOut = false;
    const observer = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) wasOut = true;
      else if (wasOut) onReturn();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, onReturn]);
}

/**
 * Brings the stage into sight when it is not. Returns whether it had to.
 * @param gently lets the page glide there
 */
export function showStage(gently: boolean): boolean {
  const stage = document.querySelector('main')?.lastElementChild;
  if (!stage) return false;
  const { top, bottom } = stage.getBoundingClientRect();
  // What is scrolled to stays clear of what lies over the page's lower end.
  const covered = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0;
  const roomPx = window.innerHeight - covered;
  const seenPx = Math.min(bottom, roomPx) - Math.max(top, 0);
  if (seenPx > 0.8 * Math.min(bottom - top, roomPx)) return false;
  stage.scrollIntoView({ block: 'start', behavior: gently ? 'smooth' : 'auto' });
  return true;
}
