"""The first steps of networkx and igraph beside ours, as docs/guide/coming-from.md has them: both sides run,
find the same, and ours takes no more lines."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "guide" / "coming-from.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def steps(peer):
    """The rows of a table: what for, their lines, our lines."""
    part = PAGE.split(f"## From {peer}\n")[1].split("\n## ")[0]
    rows = [re.split(r"(?<!\\) \| ", it.strip("| ")) for it in part.strip().splitlines()[2:]]
    return [(what, *(re.findall(r"`([^`]+)`", cell) for cell in cells)) for what, *cells in rows]


def run(lines, names):
    """Runs lines, and gives the value of the last, if it has one."""
    *before, last = ast.parse("\n".join(lines)).body
    exec(compile(ast.Module(before, []), "lines before", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "last line", "eval"), names)
    return exec(compile(ast.Module([last], []), "last line", "exec"), names)


def plain(value):
    """A value as it can be compared: names and ends of ties in no order, numbers rounded."""
    if isinstance(value, list | tuple):
        parts = [plain(it) for it in value]
        return sorted(parts) if isinstance(value, tuple) or not isinstance(parts[0], float | list) else parts
    return value if isinstance(value, str | bool) or value is None else round(float(value), 9)


@pytest.mark.parametrize("peer", ["networkx", "igraph"])
def test_both_sides_find_the_same(peer, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MPLBACKEND", "agg")
    theirs, ours = {}, {}
    for names in (theirs, ours):
        exec(BLOCKS[1], names)
    drawn = importlib.util.find_spec("matplotlib")
    for what, their_lines, our_lines in steps(peer):
        found = run(our_lines, ours)
        if what == "a picture" and not drawn:
            # Theirs need matplotlib, which nothing else here does.
            continue
        expected = run(their_lines, theirs)
        if what in ("import", "a file", "a picture"):
            continue
        assert plain(found) == plain(expected), what
    assert (tmp_path / "net.png").read_bytes().startswith(b"\x89PNG")
    assert "<graphml" in (tmp_path / "net.graphml").read_text(encoding="utf-8")


@pytest.mark.parametrize("peer", ["networkx", "igraph"])
def test_ours_takes_no_more_lines(peer):
    counted = [(len(their_lines), len(our_lines)) for _, their_lines, our_lines in steps(peer)]
    assert len(counted) > 20
    assert all(ours <= theirs for theirs, ours in counted)
    assert sum(ours for _, ours in counted) < sum(theirs for theirs, _ in counted)


def test_what_a_measure_found_goes_to_the_nodes():
    names = {}
    exec(BLOCKS[0], names)
    assert names["graph"].nodes["college"]["betweenness"] == 1


def test_the_strength_of_a_tie_is_nothing_none_or_known():
    import tertius as tt

    net = tt.data.open("dialogues-synthetic").network(wave=2)
    assert net.strength("convenor", "fe-ca1") == net.strength("fe-ca1", "convenor") > 0
    assert net.strength("fe-ca1", "ts-ub1") == 0
    assert net.strength("fe-cb2", "ts-ca3") is None
    directed = tt.network([("a", "b", 2.0)], directed=True)
    assert (directed.strength("a", "b"), directed.strength("b", "a")) == (2, 0)
    assert directed.alters("b") == ["a"]
    for ask in (net.alters, lambda name: net.strength(name, "fe-ca1")):
        with pytest.raises(KeyError, match="did you mean 'convenor'"):
            ask("convener")
