/** Where the time of a request goes: every phase belongs to one part of the way, so that the parts add up to the whole. */
import { RequestPhase } from './state/requests.ts';

export const PARTS = ['client', 'inside', 'waiting', 'store', 'copies', 'work'] as const;
/**
 * `client`: between the one who asks and the balancer, by the CDN or not. `inside`: between balancer and server.
 * `waiting`: for a worker, for what another request brings, for a silent server, for the next attempt. `store`: for
 * the session store. `copies`: telling the other servers. `work`: a worker computes.
 */
export type Part = (typeof PARTS)[number];

const PHASES: Record<Part, readonly RequestPhase[]> = {
  client: [RequestPhase.toEdge, RequestPhase.toBalancer, RequestPhase.backToEdge, RequestPhase.toUser],
  inside: [RequestPhase.toServer, RequestPhase.fromServer],
  waiting: [
    RequestPhase.waitingAtEdge,
    RequestPhase.waitingAtBalancer,
    RequestPhase.connecting,
    RequestPhase.retrying,
    RequestPhase.queued,
    RequestPhase.waitingForPage,
  ],
  store: [RequestPhase.readingStore, RequestPhase.writingStore],
  copies: [RequestPhase.spreading],
  work: [RequestPhase.serving],
};

/** The place in PARTS of each phase. */
export const PART_OF_PHASE: Uint8Array = partOfPhase();

function partOfPhase(): Uint8Array {
  const parts = new Uint8Array(Object.keys(RequestPhase).length);
  for (const [i, part] of PARTS.entries()) for (const phase of PHASES[part]) parts[phase] = i;
  return parts;
}
