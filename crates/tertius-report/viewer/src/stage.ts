import { abs, hypot, round, within } from "./math";
import type { App } from "./app";
import { around, enlarged, onPlane, onScreen, unit, type Camera } from "./camera";
import { onCanvas } from "./canvas";
import { el } from "./dom";
import { drawAll, drawFocus, FADED, type Shot } from "./draw";
import { label, type Label } from "./labels";
import type { Hover } from "./focus";
import type { Point } from "./shapes";
import type { Scene } from "./scene";
import { slide } from "./slide";
import { penFor, type Surface } from "./surface";

/** From this many ties, actors or names on, there is no time to draw all of them while the picture moves. */
const MANY_TIES = 1500;
const MANY_ACTORS = 800;
const MANY_NAMES = 100;
/** The picture is at rest when it has not moved for this long, in milliseconds. */
const REST = 140;

/** Where the picture is drawn, and how it is looked at. */
export interface Stage {
  element: HTMLElement;
  /** The canvas in front: it takes what pointers and keys do. */
  over: HTMLCanvasElement;
  camera: () => Camera;
  /** Draws again after what is shown has changed. */
  refresh: () => void;
  /** Draws the focus again; the rest stays as it is, seen through. */
  refocus: () => void;
  /** What is at a place of the screen. */
  at: (place: Point) => Hover;
  pan: (dx: number, dy: number) => void;
  zoom: (factor: number, at?: Point) => void;
  /** Shows the whole picture. */
  whole: () => void;
  /** Shows the part that the state asks for. */
  restore: () => void;
  /** Puts the whole picture beside the card when that has come or gone. */
  makeRoom: () => void;
  /** Brings some actors into view, as large as they fit. */
  show: (actors: Iterable<number>, most?: number) => void;
  /** Brings an actor into view without enlarging anything. */
  reveal: (actor: number) => void;
  /** What is on the screen, with the names of all and the names of what is in focus. */
  shot: () => Shot;
  focusNames: () => Label[];
}

