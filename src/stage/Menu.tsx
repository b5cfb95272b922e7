/** A button that opens a short list of things to do; the list is fetched when one comes near the button. */
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
  const [near, setNear] = useState(false);
  /** How often the list was asked for in vain: each time it is tried again, and then it is said if that fails. */
  const [asked, setAsked] = useState(0);
  const load = useCallback(
    () => (isFrame || asked === 0 ? loadList() : loadOrTell(player, loadList)),
    [player, asked],
  );
  const MenuList = useLoaded(load, near || open);
  const shown = open && MenuList !== null;
  const comeNear = () => setNear(true);
  return (
    <span className={css.menuRoot}>
      <button
        ref={button}
        type="button"
        className={className ?? css.menuButton}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        onFocus={comeNear}
        onPointerEnter={comeNear}
        onClick={() => {
          if (MenuList === null) setAsked(asked + 1);
          setOpen(!shown);
        }}
      >
        {children}
      </button>
      {shown && (
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
