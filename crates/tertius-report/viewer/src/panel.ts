import { nameOf, type App } from "./app";
import type { Evidence, Note } from "./data";
import { button, el, refill } from "./dom";
import { isFiltered, passes } from "./filter";
import { route } from "./path";
import { NOBODY } from "./state";
import { counted, grouped, listed, minus, ordinal } from "./words";

/** The card over the picture: what is known of an actor, of a tie, or of the picture itself. */
export function panel(app: App): { element: HTMLElement; update: () => void; about: () => void } {
  const body = el("div.body");
  const shut = () => {
    telling = false;
    app.change(NOBODY);
  };
  const close = button("×", shut, { class: "close", "aria-label": "Close" });
  const element = el("section.card", { "aria-label": "Facts", hidden: true }, close, body);
  let telling = false;
  let last = "";
  const update = () => {
    const { pin, tie, path } = app.state;
    const chosen = pin !== null || tie !== null || path !== null;
    telling &&= !chosen;
    element.hidden = !chosen && !telling;
    if (element.hidden) return;
    const content = path ? way(app, ...path) : tie !== null ? couple(app, tie) : pin !== null ? actor(app, pin) : about(app);
    refill(body, ...content);
    const now = `${pin} ${tie} ${path}`;
    if (now !== last) element.scrollTop = 0;
    last = now;
  };
  return {
    element,
    update,
    about: () => {
      telling = true;
      app.change(NOBODY);
      close.focus();
    },
  };
}

/** What an actor is grouped by, in words. */
export function groupsOf(app: App, actor: number): [label: string, words: string][] {
  const { actors, groupings } = app.net.data;
  return groupings.map(({ label, groups }, g) => {
    const names = (actors[actor]!.groups[g] ?? []).map((group) => groups[group]!.label);
    return [label, names.length > 0 ? listed(names) : "not stated"];
  });
}

function actor(app: App, i: number): (Node | false | null)[] {
  const { actors } = app.net.data;
  const { name, aliases, person, collective, facts, notes } = actors[i]!;
  const kind = [person ? "A person" : "", collective ? "Stands for several actors" : ""].filter(Boolean);
  const rows = [...groupsOf(app, i), ...facts].flatMap(([label, words]) => [el("dt", label), el("dd", words)]);
  return [
    el("h2", name),
    aliases.length > 0 && el("p.soft", `Also ${listed(aliases)}`),
    kind.length > 0 && el("p.soft", `${kind.join(". ")}.`),
    !app.shown.actors[i] && el("p.lacking", "Not in the picture now: left out by the filters."),
    rows.length > 0 && el("dl", ...rows),
    ...notes.map(noted),
    reaching(app, i),
    measures(app, i),
    ...ties(app, i),
  ];
}

/** How far around the actor the picture stays dark. */
function reaching(app: App, i: number): HTMLElement {
  const choice = (steps: number, words: string) =>
    button(words, () => app.change({ reach: steps }), { "aria-pressed": String(app.state.reach === steps), "data-key": `reach ${steps}` });
  const path = button("Path from here", () => app.pathFrom(i), { "data-key": "path" });
  return el("div.row reach", { role: "group", "aria-label": "Show around this actor" }, choice(1, "1 step"), choice(2, "2 steps"), path);
}

function measures(app: App, i: number): HTMLElement | null {
  const { measures, actors } = app.net.data;
  if (measures.length === 0) return null;
  const { values, why } = actors[i]!;
  const rows = measures.map(({ label, about, decimals }, m) => {
    const value = values[m] ?? null;
    const rank = app.net.ranks[m]![i]!;
    const head = el("th", { scope: "row", title: about }, label);
    if (value === null || !rank) return el("tr", head, el("td", { colspan: 2, class: "soft" }, why[m] ?? "no value"));
    const place = `${ordinal(rank.place)}${rank.equal ? " equal" : ""} of ${rank.of}`;
    return el("tr", head, el("td.n", minus(value.toFixed(decimals))), el("td.soft", place));
  });
  const caption = isFiltered(app.state) ? "Measures, without filters" : "Measures";
  return el("table.measures", el("caption", caption), el("tbody", ...rows));
}

