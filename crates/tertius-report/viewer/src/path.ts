import type { Network } from "./network";
import { Fate, type Shown } from "./filter";

/** A shortest path over the ties shown. */
export interface Route {
  actors: number[];
  pairs: number[];
  /** How many ways are as short. */
  ways: number;
}

/**
 * A shortest path, by steps, along the arrows where ties have a direction. Of several as short, the one whose
 * actors come first in the list.
 */
export function route(net: Network, shown: Shown, from: number, to: number): Route | null {
  const { data, pairs } = net;
  const next: [actor: number, pair: number][][] = data.actors.map(() => []);
  pairs.forEach(({ a, b, ties }, p) => {
    if (shown.pairs[p] !== Fate.Kept && shown.pairs[p] !== Fate.Gained) return;
    const leads = (end: number) => !data.directed || ties.some((t) => shown.ties[t] && data.ties[t]!.to === end);
    if (leads(b)) next[a]!.push([b, p]);
    if (leads(a)) next[b]!.push([a, p]);
  });
  const steps = new Map([[from, 0]]);
  const ways = new Map([[from, 1]]);
  const back = new Map<number, [actor: number, pair: number]>();
  const queue = [from];
  for (const actor of queue) {
    for (const [other, pair] of next[actor]!.sort((x, y) => x[0] - y[0])) {
      if (!steps.has(other)) {
        steps.set(other, steps.get(actor)! + 1);
        back.set(other, [actor, pair]);
        queue.push(other);
      }
      if (steps.get(other) === steps.get(actor)! + 1) ways.set(other, (ways.get(other) ?? 0) + ways.get(actor)!);
    }
  }
  if (!steps.has(to)) return null;
  const found: Route = { actors: [to], pairs: [], ways: ways.get(to)! };
  for (let at = back.get(to); at; at = back.get(at[0])) {
    found.actors.unshift(at[0]);
    found.pairs.unshift(at[1]);
  }
  return found;
}
