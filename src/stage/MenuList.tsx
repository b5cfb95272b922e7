/**
 * What a menu's button opens: arrow keys move, Escape and a click elsewhere close, and it stands where what it is
 * about stays in sight.
 */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MenuItem } from './Menu.tsx';
import { placeMenu } from './menuPlace.ts';
import css from './stage.module.css';

interface Props {
  id: string;
  label: string;
  items: MenuItem[];
  /** @param back does the focus go back to the button? */
  onClose(back: boolean): void;
}

export function MenuList({ id, label, items, onClose }: Props) {
  /** The item whose own items are shown, if any. */
  const [inside, setInside] = useState<string | null>(null);
  const shown = items.find((item) => item.id === inside)?.items ?? items;
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other items than before have another size, and the first is focused
  useLayoutEffect(() => {
    const place = () => menu.current !== null && putBeside(menu.current);
    place();
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  }, [inside]);
  useEffect(() => {
    const away = (event: PointerEvent) => {
      if (!menu.current?.parentElement?.contains(event.target as Node)) close.current(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) all[to % all.length].focus();
    else if (event.key === 'Escape' || (event.key === 'ArrowLeft' && inside !== null)) {
      if (inside === null) onClose(true);
      else setInside(null);
    } else if (event.key === 'Tab') onClose(false);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={menu} id={id} role="menu" aria-label={label} className={css.menu} onKeyDown={onKeyDown}>
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
            onClose(true);
            item.run?.();
          }}
        >
          {item.label}
          <small>{item.help}</small>
        </button>
      ))}
    </div>
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
  const button = (root.firstElementChild ?? root).getBoundingClientRect();
  const { left, top, maxHeight } = placeMenu(
    about?.getBoundingClientRect() ?? button,
    size,
    room,
    about !== null,
    button,
  );
  Object.assign(menu.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` });
}
