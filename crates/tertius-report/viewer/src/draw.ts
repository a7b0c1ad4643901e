import { hypot, max, min } from "./math";
import { areas, type Area } from "./areas";
import { onScreen, unit, type Camera } from "./camera";
import { Fate } from "./filter";
import { apart, LEADING, type Label } from "./labels";
import type { Mark, Theme } from "./palette";
import { outerOf, SECOND, type Line, type Scene } from "./scene";
import { reach, type Point } from "./shapes";
import type { Pen, Surface } from "./surface";

/** Which part of a scene is looked at, and with which names. */
export interface Shot {
  scene: Scene;
  camera: Camera;
  width: number;
  height: number;
  labels: Label[];
  /** The size of letters in pixels. */
  text: number;
}

/** How much of the rest stays visible behind a focus. */
export const FADED = 0.16;

/** Areas behind ties behind marks behind names. */
export function drawAll(surface: Surface, shot: Shot): void {
  const steps = drawing(surface, shot);
  while (!steps.next().done);
}

/** So many things are drawn in a step. */
const STEP = 40;

/** The same in steps, each of them quick. */
export function* drawing(surface: Surface, shot: Shot): Generator<void, void> {
  const { scene, labels } = shot;
  const outlined = scene.state.areas ? areas(scene).drawn : [];
  for (const { ring } of outlined) drawArea(surface, shot, ring);
  for (const [i, line] of scene.lines.entries()) {
    drawLine(surface, shot, line, false);
    if (i % STEP === 0) yield;
  }
  for (const [i, actor] of scene.order.entries()) {
    drawActor(surface, shot, actor);
    if (i % STEP === 0) yield;
  }
  drawApart(surface, shot);
  for (const area of outlined) nameArea(surface, shot, area);
  for (const [i, label] of labels.entries()) {
    drawLabel(surface, scene.theme, shot.camera, scene.xy[label.actor]!, label, shot.text, false);
    if (i % STEP === 0) yield;
  }
}

/** What stays dark, over the faded rest. */
export function drawFocus(surface: Surface, shot: Shot): void {
  const { scene, camera } = shot;
  const { focus } = scene;
  if (!focus) return;
  const inner = scene.lines.filter((line) => focus.actors.has(line.a) && focus.actors.has(line.b));
  for (const line of inner) if (!focus.pairs.has(line.pair)) drawLine(surface, shot, line, false);
  for (const line of inner) if (focus.pairs.has(line.pair)) drawLine(surface, shot, line, true);
  const hidden = [...focus.actors].filter((actor) => !scene.shown.actors[actor]);
  for (const actor of [...scene.order.filter((i) => focus.actors.has(i)), ...hidden]) drawActor(surface, shot, actor);
  for (const label of shot.labels) {
    const bold = focus.heart.has(label.actor) && focus.heart.size < 3;
    drawLabel(surface, scene.theme, camera, scene.xy[label.actor]!, label, shot.text, bold);
  }
}

/** The mark itself, at a place and with a radius in pixels; `u` is the width of a point. */
export function drawMark(
  surface: Surface,
  theme: Theme,
  { form, fill }: Mark,
  at: Point,
  radius: number,
  u: number,
  { person = false, collective = false, ring = false } = {},
): void {
  const pen: Pen = { color: theme.ink, width: max(0.7 * u, 0.75) };
  const shape = (r: number, color: string, outline: Pen | null) => {
    if (form.length === 0) surface.disc(at, r, { color }, outline);
    else surface.polygon(form.map(([x, y]) => [at[0] + x * r, at[1] + y * r]), { color }, outline);
  };
  if (ring) surface.disc(at, radius * 1.3 + 3 * u, null, { color: theme.accent, width: 2.5 });
  if (collective) shape(radius + SECOND * u, theme.paper, pen);
  shape(radius, fill ?? theme.paper, pen);
  // White and dark whatever the theme: the dot must show on every colour.
  if (person) surface.disc(at, radius * 0.36, { color: "#ffffff" }, { color: "#333333", width: 0.4 * u });
}

/** A line between two places, with heads where they are wanted. */
export function drawArrow(surface: Surface, from: Point, to: Point, heads: [boolean, boolean], pen: Pen, u: number): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = hypot(dx, dy) || 1;
  const [x, y] = [dx / length, dy / length];
  const head = min(3.4 * u + 1.2 * pen.width, length * 0.45);
  const stop = (wanted: boolean) => (wanted ? head * 0.8 : 0);
  surface.line(
    [from[0] + x * stop(heads[0]), from[1] + y * stop(heads[0])],
    [to[0] - x * stop(heads[1]), to[1] - y * stop(heads[1])],
    pen,
  );
  const tip = ([px, py]: Point, way: number) => {
    const [bx, by] = [px - x * way * head, py - y * way * head];
    const [ax, ay] = [-y * head * 0.36, x * head * 0.36];
    const corners: Point[] = [[px, py], [bx + ax, by + ay], [bx - ax, by - ay]];
    surface.polygon(corners, { color: pen.color, opacity: max(pen.opacity ?? 1, 0.6) }, null);
  };
  if (heads[0]) tip(from, -1);
  if (heads[1]) tip(to, 1);
}

