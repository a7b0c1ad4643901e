import { nameOf, type App } from "./app";
import { el, fold } from "./dom";
import { pathWords } from "./panel";
import { search } from "./search";
import { NOBODY } from "./state";

/** Chooses the two ends of a path. */
export function pathbox(app: App, arrive: () => void): { element: HTMLElement; update: () => void; from: (actor: number) => void } {
  const ends: (number | null)[] = [null, null];
  const choose = (end: 0 | 1) => (actor: number) => {
    ends[end] = actor;
    const [from, to] = ends;
    if (from == null || to == null || from === to) return;
    app.change({ ...NOBODY, path: [from, to] });
    app.say(pathWords(app, from, to));
    arrive();
  };
  const boxes = [
    search(app, { id: "path-from", label: "From", pick: choose(0) }),
    search(app, { id: "path-to", label: "To", pick: choose(1) }),
  ];
  const element = fold("Shortest path", false, ...boxes.map((box) => box.element), el("p.note", "By steps, over the ties shown."));
  return {
    element,
    from: (actor) => {
      ends[0] = actor;
      boxes[0]!.fill(nameOf(app, actor));
      element.open = true;
      document.getElementById("path-to")?.focus();
    },
    update: () =>
      app.state.path?.forEach((actor, end) => {
        ends[end] = actor;
        boxes[end]!.fill(nameOf(app, actor));
      }),
  };
}
