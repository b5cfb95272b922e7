import { describe, expect, it } from 'vitest';
import type { Cause } from '../engine/causes.ts';
import { placeOfNode } from '../engine/state/sessions.ts';
import type { AnswerNotice } from '../player/describe.ts';
import { layoutIn } from './layout.ts';
import { traceLanes } from './traceLanes.ts';

const layout = layoutIn(
  { widthPx: 1000, heightPx: 600, given: false },
  {
    people: 8,
    crowd: true,
    servers: [0, 1, 2],
    workers: [2, 2, 2],
    cdn: false,
    copies: false,
    stores: [0, 1],
  },
);
const laneTo = (server: number) => layout.servers[server].lane;
const notice = (user: number, server: number, ...causes: Cause[]): AnswerNotice => ({
  what: 'answer',
  atMs: 1000,
  number: 1,
  stores: 2,
  user,
  kind: 0,
  server,
  status: 401,
  serial: 1,
  causes,
});

describe('the way of a request that is looked at', () => {
  it('leads to the server that refused it, and tells apart where the record is', () => {
    const refused = notice(
      5,
      1,
      { code: 'looked-in', place: 1, found: false },
      { code: 'record-elsewhere', place: 2 },
    );
    expect(traceLanes(layout, refused)).toEqual({ went: [5, laneTo(1)], isThere: [laneTo(2)] });
  });

  it('leads on to the node of the store that was asked, and from there to the one that has the record', () => {
    const [first, second] = layout.servers[0].storeLanes;
    const refused = notice(
      5,
      0,
      { code: 'looked-in', place: placeOfNode(1), found: false },
      { code: 'record-elsewhere', place: placeOfNode(0) },
    );
    expect(traceLanes(layout, refused)).toEqual({ went: [5, laneTo(0), second], isThere: [first] });
  });

  it('begins at the owner of a copied cookie, or in the crowd', () => {
    const copied = notice(-1, 0, { code: 'cookie-copied', user: 3, atMs: 900, by: 0 });
    expect(traceLanes(layout, copied).went[0]).toBe(3);
    expect(traceLanes(layout, notice(40, 0)).went[0]).toBe(layout.crowdLane);
    expect(traceLanes(layout, notice(-1, 0)).went[0]).toBe(layout.crowdLane);
  });

  it('ends at the balancer when no server was reached, and leaves out what is not on the stage', () => {
    expect(traceLanes(layout, notice(0, -1))).toEqual({ went: [0], isThere: [] });
    expect(traceLanes(layout, notice(0, 9, { code: 'record-elsewhere', place: 8 }))).toEqual({
      went: [0],
      isThere: [],
    });
  });
});
