/**
 * Pointing at moving requests. The canvas lets everything through, so the stage around it listens. Who does not point finds
 * the same requests in the log and in the stories of people.
 */
import { markAt } from './paint/markAt.ts';
import type { Marks } from './paint/marks.ts';

/** @param onPress gets the subject of the mark. Returns a function that ends it. */
export function listenToPointing(
  canvas: HTMLCanvasElement,
  marks: Marks,
  onPress: (subject: number) => void,
): () => void {
  const stage = canvas.parentElement?.parentElement ?? canvas;
  const pointedAt = (event: MouseEvent): number => {
    // What has a use of its own keeps it.
    if ((event.target as Element).closest('button, [role=menu]')) return -1;
    const { left, top } = canvas.getBoundingClientRect();
    return markAt(marks, event.clientX - left, event.clientY - top);
  };
  const press = (event: MouseEvent) => {
    const mark = pointedAt(event);
    if (mark >= 0) onPress(marks.subject[mark]);
  };
  const move = (event: MouseEvent) => {
    stage.style.cursor = pointedAt(event) < 0 ? '' : 'pointer';
  };
  stage.addEventListener('click', press);
  stage.addEventListener('pointermove', move);
  return () => {
    stage.style.cursor = '';
    stage.removeEventListener('click', press);
    stage.removeEventListener('pointermove', move);
  };
}
