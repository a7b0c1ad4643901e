import type { PageData } from "./data";

export type Tab = "picture" | "actors" | "ties";

/** Everything a reader can choose. All of it but moved actors is in the address, so that a view can be sent. */
export interface State {
  show: Tab;
  /** By facet, the positions that stay, -1 for what is not stated; a facet that is not here hides nothing. */
  only: Record<string, number[]>;
  /** The least strength of a tie. */
  least: number;
  isolates: boolean;
  areas: boolean;
  /** A measure's id, or none. */
  size: string;
  /** A grouping's or measure's id, or none. */
  color: string;
  /** The actor whose facts are shown. */
  pin: number | null;
  /** The pair whose ties are shown. */
  tie: number | null;
  /** How many steps around the pinned actor stay dark. */
  reach: number;
  /** The ends of a path. */
  path: [number, number] | null;
  /** The step of the story, or none. */
  step: number | null;
  /** How many times larger than the whole picture, and what is in the middle; none shows the whole. */
  zoom: [number, number, number] | null;
}

/** Nobody's facts, no tie's and no path are shown. */
export const NOBODY = { pin: null, tie: null, path: null };

export function initial(data: PageData): State {
  return {
    show: "picture",
    only: data.wave === null ? {} : { wave: [data.wave] },
    least: 0,
    isolates: true,
    areas: false,
    size: data.measures[0]?.id ?? "",
    color: data.groupings[0]?.id ?? "",
    ...NOBODY,
    reach: 1,
    step: null,
    zoom: null,
  };
}

/** The state with a step of the story told: its filters take the place of all but those the page begins with. */
export function told(data: PageData, state: State, at: number): State {
  const step = data.story[at];
  if (!step) return state;
  const { show, areas, size, color } = state;
  const first = initial(data);
  return { ...first, show, areas, step: at, only: { ...first.only, ...step.only }, size: step.size || size, color: step.color || color };
}
