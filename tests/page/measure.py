"""How long a frame takes while a large page is panned, in milliseconds: `python tests/page/measure.py [actors ties]`."""

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import fixture
from conftest import DESK, FLAGS
from playwright.sync_api import sync_playwright

PAN = """async () => {
  const canvas = document.querySelector(".over");
  const send = (type, x) => canvas.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX: x, clientY: 500, button: 0, bubbles: true }));
  canvas.setPointerCapture = () => undefined;
  // A place without an actor: dragging one would move it.
  let left = 8;
  const frame = () => new Promise(requestAnimationFrame);
  send("pointerdown", left);
  const times = [];
  let last = await frame();
  for (let i = 0; i < 60; i++) {
    send("pointermove", (left += 5));
    // Reading a pixel makes the browser finish what it has only noted down.
    document.querySelector(".base").getContext("2d").getImageData(0, 0, 1, 1);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  send("pointerup", left);
  return times;
}"""


def main(n, m):
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder) / "large.html"
        path.write_text(fixture.page(fixture.large(n, m)), encoding="utf-8")
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport=DESK)
        page.goto(path.as_uri())
        page.wait_for_timeout(2_000)
        times = sorted(page.evaluate(PAN))
        print(
            f"{n} actors, {m} ties: median {statistics.median(times):.0f} ms a frame, "
            f"19 of 20 within {times[int(len(times) * 0.95)]:.0f} ms, longest {times[-1]:.0f} ms"
        )
        browser.close()


if __name__ == "__main__":
    main(*(int(value) for value in sys.argv[1:3] or (5_000, 20_000)))
