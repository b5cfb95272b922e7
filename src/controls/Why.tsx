/** Beside the sentence on what is going on: the way to the story of what it speaks of. */
import type { Cause } from '../engine/causes.ts';
import { useWords } from '../i18n/Words.tsx';
import type { AnswerNotice } from '../player/describe.ts';
import { useInspect, usePlayer, usePlayerState } from '../player/hooks.ts';
import { type Situation, situationOf } from '../player/situation.ts';
import type { Subject } from '../player/subject.ts';
import type { MomentView } from '../player/view.ts';
import { type Outcome, outcomeOf } from '../timeline/history.ts';
import { lastAnswer } from '../timeline/lastAnswer.ts';
import type { Timeline } from '../timeline/timeline.ts';
import css from './controls.module.css';

/** What needs a sentence to be asked about: nobody suffers from it. */
const UNSEEN: readonly Situation['is'][] = ['unnoticed', 'server-out', 'waiting', 'cut'];

/** @param alone there is no sentence beside it */
export function Why({ alone = false }: { alone?: boolean }) {
  const { t, partName } = useWords();
  const inspect = useInspect();
  const { timeline } = usePlayer();
  const view = usePlayerState((s) => s.view);
  const situation = situationOf(view);
  const asked = alone && UNSEEN.includes(situation.is) ? sufferingIn(view) : situation;
  const subject = subjectBehind(asked, view, timeline);
  if (subject === null || inspect === null) return null;
  return (
    <button
      type="button"
      className={css.why}
      aria-label={partName(t.why.chain)}
      onClick={() => inspect(subject)}
    >
      {t.why.chain}
    </button>
  );
}

function sufferingIn({ numbers: { failed, refused } }: MomentView): Situation {
  if (failed > 0) return { is: 'failing', count: failed };
  return refused > 0 ? { is: 'refusing', count: refused } : { is: 'fine' };
}

/**
 * What a situation is best told by: the last answer that makes it what it is or that suffered from it, the server or
 * the person it is about, or the second in which it began. Null where there is nothing to tell.
 */
export function subjectBehind(
  situation: Situation,
  view: MomentView,
  { recent, world }: Pick<Timeline, 'recent' | 'world'>,
): Subject | null {
  /** The last one that was settled, which the stage explains; the numbers count it a moment later, when it arrives. */
  const counted = (outcome: Outcome): Subject | null => {
    const settled = told(view, ({ status }) => outcomeOf(status) === outcome);
    if (settled !== null) return settled;
    const answer = lastAnswer(recent, view.nowMs, outcome);
    return answer && { what: 'request', serial: answer.serial, nearMs: answer.bornMs };
  };
  switch (situation.is) {
    case 'fine':
      return null;
    case 'refusing':
      return counted('refused');
    case 'failing':
      return counted('failed');
    case 'stale':
    case 'others-page':
    case 'impostor':
      return told(view, ({ status }) => status < 400);
    case 'waiting':
      return longestWaiting(view);
    case 'unnoticed':
    case 'server-out':
      return { what: 'server', server: situation.server };
    case 'no-server':
    case 'no-rotation':
      return failedFor(view, 'server-state') ?? lastToGo(view);
    case 'no-balancer':
      return failedFor(view, 'balancer-down') ?? secondOf(world.balancers.sinceMs);
    case 'store-down':
    case 'store-fails-over':
      return (
        failedFor(view, 'store-down', 'store-refuses', 'network-cut') ?? secondOf(storeLostMs(view, world))
      );
    case 'cut':
      return secondOf(world.zones.sinceMs);
  }
}

function told({ notices, nowMs }: MomentView, matches: (answer: AnswerNotice) => boolean): Subject | null {
  const answer = notices.findLast(
    (n): n is AnswerNotice => n.what === 'answer' && n.atMs <= nowMs && matches(n),
  );
  return answer === undefined ? null : { what: 'request', serial: answer.serial, nearMs: answer.atMs };
}

/** The last answer that failed because of that. */
function failedFor(view: MomentView, ...codes: readonly Cause['code'][]): Subject | null {
  return told(view, ({ status, causes }) => status > 401 && causes.some(({ code }) => codes.includes(code)));
}

function longestWaiting({ people }: MomentView): Subject | null {
  const first = people.reduce((a, b) => (b.waitingMs > a.waitingMs ? b : a), people[0]);
  return first === undefined ? null : { what: 'person', user: first.index };
}

function lastToGo({ servers }: MomentView): Subject | null {
  const last = servers.reduce((a, b) => (b.sinceMs > a.sinceMs ? b : a), servers[0]);
  return last === undefined ? null : { what: 'server', server: last.index };
}

/** When the store came to be out of reach: a node of it died, or the network was cut. */
function storeLostMs({ store }: MomentView, { zones }: Timeline['world']): number {
  return Math.max(zones.sinceMs, ...store.nodes.filter(({ up }) => !up).map(({ sinceMs }) => sinceMs));
}

/** The story of the second that something happened in; its end belongs to it. */
function secondOf(ms: number): Subject {
  const toMs = Math.max(1000, Math.ceil(ms / 1000) * 1000);
  return { what: 'stretch', fromMs: toMs - 1000, toMs };
}
