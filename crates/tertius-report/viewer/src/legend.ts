import { max } from "./math";
import { areas } from "./areas";
import { drawArrow, drawMark, penOf } from "./draw";
import { Fate, oneWave } from "./filter";
import { MOST_GROUPS, onScale, UNSTATED, type Mark } from "./palette";
import { groupOf, markOfGroup, range, type Scene } from "./scene";
import { CIRCLE, HEXAGON, type Point } from "./shapes";
import type { Surface } from "./surface";
import { examples, short } from "./words";

/** Lines of the legend that explain one thing. */
export interface Section {
  heading: string;
  entries: Entry[];
}

/** A sample of what is drawn, and what it means. */
export interface Entry {
  text: string;
  /** How many of what is shown. */
  n?: number;
  /** In pixels. */
  height: number;
  /** Draws the sample about a point. */
  draw: (surface: Surface, at: Point) => void;
  /** What the entry switches on and off. */
  facet?: { id: string; at: number };
}

/** How wide samples are, and how large a point is in them, in pixels. */
export const SAMPLE = 36;
const POINT = 1.6;

/** The key to the picture: only what occurs in it. */
export function legend(scene: Scene): Section[] {
  const sections = [colors(scene), kinds(scene), sizes(scene), outlines(scene)];
  // What came and went is what a reader of one wave looks for.
  sections.splice(scene.shown.before === null ? 3 : 0, 0, ties(scene));
  return sections.filter(({ entries }) => entries.length > 0);
}

function colors(scene: Scene): Section {
  const { data } = scene.net;
  const g = data.groupings.findIndex(({ id }) => id === scene.state.color);
  const measure = data.measures.findIndex(({ id }) => id === scene.state.color);
  if (measure >= 0) return scale(scene, measure);
  const grouping = data.groupings[g];
  if (!grouping) return { heading: "", entries: [] };
  const all = data.actors.map((_, i) => groupOf(scene.net, g, i));
  const entry = (group: number, text: string, at: number | null): Entry => ({
    ...markEntry(scene, text, markOfGroup(group)),
    // Who is in several groups counts in each.
    n: scene.order.filter((i) => all[i] === group || data.actors[i]!.groups[g]!.includes(group)).length,
    ...(at === null ? {} : { facet: { id: grouping.id, at } }),
  });
  const occurs = (group: number) => data.actors.some((actor) => actor.groups[g]?.includes(group));
  const there = grouping.groups.map((_, group) => group).filter(occurs);
  const beyond = there.filter((group) => group >= MOST_GROUPS);
  const entries = there.map((group) => {
    const shared = beyond.length > 1 && beyond.includes(group) ? " (mark shared)" : "";
    return entry(group, grouping.groups[group]!.label + shared, group);
  });
  if (all.includes(-2)) entries.push(entry(-2, "in several", null));
  if (all.includes(-1)) entries.push(entry(-1, "not stated", -1));
  return { heading: grouping.label, entries };
}

function scale(scene: Scene, m: number): Section {
  const { label, id } = scene.net.data.measures[m]!;
  const values = scene.net.data.actors.map((actor) => actor.values[m] ?? null);
  const [least, most] = range(values);
  const share = (value: number) => (most > least ? (value - least) / (most - least) : 1);
  const stops = most > least ? [0, 0.25, 0.5, 0.75, 1].map((at) => least + at * (most - least)) : [most];
  const entries = Number.isFinite(most)
    ? stops.map((value) => markEntry(scene, short(value), { form: CIRCLE, fill: onScale(share(value)) }))
    : [];
  if (values.includes(null)) entries.push(markEntry(scene, "no value", UNSTATED));
  return { heading: `Colour: ${label || id}`, entries };
}

