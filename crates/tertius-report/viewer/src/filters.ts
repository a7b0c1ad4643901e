import { max } from "./math";
import type { App } from "./app";
import { button, el, fold } from "./dom";
import { isFiltered, oneWave, type Facet } from "./filter";
import type { State } from "./state";
import { counted, grouped, short } from "./words";

/** How much is shown, in words. */
export function countWords(app: App): string {
  const { data, nTies } = app.net;
  return `${grouped(app.shown.nActors)} of ${counted(data.actors.length, "actor")}, ${grouped(app.shown.nTies)} of ${counted(nTies, "tie")} shown`;
}

/** The filters with one choice of a facet turned the other way. */
export function toggled(app: App, id: string, at: number): State["only"] {
  const facet = app.facets.find((it) => it.id === id);
  if (!facet) return app.state.only;
  const every = facet.choices.map((choice) => choice.at);
  const now = app.state.only[id] ?? every;
  const then = every.filter((it) => now.includes(it) !== (it === at));
  const { [id]: _, ...rest } = app.state.only;
  return then.length === every.length ? rest : { ...rest, [id]: then };
}

/** How much is shown, and the way back to everything. */
export function counts(app: App): { element: HTMLElement; update: () => void } {
  const words = el("p.counts", { role: "status" });
  const all = button("Show all", () => app.change({ only: {}, least: 0, isolates: true }), { class: "quiet" });
  return {
    element: el("div.shown", words, all),
    update: () => {
      const now = countWords(app);
      if (words.textContent !== now) words.textContent = now;
      all.hidden = !isFiltered(app.state);
    },
  };
}

/** The slider through the waves; none where there are fewer than two. */
export function waves(app: App): { element: HTMLElement | null; update: () => void } {
  const { waves } = app.net.data;
  if (waves.length < 2) return { element: null, update: () => undefined };
  const choose = (value: number) => {
    const { wave: _, ...rest } = app.state.only;
    app.change({ only: value ? { ...rest, wave: [value - 1] } : rest });
  };
  const { parts, slider, words } = ruler("wave", "Wave", [0, waves.length, 1], choose);
  const ends = el("div.ends", { "aria-hidden": "true" }, el("span", "all"), ...waves.map(({ label }) => el("span", label)));
  return {
    element: el("section.waves", ...parts, ends),
    update: () => {
      const at = oneWave(app.state);
      const several = at === null && app.state.only.wave !== undefined;
      slider.value = String(at === null ? 0 : at + 1);
      words.value = several ? "a choice of waves" : at === null ? "all waves" : waves[at]!.label;
      slider.setAttribute("aria-valuetext", words.value);
    },
  };
}

/** All filters, each with its counts. */
export function filters(app: App): { element: HTMLElement; update: () => void } {
  const updates: (() => void)[] = [];
  const boxes = app.facets.map((facet) => {
    const { element, update } = choices(app, facet);
    updates.push(update);
    return element;
  });
  const { least, most } = app.scene.widths;
  if (most > least) {
    const { element, update } = threshold(app, least, most);
    updates.push(update);
    boxes.push(element);
  }
  const lone = el("input", { type: "checkbox", id: "isolates", "change": () => app.change({ isolates: lone.checked }) });
  const check = el("label.check", lone, el("span", "Actors without ties in this view"));
  updates.push(() => (lone.checked = app.state.isolates));
  return {
    element: fold("Filters", false, ...boxes, check),
    update: () => updates.forEach((update) => update()),
  };
}

function choices(app: App, facet: Facet): { element: HTMLElement; update: () => void } {
  const rows = facet.choices.map(({ at, label }) => {
    const box = el("input", { type: "checkbox", "change": () => app.change({ only: toggled(app, facet.id, at) }) });
    const n = el("span.n");
    return { at, box, n, element: el("label.check", box, el("span.text", label), n) };
  });
  const set = (list: number[] | null) => {
    const { [facet.id]: _, ...rest } = app.state.only;
    app.change({ only: list ? { ...rest, [facet.id]: list } : rest });
  };
  const both = el("div.both",
    button("All", () => set(null), { class: "quiet", "aria-label": `All of ${facet.label}` }),
    button("None", () => set([]), { class: "quiet", "aria-label": `None of ${facet.label}` }),
  );
  const legend = el("legend", facet.label);
  return {
    element: el("fieldset", { "data-facet": facet.id }, legend, both, ...rows.map(({ element }) => element)),
    update: () => {
      for (const { at, box, n } of rows) {
        box.checked = app.state.only[facet.id]?.includes(at) ?? true;
        n.textContent = String(app.shown.counts[facet.id]!.get(at) ?? 0);
      }
    },
  };
}

function threshold(app: App, least: number, most: number): { element: HTMLElement; update: () => void } {
  const step = Number.isInteger(least) && Number.isInteger(most) ? 1 : (most - least) / 100;
  const choose = (value: number) => app.change({ least: value > least ? value : 0 });
  const { parts, slider, words } = ruler("least", "Least strength of a tie", [least, most, step], choose);
  return {
    element: el("div.least", ...parts),
    update: () => {
      slider.value = String(max(app.state.least, least));
      words.value = short(max(app.state.least, least));
    },
  };
}

/** A slider with its label and its value in words. */
function ruler(id: string, label: string, [min, max, step]: [number, number, number], choose: (value: number) => void) {
  const slider = el("input", { type: "range", id, min, max, step, input: () => choose(Number(slider.value)) });
  const words = el("output", { for: id });
  return { parts: [el("div.row", el("label", { for: id }, label), words), slider], slider, words };
}
