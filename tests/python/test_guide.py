"""What the guide shows is what comes out."""

import doctest
import json
import re
import runpy
from pathlib import Path

import pytest
from tertius import _tertius

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [DOCS / "index.md", *sorted((DOCS / "guide").glob("*.md"))]
FIGURES = sorted((DOCS / "gallery").glob("*.py"))
FILE = re.compile(r"^```\{code-block\} text\n:caption: (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda it: it.stem)
def test_the_programs_of_a_page_say_what_stands_there(page, tmp_path, monkeypatch):
    text = page.read_text()
    monkeypatch.chdir(tmp_path)
    for name, rows in FILE.findall(text):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(rows)
    for program in PYTHON.findall(text):
        if not program.startswith(">>> "):
            exec(compile(program, page, "exec"), {})
    session = doctest.DocTestParser().get_doctest(sessions(text), {}, page.stem, str(page), 0)
    said = []
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    doctest.DocTestRunner(optionflags=flags).run(session, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("path", FIGURES, ids=lambda it: it.stem)
def test_the_figures_of_the_gallery_are_drawn(path):
    figure = runpy.run_path(str(path))["figure"]
    assert figure.title
    assert figure.description
    assert not figure.notes


def sessions(text):
    """What is typed in a page and comes out, each line where it stands there, and nothing else."""
    lines, inside = [], False
    for line in text.splitlines():
        inside = line == "```python" or (inside and line != "```")
        lines.append(line if inside and line != "```python" else "")
    return "\n".join(lines)


def test_links_between_pages_lead_somewhere():
    for page in PAGES:
        for link in re.findall(r"\]\(([^)#:]+\.md)\)", page.read_text()):
            target = (page.parent / link).resolve()
            # What is made from the catalogue is checked when the guide is built.
            assert target.exists() or "made" in target.parts, f"{page.name}: {link}"


def test_every_measure_and_every_table_gets_a_page(tmp_path):
    pages = runpy.run_path(str(DOCS / "pages.py"))
    pages["write"](tmp_path / "made")
    measures = {f"{it['unit']}-{it['name']}" for it in json.loads(_tertius.measures())}
    made = {it.stem for it in (tmp_path / "made" / "measures").glob("*.md")}
    assert made == measures | set(pages["UNITS"])
    words = (tmp_path / "made" / "words.md").read_text()
    assert "\n**boundary spanner**\n: A person with posts in several organisations, or an actor" in words
    tables = (tmp_path / "made" / "tables.md").read_text()
    assert [it for it in pages["TABLES"] if f"\n{it}: one row is " not in tables] == []
    assert len(list((tmp_path / "made" / "figures").glob("*.svg"))) == len(FIGURES)
