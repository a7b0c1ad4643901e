"""What a reader does on a page, and what there is to see."""

import csv
import io
import re
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def counts(page):
    return page.inner_text(".counts")


def hash_of(page):
    """The address, once it has caught up."""
    page.wait_for_timeout(400)
    return page.evaluate("location.hash")


def unfold(page, heading):
    part = page.locator("details.fold", has=page.locator("summary", has_text=re.compile(f"^{heading}$")))
    if part.get_attribute("open") is None:
        part.locator("summary").click()
    return part


def saved(page, words):
    """The bytes of what a button saves, and the name it gives the file."""
    part = unfold(page, "Save and share")
    with page.expect_download(timeout=30_000) as waiting:
        part.get_by_role("button", name=words, exact=True).click()
    return waiting.value.path().read_bytes(), waiting.value.suggested_filename


def rows(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def picture(page):
    """The picture as a file would have it."""
    return ElementTree.fromstring(saved(page, "SVG")[0])


def places(page):
    """Where each actor stands on the page, by name."""
    page.wait_for_timeout(600)
    box = page.locator(".over").bounding_box()
    top = box["y"] + page.evaluate("scrollY")
    found = {}
    for group in picture(page).iter(f"{SVG}g"):
        title = group.find(f"{SVG}title")
        if title is None:
            continue
        shape = group[-1] if group[-1].tag != f"{SVG}circle" else group[1]
        if shape.tag == f"{SVG}circle":
            x, y = float(shape.get("cx")), float(shape.get("cy"))
        else:
            corners = [tuple(map(float, corner.split(","))) for corner in shape.get("points").split()]
            x, y = (sum(axis) / len(corners) for axis in zip(*corners))
        found[title.text] = (box["x"] + x, top + y)
    return found


def ties(page):
    """How the lines of the picture are drawn."""
    group = next(picture(page).iter(f"{SVG}g"))
    return [line for line in group.iter(f"{SVG}line")]


def ink(page, canvas=".base"):
    """How much of a canvas is drawn on, from 0 to 1."""
    return page.evaluate(
        """selector => {
          const canvas = document.querySelector(selector);
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let n = 0;
          for (let i = 3; i < data.length; i += 4) n += data[i] > 0;
          return n / (data.length / 4);
        }""",
        canvas,
    )
