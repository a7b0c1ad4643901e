import type { Network } from "./network";
import { route } from "./path";
import { Fate, type Shown } from "./filter";
import type { State } from "./state";

/** What stays dark while the rest fades. */
export interface Focus {
  /** Those the focus is on: their ties are drawn strongest. */
  heart: Set<number>;
  actors: Set<number>;
  /** The lines that are drawn strongest. */
  pairs: Set<number>;
}

/** The actor or pair that is pointed at. */
export interface Hover {
  actor: number | null;
  pair: number | null;
}

/** What is pointed at comes first, then what the reader chose, then what the story tells. */
export function focusOf(net: Network, state: State, shown: Shown, hover: Hover): Focus | null {
  if (hover.actor !== null) return circle(net, shown, hover.actor, 1);
  if (hover.pair !== null) return couple(net, hover.pair);
  if (state.path) {
    const found = route(net, shown, ...state.path);
    const actors = new Set(found?.actors ?? state.path);
    return { heart: new Set(state.path), actors, pairs: new Set(found?.pairs) };
  }
  if (state.tie !== null) return couple(net, state.tie);
  if (state.pin !== null) return circle(net, shown, state.pin, state.reach);
  const step = state.step === null ? undefined : net.data.story[state.step];
  if (!step || step.actors.length === 0) return null;
  if (step.actors.length === 1) return circle(net, shown, step.actors[0]!, 1);
  const actors = new Set(step.actors);
  return { heart: actors, actors, pairs: drawn(net, shown, (a, b) => actors.has(a) && actors.has(b)) };
}

/** An actor, those within some steps of it, and the ties that lead there. */
function circle(net: Network, shown: Shown, ego: number, steps: number): Focus {
  const actors = new Set([ego]);
  let rim = [ego];
  const inner = new Set<number>();
  for (let step = 0; step < steps; step++) {
    rim.forEach((actor) => inner.add(actor));
    rim = rim.flatMap((actor) => shown.neighbours[actor]!).filter((actor) => !actors.has(actor));
    rim.forEach((actor) => actors.add(actor));
  }
  return { heart: new Set([ego]), actors, pairs: drawn(net, shown, (a, b) => inner.has(a) || inner.has(b)) };
}

function couple(net: Network, pair: number): Focus {
  const { a, b } = net.pairs[pair]!;
  const both = new Set([a, b]);
  return { heart: both, actors: both, pairs: new Set([pair]) };
}

function drawn(net: Network, shown: Shown, wanted: (a: number, b: number) => boolean): Set<number> {
  const pairs = new Set<number>();
  net.pairs.forEach(({ a, b }, p) => {
    if (shown.pairs[p] !== Fate.None && wanted(a, b)) pairs.add(p);
  });
  return pairs;
}
