"""Reports in headless Chromium, as a reader opens them: from a file, with no network."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STUDIES = sorted(study.name for study in (ROOT / "data").iterdir() if study.is_dir())


@pytest.fixture(scope="session")
def browser():
    """Chromium that logs every request and every message of the console."""
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        missing = "chromium and chromedriver are not installed: reports were not opened in a browser"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = shutil.which("chromium")
    for flag in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--window-size=1280,1000",
    ):  # fmt: skip
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def reports(tertius, tmp_path_factory):
    """The report of each study in data/, by its name."""
    folder = tmp_path_factory.mktemp("reports")
    pages = {}
    for study in STUDIES:
        page = folder / f"{study}.html"
        done = tertius("report", f"data/{study}", "-o", page, "--quiet")
        assert done.returncode == 0, done.stderr
        pages[study] = page
    return pages
