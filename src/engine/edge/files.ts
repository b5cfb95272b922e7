/** The files that a page needs: asked for all at once, as a browser does, when the page has arrived. */
import { uniform } from '../random/streams.ts';
import type { Sim } from '../sim.ts';
import { RequestKind } from '../state/requests.ts';
import { NONE } from '../state/table.ts';
import { makeRequest, setOut } from '../travel.ts';
import { fileAt } from './objects.ts';

/** Room for the files of one page among the draws of a person. */
const MOST_FILES = 64;

/** A page has arrived at a person, or at a passing visitor (`user` is NONE), whose number is `visitor`. */
export function askForFiles(sim: Sim, user: number, visitor: number): void {
  const { world, streams } = sim;
  const { files } = sim.scenario;
  const isPerson = user !== NONE;
  const who = isPerson ? user : visitor;
  const first = isPerson ? world.users.sent[user] * MOST_FILES : 0;
  const which = isPerson ? streams.file : streams.visitorFile;
  const service = isPerson ? streams.fileService : streams.visitorFileService;
  for (let i = 0; i < files.perPage; i++) {
    const r = makeRequest(sim, user, RequestKind.file);
    world.requests.luck[r] = uniform(service, who, first + i);
    world.requests.visitor[r] = visitor;
    world.requests.object[r] = fileAt(sim.popularity, files, uniform(which, who, first + i));
    setOut(sim, r);
  }
}
