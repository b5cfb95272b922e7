/** Runs a scenario document from its start to its end, collecting metrics and, if wanted, a trace. */
import '../engine/allRules.ts';
import { createSimulation, type Simulation } from '../engine/simulation.ts';
import { createCollector } from '../metrics/collector.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ScenarioDocument } from '../scenarios/parseScenario.ts';
import { observeBoth } from './observeBoth.ts';
import { createTracer, firstLines } from './trace.ts';
import type { TraceFile } from './traceFile.ts';

/** Events between two visits to the disk; they leave some thousand lines. */
const EVENTS_PER_SLICE = 2000;

/** The metrics of the time after `fromMs`. Rejects when the trace cannot be written. */
export async function simulate(
  document: ScenarioDocument,
  fromMs: number,
  trace: TraceFile | null,
): Promise<Metrics> {
  const simulation = createSimulation(document.run);
  const tracer = trace === null ? {} : createTracer(document, trace.add);
  if (trace !== null) for (const line of firstLines(document, simulation.world)) trace.add(line);
  if (fromMs > 0) {
    simulation.observe(tracer);
    await run(simulation, fromMs, trace);
  }
  const collector = createCollector(simulation);
  simulation.observe(observeBoth(collector.observer, tracer));
  await run(simulation, document.run.untilMs, trace);
  return collector.read(simulation.world);
}

async function run(simulation: Simulation, untilMs: number, trace: TraceFile | null): Promise<void> {
  while (!simulation.runSlice(untilMs, EVENTS_PER_SLICE)) await trace?.flush();
  await trace?.flush();
}
