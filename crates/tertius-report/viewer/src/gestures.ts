import { hypot, max } from "./math";
import type { App } from "./app";
import { on } from "./dom";
import { onPlane } from "./camera";
import type { Point } from "./shapes";
import { NOBODY } from "./state";
import type { Stage } from "./stage";

/** A pointer that moves less than this, in pixels, clicks. */
const SLACK = 5;

/** Mouse, pen and fingers: pan, pinch, drag an actor, point at it, pin it. */
export function listen(app: App, stage: Stage): void {
  const { over } = stage;
  const down = new Map<number, Point>();
  let start: Point = [0, 0];
  let moved = false;
  let held: number | null = null;
  const place = (event: PointerEvent | WheelEvent): Point => {
    const box = over.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  on(over, "pointerdown", (event: PointerEvent) => {
    if (event.button !== 0) return;
    over.setPointerCapture(event.pointerId);
    const at = place(event);
    down.set(event.pointerId, at);
    if (down.size > 1) {
      [moved, held] = [true, null];
      return;
    }
    [start, moved] = [at, false];
    const { actor } = stage.at(at);
    // A finger that starts on an actor means to pan, unless the actor is pinned.
    held = event.pointerType !== "touch" || actor === app.state.pin ? actor : null;
  });

  on(over, "pointermove", (event: PointerEvent) => {
    const at = place(event);
    const was = down.get(event.pointerId);
    if (!was) {
      if (event.pointerType === "touch") return;
      const hit = stage.at(at);
      over.style.cursor = hit.actor === null && hit.pair === null ? "grab" : "pointer";
      app.point(hit);
      return;
    }
    moved ||= hypot(at[0] - start[0], at[1] - start[1]) > SLACK;
    if (!moved) return;
    down.set(event.pointerId, at);
    if (down.size === 2) {
      const other = [...down].find(([id]) => id !== event.pointerId)![1];
      const apart = (p: Point) => max(hypot(p[0] - other[0], p[1] - other[1]), 1);
      stage.pan((at[0] - was[0]) / 2, (at[1] - was[1]) / 2);
      stage.zoom(apart(at) / apart(was), [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2]);
    } else if (held !== null) {
      app.move(held, onPlane(stage.camera(), at));
    } else {
      over.style.cursor = "grabbing";
      stage.pan(at[0] - was[0], at[1] - was[1]);
    }
  });

  const up = (event: PointerEvent) => {
    if (!down.delete(event.pointerId) || moved || event.type === "pointercancel") return;
    const { actor, pair } = stage.at(place(event));
    app.point();
    if (actor !== null) app.find(actor, false);
    else app.change({ ...NOBODY, tie: pair });
  };
  on(over, "pointerup pointercancel", up);
  on(over, "pointerleave", () => app.point());

  on(
    over,
    "wheel",
    (event: WheelEvent) => {
      event.preventDefault();
      // A pinch on a touch pad comes as a wheel with the control key, in small steps.
      const speed = (event.deltaMode === 1 ? 0.05 : 0.0016) * (event.ctrlKey ? 5 : 1);
      stage.zoom(Math.exp(-event.deltaY * speed), place(event));
    },
    { passive: false },
  );
}