/** How ties of a fate are drawn; `width` in pixels. */
export function penOf({ theme, shown, opacity }: Scene, fate: Fate, width: number, strong: boolean): Pen {
  if (strong) return { color: theme.accent, width: max(width, 1.4), opacity: 0.9, dash: fate === Fate.Lost };
  if (fate === Fate.Lost) return { color: theme.tie, width, opacity: max(opacity * 0.7, 0.3), dash: true };
  // Beside what is new and what is gone, what stayed is the ground.
  if (shown.before !== null) return { color: theme.tie, width, opacity: fate === Fate.Gained ? 0.95 : opacity * 0.5 };
  return { color: theme.tie, width, opacity };
}

function drawLine(surface: Surface, shot: Shot, line: Line, strong: boolean): void {
  const { scene, camera } = shot;
  const [a, b] = [onScreen(camera, scene.xy[line.a]!), onScreen(camera, scene.xy[line.b]!)];
  if (isOutside(a, b, shot)) return;
  const u = unit(camera);
  const stress = scene.shown.before !== null && line.fate === Fate.Gained ? 1.5 : 1;
  const pen = penOf(scene, line.fate, scene.widths.of(line.strength) * u * stress, strong);
  if (!line.toA && !line.toB) {
    surface.line(a, b, pen);
    return;
  }
  const length = hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const [x, y] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const end = (actor: number, at: Point, way: number): Point => {
    const far = (reach(scene.marks[actor]!.form, x * way, y * way) * outerOf(scene, actor) + 0.5) * u;
    return [at[0] + x * way * far, at[1] + y * way * far];
  };
  drawArrow(surface, end(line.a, a, 1), end(line.b, b, -1), [line.toA, line.toB], pen, u);
}

function isOutside(a: Point, b: Point, { width, height }: Shot): boolean {
  return (
    max(a[0], b[0]) < 0 || max(a[1], b[1]) < 0 || min(a[0], b[0]) > width || min(a[1], b[1]) > height
  );
}

function drawActor(surface: Surface, { scene, camera, width, height }: Shot, i: number): void {
  const at = onScreen(camera, scene.xy[i]!);
  const u = unit(camera);
  const radius = scene.radii[i]! * u;
  if (at[0] < -radius || at[1] < -radius || at[0] > width + radius || at[1] > height + radius) return;
  const { person, collective, name } = scene.net.data.actors[i]!;
  const looks = { person: person && scene.mixed, collective, ring: scene.state.pin === i };
  surface.group(1, name, (inner) => drawMark(inner, scene.theme, scene.marks[i]!, at, radius, u, looks));
}

function drawLabel(
  surface: Surface,
  theme: Theme,
  camera: Camera,
  place: Point,
  { lines, dx, dy, anchor, lead }: Label,
  size: number,
  bold: boolean,
): void {
  const [x, y] = onScreen(camera, place);
  const type = { size, color: theme.ink, halo: theme.paper, anchor, bold };
  if (lead) {
    const [from, to] = lead.map((end): Point => [x + end[0], y + end[1]]);
    surface.line(from!, to!, { color: bold ? theme.ink : theme.soft, width: 0.7 });
  }
  lines.forEach((line, i) => surface.text(line, [x + dx, y + dy + i * LEADING * size], type));
}

function drawArea(surface: Surface, { scene, camera }: Shot, ring: Point[]): void {
  const { area } = scene.theme;
  const corners = ring.map((p) => onScreen(camera, p));
  surface.polygon(corners, { color: area, opacity: 0.09 }, { color: area, width: 1, opacity: 0.55 });
}

function nameArea(surface: Surface, { scene, camera, text }: Shot, { name, ring }: Area): void {
  const { area, paper } = scene.theme;
  const [x, y] = onScreen(camera, ring.reduce((high, p) => (p[1] < high[1] ? p : high)));
  surface.text(name, [x, y - text / 2], { size: text * 1.08, color: area, bold: true, anchor: "middle", halo: paper });
}

function drawApart(surface: Surface, { scene, camera, text }: Shot): void {
  const heading = apart(scene, camera, text);
  if (heading) surface.text(heading.words, heading.at, { size: text, color: scene.theme.soft, bold: true, halo: scene.theme.paper });
}
