/** What a page shows, as Rust writes it (`src/narrated/data.rs`). Numbers in lists are positions in the list named. */
export interface PageData {
  schema: "tertius.page/1";
  title: string;
  /** Sentences written from the numbers: how many actors and ties, who stands out, what was not observed. */
  summary: string[];
  /** The view in words, the notice of the study ("synthetic data…"), and how the page was made. */
  view: string;
  notice: string;
  software: string;
  command: string;
  anonymised: boolean;
  directed: boolean;
  /** What tie strength is, in a sentence; empty where all ties are alike. */
  strength: string;
  /** How positions were found, as a caption says it. */
  layout: string;
  /** What an actor can be grouped by: sector and locality first where there are any, then kind and others. */
  groupings: Grouping[];
  /** What an actor can be sized and coloured by. */
  measures: Measure[];
  relations: Term[];
  waves: Term[];
  /** The wave that is shown first; null for all of them. */
  wave: number | null;
  certainties: Term[];
  statuses: Term[];
  actors: Actor[];
  ties: Tie[];
  /** Steps of the story, in order; empty without one. */
  story: Step[];
  /** What was not drawn, was merged or left out: sentences. */
  notes: string[];
}
export interface Term { id: string; label: string }
export interface Grouping {
  id: string;
  label: string;
  /** Whether an actor may belong to several (localities). */
  cover: boolean;
  groups: Term[];
}
export interface Measure {
  id: string;
  label: string;
  /** One sentence: what a high value means here. */
  about: string;
  /** Decimals to show. */
  decimals: number;
}
export interface Actor {
  id: string;
  name: string;
  aliases: string[];
  /** In points, y downwards, as in the printed figure. */
  x: number;
  y: number;
  person: boolean;
  /** Whether it stands for several: "six colleges". */
  collective: boolean;
  /** For each grouping, the groups. */
  groups: number[][];
  /** For each measure; null where undefined. */
  values: (number | null)[];
  /** Why a value is null: by measure position, where there is a reason. */
  why: Record<string, string>;
  /** Further facts: [label, words]. */
  facts: [string, string][];
  notes: Note[];
}
export interface Note {
  /** The researcher's words. */
  note: string;
  /** The source's words. */
  quote: string;
  /** Title of the source and where in it. */
  source: string;
}
export interface Tie {
  from: number;
  to: number;
  strength: number;
  /** The rows of evidence behind it; a tie is shown while one of them passes the filters. */
  evidence: Evidence[];
}
export interface Evidence {
  relation: number;
  /** Position in waves; null when not of one wave. */
  wave: number | null;
  certainty: number | null;
  status: number | null;
  /** In words, without the two names: `both in Festival of Learning (2021)`. */
  says: string;
  /** Present where the row has a note, a quote or a source. */
  note?: Note;
}
export interface Step {
  title: string;
  text: string;
  /** Who is in focus; empty for everybody. */
  actors: number[];
  /** Filters set by the step: by grouping id, "relation", "wave", "certainty" or "status", the positions that stay. */
  only: Record<string, number[]>;
  /** Measure ids to size and grouping or measure ids to colour by; empty to leave as they are. */
  size: string;
  color: string;
}
