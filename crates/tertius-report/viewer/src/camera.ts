import { max, min, sqrt, within } from "./math";
import type { Point } from "./shapes";

/** How the plane of the printed figure, in points, stands on the screen, in pixels. */
export interface Camera {
  /** Pixels for a point. */
  k: number;
  x: number;
  y: number;
  /** The `k` that shows the whole picture. */
  whole: number;
}

/** The most that a picture can be enlarged. */
const MOST = 40;

export function onScreen({ k, x, y }: Camera, at: Point): Point {
  return [at[0] * k + x, at[1] * k + y];
}

export function onPlane({ k, x, y }: Camera, at: Point): Point {
  return [(at[0] - x) / k, (at[1] - y) / k];
}

/** Few actors have much room, and marks that fill it show no more. */
const LARGEST = 1.6;

/** Pixels for a point of a mark's size: marks grow more slowly than the distances between them. */
export function unit({ k, whole }: Camera): number {
  return max(min(whole, LARGEST) * sqrt(k / whole), 0.8);
}

/** The camera that shows all of some points in a room of a size. */
export function around(points: Point[], width: number, height: number, most = Infinity): Camera {
  const margin = min(70, width * 0.12);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = min(left, x);
    right = max(right, x);
    top = min(top, y);
    bottom = max(bottom, y);
  }
  if (left > right) [left, right, top, bottom] = [0, 1, 0, 1];
  const room = (space: number, span: number) => max(space - 2 * margin, 40) / max(span, 1);
  const k = min(room(width, right - left), room(height, bottom - top), most);
  return { k, x: (width - k * (left + right)) / 2, y: (height - k * (top + bottom)) / 2, whole: k };
}

/** Enlarged by a factor, with the point at `[x, y]` of the screen kept where it is. */
export function enlarged(camera: Camera, factor: number, [x, y]: Point): Camera {
  const k = within(camera.k * factor, camera.whole * 0.5, camera.whole * MOST);
  const by = k / camera.k;
  return { ...camera, k, x: x - (x - camera.x) * by, y: y - (y - camera.y) * by };
}
