/**
 * Pointing at moving requests, and at what stands over a refusal. Both let everything through, so the stage around them
 * listens. Who does not point finds the same requests by "Why?", in the log and in the stories of people.
 */
import type { Player } from '../player/createPlayer.ts';
import type { Subject } from '../player/subject.ts';
import { markAt } from './paint/markAt.ts';
import type { Marks } from './paint/marks.ts';

/** Presses lead to the story of the request. Returns a function that ends it. */
export function listenToPointing(
  canvas: HTMLCanvasElement,
  marks: Marks,
  player: Player,
  inspect: (subject: Subject) => void,
): () => void {
  const stage = canvas.parentElement?.parentElement ?? canvas;
  const pointedAt = (event: MouseEvent): Subject | null => {
    // What has a use of its own keeps it.
    if ((event.target as Element).closest('button, [role=menu]')) return null;
    const callout = stage.querySelector<HTMLElement>('[data-serial]');
    if (callout && isIn(callout.getBoundingClientRect(), event)) {
      const { serial, at } = callout.dataset;
      return { what: 'request', serial: Number(serial), nearMs: Number(at) };
    }
    const { left, top } = canvas.getBoundingClientRect();
    const mark = markAt(marks, event.clientX - left, event.clientY - top);
    if (mark < 0) return null;
    const { world } = player.timeline;
    return { what: 'request', serial: world.requests.serial[marks.subject[mark]], nearMs: world.nowMs };
  };
  const press = (event: MouseEvent) => {
    const subject = pointedAt(event);
    if (subject) inspect(subject);
  };
  const move = (event: MouseEvent) => {
    stage.style.cursor = pointedAt(event) ? 'pointer' : '';
  };
  stage.addEventListener('click', press);
  stage.addEventListener('pointermove', move);
  return () => {
    stage.style.cursor = '';
    stage.removeEventListener('click', press);
    stage.removeEventListener('pointermove', move);
  };
}

const isIn = ({ left, right, top, bottom }: DOMRect, { clientX: x, clientY: y }: MouseEvent): boolean =>
  x >= left && x < right && y >= top && y < bottom;
