import { max } from "./math";
import type { App } from "./app";
import { el, on } from "./dom";
import { plain } from "./words";

/** No more names than this are offered. */
const MOST = 8;

/** A box that finds actors as one types, by name, alias or id. */
export function search(
  app: App,
  { id, label, pick }: { id: string; label: string; pick: (actor: number) => void },
): { element: HTMLElement; fill: (words: string) => void } {
  const { actors } = app.net.data;
  const texts = actors.map(({ name, aliases, id }) => [name, ...aliases, id].map(plain));
  const list = el("ul", { id: `${id}-found`, role: "listbox", "aria-label": `${label}: found`, hidden: true });
  const input = el("input", {
    id,
    type: "search",
    role: "combobox",
    autocomplete: "off",
    placeholder: "Name",
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
  });
  let found: number[] = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (actor: number) => {
    input.value = actors[actor]!.name;
    close();
    pick(actor);
  };
  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) input.setAttribute("aria-activedescendant", `${id}-${at}`);
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const look = () => {
    const wanted = plain(input.value);
    found = wanted ? matches(app, texts, wanted) : [];
    at = found.length > 0 ? 0 : -1;
    const items = found.map((actor, i) => {
      const { name, aliases } = actors[actor]!;
      const alias = plain(name).includes(wanted) ? undefined : aliases.find((it) => plain(it).includes(wanted));
      const more = [alias ? `also ${alias}` : "", app.shown.actors[actor] ? "" : "not in the picture now"];
      const note = more.filter(Boolean).join("; ");
      // Pointer down comes before the box loses the focus.
      const press = (event: Event) => {
        event.preventDefault();
        take(actor);
      };
      return el("li", { id: `${id}-${i}`, role: "option", pointerdown: press }, name, note ? el("small", note) : null);
    });
    list.replaceChildren(...(items.length ? items : wanted ? [el("li", { role: "option", "aria-disabled": "true" }, "Nobody of that name")] : []));
    list.hidden = !wanted;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  };
  on(input, "input", look);
  on(input, "blur", close);
  on(input, "keydown", (event: KeyboardEvent) => {
    const chosen = found[at];
    if (event.key === "Enter" && chosen !== undefined) take(chosen);
    else if (event.key === "Escape" && !list.hidden) {
      close();
      event.stopPropagation();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length > 0) {
      at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      mark();
      event.preventDefault();
    }
  });
  const element = el("div.search", el("label", { for: id }, label), input, list);
  return { element, fill: (words) => (input.value = words) };
}

/** Names that start so, then names with a word that starts so, then the rest; the prominent first. */
function matches(app: App, texts: string[][], wanted: string): number[] {
  const words = wanted.split(/\s+/);
  const worth = (actor: number) =>
    max(
      ...texts[actor]!.map((text) => {
        if (!words.every((word) => text.includes(word))) return 0;
        return text.startsWith(wanted) ? 3 : ` ${text}`.includes(` ${wanted}`) ? 2 : 1;
      }),
    );
  const scored = app.scene.claims.map((actor) => [actor, worth(actor)] as const).filter(([, score]) => score > 0);
  return scored.sort((x, y) => y[1] - x[1]).slice(0, MOST).map(([actor]) => actor);
}
