/** What the picture is drawn on: a canvas on the screen, SVG in a file. The drawing is written once, for both. */

import { el } from "./dom";
import type { Point } from "./shapes";

export interface Pen {
  color: string;
  width: number;
  opacity?: number;
  dash?: boolean;
}

export interface Fill {
  color: string;
  opacity?: number;
}

export interface Type {
  size: number;
  color: string;
  bold?: boolean;
  anchor?: "start" | "middle" | "end";
  /** A rim of this colour keeps words readable over lines. */
  halo?: string;
}

export interface Surface {
  line(from: Point, to: Point, pen: Pen): void;
  disc(middle: Point, radius: number, fill: Fill | null, pen: Pen | null): void;
  polygon(corners: Point[], fill: Fill | null, pen: Pen | null): void;
  /** One line of words; `at` is on its base line. */
  text(words: string, at: Point, type: Type): void;
  /** Things that belong together, as one sheet seen through; the title is for who points at them. */
  group(opacity: number, title: string, draw: (surface: Surface) => void): void;
  /** Things whose corner is elsewhere. */
  shifted(dx: number, dy: number, draw: (surface: Surface) => void): void;
}

export const FAMILY = 'system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif';

export function fontOf(size: number, bold = false): string {
  return `${bold ? 600 : 400} ${size}px ${FAMILY}`;
}

/** What draws on a canvas; all browsers of this century have it. */
export function penFor(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return canvas.getContext("2d")!;
}

/** A canvas of a size in dots. */
export function blank(width: number, height: number): HTMLCanvasElement {
  return el("canvas", { width, height });
}

const ruler = penFor(blank(1, 1));

/** How wide words are. */
export function widthOf(words: string, size: number, bold = false): number {
  const font = fontOf(size, bold);
  if (ruler.font !== font) ruler.font = font;
  return ruler.measureText(words).width;
}

/** Words in lines no wider than `most`, broken between words where that can be. */
export function wrapped(words: string, most: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && widthOf(`${last} ${word}`, size, bold) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
