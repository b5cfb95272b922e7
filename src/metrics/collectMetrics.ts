import { createSimulation, type Run } from '../engine/simulation.ts';
import { createCollector } from './collector.ts';
import type { Metrics } from './metrics.ts';

/**
 * Runs a run to `untilMs` (simulated milliseconds) and returns its metrics. With `fromMs`, the time before
 * counts for nothing: queues fill up and people log in first.
 */
export function collectMetrics(run: Run, untilMs: number, fromMs = 0): Metrics {
  const simulation = createSimulation(run);
  if (fromMs > 0) simulation.runUntil(fromMs);
  const collector = createCollector(simulation);
  simulation.observe(collector.observer);
  simulation.runUntil(untilMs);
  return collector.read(simulation.world);
}
