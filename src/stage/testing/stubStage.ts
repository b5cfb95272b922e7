/** A stage without a page: what its canvas shows, and what everything else on it is drawn from. */
import type { Player } from '../../player/createPlayer.ts';
import { castOf } from '../castOf.ts';
import { layoutIn, type Room } from '../layout.ts';
import { createLanes } from '../paint/lanes.ts';
import { createPainter } from '../paint/painter.ts';
import { type Colours, paintFrames } from '../paintFrames.ts';
import { createScene, mapScene } from '../scene.ts';
import { fakeCanvas } from './fakeCanvas.ts';

export interface StageLook {
  room: Room;
  /** Device px per CSS px. */
  dpr: number;
  colours: Colours;
  followed: number;
}

export interface StubStage {
  /** The pixels on the screen now, and the size of the picture. */
  picture(): { width: number; height: number; pixels: Uint8ClampedArray };
}

/** Shows a player as the page does: each frame is painted over the last one, and another cast is laid out anew. */
export function stubStage(player: Player, look: StageLook): StubStage {
  const canvas = fakeCanvas();
  const painter = createPainter(canvas as unknown as HTMLCanvasElement);
  const scene = createScene();
  let shown = '';
  let takeOff = () => {};
  const follow = () => {
    const { view, calm } = player.store.getState();
    const cast = castOf(view);
    const key = JSON.stringify([cast, calm]);
    if (key === shown) return;
    shown = key;
    takeOff();
    const { room, dpr, colours, followed } = look;
    const layout = layoutIn(room, cast);
    const map = mapScene(layout, createLanes(layout.curves));
    takeOff = player.onFrame(paintFrames(painter, scene, map, colours, dpr, { followed, calm }));
  };
  follow();
  player.store.subscribe(follow);
  return { picture: () => ({ width: canvas.width, height: canvas.height, pixels: canvas.screen }) };
}
