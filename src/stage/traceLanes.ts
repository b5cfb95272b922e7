/** Which lanes a request went along, and which would have led to the record that it needed. */
import { isStore, nodeAt } from '../engine/state/sessions.ts';
import type { AnswerNotice } from '../player/describe.ts';
import type { StageLayout } from './layout.ts';

export interface TraceLanes {
  /** From who asked to where the session was looked for. */
  went: number[];
  /** To where it is. */
  isThere: number[];
}

export function traceLanes(
  { people, crowd, crowdLane, servers }: StageLayout,
  asked: AnswerNotice,
): TraceLanes {
  const copied = asked.causes.find((c) => c.code === 'cookie-copied');
  const user = copied?.user ?? asked.user;
  const placed = servers.find((p) => p.server === asked.server);
  const laneTo = (place: number): number | undefined =>
    isStore(place) ? placed?.storeLanes[nodeAt(place)] : servers.find((p) => p.server === place)?.lane;
  const person = user >= 0 && user < people.length ? user : crowd ? crowdLane : undefined;
  const lookedIn = asked.causes.find((c) => c.code === 'looked-in')?.place;
  const kept = asked.causes.find((c) => c.code === 'record-elsewhere' || c.code === 'record-newer');
  const went = [
    person,
    placed?.lane,
    lookedIn !== undefined && isStore(lookedIn) ? laneTo(lookedIn) : undefined,
  ];
  const isThere = [kept && 'place' in kept ? laneTo(kept.place) : undefined];
  const drawn = (lane: number | undefined) => lane !== undefined;
  return { went: went.filter(drawn), isThere: isThere.filter(drawn) };
}
