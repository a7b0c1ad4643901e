"""What a page costs its reader: `TERTIUS=… python tests/page/measure.py [actors ties]`.

Prints how long a frame takes while a page of 5,000 actors and 20,000 ties, or as many as given, is panned, and
how large a page of 500 actors is that the command TERTIUS writes; neither is judged.
"""

import csv
import os
import random
import shutil
import statistics
import subprocess
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
  for (let i = 0; i < 120; i++) {
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


def panned(driver, path):
    """The milliseconds of each frame, without a graphics card, the shortest first."""
    browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
    page = browser.new_page(viewport=DESK)
    page.goto(path.as_uri())
    page.wait_for_timeout(2_000)
    times = sorted(page.evaluate(PAN))
    browser.close()
    return times


def written(folder, n, m):
    """How large a page of so many actors and ties is, as the command writes it."""
    dice = random.Random(1)
    organisations = [(f"o{i}", f"Organisation number {i}", f"sector-{i % 8}", f"place-{i % 12}") for i in range(n)]
    ties = sorted({tuple(sorted(dice.sample(range(n), 2))) for _ in range(m)})
    tables = {
        "organisations": [("id", "name", "sector", "localities"), *organisations],
        "ties": [("from", "to", "relation", "start"), *((f"o{a}", f"o{b}", "contact", 2010 + (a + b) % 10) for a, b in ties)],
    }
    for name, rows in tables.items():
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    page = folder / "page.html"
    subprocess.run([os.environ["TERTIUS"], "page", folder, "-o", page, "--quiet"], check=True)
    return page.stat().st_size


def main(n=5_000, m=20_000):
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder) / "large.html"
        path.write_text(fixture.page(fixture.large(n, m)), encoding="utf-8")
        times = panned(driver, path)
        size = written(Path(folder), 500, 1_500)
    rows = [
        (f"a frame of panning {n:,} actors and {m:,} ties, median", f"{statistics.median(times):.0f} ms"),
        ("the same, 95 of 100 within", f"{times[int(len(times) * 0.95)]:.0f} ms"),
        ("the same, longest", f"{times[-1]:.0f} ms"),
        ("a page of 500 actors and some 1,500 ties", f"{size / 1000:.0f} kB"),
    ]
    width = max(len(what) for what, _ in rows)
    for what, value in rows:
        print(f"{what:<{width}}  {value:>7}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
