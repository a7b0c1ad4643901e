/** The marks of the printed figure: shapes of equal area, so that size means one thing for all of them. */

import { PI, abs, cos, max, min, sin, sqrt } from "./math";

export type Point = readonly [x: number, y: number];
/** Corners for a disc of radius one; none for the circle itself. */
export type Form = Point[];

export const CIRCLE: Form = [];
/** In the order in which groups get them. */
export const FORMS: Form[] = [
  CIRCLE,
  ring(4, 0.125),
  ring(3, 0),
  ring(4, 0),
  ring(3, 0.5),
  ring(5, 0),
  ring(10, 0, 0.5),
  cross(),
];
/** Kept for what is left over. */
export const HEXAGON: Form = ring(6, 0);

/** How far the outline is from the middle in a direction of length one. */
export function reach(form: Form, x: number, y: number): number {
  let far = 0;
  for (let i = 0; i < form.length; i++) {
    const [ax, ay] = form[i]!;
    const [bx, by] = form[(i + 1) % form.length]!;
    const across = x * (by - ay) - y * (bx - ax);
    const share = across === 0 ? -1 : (x * ay - y * ax) / -across;
    if (share >= 0 && share <= 1) far = max(far, (ax + (bx - ax) * share) * x + (ay + (by - ay) * share) * y);
  }
  return far || 1;
}

/** How far a disc of radius one or a form goes to the left, up, right and down. */
export function sidesOf(form: Form): [left: number, top: number, right: number, bottom: number] {
  if (form.length === 0) return [1, 1, 1, 1];
  const [xs, ys] = [form.map(([x]) => x), form.map(([, y]) => y)];
  return [-min(...xs), -min(...ys), max(...xs), max(...ys)];
}

/** `n` corners, the first straight up turned by `turn` of a full circle, every second one drawn in. */
function ring(n: number, turn: number, inner = 1): Form {
  const corners = Array.from({ length: n }, (_, i): Point => {
    const angle = 2 * PI * (i / n + turn);
    const radius = i % 2 ? inner : 1;
    return [sin(angle) * radius, -cos(angle) * radius];
  });
  return toDisc(corners);
}

function cross(): Form {
  const quarter: Point[] = [[1, 3], [1, 1], [3, 1]];
  const turned = ([x, y]: Point, turns: number): Point => (turns ? turned([y, -x], turns - 1) : [x, y]);
  return toDisc([0, 1, 2, 3].flatMap((turns) => quarter.map((corner) => turned(corner, turns))));
}

/** The same shape with the area of a disc of radius one. */
function toDisc(corners: Point[]): Form {
  const twice = corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length]!;
    return sum + x * nextY - y * nextX;
  }, 0);
  const scale = sqrt((2 * PI) / abs(twice));
  return corners.map(([x, y]) => [x * scale, y * scale]);
}
