import { abs, round } from "./math";
import type { Camera } from "./camera";
import { onCanvas } from "./canvas";
import { drawing, type Shot } from "./draw";
import { blank, penFor } from "./surface";

/** How far beyond the edges the picture is drawn, as a share of its width and height. */
const ROOM = 0.25;
/** How long a frame may draw ahead, in milliseconds. */
const AHEAD = 8;

/** A picture, as it is looked at, with room to its left and above it, and as much on the other sides. */
interface Sheet {
  pen: CanvasRenderingContext2D;
  camera: Camera;
  left: number;
  top: number;
  /** What is still to be drawn on it. */
  steps?: Generator<void, void>;
}

/**
 * A large picture that moves: what stands on the screen is moved with it, and while it is panned, the next sheet is drawn
 * beside, a little in every frame.
 */
export interface Slide {
  /** `seen` is how what stands on the canvas was looked at. */
  draw: (pen: CanvasRenderingContext2D, shot: Shot, seen: Camera) => void;
  forget: () => void;
}

export function slide(): Slide {
  let held: Sheet | null = null;
  let next: Sheet | null = null;

  const draw = (pen: CanvasRenderingContext2D, shot: Shot, seen: Camera) => {
    const { camera, width } = shot;
    const dots = pen.canvas.width / width;
    held ??= copied(pen, seen);
    const { left, top, camera: from } = held;
    if (camera.k !== seen.k) next = null;
    else if (camera.k !== from.k || abs(camera.x - from.x) >= left / 2 || abs(camera.y - from.y) >= top / 2) next ??= begun(shot, dots);
    const until = performance.now() + AHEAD;
    while (next && performance.now() < until) {
      const { done } = next.steps!.next();
      // Reading a dot makes the browser draw what it has only noted down, now and not all at once in the end.
      next.pen.getImageData(0, 0, 1, 1);
      if (done) [held, next] = [next, null];
    }
    lay(held, pen, camera, dots);
  };
  return { draw, forget: () => ([held, next] = [null, null]) };
}

function copied({ canvas }: CanvasRenderingContext2D, camera: Camera): Sheet {
  const pen = penFor(blank(canvas.width, canvas.height));
  pen.drawImage(canvas, 0, 0);
  return { pen, camera, left: 0, top: 0 };
}

/** A sheet on which nothing is drawn yet. */
function begun(shot: Shot, dots: number): Sheet {
  const { camera, width, height } = shot;
  const [left, top] = [round(width * ROOM), round(height * ROOM)];
  const [wide, high] = [width + 2 * left, height + 2 * top];
  const pen = blank(round(wide * dots), round(high * dots)).getContext("2d", { willReadFrequently: true })!;
  pen.scale(dots, dots);
  const inside = { ...camera, x: camera.x + left, y: camera.y + top };
  return { pen, camera, left, top, steps: drawing(onCanvas(pen), { ...shot, camera: inside, width: wide, height: high }) };
}

/** Lays a sheet where the camera is; on whole dots nothing has to be blurred. */
function lay({ pen: { canvas }, camera: from, left, top }: Sheet, pen: CanvasRenderingContext2D, to: Camera, dots: number): void {
  const grown = to.k / from.k;
  const start = (at: number, was: number, room: number) => round((at - (was + room) * grown) * dots);
  pen.resetTransform();
  pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
  pen.drawImage(canvas, start(to.x, from.x, left), start(to.y, from.y, top), canvas.width * grown, canvas.height * grown);
}
