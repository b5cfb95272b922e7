/** The passing visitors: when they come, and what they ask for. They come whether or not others are answered. */
import { schedule } from '../eventQueue.ts';
import { log } from '../math/portable.ts';
import { uniform } from '../random/streams.ts';
import { EventKind, type Sim } from '../sim.ts';
import { RequestKind } from '../state/requests.ts';
import { NONE } from '../state/table.ts';
import { sendRequest } from '../travel.ts';
import { SHAPES } from './index.ts';

/** A passing visitor asks for a page, and the next one sets out. */
export function visit(sim: Sim): void {
  const { world } = sim;
  world.arrivals++;
  scheduleVisitor(sim);
  sendRequest(sim, NONE, RequestKind.visit, uniform(sim.streams.visitorService, 0, world.visitors));
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
  const shape = SHAPES[visitors.shape];
  const expected = -log(uniform(sim.streams.arrival, 0, ++world.visitors));
  const fromMs = world.nowMs - shapeSinceMs;
  const atMs = shapeSinceMs + shape.nextMs(visitors, visitorsPerSecond, fromMs, expected, world.arrivals);
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
