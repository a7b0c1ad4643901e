"""What a reader of a page must be able to rely on, whatever the study."""

from pathlib import Path

import axe_core_python
import pytest
from acts import ink

DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def complaints(page):
    """What axe finds. The script is put in by the browser, not by the page: its policy lets nothing in."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document)")["violations"]
    return [(it["id"], [node["html"][:160] for node in it["nodes"][:3]]) for it in found]


def test_01_it_opens_offline_and_asks_for_nothing(visit, page_file):
    page = visit(page_file)
    page.wait_for_timeout(500)
    assert [url for url in page.asked if not url.startswith(("data:", "blob:"))] == [page_file.as_uri()]
    assert page.heard == []
    policy = page.get_attribute("meta[http-equiv='Content-Security-Policy']", "content")
    assert policy.startswith("default-src 'none'")
    assert not page.locator("#tertius-fallback").is_visible()
    assert ink(page) > 0.005


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("part", ["", "#show=actors", "#show=ties", "card"])
def test_09_axe_finds_nothing(visit, page_file, size, scheme, part):
    page = visit(page_file, "" if part == "card" else part, size, color_scheme=scheme)
    if part == "card":
        page.get_by_role("button", name="Table of actors").click()
        page.locator(".table tbody button.name").first.click()
        page.get_by_role("button", name="Picture", exact=True).click()
        assert page.locator(".card h2").is_visible()
    if page.locator(".toggle").is_visible():
        page.click(".toggle")
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    page.wait_for_timeout(300)
    assert complaints(page) == []


def test_09_the_names_of_things_can_be_tabbed_to_in_order(visit, page_file):
    page = visit(page_file)
    seen = []
    for _ in range(12):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent || document.activeElement.id || document.activeElement.className"))
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring != "none", seen[-1]
    assert seen[:5] == ["Picture", "Table of actors", "Table of ties", "About this picture", "over"]
    assert "search" in seen


@pytest.mark.parametrize("part", ["", "#show=actors", "#show=ties"])
def test_10_it_fits_a_phone(visit, page_file, part):
    page = visit(page_file, part, PHONE, has_touch=True, is_mobile=True)
    page.click(".toggle")
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_10_what_is_touched_is_large_enough(visit, page_file):
    page = visit(page_file, "#show=actors", PHONE, has_touch=True, is_mobile=True)
    page.click(".toggle")
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    tiny = page.evaluate(
        """[...document.querySelectorAll("button, select, summary, input, .check")].filter(it => {
          const box = it.getBoundingClientRect();
          const label = it.closest("label");
          return box.height > 0 && !label && box.height < 44;
        }).map(it => it.outerHTML.slice(0, 100))"""
    )
    assert tiny == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_09_letters_twice_as_large_fit(visit, page_file, size):
    page = visit(page_file, "", size)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.wait_for_timeout(200)
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    cut = page.evaluate(
        """[...document.querySelectorAll("button, h1, h2, p, label")].filter(it =>
          it.offsetParent && it.scrollWidth > it.clientWidth + 2 && getComputedStyle(it).overflow !== "visible"
        ).map(it => it.outerHTML.slice(0, 100))"""
    )
    assert cut == []
