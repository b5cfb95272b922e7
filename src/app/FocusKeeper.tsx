/** When another page takes the place of what was pressed, the focus goes to the tab that says which one it is. */
import { useEffect, useRef } from 'react';

/** @param page which one is on the screen */
export function FocusKeeper({ page }: { page: string }) {
  const before = useRef(page);
  useEffect(() => {
    if (page === before.current) return;
    before.current = page;
    // Not before the key that led here has done all that it does, or it would press the tab.
    const timer = window.setTimeout(() => {
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('header nav [aria-pressed="true"]')?.focus();
    });
    return () => clearTimeout(timer);
  }, [page]);
  return null;
}
