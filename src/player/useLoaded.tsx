/** A part of the page that is fetched when it is wanted for the first time; null until it is there. */
import { useEffect, useState } from 'react';

export function useLoaded<Part>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    if (!wanted || part !== null) return;
    let current = true;
    load().then(
      (loaded) => current && setPart(() => loaded),
      () => {}, // it cannot be fetched now: the page goes on without it
    );
    return () => {
      current = false;
    };
  }, [load, wanted, part]);
  return part;
}
