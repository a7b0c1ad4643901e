"""Pages opened in headless Chromium as a reader opens them: from a file, with nothing else to load."""

import os
import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import fixture

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
DESK = {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def chromium():
    if not shutil.which("chromium"):
        missing = "chromium is not installed: no page was opened in a browser"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def write_page(tmp_path_factory):
    """A file with a page of this data."""
    folder = tmp_path_factory.mktemp("pages")

    def write(name, data):
        path = folder / f"{name}.html"
        path.write_text(fixture.page(data), encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def small(write_page):
    """The page that has everything, from `fixture.small`."""
    return write_page("small", fixture.small())


def pages():
    """The made-up page, and finished ones that TERTIUS_PAGES names, apart by colons."""
    return ["small", *filter(None, os.environ.get("TERTIUS_PAGES", "").split(os.pathsep))]


@pytest.fixture(params=pages(), ids=lambda path: Path(path).stem)
def page_file(request, small):
    return small if request.param == "small" else Path(request.param)


@pytest.fixture
def visit(chromium):
    """Opens a file; what it asked for, said and threw is in `page.asked` and `page.heard`."""
    contexts = []

    def open_file(path, hash="", size=DESK, **options):
        context = chromium.new_context(viewport=size, accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.asked, page.heard = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.heard.append(message.text))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.goto(path.as_uri() + hash)
        page.wait_for_selector(".stage canvas", state="attached")
        page.wait_for_timeout(100)
        return page

    yield open_file
    for context in contexts:
        context.close()
