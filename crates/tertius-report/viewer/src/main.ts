import type { App } from "./app";
import type { PageData } from "./data";
import { button, el, fold, on } from "./dom";
import { facets, filter } from "./filter";
import { counts, filters, waves } from "./filters";
import { focusOf, type Hover } from "./focus";
import { listen } from "./gestures";
import { read, written } from "./hash";
import { key } from "./key";
import { KEYS, walk } from "./keyboard";
import { network } from "./network";
import { DARK, LIGHT } from "./palette";
import { panel } from "./panel";
import { pathbox } from "./pathbox";
import { save } from "./save";
import { scene } from "./scene";
import { search } from "./search";
import type { Point } from "./shapes";
import { asSvg } from "./sheet";
import { stage as makeStage } from "./stage";
import { NOBODY, type Tab } from "./state";
import { story } from "./story";
import { table } from "./table";

const SCHEMA = "tertius.page/1";
/** How long the address waits for the next change, in milliseconds: browsers refuse to have it written too often. */
const PATIENCE = 250;
const NOTHING: Hover = { actor: null, pair: null };

start();

function start(): void {
  const main = document.getElementById("tertius-page");
  const block = document.getElementById("tertius-data");
  if (!main || !block) return;
  const data = JSON.parse(block.textContent ?? "") as PageData;
  if (data.schema !== SCHEMA) {
    const words = `The data is ${String(data.schema)}, the viewer reads ${SCHEMA}: make the page again with one tertius.`;
    main.prepend(el("p", { role: "alert" }, words));
    return;
  }
  open(main, data);
  document.getElementById("tertius-fallback")?.setAttribute("hidden", "");
}

function open(main: HTMLElement, data: PageData): void {
  const net = network(data);
  const all = facets(net);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const home = data.actors.map(({ x, y }): Point => [x, y]);
  let hover = NOTHING;
  let waiting = 0;
  const theme = () => (dark.matches ? DARK : LIGHT);
  const painted = () => scene(net, app.state, app.shown, theme(), app.xy, focusOf(net, app.state, app.shown, hover));

  const state = read(net, all, location.hash);
  const shown = filter(net, all, state);
  const app: App = {
    net,
    facets: all,
    state,
    shown,
    scene: scene(net, state, shown, theme(), home, focusOf(net, state, shown, hover)),
    xy: [...home],
    change: (part) => {
      app.state = { ...app.state, ...part };
      app.shown = filter(net, all, app.state);
      app.scene = painted();
      stage.refresh();
      update();
      app.remember();
    },
    remember: () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        const hash = written(net, all, app.state);
        if (hash === location.hash.slice(1)) return;
        try {
          history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
        } catch {
          // A page inside a notebook has no address of its own to keep the view in.
        }
      }, PATIENCE);
    },
    point: (at = NOTHING) => {
      if (at.actor === hover.actor && at.pair === hover.pair) return;
      hover = at;
      app.scene = { ...app.scene, focus: focusOf(net, app.state, app.shown, hover) };
      stage.refocus();
      tip.textContent = pointed(app, hover);
      tip.hidden = tip.textContent === "";
    },
    find: (actor, closer) => {
      hover = NOTHING;
      const tab: Tab = closer ? "picture" : app.state.show;
      app.change({ ...NOBODY, pin: actor, show: tab });
      if (closer) stage.show([actor, ...app.shown.neighbours[actor]!]);
      else stage.reveal(actor);
    },
    pathFrom: (actor) => {
      column.classList.add("open");
      path.from(actor);
    },
    move: (actor, to) => {
      if (actor === null) app.xy = [...home];
      else if (to) app.xy[actor] = to;
      app.scene = painted();
      stage.refresh();
    },
    say: (words) => (live.textContent = words),
  };

  const card = panel(app);
  const stage = makeStage(app, card.element);
  const live = el("p.unseen", { "aria-live": "polite" });
  const tip = el("p.tip", { "aria-hidden": "true", hidden: true });
  /** Brings what a step or a path is about into view. */
  const arrive = () => {
    const focus = app.scene.focus;
    if (focus && app.state.zoom === null) stage.show(focus.actors, 2.2);
    else stage.whole();
  };
  const told = story(app, arrive);
  const path = pathbox(app, arrive);
  const seek = search(app, { id: "search", label: "Find an actor", pick: (actor) => app.find(actor, true) });
  const parts = { counts: counts(app), wave: waves(app), key: key(app), filters: filters(app), table: table(app) };

  const tabs = (["picture", "actors", "ties"] as Tab[]).map((tab) =>
    button({ picture: "Picture", actors: "Table of actors", ties: "Table of ties" }[tab], () => app.change({ show: tab }), { "data-tab": tab }),
  );
  const about = button("About this picture", () => card.about(), { class: "quiet" });
  const bar = el("div.bar",
    el("p.lead", data.summary[0] ?? ""),
    el("div.row tabs", { role: "group", "aria-label": "Show as" }, ...tabs),
    about,
  );
  stage.element.append(
    tip,
    el("div.zoom",
      button("+", () => stage.zoom(1.4), { "aria-label": "Larger" }),
      button("−", () => stage.zoom(1 / 1.4), { "aria-label": "Smaller" }),
      button("⤢", () => stage.whole(), { "aria-label": "The whole picture" }),
    ),
  );
  const keys = KEYS.flatMap(([keys, what]) => [el("dt", keys), el("dd", what)]);
  const column = el(
    "div.column", { id: "controls" },
    seek.element,
    parts.wave.element,
    parts.key.element,
    parts.filters.element,
    path.element,
    save(app, stage).element,
    fold("Keys", false, el("p.note", "With the picture in focus:"), el("dl.keys", ...keys)),
  );
  const toggle = button("Search, legend and filters", () => {
    toggle.setAttribute("aria-expanded", String(column.classList.toggle("open")));
  }, { class: "toggle", "aria-expanded": "false", "aria-controls": "controls" });
  const paper = el("div.paper", { "aria-hidden": "true" });
  const work = el("div.work",
    el("div.view", stage.element, parts.table.element, card.element),
    el("aside.side", { "aria-label": "Controls" }, told.element, parts.counts.element, toggle, column),
  );
  main.append(bar, ...(data.notice && !document.querySelector(".notice") ? [el("p.notice", data.notice)] : []), work, live, paper);
  document.body.classList.add("viewing");

  const update = () => {
    const { show: tab } = app.state;
    stage.element.classList.toggle("away", tab !== "picture");
    for (const one of tabs) one.setAttribute("aria-pressed", String(one.dataset.tab === tab));
    for (const part of [card, told, path, ...Object.values(parts)]) part.update();
    stage.makeRoom();
  };
  update();
  listen(app, stage);
  walk(app, stage);

  on(window, "hashchange", () => {
    app.state = read(net, all, location.hash);
    app.change({});
    stage.restore();
  });
  on(dark, "change", () => app.change({}));
  on(window, "beforeprint", () => paper.replaceChildren(asSvg(app, stage)));
}

/** What is pointed at, in a line. */
function pointed(app: App, { actor, pair }: Hover): string {
  const { data, pairs } = app.net;
  if (actor !== null) return data.actors[actor]!.name;
  if (pair === null) return "";
  const { a, b, ties } = pairs[pair]!;
  const rows = ties.filter((t) => app.shown.ties[t]).flatMap((t) => data.ties[t]!.evidence.map((row) => row.says));
  const said = [...new Set(rows)];
  const more = said.length > 2 ? ` and ${said.length - 2} more` : "";
  return `${data.actors[a]!.name} – ${data.actors[b]!.name}: ${said.slice(0, 2).join("; ")}${more}`;
}
