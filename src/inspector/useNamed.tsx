/** Lets the link to the page say what is looked at, in a way that holds whenever the run is played again. */
import { useEffect, useMemo, useRef } from 'react';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { formatSubject, madeOf, type NamedSubject } from '../player/link/subjectText.ts';
import type { Subject } from '../player/subject.ts';
import { useSlices } from '../player/useSlices.tsx';
import { birthOf } from '../story/requestStory.ts';
import { sessionOf } from '../story/sessionStory.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** @param followed who was followed before: following whom a story is about belongs to the story */
export function useNamed(subject: Subject, followed: number): void {
  const { store, timeline } = usePlayer();
  const run = usePlayerState((s) => s.run);
  const named = useRef<{ of: Subject; text: string } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: in a run that was changed, it may be there no more
  const birth = useMemo(
    () => (subject.what === 'request' ? birthOf(timeline, subject.serial, subject.nearMs) : null),
    [subject, timeline, run],
  );
  const { done } = useSlices(birth);
  const isFound = birth === null || done;
  // biome-ignore lint/correctness/useExhaustiveDependencies: in a run that was changed, it may be there no more
  useEffect(() => {
    if (!isFound) return;
    const first = named.current?.of === subject ? named.current.text : null;
    // Whose session it was stays the same, and only requests have a number that another one may get.
    const text =
      subject.what === 'request' || first === null ? nameOf(subject, timeline, birth?.bornMs ?? null) : first;
    if (first === null) named.current = { of: subject, text };
    const isThere = text !== '' && (first === null || first === text);
    store.setState({ closer: isThere ? { subject: text, followed } : null });
  }, [store, subject, followed, timeline, run, birth, isFound]);
  useEffect(() => () => store.setState({ closer: null }), [store]);
}

/** Empty for what is not there. */
function nameOf(subject: Subject, timeline: Timeline, bornMs: number | null): string {
  const name = namedIn(subject, timeline, bornMs);
  return name === null ? '' : formatSubject(name);
}

/** @param bornMs of a request */
function namedIn(subject: Subject, timeline: Timeline, bornMs: number | null): NamedSubject | null {
  switch (subject.what) {
    case 'request':
      return bornMs === null ? null : { what: 'request', serial: subject.serial, bornMs: Math.floor(bornMs) };
    case 'session': {
      const serial =
        'serial' in subject ? subject.serial : sessionOf(timeline.world, subject.user, subject.place);
      const made = serial === null ? null : madeOf(timeline.world, serial);
      return serial === null ? null : { what: 'session', serial, ...(made && { made }) };
    }
    default:
      return subject;
  }
}
