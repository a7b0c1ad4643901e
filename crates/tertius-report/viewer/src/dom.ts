/** Elements are only ever made here, from tag names of ours and text that stays text. */

type Child = Node | string | false | null | undefined;
type Value = string | number | boolean | ((event: never) => void);
type Attributes = Record<string, Value>;

/** An element, `div` or `div.card`. Values that are functions listen; truth values set or leave an attribute. */
export function el<K extends keyof HTMLElementTagNameMap>(
  spec: K | `${K}.${string}`,
  ...parts: (Attributes | Child)[]
): HTMLElementTagNameMap[K] {
  const [tag, name] = spec.split(".");
  const element = document.createElement(tag as K);
  if (name) element.className = name;
  for (const part of parts) {
    if (typeof part === "string" || part instanceof Node) element.append(part);
    else if (part) for (const [key, value] of Object.entries(part)) put(element, key, value);
  }
  return element;
}

function put(element: Element, key: string, value: Value): void {
  if (typeof value === "function") element.addEventListener(key, value as EventListener);
  else if (typeof value === "boolean") element.toggleAttribute(key, value);
  else element.setAttribute(key, String(value));
}

/** Listens. */
export function on(target: EventTarget, types: string, hear: (event: never) => void, options?: AddEventListenerOptions): void {
  for (const type of types.split(" ")) target.addEventListener(type, hear as EventListener, options);
}

/** A button that says what it does. */
export function button(words: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return el("button", { type: "button", click: press, ...attributes }, words);
}

/** A part of the side column that can be folded away. */
export function fold(heading: string, open: boolean, ...children: Child[]): HTMLDetailsElement {
  return el("details.fold", { open }, el("summary", heading), ...children);
}

/** Replaces what a box holds. Who stood on something in it stands on the same thing afterwards. */
export function refill(box: Element, ...children: Child[]): void {
  const key = box.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.key : undefined;
  box.replaceChildren(...children.filter((child): child is Node | string => !!child));
  if (key === undefined) return;
  const again = [...box.querySelectorAll<HTMLElement>("[data-key]")].find((element) => element.dataset.key === key);
  again?.focus({ preventScroll: true });
}

/** A choice of one from a list; `pairs` are value and words. */
export function chooser(id: string, label: string, pairs: [string, string][], choose: (value: string) => void) {
  const options = pairs.map(([value, words]) => el("option", { value }, words));
  const select = el("select", { id, "change": () => choose(select.value) }, ...options);
  return { element: el("div.choose", el("label", { for: id }, label), select), select };
}
