/** The passing visitors: when they come, and what they ask for. They come whether or not others are answered. */
import { schedule } from '../eventQueue.ts';
import { log } from '../math/portable.ts';
import { uniform } from '../random/streams.ts';
import { EventKind, type Sim } from '../sim.ts';
import { RequestKind } from '../state/requests.ts';
import { freeRow, NONE } from '../state/table.ts';
import { makeRequest, setOut } from '../travel.ts';
import { startPatience } from './patience.ts';
import { atRate } from './pieces.ts';
import { shapeOf } from './shapeOf.ts';

/** A passing visitor asks for a page, and the next one sets out. */
export function visit(sim: Sim): void {
  const { world } = sim;
  world.arrivals++;
  scheduleVisitor(sim);
  askForPage(sim, world.visitors, 0);
}

/** A passing visitor whose pause after a failure is over asks again. */
export function visitAgain(sim: Sim, row: number): void {
  const { returning, totals } = sim.world;
  const visitor = returning.visitor[row];
  const tries = returning.tries[row];
  freeRow(returning, row);
  totals.retries++;
  askForPage(sim, visitor, tries);
}

function askForPage(sim: Sim, visitor: number, tries: number): void {
  const { requests } = sim.world;
  const r = makeRequest(sim, NONE, RequestKind.visit);
  requests.luck[r] = uniform(sim.streams.visitorService, tries, visitor);
  requests.visitor[r] = visitor;
  requests.tries[r] = tries;
  startPatience(sim, r);
  setOut(sim, r);
}

/**
 * Sets the time of the next visitor, as if nothing had been set: a Poisson stream remembers nothing, so it may be
 * drawn anew at any time, and has to be when the rate changes.
 */
export function scheduleVisitor(sim: Sim): void {
  const { world } = sim;
  const { visitors } = sim.scenario;
  const { visitorsPerSecond, shapeSinceMs } = world.settings;
  if (visitorsPerSecond <= 0 && visitors.shape === 'constant') {
    world.visitorEvent = 0;
    return;
  }
  const expected = -log(uniform(sim.streams.arrival, 0, ++world.visitors));
  const fromMs = world.nowMs - shapeSinceMs;
  // Nearly all traffic is constant; asking the shape costs an object for each number.
  const nextMs =
    visitors.shape === 'constant'
      ? atRate(visitorsPerSecond, fromMs, expected)
      : shapeOf(visitors.shape).nextMs(visitors, visitorsPerSecond, fromMs, expected, world.arrivals);
  const atMs = shapeSinceMs + nextMs;
  world.visitorEvent =
    atMs < Number.POSITIVE_INFINITY ? schedule(world.queue, atMs, EventKind.visitor, 0) : 0;
}

/** The shape holds from now on. */
export function beginShape(sim: Sim): void {
  const { world } = sim;
  world.settings.shapeSinceMs = world.nowMs;
  world.arrivals = 0;
  scheduleVisitor(sim);
}
