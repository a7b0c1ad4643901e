import { floor, max, min } from "./math";
import type { App } from "./app";
import { drawAll, drawFocus, FADED, type Shot } from "./draw";
import { countWords } from "./filters";
import { legend, SAMPLE, type Section } from "./legend";
import { LIGHT } from "./palette";
import type { Stage } from "./stage";
import { wrapped, type Surface } from "./surface";
import { svg } from "./svg";

/** The picture on white with its title, legend and caption, as it is printed and saved. */
export interface Sheet {
  width: number;
  height: number;
  draw: (surface: Surface) => void;
}

const TEXT = 12;
const LINE = TEXT * 1.4;
const GAP = 20;

export function sheet(app: App, stage: Stage): Sheet {
  const shot: Shot = stage.shot();
  const light: Shot = { ...shot, text: min(shot.text, 16), scene: { ...app.scene, theme: LIGHT } };
  const focused: Shot = { ...light, labels: stage.focusNames() };
  const { title } = app.net.data;
  const { width } = shot;
  const heading = wrapped(title, width - 2 * GAP, 18, true);
  const top = GAP + heading.length * 24;
  const sections = legend(light.scene);
  const caption = wrapped(captionOf(app), width - 2 * GAP, TEXT);
  const key = placed(sections, width);
  const under = top + shot.height + GAP;
  const height = under + key.height + GAP + caption.length * LINE + GAP;
  return {
    width,
    height,
    draw: (surface) => {
      surface.polygon([[0, 0], [width, 0], [width, height], [0, height]], { color: LIGHT.paper }, null);
      heading.forEach((line, i) => surface.text(line, [GAP, GAP + 18 + i * 24], { size: 18, color: LIGHT.ink, bold: true }));
      surface.shifted(0, top, (inner) => {
        inner.group(app.scene.focus ? FADED : 1, "", (faded) => drawAll(faded, light));
        drawFocus(inner, focused);
      });
      surface.shifted(0, under, key.draw);
      const foot = under + key.height + GAP;
      caption.forEach((line, i) => surface.text(line, [GAP, foot + (i + 0.8) * LINE], { size: TEXT, color: LIGHT.soft }));
    },
  };
}

/** The sheet as an SVG element. */
export function asSvg(app: App, stage: Stage): SVGElement {
  const { width, height, draw } = sheet(app, stage);
  const [element, surface] = svg(width, height, app.net.data.title, captionOf(app));
  draw(surface);
  return element;
}

/** What is shown, how, and by what. */
function captionOf(app: App): string {
  const { data } = app.net;
  const chosen = app.facets.flatMap(({ id, label, choices }) => {
    const only = app.state.only[id];
    return only ? [`${label}: ${choices.filter(({ at }) => only.includes(at)).map((choice) => choice.label).join(", ") || "none"}`] : [];
  });
  if (app.state.least > 0) chosen.push(`ties of strength ${app.state.least} or more`);
  if (!app.state.isolates) chosen.push("actors without ties in this view hidden");
  const parts = [
    countWords(app),
    chosen.length ? `Chosen: ${chosen.join("; ")}` : "",
    `View: ${data.view}`,
    `Layout: ${data.layout}`,
    data.notice,
    data.software,
  ];
  return parts.filter(Boolean).map((part) => part.trim().replace(/\.?$/, ".")).join(" ");
}

/** The legend in columns, each section whole in the column that is least filled. */
function placed(sections: Section[], width: number): { height: number; draw: (surface: Surface) => void } {
  const columns = max(1, floor(width / 230));
  const wide = (width - 2 * GAP) / columns;
  const filled = new Array<number>(columns).fill(0);
  const drawers: ((surface: Surface) => void)[] = [];
  for (const { heading, entries } of sections) {
    const column = filled.indexOf(min(...filled));
    const x = GAP + column * wide;
    let y = filled[column]!;
    const put = (words: string, left: number, bold = false) => {
      const at = y + LINE * 0.8;
      drawers.push((surface) => surface.text(words, [left, at], { size: TEXT, color: LIGHT.ink, bold }));
      y += LINE;
    };
    for (const line of wrapped(heading, wide - 10, TEXT, true)) put(line, x, true);
    for (const { text, n, height, draw } of entries) {
      const lines = wrapped(n === undefined ? text : `${text} (${n})`, wide - SAMPLE - 18, TEXT);
      const high = max(lines.length * LINE, height);
      const middle = y + high / 2;
      drawers.push((surface) => draw(surface, [x + SAMPLE / 2, middle]));
      const start = y;
      y += (high - lines.length * LINE) / 2;
      for (const line of lines) put(line, x + SAMPLE + 8);
      y = start + high + 3;
    }
    filled[column] = y + GAP * 0.7;
  }
  return { height: max(0, ...filled), draw: (surface) => drawers.forEach((draw) => draw(surface)) };
}
