/** What the files here need of `Math`, under names that a bundle can shorten. */
export const { abs, ceil, cos, floor, hypot, log10, max, min, PI, round, sin, sqrt } = Math;

/** The value, or the end of the range that it is beyond. */
export function within(value: number, least: number, most: number): number {
  return min(max(value, least), most);
}
