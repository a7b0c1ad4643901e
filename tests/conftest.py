"""What tests share: the finished command, and a browser that opens pages as a reader does, from a file."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def tertius():
    """The command, as a function of its arguments that gives the finished process."""
    command = os.environ.get("TERTIUS") or shutil.which("tertius")
    if not command:
        pytest.fail("set TERTIUS to the tertius command: `make test` does")

    def run(*arguments, **options):
        return subprocess.run(
            [command, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, **options
        )

    return run


@pytest.fixture(scope="session")
def browser():
    """Chromium that logs every request and every message of the console."""
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        missing = "chromium and chromedriver are not installed: no page was opened in a browser"
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
