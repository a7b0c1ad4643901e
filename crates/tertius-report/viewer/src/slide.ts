import { abs, round } from "./math";
import type { Camera } from "./camera";
import { onCanvas } from "./canvas";
import { drawAll, type Shot } from "./draw";
import type { Scene } from "./scene";
import { blank, penFor } from "./surface";

/** How far beyond the edges the picture is drawn, as a share of its width and height. */
const ROOM = 0.25;

/** A large picture that is panned: drawn once with room around it, and copied while it moves. */
export function slide(): { draw: (context: CanvasRenderingContext2D, shot: Shot) => void; forget: () => void } {
  let held: { scene: Scene; camera: Camera; sheet: HTMLCanvasElement } | null = null;
  const draw = (context: CanvasRenderingContext2D, shot: Shot) => {
    const { scene, camera, width, height } = shot;
    const dots = context.canvas.width / width;
    const [left, top] = [round(width * ROOM), round(height * ROOM)];
    const isNear = (it: Camera) => it.k === camera.k && abs(camera.x - it.x) <= left && abs(camera.y - it.y) <= top;
    if (held?.scene !== scene || !isNear(held.camera)) {
      const [wide, high] = [width + 2 * left, height + 2 * top];
      const sheet = blank(round(wide * dots), round(high * dots));
      const pen = penFor(sheet);
      pen.scale(dots, dots);
      const inside = { ...camera, x: camera.x + left, y: camera.y + top };
      drawAll(onCanvas(pen), { ...shot, labels: [], camera: inside, width: wide, height: high });
      held = { scene, camera, sheet };
    }
    // On whole dots nothing has to be blurred.
    const whole = (value: number) => round(value * dots) / dots;
    const { sheet } = held;
    const place = [whole(camera.x - held.camera.x - left), whole(camera.y - held.camera.y - top)] as const;
    context.drawImage(sheet, ...place, sheet.width / dots, sheet.height / dots);
  };
  return { draw, forget: () => (held = null) };
}
