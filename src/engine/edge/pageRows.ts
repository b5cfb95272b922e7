/** Where the pages of the visitors are kept: row 0 is the balancer's, and then comes a row for each server. */
import { type Entries, Leader } from '../state/caches.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { addEntry, emptyEntry } from './entries.ts';

export const BALANCER_ROW = 0;

/** The row of a server, which is made when it is needed. */
export function rowOfServer(pages: Entries, server: number): number {
  while (pages.length <= server + 1) addEntry(pages);
  return server + 1;
}

/** The balancer's memory is gone, and nobody there brings a page or waits for one any more. */
export function forgetBalancerPage({ pages }: World): void {
  if (pages.length > 0) forgetRow(pages, BALANCER_ROW);
}

/** A server's memory is gone, and with it its page and all that went on for it. */
export function forgetPage({ pages }: World, server: number): void {
  if (server + 1 < pages.length) forgetRow(pages, server + 1);
}

function forgetRow(pages: Entries, e: number): void {
  emptyEntry(pages, e);
  pages.leader[e] = Leader.nobody;
  pages.waitFirst[e] = NONE;
  pages.waitLast[e] = NONE;
}
