"""The notebooks run from a clean kernel, their numbers hold, and what is stored is what a run shows."""

import importlib.util
import re
from pathlib import Path

import pytest
import tertius as tt

SCRIPT = Path(__file__).parents[2] / "scripts" / "notebooks.py"
_spec = importlib.util.spec_from_file_location("notebooks", SCRIPT)
notebooks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(notebooks)


def test_there_is_one_for_each_study():
    assert set(notebooks.names()) == {*tt.data.names(), "bring-your-own-spreadsheet", "before-and-after"}


@pytest.mark.parametrize("name", notebooks.names())
def test_it_runs_and_shows_what_is_stored(name):
    """Its last cell asserts the numbers in its text."""
    stored = notebooks.read(name)
    assert stored.cells[-1].metadata["tags"] == ["check"]
    assert stored.cells[-1].source.count("assert ") >= 5
    assert notebooks.words(notebooks.run(name)) == notebooks.words(stored)


@pytest.mark.parametrize("name", notebooks.names())
def test_it_is_short_and_can_be_followed(name):
    cells = notebooks.read(name).cells
    assert 10 <= len(cells) <= 40
    for it in cells[:-1]:
        assert it.cell_type == "markdown" or (len(it.source.splitlines()) <= 32 and "def " not in it.source)
    text = " ".join(it.source for it in cells if it.cell_type == "markdown")
    assert "## What cannot be concluded" in text or "What does it say about the region" in text


def test_what_is_stored_is_small_and_tells_nothing_of_the_machine():
    files = sorted(notebooks.FOLDER.glob("*.ipynb"))
    assert sum(it.stat().st_size for it in files) < 2_000_000
    for it in files:
        text = re.sub(r"base64,[^\"\\]*|\"image/png\": \"[^\"]*\"", "", it.read_text(encoding="utf-8"))
        assert not re.search(r"/tmp|/home/|/root/|/Users/|[A-Z]:\\\\|image/svg", text), it
        assert "<script" not in text
