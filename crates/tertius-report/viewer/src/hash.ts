import type { Facet } from "./filter";
import type { Network } from "./network";
import { initial, told, type State, type Tab } from "./state";

/** A list that hides nothing, where a step of the story would hide something. */
const ALL = "*";

/** What is written as it is. */
const SIMPLE = ["show", "least", "isolates", "areas", "size", "color", "reach"] as const;

/** The view as the part of the address after `#`: only what differs from the page as it opens, or from the step told. */
export function written(net: Network, facets: Facet[], state: State): string {
  const { actors } = net.data;
  const base = baseOf(net, state.step);
  const parts: string[] = [];
  const put = (key: string, values: (string | number)[]) =>
    parts.push(`${encodeURIComponent(key)}=${values.map((value) => encodeURIComponent(value)).join(",")}`);
  const ids = (list: number[]) => list.map((actor) => actors[actor]!.id);

  if (state.step !== null) put("step", [state.step + 1]);
  for (const { id, choices } of facets) {
    const [now, then] = [state.only[id], base.only[id]];
    if (JSON.stringify(now) === JSON.stringify(then)) continue;
    put(`only.${id}`, now ? choices.filter(({ at }) => now.includes(at)).map((choice) => choice.id) : [ALL]);
  }
  for (const key of SIMPLE) if (state[key] !== base[key]) put(key, [String(state[key])]);
  if (state.pin !== null) put("pin", ids([state.pin]));
  if (state.tie !== null) put("tie", ids([net.pairs[state.tie]!.a, net.pairs[state.tie]!.b]));
  if (state.path) put("path", ids(state.path));
  if (state.zoom) put("zoom", state.zoom.map((value) => Number(value.toFixed(2))));
  return parts.join("&");
}

/** The view that an address asks for; what it says that this page does not know is ignored, part by part. */
export function read(net: Network, facets: Facet[], hash: string): State {
  const { data, actorOf, pairs } = net;
  const parts = new Map<string, string[]>();
  for (const part of hash.replace(/^#/, "").split("&")) {
    const [key, values] = part.split("=");
    if (key === undefined || values === undefined) continue;
    try {
      parts.set(decodeURIComponent(key), values === "" ? [] : values.split(",").map(decodeURIComponent));
    } catch {
      // A broken escape spoils this part alone.
    }
  }
  const one = (key: string) => parts.get(key)?.[0];
  const step = Number(one("step")) - 1;
  const state = baseOf(net, data.story[step] ? step : null);

  const tab = one("show");
  if (tab === "picture" || tab === "actors" || tab === "ties") state.show = tab satisfies Tab;
  for (const { id, choices } of facets) {
    const wanted = parts.get(`only.${id}`);
    if (wanted?.[0] === ALL) delete state.only[id];
    else if (wanted) {
      const known = choices.filter((choice) => wanted.includes(choice.id) || (choice.id === "" && wanted.includes("")));
      // A list of which nothing is known was made for another study.
      if (known.length > 0 || wanted.length === 0) state.only[id] = known.map(({ at }) => at);
    }
  }
  const least = Number(one("least"));
  if (least > 0 && Number.isFinite(least)) state.least = least;
  for (const key of ["isolates", "areas"] as const) if (parts.has(key)) state[key] = one(key) === "true";
  for (const key of ["size", "color"] as const) {
    const id = parts.has(key) ? (one(key) ?? "") : state[key];
    const known: { id: string }[] = key === "size" ? data.measures : [...data.measures, ...data.groupings];
    if (id === "" || known.some((it) => it.id === id)) state[key] = id;
  }
  state.pin = actorOf.get(one("pin") ?? "") ?? null;
  const two = (key: string): [number, number] | null => {
    const [a, b] = (parts.get(key) ?? []).map((id) => actorOf.get(id));
    return a === undefined || b === undefined || a === b ? null : [a, b];
  };
  const tie = two("tie");
  const pair = pairs.findIndex(({ a, b }) => tie?.includes(a) && tie.includes(b) && a !== b);
  if (pair >= 0) state.tie = pair;
  if (one("reach") === "2") state.reach = 2;
  state.path = two("path");
  const zoom = parts.get("zoom")?.map(Number);
  if (zoom?.length === 3 && zoom.every(Number.isFinite) && zoom[0]! >= 0.5 && zoom[0]! <= 40) {
    state.zoom = [zoom[0]!, zoom[1]!, zoom[2]!];
  }
  return state;
}

function baseOf({ data }: Network, step: number | null): State {
  const state = initial(data);
  return step === null ? state : told(data, state, step);
}
