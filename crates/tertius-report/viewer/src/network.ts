import { max, min } from "./math";
import type { PageData } from "./data";

/** All ties between two actors: one line of the picture. */
export interface Pair {
  /** The lower-numbered actor. */
  a: number;
  b: number;
  /** Positions in the list of ties. */
  ties: number[];
}

/** What follows from the data alone, worked out once. */
export interface Network {
  data: PageData;
  pairs: Pair[];
  /** For each tie, the first of those with the same ends: one wave's is the other's too. */
  same: number[];
  nTies: number;
  /** For each measure, the rank of each actor. */
  ranks: Rank[][];
  actorOf: Map<string, number>;
  /** Actors without a tie to another. */
  lone: Set<number>;
}

/** `7th of 118`; null where the value is. */
export type Rank = { place: number; equal: boolean; of: number } | null;

export function network(data: PageData): Network {
  const pairs: Pair[] = [];
  const known = new Map<string, number>();
  data.ties.forEach((tie, t) => {
    const [a, b] = [min(tie.from, tie.to), max(tie.from, tie.to)];
    const key = `${a} ${b}`;
    let at = known.get(key);
    if (at === undefined) {
      at = pairs.length;
      known.set(key, at);
      pairs.push({ a, b, ties: [] });
    }
    pairs[at]!.ties.push(t);
  });
  const joined = new Set(pairs.filter(({ a, b }) => a !== b).flatMap(({ a, b }) => [a, b]));
  const ends = new Map<string, number>();
  const same = data.ties.map(({ from, to }, t) => {
    const key = `${from} ${to}`;
    if (!ends.has(key)) ends.set(key, t);
    return ends.get(key)!;
  });
  return {
    data,
    pairs,
    same,
    nTies: ends.size,
    ranks: data.measures.map((_, m) => ranks(data.actors.map((actor) => actor.values[m] ?? null))),
    actorOf: new Map(data.actors.map((actor, i) => [actor.id, i])),
    lone: new Set(data.actors.map((_, i) => i).filter((i) => !joined.has(i))),
  };
}

/** The highest value is first; equal values share the better place. */
function ranks(values: (number | null)[]): Rank[] {
  const held = values.filter((value) => value !== null).sort((x, y) => y - x);
  const first = new Map<number, number>();
  const times = new Map<number, number>();
  held.forEach((value, i) => {
    if (!first.has(value)) first.set(value, i + 1);
    times.set(value, (times.get(value) ?? 0) + 1);
  });
  return values.map((value) =>
    value === null ? null : { place: first.get(value)!, equal: times.get(value)! > 1, of: held.length },
  );
}
