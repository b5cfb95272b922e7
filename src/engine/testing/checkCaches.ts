/** The laws of caches: who was sent for something is on the way, and who waits for it is in line once. */
import { type Entries, Leader } from '../state/caches.ts';
import { RequestPhase } from '../state/requests.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';

type Claim = (holds: boolean, broken: string) => void;

const P = RequestPhase;

export function checkCaches(world: World, claim: Claim): void {
  const { requests: q, edge, pages } = world;
  const inLine = new Set<number>();
  const sent = new Set<number>();
  const check = (name: string, entries: Entries, phaseOf: (e: number) => number): void => {
    for (let e = 0; e < entries.length; e++) {
      const leader = entries.leader[e];
      claim(leader >= Leader.failed && leader < q.length, `${name} ${e} has a leader that can be`);
      if (leader >= 0) {
        sent.add(leader);
        claim(q.serial[leader] !== 0 && q.object[leader] !== NONE, `${name} ${e} has sent somebody for it`);
        claim(!inLine.has(leader), `who was sent for ${name} ${e} waits for nobody`);
      }
      let last = NONE;
      for (let r = entries.waitFirst[e]; r !== NONE && inLine.size <= q.used; r = q.next[r]) {
        claim(q.phase[r] === phaseOf(e) && !inLine.has(r), `who waits for ${name} ${e} is there, once`);
        claim(r !== leader, `who waits for ${name} ${e} was not sent for it`);
        if (phaseOf(e) === P.waitingForPage) claim(q.server[r] === e - 1, `waits where the page is: ${e}`);
        inLine.add(r);
        last = r;
      }
      claim(entries.waitLast[e] === last, `the end of the line for ${name} ${e}`);
      claim(entries.filledMs[e] <= world.nowMs, `${name} ${e} was filled before now`);
    }
  };
  check('file', edge, () => P.waitingAtEdge);
  check('page', pages, (e) => (e === 0 ? P.waitingAtBalancer : P.waitingForPage));
  for (let r = 0; r < q.length; r++) {
    const waits =
      q.phase[r] === P.waitingAtEdge || q.phase[r] === P.waitingAtBalancer || q.phase[r] === P.waitingForPage;
    if (q.serial[r] !== 0 && waits) {
      // Or it is about to be sent, since the one before it failed at this moment.
      const isNext = sent.has(r) && q.untilMs[r] === world.nowMs;
      claim(inLine.has(r) || isNext, `request ${q.serial[r]} waits in a line`);
    }
  }
}
