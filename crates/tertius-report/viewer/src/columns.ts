import type { App } from "./app";
import { minus } from "./words";

/** A column of the tables and of the files that hold the same. */
export interface Column {
  /** In a file. */
  id: string;
  /** On the page. */
  label: string;
  number: boolean;
  value: (row: number) => string | number | null;
  words: (row: number) => string;
}

const SEVERAL = "; ";

/** What there is to say of each actor. */
export function ofActors({ net: { data }, shown }: App): Column[] {
  const { actors } = data;
  return [
    text("id", "Code", (i) => actors[i]!.id),
    text("name", "Name", (i) => actors[i]!.name),
    ...data.groupings.map(({ id, label, groups }, g) =>
      text(id, label, (i) => (actors[i]!.groups[g] ?? []).map((group) => groups[group]!.label).join(SEVERAL)),
    ),
    number("contacts_shown", "Contacts shown", 0, (i) => shown.neighbours[i]!.length),
    ...data.measures.map(({ id, label, decimals }, m) => number(id, label, decimals, (i) => actors[i]!.values[m] ?? null)),
  ];
}

/** What there is to say of each tie. */
export function ofTies({ net: { data } }: App): Column[] {
  const { ties, actors, directed } = data;
  const stated = (id: "relation" | "wave" | "certainty" | "status", label: string, terms: { label: string }[]) => {
    const value = (t: number) => {
      const held = ties[t]!.evidence.map((row) => row[id]).filter((at) => at !== null);
      return [...new Set(held)].map((at) => terms[at]!.label).join(SEVERAL);
    };
    return terms.length > 0 ? [text(id, label, value)] : [];
  };
  const differ = ties.some((tie) => tie.strength !== ties[0]!.strength);
  return [
    text("from", "", (t) => actors[ties[t]!.from]!.id),
    text("from_name", directed ? "From" : "Between", (t) => actors[ties[t]!.from]!.name),
    text("to", "", (t) => actors[ties[t]!.to]!.id),
    text("to_name", directed ? "To" : "And", (t) => actors[ties[t]!.to]!.name),
    ...stated("relation", "Relation", data.relations),
    ...(differ ? [number("strength", "Strength", ties.every((tie) => Number.isInteger(tie.strength)) ? 0 : 2, (t) => ties[t]!.strength)] : []),
    ...stated("wave", "Wave", data.waves),
    ...stated("certainty", "Certainty", data.certainties),
    ...stated("status", "Status", data.statuses),
    text("evidence", "In words", (t) => [...new Set(ties[t]!.evidence.map((row) => row.says))].join(SEVERAL)),
  ];
}

/** The rows shown. */
export function rowsOf({ shown }: App, of: "actors" | "ties"): number[] {
  const list = of === "actors" ? shown.actors : shown.ties;
  return list.map((_, i) => i).filter((i) => list[i]);
}

function text(id: string, label: string, value: (row: number) => string): Column {
  return { id, label, number: false, value, words: value };
}

function number(id: string, label: string, decimals: number, value: (row: number) => number | null): Column {
  const words = (row: number) => {
    const held = value(row);
    return held === null ? "–" : minus(held.toFixed(decimals));
  };
  return { id, label, number: true, value, words };
}
