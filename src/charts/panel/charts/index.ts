/** The charts over time, in the order of the page. */
import type { TimeChart } from '../chart.ts';
import { cost } from './cost.ts';
import { latency } from './latency.ts';
import { load } from './load.ts';
import { lost } from './lost.ts';
import { outcomes } from './outcomes.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { queue } from './queue.ts';

export const CHARTS: readonly TimeChart[] = [outcomes, latency, load, queue, places, people, lost, cost];
