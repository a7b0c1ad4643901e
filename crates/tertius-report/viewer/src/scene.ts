import { max, min, sqrt, within } from "./math";
import type { Focus } from "./focus";
import type { Network } from "./network";
import { markOf, onScale, PLAIN, SEVERAL, UNSTATED, type Mark, type Theme } from "./palette";
import type { Point } from "./shapes";
import { Fate, type Shown } from "./filter";
import type { State } from "./state";

/** All that is drawn, whatever part of it is looked at. */
export interface Scene {
  net: Network;
  shown: Shown;
  state: State;
  theme: Theme;
  focus: Focus | null;
  /** Where actors stand, in points. */
  xy: Point[];
  marks: Mark[];
  /** In points. */
  radii: number[];
  /** The actors shown, large marks first, so that none hides a smaller one. */
  order: number[];
  /** All actors, those with the strongest claim to a name first. */
  claims: number[];
  /** Weak ties first. */
  lines: Line[];
  /** How dark ties are: the more there are for an actor, the paler. */
  opacity: number;
  /** Persons among organisations have a white dot. */
  mixed: boolean;
  sizes: Sizes;
  widths: Widths;
}

/** One line of the picture. */
export interface Line {
  pair: number;
  a: number;
  b: number;
  /** Whether a tie goes that way. */
  toA: boolean;
  toB: boolean;
  strength: number;
  fate: Fate;
}

/** Area grows evenly with the value, from a smallest that still shows its shape. */
export interface Sizes {
  least: number;
  most: number;
  radius: (value: number | null) => number;
}

/** Width grows with strength, where that differs. */
export interface Widths {
  least: number;
  most: number;
  of: (strength: number) => number;
}

/** Radii of the smallest and the largest mark and of marks that are alike, in points, as in the printed figure. */
const [SMALLEST, LARGEST, ALIKE] = [2.9, 9.5, 4.3];

/** How far outside a mark its second outline is, in points. */
export const SECOND = 1.7;

export function scene(net: Network, state: State, shown: Shown, theme: Theme, xy: Point[], focus: Focus | null): Scene {
  const { data } = net;
  const size = data.measures.findIndex(({ id }) => id === state.size);
  const values = data.actors.map((actor) => (size < 0 ? null : (actor.values[size] ?? null)));
  const crowd = sqrt(40 / data.actors.length);
  const sizes = sizesOf(values, min(max(crowd, 0.5), 1, max(crowd * 3, 0.25)));
  const radii = values.map(sizes.radius);
  const claim = (i: number) => (size < 0 ? shown.neighbours[i]!.length : (values[i] ?? -1));
  const actors = data.actors.map((_, i) => i);
  const lines = linesOf(net, state, shown);
  const persons = data.actors.filter((actor) => actor.person).length;
  const mean = lines.length / max(shown.nActors, 1);
  const thin = min(1, sqrt(1500 / max(lines.length, 1)));
  return {
    net,
    shown,
    state,
    theme,
    focus,
    xy,
    marks: marks(net, state.color),
    radii,
    order: actors.filter((i) => shown.actors[i]).sort((i, j) => radii[j]! - radii[i]! || i - j),
    claims: actors.sort((i, j) => claim(j) - claim(i) || i - j),
    lines,
    opacity: within((1.15 * thin) / sqrt(max(mean, 1e-9)), 0.2 * thin, 0.75),
    mixed: persons > 0 && persons < data.actors.length,
    sizes,
    widths: widthsOf(data.ties.map((tie) => tie.strength), thin),
  };
}

/** The group an actor's mark stands for: -1 for none, -2 for several at once. */
export function groupOf(net: Network, grouping: number, actor: number): number {
  const groups = net.data.actors[actor]!.groups[grouping] ?? [];
  return groups.length > 1 ? -2 : (groups[0] ?? -1);
}

/** How large a mark is with its second outline, in points. */
export function outerOf({ radii, net }: Scene, actor: number): number {
  return radii[actor]! + (net.data.actors[actor]!.collective ? SECOND : 0);
}

/** The mark of a group as `groupOf` says it. */
export function markOfGroup(group: number): Mark {
  return group >= 0 ? markOf(group) : group === -1 ? UNSTATED : SEVERAL;
}

/** The ends of a measure's scale. */
export function range(values: (number | null)[]): [number, number] {
  const held = values.filter((value) => value !== null);
  return held.reduce(([least, most], value) => [min(least, value), max(most, value)], [Infinity, -Infinity]);
}

function marks(net: Network, color: string): Mark[] {
  const { data } = net;
  const grouping = data.groupings.findIndex(({ id }) => id === color);
  if (grouping >= 0) return data.actors.map((_, i) => markOfGroup(groupOf(net, grouping, i)));
  const measure = data.measures.findIndex(({ id }) => id === color);
  const values = data.actors.map((actor) => actor.values[measure] ?? null);
  const [least, most] = range(values);
  return values.map((value) => {
    if (measure < 0) return PLAIN;
    return value === null ? UNSTATED : { ...PLAIN, fill: onScale(most > least ? (value - least) / (most - least) : 1) };
  });
}

function sizesOf(values: (number | null)[], factor: number): Sizes {
  const [low, most] = range(values);
  const least = max(low, 0);
  const radius = (value: number | null) => {
    if (!(most > 0)) return ALIKE * factor;
    const share = within((value ?? 0) / most, 0, 1);
    return sqrt(SMALLEST ** 2 + (LARGEST ** 2 - SMALLEST ** 2) * share) * factor;
  };
  return { least, most, radius };
}

function widthsOf(strengths: number[], thin: number): Widths {
  const [least, most] = range(strengths);
  return { least, most, of: (strength) => thin * (most > least ? 0.4 + (2.2 * strength) / most : 0.75) };
}

function linesOf({ data, pairs }: Network, state: State, shown: Shown): Line[] {
  const lines: Line[] = [];
  pairs.forEach(({ a, b, ties }, pair) => {
    const fate = shown.pairs[pair]!;
    if (fate === Fate.None || !shown.actors[a] || !shown.actors[b]) return;
    const line: Line = { pair, a, b, toA: false, toB: false, strength: 0, fate };
    for (const t of ties) {
      const tie = data.ties[t]!;
      if (!shown.ties[t] && (fate !== Fate.Lost || tie.strength < state.least)) continue;
      line.toA ||= data.directed && tie.to === a;
      line.toB ||= data.directed && tie.to === b;
      line.strength = max(line.strength, tie.strength);
    }
    lines.push(line);
  });
  return lines.sort((x, y) => x.strength - y.strength || x.pair - y.pair);
}
