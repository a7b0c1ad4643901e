import { PI } from "./math";
import { nameOf, type App } from "./app";
import { onPlane, onScreen } from "./camera";
import { on } from "./dom";
import { groupsOf } from "./panel";
import { NOBODY } from "./state";
import type { Stage } from "./stage";
import { counted } from "./words";

/** How far a key moves an actor, in pixels. */
const NUDGE = 8;

/** The keys, as the help says them. */
export const KEYS: [keys: string, what: string][] = [
  ["/", "go to the search box"],
  ["→ or ←", "the next or previous neighbour, clockwise"],
  ["Space", "walk on from there"],
  ["Page Down or Page Up", "the next or previous actor, by size"],
  ["Enter", "open its facts"],
  ["Esc", "close the facts"],
  ["+, − and 0", "larger, smaller, the whole picture"],
  ["Alt and an arrow", "move the actor"],
  ["[ and ]", "back and on in the story"],
];

/** Walking through the picture by keyboard, said aloud for those who cannot see it. */
export function walk(app: App, stage: Stage): void {
  /** Whose neighbours are walked round. */
  let middle: number | null = null;
  let at: number | null = null;

  const go = (actor: number, where: string) => {
    at = actor;
    app.point({ actor, pair: null });
    stage.reveal(actor);
    app.say(`${spoken(app, actor)}${where}`);
  };
  const round = (way: number) => {
    const centre = (middle ??= app.state.pin ?? byClaim(0));
    if (at === null) {
      go(centre, "");
      return;
    }
    const others = clockwise(app, centre);
    if (others.length === 0) {
      app.say(`${nameOf(app, centre)} has no ties in this view. Page Down goes to the next actor.`);
      return;
    }
    const now = others.indexOf(at);
    const next = now < 0 ? (way > 0 ? 0 : others.length - 1) : (now + way + others.length) % others.length;
    go(others[next]!, ` Neighbour ${next + 1} of ${others.length} of ${nameOf(app, centre)}.`);
  };
  const byClaim = (place: number) => {
    const list = app.scene.claims.filter((actor) => app.shown.actors[actor]);
    return list[(place + list.length) % list.length] ?? 0;
  };
  const list = (way: number) => {
    const shown = app.scene.claims.filter((actor) => app.shown.actors[actor]);
    middle = byClaim(at === null ? 0 : shown.indexOf(at) + way);
    go(middle, "");
  };
  const nudge = (dx: number, dy: number) => {
    const actor = at ?? app.state.pin;
    if (actor === null) return;
    const [x, y] = onScreen(stage.camera(), app.xy[actor]!);
    app.move(actor, onPlane(stage.camera(), [x + dx * NUDGE, y + dy * NUDGE]));
  };
  const arrows: Record<string, [number, number]> = {
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
  };
  const keys: Record<string, () => void> = {
    " ": () => {
      middle = at ?? middle;
      if (middle !== null) app.say(`Walking round the neighbours of ${nameOf(app, middle)}.`);
    },
    Enter: () => {
      const actor = at ?? app.state.pin;
      if (actor === null) return;
      middle = actor;
      app.find(actor, false);
    },
    PageDown: () => list(1),
    PageUp: () => list(-1),
    "+": () => stage.zoom(1.3),
    "=": () => stage.zoom(1.3),
    "-": () => stage.zoom(1 / 1.3),
    "0": () => stage.whole(),
  };
  on(stage.over, "keydown", (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (event.ctrlKey || event.metaKey) return;
    if (arrow && event.altKey) nudge(...arrow);
    else if (arrow) round(arrow[0] + arrow[1]);
    else if (!event.altKey && keys[event.key]) keys[event.key]!();
    else return;
    event.preventDefault();
  });
  on(stage.over, "blur", () => app.point());

  on(document, "keydown", (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "Escape") {
      [middle, at] = [null, null];
      app.point();
      app.change(NOBODY);
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      document.getElementById("search")?.focus();
    }
  });
}

/** The neighbours of an actor, clockwise from straight up. */
export function clockwise(app: App, actor: number): number[] {
  const [x, y] = app.xy[actor]!;
  const angle = (other: number) => {
    const [ox, oy] = app.xy[other]!;
    return (Math.atan2(ox - x, y - oy) + 2 * PI) % (2 * PI);
  };
  return [...app.shown.neighbours[actor]!].sort((i, j) => angle(i) - angle(j) || i - j);
}

function spoken(app: App, actor: number): string {
  const groups = groupsOf(app, actor).map(([label, words]) => `${label}: ${words}.`);
  return `${nameOf(app, actor)}. ${groups.join(" ")} ${counted(app.shown.neighbours[actor]!.length, "contact")} shown.`;
}
