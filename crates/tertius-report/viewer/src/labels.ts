import { abs, max, min } from "./math";
import { onScreen, unit, type Camera } from "./camera";
import type { Scene } from "./scene";
import type { Point } from "./shapes";
import { widthOf, wrapped } from "./surface";

/** A name that found room, and where it stands to its mark. */
export interface Label {
  actor: number;
  lines: string[];
  /** From the middle of the mark to the left, middle or right end of the first base line. */
  dx: number;
  dy: number;
  anchor: "start" | "middle" | "end";
  /** Where a thin line leads to, if the name does not stand beside its mark. */
  to: Point | null;
}

type Box = [left: number, top: number, right: number, bottom: number];

/** What is to be named, and how. */
export interface Wanted {
  /** Strongest claim first. */
  actors: number[];
  /** Those who get a name even where there is no room. */
  always: Set<number>;
  /** How many names at most. */
  most: number;
  /** The size of letters in pixels. */
  size: number;
  width: number;
  height: number;
  /** Names that stand where they stood. */
  standing: Label[];
}

const MANY_TIES = 400;
const PROMINENT = 12;
export const LEADING = 1.16;
/** Where a name may stand to its mark, the most welcome first. */
const SIDES: [x: number, y: number][] = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, -1], [1, 1], [-1, -1], [-1, 1]];

/** Chooses names one by one; each takes the first place where it covers neither a mark nor another name. */
export function label(scene: Scene, camera: Camera, wanted: Wanted): Label[] {
  const { size, width, height } = wanted;
  const u = unit(camera);
  const taken = new Taken();
  for (const actor of scene.order) {
    const [x, y] = onScreen(camera, scene.xy[actor]!);
    const r = scene.radii[actor]! * u * 0.9;
    if (x > -r && y > -r && x < width + r && y < height + r) taken.add([x - r, y - r, x + r, y + r]);
  }
  const standing = new Map(wanted.standing.map((label) => [label.actor, label]));
  const labels: Label[] = [];
  // Where ties are many no name could keep clear of them.
  const few = scene.lines.length <= MANY_TIES ? scene.lines : [];
  const ties = few.map(({ a, b }) => [onScreen(camera, scene.xy[a]!), onScreen(camera, scene.xy[b]!)] as const);
  for (const actor of wanted.actors) {
    if (labels.length >= wanted.most) break;
    const must = wanted.always.has(actor);
    if (!scene.shown.actors[actor] && !must) continue;
    const [x, y] = onScreen(camera, scene.xy[actor]!);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    // In the block of those without a tie there is room to the right alone.
    const lone = scene.net.lone.has(actor);
    const lines = broken(scene.net.data.actors[actor]!.name, lone ? 40 : 13, size);
    const wide = max(...lines.map((line) => widthOf(line, size)));
    const high = lines.length * LEADING * size;
    const beside = scene.radii[actor]! * u * 1.05 + 4;
    let best: { label: Label; box: Box; cost: number } | null = null;
    const old = standing.get(actor);
    const sides = lone ? SIDES.slice(0, 1) : SIDES;
    // The most prominent get a place farther off rather than none.
    const tries = labels.length < PROMINENT && !lone ? [...sides, ...sides] : sides;
    for (const [i, [sx, sy]] of tries.entries()) {
      const away = i < sides.length ? beside : beside + size * 2;
      const slant = sx && sy ? 0.72 : 1;
      const left = sx > 0 ? away * slant : sx < 0 ? -away * slant - wide : -wide / 2;
      const top = sy > 0 ? away * slant - 1 : sy < 0 ? -away * slant - high + 1 : -high / 2;
      const anchor = sx > 0 ? "start" : sx < 0 ? "end" : "middle";
      const dx = sx > 0 ? left : sx < 0 ? left + wide : 0;
      const to: Point | null = away > beside ? [dx - 2 * sx, sy > 0 ? top : sy < 0 ? top + high : 0] : null;
      const placed: Label = { actor, lines, dx, dy: top + size * 0.88, anchor, to };
      const box: Box = [x + left - 3, y + top, x + left + wide + 3, y + top + high];
      const outside = box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height;
      const same = old?.anchor === anchor && abs(old.dy - placed.dy) < 1 && abs(old.dx - dx) < 1;
      const cost = 2 * taken.hits(box) + min(0.15 * crossed(ties, box), 0.9) + (outside ? 3 : 0) + (to ? 0.5 : 0) - (same ? 0.4 : 0);
      if (!best || cost < best.cost) best = { label: placed, box, cost };
      if (best.cost <= 0 && !old) break;
    }
    if (!best || (best.cost >= 1 && !must)) continue;
    taken.add(best.box);
    labels.push(best.label);
  }
  return labels;
}

/** How many lines pass through a box. */
function crossed(ties: (readonly [Point, Point])[], [left, top, right, bottom]: Box): number {
  return ties.filter(([[ax, ay], [bx, by]]) => {
    // The part of the line, from 0 to 1, that is between two sides of the box, then between the other two.
    const part = (a: number, b: number, low: number, high: number) => {
      if (a === b) return a > low && a < high ? [0, 1] : [1, 0];
      const ends = [(low - a) / (b - a), (high - a) / (b - a)];
      return [min(...ends), max(...ends)];
    };
    const [x, y] = [part(ax, bx, left, right), part(ay, by, top, bottom)];
    return max(x[0]!, y[0]!, 0) < min(x[1]!, y[1]!, 1);
  }).length;
}

const known = new Map<string, string[]>();

/** A name in at most three lines. */
function broken(name: string, ems: number, size: number): string[] {
  const key = `${size} ${ems} ${name}`;
  let lines = known.get(key);
  if (!lines) {
    lines = wrapped(name, ems * size, size);
    if (lines.length > 3) lines = [...lines.slice(0, 2), `${lines[2]!} …`];
    known.set(key, lines);
  }
  return lines;
}

/** Boxes by the squares of the screen they lie in. */
class Taken {
  private readonly cells = new Map<number, Box[]>();

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** How many boxes a box covers part of. */
  hits([left, top, right, bottom]: Box): number {
    const found = new Set<Box>();
    for (const key of this.keys([left, top, right, bottom])) {
      for (const box of this.cells.get(key) ?? []) {
        if (box[0] < right && box[2] > left && box[1] < bottom && box[3] > top) found.add(box);
      }
    }
    return found.size;
  }

  private keys([left, top, right, bottom]: Box): number[] {
    const keys: number[] = [];
    for (let i = left >> 6; i <= right >> 6; i++) {
      for (let j = top >> 6; j <= bottom >> 6; j++) keys.push(i * 10_000 + j);
    }
    return keys;
  }
}
