/** How large an element is. */
import { type RefObject, useEffect, useState } from 'react';

interface Size {
  widthPx: number;
  heightPx: number;
}

/** Before it has been measured. */
const UNMEASURED: Size = { widthPx: 600, heightPx: 150 };

export function useSize(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(UNMEASURED);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setSize({ widthPx: element.clientWidth, heightPx: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
