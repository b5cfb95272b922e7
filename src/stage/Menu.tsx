/**
 * A button that opens a short list of things to do: arrow keys move, Escape and a click elsewhere close,
 * and focus returns to the button.
 */
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Messages } from '../i18n/types.ts';
import { placeMenu } from './menuPlace.ts';
import css from './stage.module.css';

export interface MenuItem {
  id: string;
  label: string;
  help: string;
  /** What it does; an item with `items` opens them instead. */
  run?(): void;
  items?: MenuItem[];
}

/** The way to the story of whatever the menu is of. */
export const closerItem = ({ why }: Messages, run: () => void): MenuItem => ({
  id: 'closer',
  label: why.closer,
  help: why.closerHelp,
  run,
});

interface Props {
  label: string;
  items: MenuItem[];
  children: ReactNode;
  className?: string | undefined;
}

export function Menu({ label, items, children, className }: Props) {
  const [open, setOpen] = useState(false);
  /** The item whose own items are shown, if any. */
  const [inside, setInside] = useState<string | null>(null);
  const shown = items.find((item) => item.id === inside)?.items ?? items;
  const root = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: other items than before have another size
  useLayoutEffect(() => {
    if (!open) {
      setInside(null);
      return;
    }
    const place = () => menu.current !== null && putBeside(menu.current);
    place();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  }, [open, inside]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items than before, so the first is focused
  useEffect(() => {
    if (open) root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open, inside]);
  useEffect(() => {
    if (!open) return;
    const away = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const all = [...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[to % all.length].focus();
    else if (event.key === 'Escape' || (event.key === 'ArrowLeft' && inside !== null)) {
      if (inside === null) close();
      else setInside(null);
    } else if (event.key === 'Tab') setOpen(false);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach the menu through its items
    <span ref={root} className={css.menuRoot} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className={className ?? css.menuButton}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div ref={menu} id={id} role="menu" aria-label={label} className={css.menu}>
          {shown.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              className={css.menuItem}
              aria-haspopup={item.items && 'menu'}
              onClick={() => {
                if (item.items) {
                  setInside(item.id);
                  return;
                }
                close();
                item.run?.();
              }}
            >
              {item.label}
              <small>{item.help}</small>
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

/** Puts a menu beside what it is about, that is the part of the stage it belongs to, or else its button. */
function putBeside(menu: HTMLElement): void {
  const root = menu.parentElement as HTMLElement;
  const about = root.closest('[data-about]');
  // What lies over the foot of the page is known to the style.
  const foot = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0;
  const room = { left: 4, top: 4, right: innerWidth - 4, bottom: innerHeight - foot - 4 };
  menu.style.maxHeight = '';
  const size = menu.getBoundingClientRect();
  const { left, top, maxHeight } = placeMenu(
    (about ?? root).getBoundingClientRect(),
    size,
    room,
    about !== null,
  );
  Object.assign(menu.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` });
}
