import type { Facet, Shown } from "./filter";
import type { Hover } from "./focus";
import type { Network } from "./network";
import type { Scene } from "./scene";
import type { Point } from "./shapes";
import type { State } from "./state";

/** What the parts of the page share: what is shown, and the ways to change it. */
export interface App {
  readonly net: Network;
  readonly facets: Facet[];
  state: State;
  shown: Shown;
  scene: Scene;
  /** Where actors stand now, in points. */
  xy: Point[];
  /** Shows the page with some choices changed. */
  change(part: Partial<State>): void;
  /** Puts the address in step with the state, which is shown already. */
  remember(): void;
  /** Points at an actor or a pair, or at nothing. */
  point(hover?: Hover): void;
  /** Pins an actor and brings it into view, enlarged where asked. */
  find(actor: number, closer: boolean): void;
  /** Asks where a path from this actor should lead. */
  pathFrom(actor: number): void;
  /** Moves an actor; none takes all back to where the data has them. */
  move(actor: number | null, to?: Point): void;
  /** Tells who cannot see the picture. */
  say(words: string): void;
}

/** The actor's name. */
export function nameOf(app: Pick<App, "net">, actor: number): string {
  return app.net.data.actors[actor]!.name;
}