function kinds(scene: Scene): Section {
  const { actors } = scene.net.data;
  const collective = scene.order.filter((i) => actors[i]!.collective).length;
  const persons = scene.order.filter((i) => actors[i]!.person).length;
  const grey: Mark = { form: CIRCLE, fill: "#777777" };
  const entries: Entry[] = [];
  if (collective) entries.push({ ...markEntry(scene, "double outline: stands for several", UNSTATED, { collective: true }), n: collective });
  if (persons && scene.mixed) entries.push({ ...markEntry(scene, "white dot: a person", grey, { person: true }), n: persons });
  return { heading: "Kind of actor", entries };
}

function sizes(scene: Scene): Section {
  const measure = scene.net.data.measures.find(({ id }) => id === scene.state.size);
  const { least, most, radius } = scene.sizes;
  if (!measure || !(most > 0)) return { heading: "", entries: [] };
  const entries = examples(least, most).map((value) => markEntry(scene, short(value), UNSTATED, { points: radius(value) }));
  return { heading: `Area of mark: ${measure.label}`, entries };
}

function ties(scene: Scene): Section {
  const { data } = scene.net;
  const entries: Entry[] = [];
  const { least, most, of } = scene.widths;
  const line = (text: string, fate: Fate, points = 0.9, heads = 0, n?: number) =>
    entries.push({
      text,
      height: 8,
      draw: (surface, [x, y]) => {
        const pen = { ...penOf(scene, fate, points * POINT, false) };
        // Alone on the paper the palest line must still show.
        pen.opacity = max(pen.opacity ?? 1, 0.6);
        drawArrow(surface, [x - SAMPLE / 2 + 2, y], [x + SAMPLE / 2 - 2, y], [heads > 1, heads > 0], pen, POINT);
      },
      ...(n === undefined ? {} : { n }),
    });
  if (scene.lines.length === 0) return { heading: "Tie", entries };
  if (scene.shown.before !== null) {
    const wave = data.waves[scene.shown.before]!.label;
    const now = data.waves[oneWave(scene.state) ?? 0]!.label;
    const several = (words: string, fate: Fate, points: number) =>
      line(words, fate, points, 0, scene.lines.filter((it) => it.fate === fate).length);
    several(`in ${wave} and in ${now}`, Fate.Kept, 0.9);
    several(`new in ${now}`, Fate.Gained, 1.4);
    several(`only in ${wave}`, Fate.Lost, 0.9);
  }
  if (most > least) for (const value of examples(least, most)) line(`strength ${short(value)}`, Fate.Gained, of(value));
  if (data.directed) {
    line("in the arrow’s direction", Fate.Gained, 0.9, 1);
    if (scene.lines.some(({ toA, toB }) => toA && toB)) line("in both directions", Fate.Gained, 0.9, 2);
  }
  return { heading: "Tie", entries };
}

function outlines(scene: Scene): Section {
  if (!scene.state.areas) return { heading: "", entries: [] };
  const { drawn, mingled } = areas(scene);
  const { area } = scene.theme;
  const outline = (surface: Surface, [x, y]: Point) =>
    surface.polygon(
      HEXAGON.map(([cx, cy]) => [x + cy * 12, y + cx * 7]),
      { color: area, opacity: 0.09 },
      { color: area, width: 1, opacity: 0.55 },
    );
  const entries: Entry[] = [];
  if (drawn.length) entries.push({ text: "actors of one area that have ties, no others", height: 18, draw: outline });
  if (mingled.length) {
    const text = `no outline, as others stand among them: ${mingled.join(", ")}`;
    entries.push({ text, height: 18, draw: () => undefined });
  }
  return { heading: "Outline", entries };
}

function markEntry(scene: Scene, text: string, mark: Mark, looks: { points?: number; collective?: boolean; person?: boolean } = {}): Entry {
  const radius = (looks.points ?? 3.9) * POINT;
  return {
    text,
    height: 2 * radius + 6,
    draw: (surface, at) => drawMark(surface, scene.theme, mark, at, radius, POINT, looks),
  };
}
