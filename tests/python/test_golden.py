"""Every golden case through Python: the same numbers, the same reasons, the same refusals."""

import json
import re
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
import tertius as tt
from tertius import _tertius

tomllib = pytest.importorskip("tomllib", reason="Python 3.10 cannot read TOML; later ones run the golden cases")

GOLDEN = Path(__file__).parents[1] / "golden"
FILES = sorted(GOLDEN.glob("*/*.toml"))
MEASURES = json.loads(_tertius.measures())


CASES = [
    (f"{path.parent.name} {path.stem}", number, case)
    for path in FILES
    for number, case in enumerate(tomllib.loads(path.read_text())["case"], 1)
]


NOBODY = "a network of nobody: Python refuses to make one"
ALONE = "a network without a study: in Python each has one"
BEFORE = "cutting the network is refused before the measure is asked"
SAID_OTHERWISE = {"1 self-tie left out": "left out: ties inside one actor (1)"}


def why_not(name, number, case):
    """Why Python cannot be asked this."""
    if case.get("ties") == "" and not case.get("isolates"):
        return NOBODY
    if case.get("error", "").startswith("another view is cut from a study, and this is one network"):
        return ALONE
    refused_before = {("change ties", 20), ("null compare", 8), ("null compare", 9)}
    return BEFORE if (name, number) in refused_before else None


EXPRESSED = [it for it in CASES if not why_not(*it)]


@pytest.mark.parametrize(
    ("name", "case"), [pytest.param(name, case, id=f"{name} {at}") for name, at, case in EXPRESSED]
)
def test_golden(name, case, tmp_path):
    if "error" in case:
        with pytest.raises(tt.TertiusError) as refused:
            run(name, case, tmp_path)
        assert plain(case["error"]) in plain(str(refused.value))
        return
    found = run(name, case, tmp_path)
    keys = found.columns[: 2 if found.columns[0].startswith("from") else 1]
    rows = [" ".join(str(it) for it in row if it is not None) for row in found.select(keys).rows()]
    why = {(it.row, it.column): it.reason for it in tt.method(found).undefined}
    for column, wanted in case["expect"].items():
        assert set(wanted) <= {"each", *rows}
        for at, row in enumerate(rows):
            want, got = wanted.get(row, wanted.get("each")), found[column][at]
            where = f"{column} of {row!r}: {case['about']} ({case['source']})"
            if want == "undefined":
                assert got is None, where
                assert why.get((at, column)), where
            elif isinstance(want, str):
                assert (got or "") == want, where
            else:
                allowed = case.get("tolerance", 1e-9 * max(abs(want), 1e-3))
                assert got == pytest.approx(want, rel=0, abs=allowed), where
    for note in case.get("notes", []):
        note = SAID_OTHERWISE.get(note, note)
        assert any(plain(note) in plain(it) for it in tt.method(found).notes), note


def test_what_cannot_be_asked_in_python_is_counted():
    whys = Counter(filter(None, (why_not(*it) for it in CASES)))
    assert whys == {NOBODY: 58, ALONE: 1, BEFORE: 3}
    assert {name for name, *_ in EXPRESSED} == {f"{it['unit']} {it['name']}" for it in MEASURES}


def run(name, case, folder):
    """What the measure finds."""
    net = made_of_ties(case) if "ties" in case else made_of_tables(case, folder)
    unit, measure = name.split()
    options = {parameter(option): value for option, value in case.get("options", {}).items()}
    return getattr(getattr(tt, unit), measure)(net, **options)


def made_of_ties(case):
    """A network of `a-b:2 b-c`, or directed `a>b b>c`, and of who has none."""
    ties = [re.fullmatch(r"(.+?)[->](.+?)(?::(.+))?", it).groups() for it in case["ties"].split()]
    ends = [it for start, end, _ in ties for it in (start, end)]
    actors = list(dict.fromkeys([*ends, *case.get("isolates", "").split()]))
    groups = case.get("groups", {})
    directed = ">" in case["ties"]
    organisations = pl.DataFrame(
        {"id": actors, "sector": [groups.get(it) for it in actors]},
        schema={"id": pl.String, "sector": pl.String},
    )
    rows = pl.DataFrame(
        [(start, end, float(strength or 1)) for start, end, strength in ties],
        schema={"from": pl.String, "to": pl.String, "weight": pl.Float64},
        orient="row",
    )
    tables = {"organisations": organisations, "ties": rows.with_columns(directed=pl.lit(directed))}
    if "accounts" in case:
        gave = case["accounts"].split()
        answers = ["responded" if it in gave else "refused" for it in actors]
        tables["respondents"] = {"actor": actors, "status": answers}
    if not ties:
        # Who takes part in something has, as far as ties go, none.
        del tables["ties"]
        tables["activities"] = {"id": ["talk"]}
        tables["participation"] = {"actor": actors, "activity": ["talk"] * len(actors)}
        return tt.open(tables).network(via="ties")
    return tt.open(tables).network() if "accounts" in case else tt.network(rows, organisations, directed=directed)


def made_of_tables(case, folder):
    """A study of frames; or of files, where a study.toml says more than frames can."""
    frames = {}
    for line in filter(str.strip, case["tables"].splitlines()):
        name, *cells = [it.strip() for it in line.split("|")]
        if name:
            frame = frames[name] = {it: [] for it in cells}
        else:
            for at, column in enumerate(frame.values()):
                column.append(cells[at] if at < len(cells) else None)
    frames = {name: pl.DataFrame(it, schema=dict.fromkeys(it, pl.String)) for name, it in frames.items()}
    source = frames
    if "settings" in case:
        source = folder
        (folder / "study.toml").write_text(case["settings"])
        for name, frame in frames.items():
            frame.write_csv(folder / f"{name}.csv")
    return tt.open(source).network(**case.get("view", {}))


def parameter(option):
    """The name of an option in Python."""
    return f"{option}_" if option in ("from", "with") else option.replace("-", "_")


def plain(said):
    """A message without the signs in which Python and the command line differ."""
    return re.sub(r"""[-_="'`\s]+""", " ", said)
