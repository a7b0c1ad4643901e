import { round } from "./math";
import type { App } from "./app";
import { onCanvas } from "./canvas";
import { ofActors, ofTies, rowsOf, type Column } from "./columns";
import { csv } from "./csv";
import { button, el, fold } from "./dom";
import { written } from "./hash";
import { asSvg, sheet } from "./sheet";
import type { Stage } from "./stage";
import { blank, penFor } from "./surface";
import { plain } from "./words";

/** What can be taken away: the picture, its numbers, its places, its address. */
export function save(app: App, stage: Stage): { element: HTMLElement } {
  const name = plain(app.net.data.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 50) || "network";
  const svg = () => {
    const text = new XMLSerializer().serializeToString(asSvg(app, stage));
    download(`${name}.svg`, new Blob([text], { type: "image/svg+xml" }));
  };
  const png = (times: number) => () =>
    image(app, stage, times).toBlob((blob) => blob && download(`${name}${times > 1 ? `@${times}x` : ""}.png`, blob));
  const numbers = (of: "actors" | "ties") => () => {
    const columns = of === "actors" ? ofActors(app) : ofTies(app);
    const line = (row: number) => columns.map((column: Column) => column.value(row));
    // With the mark by which spreadsheets know letters that are not English.
    const text = `\ufeff${csv([columns.map(({ id }) => id), ...rowsOf(app, of).map(line)])}`;
    download(`${name}-${of}.csv`, new Blob([text], { type: "text/csv" }));
  };
  const layout = () => {
    const rows = app.net.data.actors.map(({ id }, i) => [id, ...app.xy[i]!.map((value) => Number(value.toFixed(2)))]);
    download("layout.csv", new Blob([csv([["id", "x", "y"], ...rows], false)], { type: "text/csv" }));
  };
  const link = el("input", { type: "text", readonly: true, "aria-label": "Link to this view", hidden: true });
  const copy = () => {
    link.hidden = false;
    link.value = `${location.href.split("#")[0]}#${written(app.net, app.facets, app.state)}`;
    link.select();
    // Some browsers let no page write to the clipboard: the link can be copied by hand.
    navigator.clipboard?.writeText(link.value).then(
      () => app.say("The link is copied."),
      () => undefined,
    );
  };
  const row = (words: string, ...buttons: HTMLElement[]) => el("div.row", el("span.soft", words), ...buttons);
  return {
    element: fold(
      "Save and share",
      false,
      row("Picture", button("SVG", svg), ...[1, 2, 4].map((times) => button(`PNG ×${times}`, png(times)))),
      row("Table", button("Actors, CSV", numbers("actors")), button("Ties, CSV", numbers("ties"))),
      row("Positions", button("Save layout", layout), button("Reset positions", () => app.move(null))),
      row("Address", button("Copy link to this view", copy), link),
      el("p.note", "Files hold what is shown now. Actors can be dragged; layout.csv keeps their places for the printed figure."),
    ),
  };
}

function image(app: App, stage: Stage, times: number): HTMLCanvasElement {
  const { width, height, draw } = sheet(app, stage);
  const canvas = blank(round(width * times), round(height * times));
  const context = penFor(canvas);
  context.scale(times, times);
  draw(onCanvas(context));
  return canvas;
}

function download(name: string, blob: Blob): void {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
