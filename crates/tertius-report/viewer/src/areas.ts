import { PI, cos, hypot, max, sin } from "./math";
import type { Scene } from "./scene";
import type { Point } from "./shapes";

/** The outline around the actors of one group, in points. */
export interface Area {
  name: string;
  ring: Point[];
}

/** More areas than this hide each other. */
const MOST = 6;

/** The grouping that areas are drawn for: the localities, or what else an actor may have several of. */
export function groupingOfAreas(scene: Pick<Scene, "net">): number {
  const { groupings } = scene.net.data;
  const locality = groupings.findIndex(({ id }) => id === "locality");
  return locality >= 0 ? locality : groupings.findIndex(({ cover }) => cover);
}

/**
 * Areas of the largest groups, and the names of groups that get none because others stand among their actors:
 * a reader takes whoever stands inside for a member. Actors without a tie stand apart and are in no area.
 */
export function areas(scene: Scene): { drawn: Area[]; mingled: string[] } {
  const grouping = groupingOfAreas(scene);
  const { data } = scene.net;
  const placed = scene.order.filter((i) => scene.shown.neighbours[i]!.length > 0);
  const found = (data.groupings[grouping]?.groups ?? []).map(({ label }, group) => {
    const isIn = (i: number) => data.actors[i]!.groups[grouping]?.includes(group) ?? false;
    const members = placed.filter(isIn);
    const ring = hull(members.flatMap((i) => rim(scene.xy[i]!, scene.radii[i]! + 5)));
    const stranger = placed.some((i) => !isIn(i) && distance(scene.xy[i]!, ring) < scene.radii[i]!);
    return { name: label, ring, n: members.length, stranger };
  });
  const several = found.filter(({ n }) => n > 2).sort((x, y) => y.n - x.n);
  return {
    drawn: several.filter(({ stranger }) => !stranger).slice(0, MOST),
    mingled: several.filter(({ stranger }) => stranger).map(({ name }) => name),
  };
}

function rim([x, y]: Point, radius: number): Point[] {
  return Array.from({ length: 24 }, (_, i) => {
    const angle = (i / 12) * PI;
    return [x + cos(angle) * radius, y + sin(angle) * radius];
  });
}

/** The convex hull, counter-clockwise in a plane with y upwards (Andrew's monotone chain). */
function hull(points: Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (list: Point[]) => {
    const chain: Point[] = [];
    for (const p of list) {
      while (chain.length > 1 && turn(chain[chain.length - 2]!, chain[chain.length - 1]!, p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** How far outside a convex ring a point is, along the side it is farthest out of; negative inside. */
function distance(p: Point, ring: Point[]): number {
  return ring.reduce((far, a, i) => {
    const b = ring[(i + 1) % ring.length]!;
    return max(far, -turn(a, b, p) / max(hypot(b[0] - a[0], b[1] - a[1]), 1e-9));
  }, -Infinity);
}
