import type { App } from "./app";
import { button, el, on } from "./dom";
import { initial, told } from "./state";

/** The story, step by step, beside the picture that each step shows; none without one. */
export function story(app: App, arrive: () => void): { element: HTMLElement | null; update: () => void } {
  const { story } = app.net.data;
  if (story.length === 0) return { element: null, update: () => undefined };
  const go = (step: number) => {
    if (!story[step]) return;
    app.change(told(app.net.data, app.state, step));
    arrive();
    app.say(`Step ${step + 1} of ${story.length}. ${story[step].title}. ${story[step].text}`);
  };
  const leave = () => {
    const { color, size, show } = app.state;
    app.change({ ...initial(app.net.data), color, size, show });
    arrive();
  };
  const kicker = el("p.kicker");
  const title = el("h2");
  const text = el("p.told");
  const before = button("← Back", () => go((app.state.step ?? 0) - 1));
  const next = button("", () => go((app.state.step ?? -1) + 1), { class: "main" });
  const end = button("Leave the story", leave, { class: "quiet" });
  const element = el("section.story", { "aria-label": "Story" }, kicker, title, text, el("div.row", before, next, end));

  on(document, "keydown", (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey) return;
    if (event.key === "[") go((app.state.step ?? 0) - 1);
    if (event.key === "]") go((app.state.step ?? -1) + 1);
  });
  return {
    element,
    update: () => {
      const at = app.state.step;
      const step = at === null ? undefined : story[at];
      kicker.textContent = at === null ? `A story in ${story.length} steps` : `Story, step ${at + 1} of ${story.length}`;
      title.textContent = step?.title ?? story[0]!.title;
      text.textContent = step?.text ?? "";
      text.hidden = !step;
      before.hidden = end.hidden = at === null;
      before.disabled = at === 0;
      next.textContent = at === null ? "Start the story" : "Next →";
      next.disabled = at === story.length - 1;
    },
  };
}
