import { FAMILY, type Fill, type Pen, type Surface } from "./surface";

type Attributes = Record<string, string | number | undefined>;

/** An empty drawing of a size in pixels, and the surface that fills it element by element: names need no escaping. */
export function svg(width: number, height: number, title: string, description: string): [SVGElement, Surface] {
  const sheet = make("svg", { width, height, viewBox: `0 0 ${round(width)} ${round(height)}`, role: "img", "font-family": FAMILY });
  sheet.append(make("title", {}, title), make("desc", {}, description));
  return [sheet, inside(sheet)];
}

function inside(parent: SVGElement): Surface {
  const add = (tag: string, attributes: Attributes, words?: string) => {
    const element = make(tag, attributes, words);
    parent.append(element);
    return element;
  };
  return {
    line: ([x1, y1], [x2, y2], pen) => add("line", { x1, y1, x2, y2, ...penned(pen) }),
    disc: ([cx, cy], r, fill, pen) => add("circle", { cx, cy, r, ...filled(fill), ...penned(pen) }),
    polygon: (corners, fill, pen) => {
      const points = corners.map((corner) => corner.map(round).join()).join(" ");
      add("polygon", { points, ...filled(fill), ...penned(pen) });
    },
    text: (words, [x, y], { size, color, bold, anchor, halo }) => {
      const rim = halo && { stroke: halo, "stroke-width": size * 0.28, "stroke-linejoin": "round", "paint-order": "stroke" };
      const weight = bold ? 600 : undefined;
      add("text", { x, y, "font-size": size, fill: color, "font-weight": weight, "text-anchor": anchor, ...(rim || {}) }, words);
    },
    group: (opacity, title, draw) => {
      const group = add("g", { "opacity": opacity < 1 ? opacity : undefined });
      if (title) group.append(make("title", {}, title));
      draw(inside(group));
    },
    shifted: (dx, dy, draw) => draw(inside(add("g", { transform: `translate(${round(dx)} ${round(dy)})` }))),
  };
}

function make(tag: string, attributes: Attributes, words = ""): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, String(typeof value === "number" ? round(value) : value));
  }
  element.textContent = words;
  return element;
}

function penned(pen: Pen | null): Attributes {
  if (!pen) return {};
  const { color, width, opacity, dash } = pen;
  return { stroke: color, "stroke-width": width, "stroke-opacity": opacity, "stroke-dasharray": dash ? "4 3" : undefined };
}

function filled(fill: Fill | null): Attributes {
  return { fill: fill ? fill.color : "none", "fill-opacity": fill?.opacity };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
