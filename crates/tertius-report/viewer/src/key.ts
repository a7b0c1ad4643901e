import { ceil, max, round } from "./math";
import type { App } from "./app";
import { onCanvas } from "./canvas";
import { chooser, el, refill } from "./dom";
import { groupingOfAreas } from "./areas";
import { legend, SAMPLE, type Entry, type Section } from "./legend";
import { penFor } from "./surface";
import { toggled } from "./filters";

/** The legend beside the picture, with what colour and size stand for; its groups can be switched off and on. */
export function key(app: App): { element: HTMLElement; update: () => void } {
  const { data } = app.net;
  const named = (list: { id: string; label: string }[]) => list.map(({ id, label }): [string, string] => [id, label]);
  const color = chooser(
    "color-by",
    "Colour by",
    [["", "nothing"], ...named(data.groupings), ...named(data.measures)],
    (id) => app.change({ color: id }),
  );
  const size = chooser("size-by", "Size by", [["", "nothing"], ...named(data.measures)], (id) => app.change({ size: id }));
  const box = el("div.legend", { role: "group", "aria-label": "Legend" });
  const outlines = el("input", { type: "checkbox", id: "areas", "change": () => app.change({ areas: outlines.checked }) });
  const grouping = data.groupings[groupingOfAreas(app)];
  const about = el("p.note");
  const element = el("section.key",
    el("div.choosers", color.element, size.element),
    about,
    box,
    grouping ? el("label.check", outlines, el("span", `Outlines by ${grouping.label.toLowerCase()}`)) : null,
  );
  return {
    element,
    update: () => {
      color.select.value = app.state.color;
      size.select.value = app.state.size;
      outlines.checked = app.state.areas;
      const measures = data.measures.filter(({ id }) => id === app.state.size || id === app.state.color);
      about.textContent = measures.map(({ label, about }) => `${label}: ${about}`).join(" ");
      about.hidden = measures.length === 0;
      refill(box, ...legend(app.scene).map((section) => drawn(app, section)));
    },
  };
}

function drawn(app: App, { heading, entries }: Section): HTMLElement {
  return el("div.section", el("h3", heading), el("ul", ...entries.map((entry) => el("li", line(app, entry)))));
}

function line(app: App, entry: Entry): HTMLElement {
  const parts = [sample(entry), el("span.text", entry.text), el("span.n", entry.n === undefined ? "" : String(entry.n))];
  const { facet } = entry;
  if (!facet) return el("div.entry", ...parts);
  const on = app.state.only[facet.id]?.includes(facet.at) ?? true;
  const press = () => app.change({ only: toggled(app, facet.id, facet.at) });
  const attributes = { type: "button", class: "entry", "aria-pressed": String(on), "data-key": `${facet.id} ${facet.at}` };
  return el("button", { ...attributes, click: press }, ...parts);
}

function sample(entry: Entry): HTMLCanvasElement {
  const dots = window.devicePixelRatio || 1;
  const height = max(ceil(entry.height), 16);
  const canvas = el("canvas", { width: round(SAMPLE * dots), height: round(height * dots), "aria-hidden": "true" });
  canvas.style.width = `${SAMPLE}px`;
  canvas.style.height = `${height}px`;
  const context = penFor(canvas);
  context.scale(dots, dots);
  entry.draw(onCanvas(context), [SAMPLE / 2, height / 2]);
  return canvas;
}
