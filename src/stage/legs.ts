/** Which piece of which lane a request travels along in a phase. Reads neither the page nor the moment. */
import { RequestPhase } from '../engine/state/requests.ts';
import type { SceneMap } from './scene.ts';

/** A piece of a lane, in fractions of its length; `to` is smaller than `from` on the way back. */
export interface Leg {
  lane: number;
  from: number;
  to: number;
}

export const createLeg = (): Leg => ({ lane: 0, from: 0, to: 0 });

/** The way of a copy of a session from one server to another; false where there is none to see. */
export function findCopyLeg(leg: Leg, { layout }: SceneMap, from: number, to: number): boolean {
  const lane = layout.copyLanes[Math.min(from, to)]?.[Math.max(from, to)];
  if (lane === undefined) return false;
  leg.lane = lane;
  leg.from = from < to ? 0 : 1;
  leg.to = 1 - leg.from;
  return true;
}

/** Writes the piece into `leg`; false for what has none, or what there is no room for on the stage. */
export function findLeg(
  leg: Leg,
  { layout, placeOf, edgeAt }: SceneMap,
  phase: number,
  user: number,
  server: number,
  byEdge: boolean,
): boolean {
  if (phase === RequestPhase.toServer || phase === RequestPhase.fromServer) {
    const place = placeOf[server];
    if (place === undefined) return false;
    leg.lane = place.lane;
    leg.from = phase === RequestPhase.toServer ? 0 : 1;
    leg.to = 1 - leg.from;
    return true;
  }
  leg.lane = user >= 0 && user < layout.people.length ? user : layout.crowdLane;
  if (leg.lane === layout.crowdLane && layout.crowd === null) return false;
  const near = byEdge ? edgeAt[leg.lane] : 0;
  switch (phase) {
    case RequestPhase.toEdge:
      leg.from = 0;
      leg.to = near;
      return true;
    case RequestPhase.toBalancer:
      leg.from = near;
      leg.to = 1;
      return true;
    case RequestPhase.backToEdge:
      leg.from = 1;
      leg.to = near;
      return true;
    case RequestPhase.toUser:
      leg.from = byEdge ? near : 1;
      leg.to = 0;
      return true;
    default:
      return false;
  }
}
