/** When another page takes the place of what was pressed, the focus goes to the tab that says which one it is. */
import { useEffect, useRef } from 'react';

/** @param page which one is on the screen */
export function FocusKeeper({ page }: { page: string }) {
  const before = useRef(page);
  useEffect(() => {
    if (page !== before.current && document.activeElement === document.body)
      document.querySelector<HTMLElement>('header nav [aria-pressed="true"]')?.focus();
    before.current = page;
  }, [page]);
  return null;
}
