/** The colours of the printed figure: groups can be told apart by colour-blind readers, and by shape alone. */

import { floor, min, round, within } from "./math";
import { CIRCLE, FORMS, HEXAGON, type Form } from "./shapes";

/** How many groups get a colour and shape of their own. */
export const MOST_GROUPS = 8;
const COLOURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#000000"];
const SCALE = ["#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30", "#fde725"];
const LEFT_OVER = "#bbbbbb";

/** How an actor is drawn; without a fill the paper shows. */
export interface Mark {
  form: Form;
  fill: string | null;
}

export const PLAIN: Mark = { form: CIRCLE, fill: COLOURS[0]! };
/** No group or value is stated. */
export const UNSTATED: Mark = { form: CIRCLE, fill: null };
/** In several groups at once. */
export const SEVERAL: Mark = { form: HEXAGON, fill: null };

/** The mark of a group: its own for the first eight, one for a ninth or all those beyond. */
export function markOf(group: number): Mark {
  return group < MOST_GROUPS ? { form: FORMS[group]!, fill: COLOURS[group]! } : { form: HEXAGON, fill: LEFT_OVER };
}

/** Dark blue for the least to yellow for the most, even to the eye; `share` from 0 to 1. */
export function onScale(share: number): string {
  const at = within(share, 0, 1) * (SCALE.length - 1);
  const low = min(floor(at), SCALE.length - 2);
  const part = (hex: string, i: number) => parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
  const mixed = [0, 1, 2].map((i) => {
    const [from, to] = [part(SCALE[low]!, i), part(SCALE[low + 1]!, i)];
    return round(from + (to - from) * (at - low));
  });
  return `rgb(${mixed.join(",")})`;
}

/** What the picture is drawn with. */
export interface Theme {
  paper: string;
  ink: string;
  soft: string;
  tie: string;
  accent: string;
  area: string;
}

export const LIGHT: Theme = {
  paper: "#ffffff",
  ink: "#333333",
  soft: "#666666",
  tie: "#3c3c3c",
  accent: "#14507d",
  area: "#3f556e",
};
export const DARK: Theme = {
  paper: "#15191c",
  ink: "#e4e8eb",
  soft: "#a9b4bc",
  tie: "#c3cbd1",
  accent: "#8cc3ec",
  area: "#9db4cc",
};
