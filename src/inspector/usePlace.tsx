/**
 * Where the visitor was on the page when a story was opened: the story is shown without losing it, and they come back to it.
 */
import { useEffect, useRef, useState } from 'react';

/** The side of the window at which a story stands while its own place is out of sight. */
type Side = 'left' | 'right';

interface Place {
  of: unknown;
  element: Element | null;
  /** The part of the page it was in, for when it is gone. */
  part: string;
  /** How far down the window it was. */
  topPx: number;
  /** How far the controls were scrolled, whose place the story takes. */
  controlsPx: number;
}

const controls = (): HTMLElement | null => document.getElementById('controls');

/** @param subject what was asked for; another one may be asked for from elsewhere */
export function usePlace(subject: unknown): { beside: Side | undefined; returnToPlace(): void } {
  const place = useRef<Place | null>(null);
  const [side, setSide] = useState<{ of: unknown; beside: Side | undefined }>({
    of: null,
    beside: undefined,
  });
  if (place.current?.of !== subject) {
    place.current = placeNow(subject, place.current);
    setSide({ of: subject, beside: sideFor(place.current.element) });
  }
  const { beside } = side;
  // As soon as its own place is in sight it stands there.
  useEffect(() => {
    const own = controls();
    if (beside === undefined || own === null) return;
    const observer = new IntersectionObserver(
      ([{ isIntersecting }]) => {
        if (isIntersecting) setSide((now) => ({ ...now, beside: undefined }));
      },
      { threshold: SEEN },
    );
    observer.observe(own);
    return () => observer.disconnect();
  }, [beside]);
  useEffect(() => {
    const was = place.current;
    return () => {
      const own = controls();
      if (own && was) own.scrollTop = was.controlsPx;
    };
  }, []);
  return {
    beside,
    returnToPlace() {
      const was = place.current;
      // What takes this one's place has to be there first.
      window.setTimeout(() => was && goTo(was));
    },
  };
}

function placeNow(of: unknown, before: Place | null): Place {
  const element = document.activeElement === document.body ? null : document.activeElement;
  const own = controls();
  // Whoever asks from within a story has their place from before it.
  if (before && own?.contains(element)) return { ...before, of };
  return {
    of,
    element,
    part: element?.closest('[id]')?.id ?? '',
    topPx: element?.getBoundingClientRect().top ?? Number.NaN,
    controlsPx: before?.controlsPx ?? own?.scrollTop ?? 0,
  };
}

function goTo({ element, part, topPx }: Place): void {
  const there = element?.isConnected ? element : null;
  const target = there ?? document.getElementById(part) ?? controls();
  if (!(target instanceof HTMLElement || target instanceof SVGElement)) return;
  if (there === null) target.focus();
  else {
    target.focus({ preventScroll: true });
    window.scrollBy({ top: target.getBoundingClientRect().top - topPx, behavior: 'instant' });
  }
}

/** Of its own place so much must be in sight. */
const SEEN = 0.4;
/** Narrower pages have the story among the rest, and scroll to it. */
const WIDE = '(min-width: 1000px)';

/** Opposite to what was pressed, where its own place is out of sight. */
function sideFor(element: Element | null): Side | undefined {
  const own = controls()?.getBoundingClientRect();
  if (own === undefined || element === null || !window.matchMedia(WIDE).matches) return undefined;
  const seenPx = Math.min(own.bottom, window.innerHeight) - Math.max(own.top, 0);
  if (seenPx >= SEEN * own.height) return undefined;
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2 > window.innerWidth / 2 ? 'left' : 'right';
}
