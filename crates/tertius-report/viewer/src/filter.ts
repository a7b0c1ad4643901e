import type { Evidence, Term } from "./data";
import type { Network } from "./network";
import type { State } from "./state";

/** One thing to filter by. */
export interface Facet {
  id: string;
  label: string;
  of: "actor" | "tie";
  choices: Choice[];
}

export interface Choice {
  /** Position in the list of terms; -1 for what is not stated. */
  at: number;
  id: string;
  label: string;
}

/** What passes the filters. */
export interface Shown {
  actors: boolean[];
  ties: boolean[];
  nActors: number;
  nTies: number;
  /** For each pair: how it fares against the wave before, or that no line is drawn. */
  pairs: Fate[];
  /** The wave before, when one wave is shown and has one before it. */
  before: number | null;
  /** By facet and choice: how many actors or ties there are if this choice is among those that stay. */
  counts: Record<string, Map<number, number>>;
  /** For each actor, its neighbours over the ties shown, in the order of their direction. */
  neighbours: number[][];
}

export const enum Fate {
  None,
  Kept,
  Gained,
  Lost,
}

type Column = "relation" | "wave" | "certainty" | "status";

/** All facets that give a choice. */
export function facets({ data }: Network): Facet[] {
  const choices = (terms: Term[], used: Set<number>): Choice[] => {
    const stated = terms.map(({ id, label }, at) => ({ at, id, label })).filter(({ at }) => used.has(at));
    return used.has(-1) ? [...stated, { at: -1, id: "", label: "not stated" }] : stated;
  };
  const rows = data.ties.flatMap((tie) => tie.evidence);
  const column = (id: Column, label: string, terms: Term[]): Facet => {
    const used = choices(terms, new Set(rows.map((row) => row[id] ?? -1)));
    return { id, label, of: "tie", choices: used };
  };
  const all: Facet[] = [
    ...data.groupings.map(({ id, label, groups }, g): Facet => {
      const used = new Set(data.actors.flatMap((actor) => orNone(actor.groups[g])));
      return { id, label, of: "actor", choices: choices(groups, used) };
    }),
    column("relation", "Relation", data.relations),
    column("wave", "Wave", data.waves),
    column("certainty", "Certainty", data.certainties),
    column("status", "Status", data.statuses),
  ];
  return all.filter((facet) => facet.choices.length > 1);
}

/** The groups of an actor, or that none is stated. */
function orNone(groups: number[] | undefined): number[] {
  return groups && groups.length > 0 ? groups : [-1];
}

/** Whether anything is left out by choice. */
export function isFiltered(state: State): boolean {
  return Object.keys(state.only).length > 0 || state.least > 0 || !state.isolates;
}

/** The one wave shown, if one is. */
export function oneWave(state: State): number | null {
  const waves = state.only.wave;
  return waves?.length === 1 && waves[0]! >= 0 ? waves[0]! : null;
}

/** Whether a row of evidence passes. */
export function passes(row: Evidence, facets: Facet[], state: State): boolean {
  return facets.every(({ id, of }) => of === "actor" || (state.only[id]?.includes(row[id as Column] ?? -1) ?? true));
}

/** Filters the network, and counts what each choice would show with the other filters as they are. */
export function filter(net: Network, all: Facet[], state: State): Shown {
  const { data } = net;
  const counts: Shown["counts"] = {};
  for (const facet of all) counts[facet.id] = new Map();
  const count = (id: string, at: number) => counts[id]!.set(at, (counts[id]!.get(at) ?? 0) + 1);

  const byActor = all
    .filter((facet) => facet.of === "actor")
    .map((facet) => ({ ...facet, place: data.groupings.findIndex((grouping) => grouping.id === facet.id) }));
  const actors = data.actors.map((actor) => {
    const failed = byActor.filter(({ id, place }) => {
      const only = state.only[id];
      return only && !orNone(actor.groups[place]).some((group) => only.includes(group));
    });
    // An actor that fails one facet alone counts there: it would be shown if that facet let it.
    for (const { id, place } of failed.length ? failed : byActor) {
      if (failed.length < 2) orNone(actor.groups[place]).forEach((group) => count(id, group));
    }
    return failed.length === 0;
  });

  const byTie = all.filter((facet) => facet.of === "tie");
  const wave = oneWave(state);
  const before = wave !== null && wave > 0 ? wave - 1 : null;
  const was = { ...state, only: { ...state.only, wave: before === null ? [] : [before] } };
  const earlier: boolean[] = [];
  const ties = data.ties.map((tie, t) => {
    const stands = actors[tie.from]! && actors[tie.to]! && tie.strength >= state.least;
    earlier[t] = stands && before !== null && tie.evidence.some((row) => passes(row, all, was));
    if (!stands) return false;
    const counted = new Set<string>();
    let passed = tie.evidence.length === 0 && byTie.every(({ id }) => !state.only[id]);
    for (const row of tie.evidence) {
      const failed = byTie.filter(({ id }) => state.only[id] && !state.only[id]!.includes(row[id as Column] ?? -1));
      passed ||= failed.length === 0;
      for (const { id } of failed.length ? failed : byTie) {
        const at = row[id as Column] ?? -1;
        if (failed.length > 1 || counted.has(`${id} ${at}`)) continue;
        counted.add(`${id} ${at}`);
        count(id, at);
      }
    }
    return passed;
  });

  const pairs = net.pairs.map((pair): Fate => {
    const now = pair.ties.some((t) => ties[t]);
    const then = pair.ties.some((t) => earlier[t]);
    if (pair.a === pair.b || (!now && !then)) return Fate.None;
    if (!now) return Fate.Lost;
    return before !== null && !then ? Fate.Gained : Fate.Kept;
  });
  const neighbours: number[][] = data.actors.map(() => []);
  net.pairs.forEach(({ a, b }, p) => {
    if (pairs[p] !== Fate.Kept && pairs[p] !== Fate.Gained) return;
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  });
  const visible = actors.map((stands, i) => stands && (state.isolates || neighbours[i]!.length > 0));
  const number = (list: boolean[]) => list.filter(Boolean).length;
  return {
    actors: visible,
    ties,
    nActors: number(visible),
    nTies: new Set(net.same.filter((_, t) => ties[t])).size,
    pairs,
    before,
    counts,
    neighbours,
  };
}
