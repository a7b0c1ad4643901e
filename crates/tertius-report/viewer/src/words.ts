/** Numbers and counts as a reader expects them. */

import { abs, floor, log10, round, within } from "./math";

/** `1,200`. */
export function grouped(n: number): string {
  return n.toLocaleString("en-GB");
}

/** `1 tie`, `2 ties`, `1,200 ties`. */
export function counted(n: number, thing: string): string {
  return `${grouped(n)} ${thing}${n === 1 ? "" : "s"}`;
}

/** `7th`. */
export function ordinal(n: number): string {
  const teens = n % 100 > 10 && n % 100 < 14;
  return n + ((teens ? "" : ["", "st", "nd", "rd"][n % 10]) || "th");
}

/** Three significant digits, as the printed figure's legend writes them. */
export function short(value: number): string {
  const magnitude = value === 0 ? 0 : floor(log10(abs(value)));
  const decimals = within(2 - magnitude, 0, 6);
  return minus(String(Number(value.toFixed(decimals))));
}

/** With a true minus, as wide as a plus. */
export function minus(text: string): string {
  return text.replace("-", "\u2212");
}

/** Up to three values that show a scale: both ends and a round one between them. */
export function examples(least: number, most: number): number[] {
  if (most <= least) return [most];
  const span = most - least;
  const grain = 10 ** floor(log10(span));
  const middle = [grain, grain / 2, grain / 10]
    .map((step) => round((least + most) / 2 / step) * step)
    .find((value) => value > least + 0.2 * span && value < most - 0.2 * span);
  return middle === undefined ? [least, most] : [least, middle, most];
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: string[]): string {
  const last = names[names.length - 1] ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** Letters without accents or capitals: how names are compared when searching. */
export function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ø/g, "o").replace(/ł/g, "l").trim();
}
