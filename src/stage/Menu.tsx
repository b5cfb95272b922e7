/** A button that opens a short list of things to do; the list is fetched when it is opened for the first time. */
import { type ReactNode, useCallback, useId, useRef, useState } from 'react';
import type { Messages } from '../i18n/types.ts';
import { usePlayer } from '../player/hooks.ts';
import { loadOrTell } from '../player/loadOrTell.ts';
import { useLoaded } from '../player/useLoaded.tsx';
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

/** All of a frame is there from the beginning. */
const isFrame = import.meta.env.MODE === 'embed';

const loadList = async () => (await import('./MenuList.tsx')).MenuList;

export function Menu({ label, items, children, className }: Props) {
  const player = usePlayer();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const load = useCallback(() => (isFrame ? loadList() : loadOrTell(player, loadList)), [player]);
  const MenuList = useLoaded(load, open);
  return (
    <span className={css.menuRoot}>
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
      {open && MenuList && (
        <MenuList
          id={id}
          label={label}
          items={items}
          onClose={(back) => {
            setOpen(false);
            if (back) button.current?.focus();
          }}
        />
      )}
    </span>
  );
}
