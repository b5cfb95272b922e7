/** What a layout is made of: boxes, places, and the arithmetic that every stage shares. */
import type { Curve } from './paint/lanes.ts';

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Point {
  x: number;
  y: number;
}

/** What there is to place. */
export interface Cast {
  people: number;
  /** Is there a crowd beside the named people, or are there passing visitors? */
  crowd: boolean;
  /** Indexes of the servers that are not gone. */
  servers: number[];
  /** Workers of each of these servers. */
  workers: number[];
  /** Is there a CDN? */
  cdn: boolean;
  /** Do servers send each other copies? */
  copies: boolean;
  /** Nodes of the store, in the order in which they are drawn. */
  stores: number[];
}

/** How much a server's card has room for. */
export type CardSize = 'full' | 'small' | 'tiny';

export interface ServerPlace {
  server: number;
  box: Box;
  /** Where requests being worked on are drawn, worker by worker. */
  docks: Point[];
  /** The first place of the queue, and the step from one place to the next. */
  queue: Point;
  queueStep: Point;
  /** Lane from the balancer, and the lanes to the nodes of the store, by node. */
  lane: number;
  storeLanes: number[];
}

export interface StorePlace {
  node: number;
  box: Box;
}

export interface StageLayout {
  wide: boolean;
  /** Is there room for large faces? */
  roomy: boolean;
  /** Is so little room that everything is as small as it can be read? */
  snug: boolean;
  widthPx: number;
  heightPx: number;
  people: Box[];
  crowd: Box | null;
  balancer: Box;
  /** The CDN, across the lanes of the people. */
  cdn: Box | null;
  cardSize: CardSize;
  servers: ServerPlace[];
  /** Servers that there is no room for. */
  hidden: number;
  /** Columns of server cards. */
  columns: number;
  /** The room for the whole store, and the places of its nodes in it. */
  store: Box;
  stores: StorePlace[];
  /** Person lanes first, by index, then the crowd's, then each server's. */
  curves: Curve[];
  crowdLane: number;
  /** Lanes between servers, by the lower and the higher index; empty where no copies are sent. */
  copyLanes: number[][];
  /** Is there little height for each person, or only enough for the name? */
  dense: boolean;
  namesOnly: boolean;
  /** Radius of a request. */
  markPx: number;
}

/** Workers drawn one by one; more are told as a number. */
const MOST_DOCKS = 6;
/** Between the nodes of the store. */
export const STORE_GAP_PX = 8;

/** Places of workers around a point, as far as they are drawn one by one. */
export function dockPoints(workers: number, middle: Point, step: Point): Point[] {
  const count = Math.min(workers, MOST_DOCKS);
  return list(count, (i) => ({
    x: middle.x + (i - (count - 1) / 2) * step.x,
    y: middle.y + (i - (count - 1) / 2) * step.y,
  }));
}

/** The i-th of n places spread evenly over a length, keeping `inset` from its ends. */
export function spread(from: number, length: number, n: number, i: number, inset: number): number {
  const room = length - 2 * inset;
  return n <= 1 ? from + length / 2 : from + inset + (room * i) / (n - 1);
}

export function list<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
