import { abs, max, min } from "./math";
import { onScreen, unit, type Camera } from "./camera";
import { outerOf, type Scene } from "./scene";
import { sidesOf, type Point } from "./shapes";
import { widthOf, wrapped } from "./surface";

/** A name that found room, and where it stands to its mark. */
export interface Label {
  actor: number;
  lines: string[];
  /** From the middle of the mark to the left, middle or right end of the first base line. */
  dx: number;
  dy: number;
  anchor: "start" | "middle" | "end";
  /** A thin line from the mark to the name, if that does not stand beside it. */
  lead: [Point, Point] | null;
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
/** Of so many pixels of width, one more is named from farther off, and one more whatever lines it covers. */
const [FAR, PROMINENT] = [30, 90];
/** Those who get a name from as far off as need be. */
const FIRST = 3;
export const LEADING = 1.16;
/** Pixels between a mark and its name, and those within which it seems to name other marks too. */
const [GAP, NEAR] = [4, 7];
/** How far a name may stand from its mark, in letters. */
const FARTHER = [0, 2, 4, 6, 8];
/** Where a name may stand to its mark, the most welcome first. */
const SIDES: [x: number, y: number][] = [[1, 0], [-1, 0], [0, 1], [0, -1], [1, -1], [1, 1], [-1, -1], [-1, 1]];

/** Chooses names one by one; each takes the first place where it covers neither a mark nor another name. */
export function label(scene: Scene, camera: Camera, wanted: Wanted): Label[] {
  const { size, width, height } = wanted;
  const u = unit(camera);
  const taken = new Taken();
  for (const actor of scene.order) {
    const [x, y] = onScreen(camera, scene.xy[actor]!);
    const r = outerOf(scene, actor) * u * 0.9;
    if (x > -r && y > -r && x < width + r && y < height + r) taken.add([x - r, y - r, x + r, y + r]);
  }
  const heading = apart(scene, camera, size);
  if (heading) {
    const [x, y] = heading.at;
    taken.add([x, y - size, x + widthOf(heading.words, size, true), y]);
  }
  const standing = new Map(wanted.standing.map((label) => [label.actor, label]));
  const labels: Label[] = [];
  /** A thin line over other marks seems to come from them. */
  const passed = (lead: Label["lead"], x: number, y: number) => {
    if (!lead) return 0;
    const [[ax, ay], [bx, by]] = lead;
    const isTaken = (share: number) => {
      const [px, py] = [x + ax + (bx - ax) * share, y + ay + (by - ay) * share];
      return taken.hits([px - 1, py - 1, px + 1, py + 1]) > 0;
    };
    return [0.2, 0.35, 0.5, 0.65, 0.8, 0.95].filter(isTaken).length;
  };
  // Where ties are many no name could keep clear of them.
  const few = scene.lines.length <= MANY_TIES ? scene.lines : [];
  const ties = few.map(({ a, b }) => [onScreen(camera, scene.xy[a]!), onScreen(camera, scene.xy[b]!)] as const);
  for (const actor of wanted.actors) {
    if (labels.length >= wanted.most) break;
    const must = wanted.always.has(actor);
    if (!scene.shown.actors[actor] && !must) continue;
    const [x, y] = onScreen(camera, scene.xy[actor]!);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const prominent = labels.length < width / PROMINENT;
    // In the block of those without a tie there is room to the right alone.
    const lone = scene.net.lone.has(actor);
    const lines = broken(scene.net.data.actors[actor]!.name, lone ? 40 : 13, size);
    // Whoever must be named is in focus, and named in bold.
    const wide = max(...lines.map((line) => widthOf(line, size, must)));
    const high = lines.length * LEADING * size;
    const sides = sidesOf(scene.marks[actor]!.form).map((side) => side * outerOf(scene, actor) * u * 1.05);
    let best: { label: Label; box: Box; covers: number; cost: number } | null = null;
    const old = standing.get(actor);
    const places = lone ? SIDES.slice(0, 1) : SIDES;
    // The stronger the claim, the farther off a name may stand rather than nowhere.
    const rings = lone || labels.length > width / FAR ? 1 : labels.length < FIRST ? FARTHER.length : 2;
    const tries = FARTHER.slice(0, rings).flatMap((far) => places.map(([sx, sy]) => [far, sx, sy] as const));
    for (const [far, sx, sy] of tries) {
      const gap = GAP + far * size;
      const slant = sx && sy ? 0.72 : 1;
      const edge = (side: number) => sides[side]! * slant;
      const away = (side: number) => edge(side) + gap * slant;
      // What would stand over the edge comes nearer.
      const [first, last] = [3 - x, width - 3 - wide - x];
      const nearest = (left: number) => left - sx * far * size * slant;
      const beside = sx > 0 ? away(2) : sx < 0 ? -away(0) - wide : -wide / 2;
      const left = sx > 0 ? min(beside, max(last, nearest(beside))) : sx < 0 ? max(beside, min(first, nearest(beside))) : beside;
      const top = sy > 0 ? away(3) - 1 : sy < 0 ? -away(1) - high + 1 : -high / 2;
      const anchor = sx > 0 ? "start" : sx < 0 ? "end" : "middle";
      const dx = sx > 0 ? left : sx < 0 ? left + wide : 0;
      const foot: Point = [sx > 0 ? edge(2) : sx < 0 ? -edge(0) : 0, sy > 0 ? edge(3) : sy < 0 ? -edge(1) : 0];
      const lead: Label["lead"] = far > 0 ? [foot, [dx - 2 * sx, sy > 0 ? top : sy < 0 ? top + high : 0]] : null;
      const placed: Label = { actor, lines, dx, dy: top + size * 0.88, anchor, lead };
      const box: Box = [x + left - 3, y + top, x + left + wide + 3, y + top + high];
      const outside = box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height;
      const same = old?.anchor === anchor && abs(old.dy - placed.dy) < 1 && abs(old.dx - dx) < 1;
      // Its own mark is near as well; another so near might be taken for the one that is named.
      const near = taken.hits([box[0] - NEAR, box[1] - NEAR, box[2] + NEAR, box[3] + NEAR]) - 1;
      const covers = 3 * taken.hits(box) + min(0.15 * crossed(ties, box), 0.9) + (outside ? 3 : 0) + far / 4 - (same ? 0.4 : 0) + passed(lead, x, y);
      const cost = covers + 0.5 * max(near, 0);
      if (!best || cost < best.cost) best = { label: placed, box, covers, cost };
      if (best.cost <= 0 && !old) break;
    }
    // The most prominent may stand among lines and beside other marks, but on neither marks nor names.
    const stands = best && (prominent ? best.covers < 3 : best.cost < 1);
    if (!best || !(stands || must)) continue;
    taken.add(best.box);
    labels.push(best.label);
  }
  return labels;
}

/** The heading over those without a tie, where they stand in a block of their own under the rest. */
export function apart(scene: Scene, camera: Camera, size: number): { words: string; at: Point } | null {
  const alone = scene.order.filter((i) => scene.shown.neighbours[i]!.length === 0);
  const joined = scene.order.filter((i) => scene.shown.neighbours[i]!.length > 0);
  const ys = (list: number[]) => list.map((i) => scene.xy[i]![1]);
  const [top, bottom] = [min(...ys(alone)), max(...ys(joined))];
  if (alone.length === 0 || joined.length === 0 || top <= bottom) return null;
  const left = min(...alone.map((i) => scene.xy[i]![0]));
  const [x, y] = onScreen(camera, [left, top]);
  const radius = max(...alone.map((i) => scene.radii[i]!)) * unit(camera);
  return { words: `Without ties in this view (${alone.length})`, at: [x - radius, y - radius - size * 0.8] };
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
