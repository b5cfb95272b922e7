import { expect, it } from 'vitest';
import { PART_OF_PHASE, PARTS } from './parts.ts';
import { REQUEST_PHASES } from './state/requests.ts';

it('gives every phase to one part', () => {
  const named = REQUEST_PHASES.map((phase, i) => `${phase} ${PARTS[PART_OF_PHASE[i]]}`);
  expect(named).toEqual([
    'toEdge client',
    'waitingAtEdge waiting',
    'toBalancer client',
    'waitingAtBalancer waiting',
    'toServer inside',
    'connecting waiting',
    'queued waiting',
    'readingStore store',
    'waitingForPage waiting',
    'serving work',
    'writingStore store',
    'spreading copies',
    'fromServer inside',
    'backToEdge client',
    'toUser client',
    'retrying waiting',
  ]);
});
