"""The reports that are opened in a browser."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STUDIES = sorted(study.name for study in (ROOT / "data").iterdir() if study.is_dir())


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