/** Two canvases, so that pointing at an actor redraws its neighbourhood alone. `card` covers part of the left. */
export function stage(app: App, card: HTMLElement): Stage {
  const base = el("canvas.base", { "aria-hidden": "true" });
  const over = el("canvas.over", {
    tabindex: 0,
    role: "application",
    "aria-label": "Picture of the network. Arrow keys walk through it; the tables show the same as text.",
  });
  const element = el("div.stage", base, over);
  let camera: Camera = { k: 1, x: 0, y: 0, whole: 1 };
  /** What stands on the canvas. */
  let seen: { scene: Scene | null; camera: Camera } = { scene: null, camera };
  let [width, height, pending, rest] = [0, 0, 0, 0];
  let names: Label[] = [];
  let left = 0;
  let moving = false;
  let stale = true;
  const slid = slide();

  /** The size of letters: it follows the reader's own setting. */
  const text = () => parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.78;
  const inset = () => (card.offsetWidth > width * 0.6 ? 0 : card.offsetWidth && card.offsetWidth + 12);
  /** The whole picture beside the card. */
  const fit = () => {
    left = inset();
    const camera = around(app.xy, width - left, height);
    return { ...camera, x: camera.x + left };
  };
  const shot = (): Shot => ({ scene: app.scene, camera, width, height, labels: names, text: text() });
  const named = (actors: number[], always: Set<number>, most: number) =>
    label(app.scene, camera, { actors, always, most, size: text(), width, height, standing: names });

  const focusNames = () => {
    const { focus, claims } = app.scene;
    if (!focus) return [];
    const first = claims.filter((actor) => focus.heart.has(actor));
    return named([...first, ...claims.filter((actor) => focus.actors.has(actor) && !focus.heart.has(actor))], focus.heart, 120);
  };

  const clear = (canvas: HTMLCanvasElement): Surface => {
    const context = penFor(canvas);
    const dots = canvas.width / width;
    context.resetTransform();
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.scale(dots, dots);
    return onCanvas(context);
  };

  const draw = () => {
    pending = 0;
    if (width === 0) return;
    const { scene } = app;
    if (stale) {
      stale = false;
      if (!moving) names = named(scene.claims, new Set(), 300);
      const { lines, order } = scene;
      const large = lines.length > MANY_TIES || order.length > MANY_ACTORS || names.length > MANY_NAMES;
      if (moving && large && seen.scene === scene) slid.draw(penFor(base), shot(), seen.camera);
      else {
        slid.forget();
        drawAll(clear(base), shot());
      }
      seen = { scene, camera };
    }
    base.style.setProperty("opacity", String(scene.focus ? FADED : 1));
    const front = clear(over);
    if (scene.focus) drawFocus(front, { ...shot(), labels: focusNames() });
    // Counted from when a frame is done: however slow it was, the next may come.
    if (moving) rest ||= setTimeout(settle, REST);
  };
  const refocus = () => {
    pending ||= requestAnimationFrame(draw);
  };
  const refresh = () => {
    stale = true;
    refocus();
  };

  const settle = () => {
    moving = false;
    refresh();
    const { whole, x, y } = fit();
    const still = abs(camera.k / whole - 1) < 0.005 && hypot(camera.x - x, camera.y - y) < 2;
    app.state.zoom = still ? null : [camera.k / whole, ...onPlane(camera, [width / 2, height / 2])];
    app.remember();
  };
  const look = (to: Camera) => {
    camera = to;
    moving = true;
    clearTimeout(rest);
    rest = 0;
    refresh();
  };
  const restore = () => {
    const { zoom } = app.state;
    camera = fit();
    if (zoom) {
      const k = camera.whole * zoom[0];
      camera = { k, x: width / 2 - zoom[1] * k, y: height / 2 - zoom[2] * k, whole: camera.whole };
    }
    refresh();
  };
  new ResizeObserver(() => {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return;
    [width, height] = [box.width, box.height];
    const dots = window.devicePixelRatio || 1;
    seen.scene = null;
    for (const canvas of [base, over]) [canvas.width, canvas.height] = [round(width * dots), round(height * dots)];
    restore();
  }).observe(element);

  return {
    element,
    over,
    camera: () => camera,
    refresh,
    refocus,
    at: (place) => pick(app, camera, place),
    pan: (dx, dy) => look({ ...camera, x: camera.x + dx, y: camera.y + dy }),
    zoom: (factor, at = [width / 2, height / 2]) => look(enlarged(camera, factor, at)),
    whole: () => look(fit()),
    restore,
    makeRoom: () => {
      if (app.state.zoom === null && inset() !== left) restore();
    },
    show: (actors, most = 3) => {
      const points = [...actors].map((actor) => app.xy[actor]!);
      const { whole } = fit();
      const near = around(points, width - left, height, whole * most);
      look({ ...near, x: near.x + left, whole });
    },
    reveal: (actor) => {
      const [x, y] = onScreen(camera, app.xy[actor]!);
      if (x > left + 30 && x < width - 30 && y > 30 && y < height - 30) return;
      look({ ...camera, x: camera.x + (left + width) / 2 - x, y: camera.y + height / 2 - y });
    },
    shot,
    focusNames,
  };
}

/** The actor at a place of the screen, or else the pair whose line passes there. */
function pick({ scene, xy }: App, camera: Camera, [x, y]: Point): Hover {
  const u = unit(camera);
  const hit: Hover = { actor: null, pair: null };
  let near = 7;
  for (const actor of scene.order) {
    const [ax, ay] = onScreen(camera, xy[actor]!);
    const far = hypot(ax - x, ay - y) - scene.radii[actor]! * u;
    if (far < near) [near, hit.actor] = [far, actor];
  }
  if (hit.actor !== null) return hit;
  near = 5;
  for (const { a, b, pair } of scene.lines) {
    const [[ax, ay], [bx, by]] = [onScreen(camera, xy[a]!), onScreen(camera, xy[b]!)];
    const [dx, dy] = [bx - ax, by - ay];
    const share = within(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1), 0, 1);
    const far = hypot(x - ax - dx * share, y - ay - dy * share);
    if (far < near) [near, hit.pair] = [far, pair];
  }
  return hit;
}
