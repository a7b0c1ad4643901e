import { min } from "./math";
import type { App } from "./app";
import { ofActors, ofTies, rowsOf, type Column } from "./columns";
import { button, el, refill } from "./dom";
import { counted } from "./words";

/** So many rows are written at a time. */
const PAGE = 200;

/** The picture as text: what is shown, in a table that can be sorted. */
export function table(app: App): { element: HTMLElement; update: () => void } {
  const element = el("div.table", { tabindex: 0, role: "region", "aria-label": "Table", hidden: true });
  const sorted = { actors: ["name", 1], ties: ["from_name", 1] } as Record<"actors" | "ties", [string, number]>;
  let most = PAGE;

  const update = () => {
    const { show: tab } = app.state;
    element.hidden = tab === "picture";
    if (tab === "picture") return;
    const columns = (tab === "actors" ? ofActors(app) : ofTies(app)).filter(({ label, id }) => label && id !== "id");
    const [by, way] = sorted[tab];
    const column = columns.find(({ id }) => id === by) ?? columns[0]!;
    const rows = ordered(rowsOf(app, tab), column, way);
    const head = columns.map(({ id, label, number }) => {
      const press = () => {
        const first = number ? -1 : 1;
        sorted[tab] = [id, by === id ? -way : first];
        update();
      };
      const sort = by !== id ? "none" : way > 0 ? "ascending" : "descending";
      return el("th", { scope: "col", class: number ? "n" : "", "aria-sort": sort }, button(label, press, { "data-key": id }));
    });
    const cell = (row: number) => (column: Column) => {
      const names = { name: row, from_name: app.net.data.ties[row]?.from, to_name: app.net.data.ties[row]?.to };
      const actor = names[column.id as keyof typeof names];
      const words = column.words(row);
      if (actor === undefined) return el("td", { class: column.number ? "n" : "" }, words);
      const lead = button(words, () => app.find(actor, false), { class: "name", "data-key": `${column.id} ${row}` });
      return column.id === "to_name" ? el("td", lead) : el("th", { scope: "row" }, lead);
    };
    const more = () => {
      most += PAGE;
      update();
    };
    refill(
      element,
      el(
        "table", el("caption", tab === "actors" ? `${counted(rows.length, "actor")} shown` : `${counted(rows.length, "tie")} shown`),
        el("thead", el("tr", ...head)),
        el("tbody", ...rows.slice(0, most).map((row) => el("tr", ...columns.map(cell(row))))),
      ),
      rows.length > most ? button(`Show ${min(PAGE, rows.length - most)} more of ${rows.length}`, more, { "data-key": "more" }) : null,
    );
  };
  return { element, update };
}

/** What has no value stays at the end, whichever way. */
function ordered(rows: number[], { value }: Column, way: number): number[] {
  const empty = (it: unknown) => it === null || it === "";
  return rows.sort((i, j) => {
    const [x, y] = [value(i), value(j)];
    if (empty(x) || empty(y)) return Number(empty(x)) - Number(empty(y)) || i - j;
    const apart = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en-GB");
    return way * apart || i - j;
  });
}
