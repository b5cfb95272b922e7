/** Opens what a link says was open, as far as it is there at the moment that the link leads to, and tells of the rest. */
import { spanOf } from '../charts/outcomes.ts';
import { showPart } from '../charts/zoom/showPart.ts';
import { serverName } from '../engine/state/servers.ts';
import type { World } from '../engine/state/world.ts';
import { type LinkWords, tellLink } from '../i18n/link/index.ts';
import { untilWall } from '../player/clock.ts';
import type { Player } from '../player/createPlayer.ts';
import type { LinkProblem } from '../player/link/link.ts';
import { parseOpened } from '../player/link/openedText.ts';
import { findSubject, type NamedSubject, SUBJECT_EXAMPLES } from '../player/link/subjectText.ts';
import type { Subject } from '../player/subject.ts';

/** Wall time that looking for a request may take: at the moment of the link it takes a few milliseconds. */
const PATIENCE_MS = 500;

const EXPECTED = {
  look: SUBJECT_EXAMPLES,
  show: 'charts, table~latency, settings~balancer, why~412',
  zoom: '8000~12000 (ms)',
};

export async function restoreOpened(
  player: Player,
  inspect: (subject: Subject) => void,
  query: URLSearchParams,
): Promise<LinkProblem[]> {
  const { look, open, zoom, wrong } = parseOpened(query);
  const problems = wrong.map(
    (part): LinkProblem => ({
      code: 'bad-value',
      ...part,
      expected: EXPECTED[part.name],
    }),
  );
  if (look === null && open.length === 0 && zoom === null) return problems;
  await arrival(player);
  const { timeline, store } = player;
  const tell = (name: string, words: (words: LinkWords) => string) =>
    problems.push({ code: 'told', name, words: tellLink(words) });
  if (look !== null) {
    const subject = findSubject(look, timeline, untilWall(PATIENCE_MS));
    if (subject === null) tell('look', missing(look, timeline.world));
    else inspect(subject);
  }
  if (zoom !== null) {
    const wholeMs = spanOf(timeline.frontierMs, timeline.run.interventions);
    if (zoom.toMs <= wholeMs) showPart(player, zoom, wholeMs);
    else tell('zoom', (words) => words.noPart({ from: zoom.fromMs, to: zoom.toMs }));
  }
  const { notices } = store.getState().view;
  const there = open.filter((part) => {
    const [word, number] = part.split('~');
    if (word !== 'why') return true;
    const isTold = notices.some((n) => n.what === 'answer' && n.serial === Number(number));
    if (!isTold) tell(part, (words) => words.noReasons({ number: Number(number) }));
    return isTold;
  });
  if (there.length > 0) store.setState((state) => ({ open: [...new Set([...state.open, ...there])] }));
  return problems;
}

function missing(subject: NamedSubject, { users, totals }: World): (words: LinkWords) => string {
  switch (subject.what) {
    case 'request':
      return (words) => words.noRequest({ number: subject.serial, at: subject.bornMs });
    case 'person':
      return (words) => words.noPerson({ number: subject.user + 1, of: users.length });
    case 'server':
      return (words) => words.noServer({ name: serverName(subject.server) });
    case 'session':
      return subject.serial > totals.sessionsMade + totals.emptySessionsMade
        ? (words) => words.noSession({ number: subject.serial })
        : (words) => words.otherSession({ number: subject.serial });
    case 'stretch':
      return (words) => words.noPart({ from: subject.fromMs, to: subject.toMs });
  }
}

/** Until the playhead is where it was sent to. */
function arrival({ store }: Player): Promise<void> {
  return new Promise((done) => {
    const isThere = () => {
      const { wantedMs, behind, playing } = store.getState();
      return wantedMs === null && (playing || !behind);
    };
    if (isThere()) return done();
    const stop = store.subscribe(() => {
      if (!isThere()) return;
      stop();
      done();
    });
  });
}