/** The ties shown, by relation, with the words of the evidence. */
function ties(app: App, i: number): Node[] {
  const { data } = app.net;
  const mine = data.ties.map((tie, t) => ({ ...tie, t })).filter(({ from, to }) => from === i || to === i);
  const seen = mine.filter(({ t }) => app.shown.ties[t]);
  const heading = seen.length === mine.length ? counted(mine.length, "tie") : `${seen.length} of ${counted(mine.length, "tie")} shown`;
  const sections = data.relations.map(({ label }, relation) => {
    const items = seen.map((tie) => {
      const rows = shownRows(app, tie.evidence).filter((row) => row.relation === relation);
      if (rows.length === 0) return null;
      const other = tie.from === i ? tie.to : tie.from;
      const way = data.directed ? (tie.from === i ? "to " : "from ") : "";
      return el("li", way, who(app, other, tie.t), ...rows.map((row) => evidence(app, row)));
    });
    const held = items.filter((item) => item !== null);
    return held.length ? [el("h4", `${label} (${held.length})`), el("ul.ties", ...held)] : [];
  });
  const bare = seen.filter((tie) => tie.evidence.length === 0).map((tie) => el("li", who(app, tie.from === i ? tie.to : tie.from, tie.t)));
  return [el("h3", heading), ...sections.flat(), ...(bare.length ? [el("ul.ties", ...bare)] : [])];
}

function couple(app: App, p: number): Node[] {
  const { data, pairs } = app.net;
  const { a, b, ties } = pairs[p]!;
  const parts = ties.map((t) => {
    const tie = data.ties[t]!;
    const rows = shownRows(app, tie.evidence);
    const hidden = app.shown.ties[t] ? "" : "Left out by the filters. ";
    const way = data.directed ? `From ${nameOf(app, tie.from)} to ${nameOf(app, tie.to)}. ` : "";
    const strong = data.strength ? `Strength ${tie.strength}. ` : "";
    const line = way + strong + hidden;
    return el("div", line ? el("p.soft", line) : null, ...rows.map((row) => el("div.tie", el("b", data.relations[row.relation]?.label ?? ""), evidence(app, row))));
  });
  return [el("h2", who(app, a), " and ", who(app, b)), ...parts];
}

/** A shortest path in words. */
export function pathWords(app: App, from: number, to: number): string {
  const { directed } = app.net.data;
  const found = route(app.net, app.shown, from, to);
  const along = directed ? " along the arrows" : "";
  if (!found) return `There is no path${along} from ${nameOf(app, from)} to ${nameOf(app, to)} over the ties shown.`;
  const names = found.actors.map((actor) => nameOf(app, actor)).join(directed ? " → " : " – ");
  const others = found.ways > 1 ? ` One of ${grouped(found.ways)} ways as short.` : "";
  return `${counted(found.pairs.length, "step")}${along}: ${names}.${others}`;
}

function way(app: App, from: number, to: number): Node[] {
  const found = route(app.net, app.shown, from, to);
  const stops = (found?.actors ?? []).map((actor) => el("li", who(app, actor)));
  return [el("h2", "Shortest path"), el("p", pathWords(app, from, to)), ...(found ? [el("ol", ...stops)] : [])];
}

function shownRows(app: App, rows: Evidence[]): Evidence[] {
  return rows.filter((row) => passes(row, app.facets, app.state));
}

/** A name that leads to the actor. */
function who(app: App, other: number, key = -1): HTMLElement {
  return button(nameOf(app, other), () => app.find(other, false), { class: "name", "data-key": `${key} ${other}` });
}

function evidence(app: App, row: Evidence): HTMLElement {
  const { waves, certainties, statuses } = app.net.data;
  const term = (list: { label: string }[], at: number | null) => (at === null ? "" : (list[at]?.label ?? ""));
  const more = [term(waves, row.wave), term(certainties, row.certainty), term(statuses, row.status)].filter(Boolean);
  return el("div.evidence",
    row.says,
    more.length > 0 && el("span.soft", ` (${more.join(", ")})`),
    row.note && noted(row.note),
  );
}

function noted({ note, quote, source }: Note): HTMLElement {
  return el("div.noted",
    note && el("p", note),
    quote && el("blockquote", `“${quote}”`),
    source && el("p.source", source),
  );
}

function about(app: App): Node[] {
  const { summary, view, layout, notes, software, command, anonymised } = app.net.data;
  const part = (heading: string, sentences: string[]) => {
    const said = sentences.filter(Boolean);
    return said.length ? [el("h3", heading), ...said.map((sentence) => el("p", sentence))] : [];
  };
  const coded = anonymised ? "Names are replaced by codes." : "";
  return [
    el("h2", "About this picture"),
    ...summary.map((sentence) => el("p", sentence)),
    ...part("What is shown", [`View: ${view}.`, `Layout: ${layout}.`, coded]),
    ...part("Notes", notes),
    ...part("How it was made", [software]),
    ...(command ? [el("pre", { tabindex: 0, role: "region", "aria-label": "Command" }, command)] : []),
  ];
}
