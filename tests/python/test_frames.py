"""Ties and actors of any maker: the right thing, or a clear message."""

import datetime
import subprocess
import sys

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import tertius as tt

COLUMNS = {"from": ["uni", "college"], "to": ["college", "council"], "weight": [2.0, 1.5]}
ROWS = list(zip(*COLUMNS.values(), strict=True))
TIES = {
    "tuples": ROWS,
    "a generator of tuples": ROWS,
    "lists": [list(it) for it in ROWS],
    "dicts": [dict(zip(COLUMNS, it, strict=True)) for it in ROWS],
    "columns": COLUMNS,
    "polars": pl.DataFrame(COLUMNS),
    "lazy polars": pl.LazyFrame(COLUMNS),
    "polars, categorical": pl.DataFrame(COLUMNS).with_columns(pl.col("from").cast(pl.Categorical)),
    "pandas": pd.DataFrame(COLUMNS),
    "pandas, categorical": pd.DataFrame(COLUMNS).astype({"from": "category"}),
    "pandas with an index": pd.DataFrame(COLUMNS, index=["x", "y"]),
    "pyarrow": pa.table(COLUMNS),
    "a result": tt.network(ROWS).ties().rename({"strength": "weight"}).select("from", "to", "weight"),
}


@pytest.mark.parametrize("kind", TIES)
def test_ties_of_every_kind(kind):
    ties = iter(TIES[kind]) if "generator" in kind else TIES[kind]
    found = tt.network(ties).ties()
    assert found.select("from", "to", "strength").rows() == ROWS


@pytest.mark.parametrize("kind", [it for it in TIES if "generator" not in it])
def test_the_same_as_a_study(kind):
    assert tt.open({"ties": TIES[kind]}).network().ties()["strength"].to_list() == [2.0, 1.5]
    if kind != "columns":
        assert tt.open(TIES[kind]).network().ties()["strength"].to_list() == [2.0, 1.5]


@pytest.mark.parametrize(
    "actors",
    [
        [{"id": "uni", "sector": "HE"}, {"id": "college", "sector": None}],
        {"id": ["uni", "college"], "sector": ["HE", None]},
        pl.DataFrame({"id": ["uni", "college"], "sector": ["HE", None]}),
        pl.DataFrame({"sector": ["HE", None], "id": ["uni", "college"]}).lazy(),
        pd.DataFrame({"id": ["uni", "college"], "sector": ["HE", None]}),
        pd.DataFrame({"id": ["uni", "college"], "sector": ["HE", float("nan")]}),
        pa.table({"id": ["uni", "college"], "sector": ["HE", None]}),
    ],
    ids=["dicts", "columns", "polars", "lazy", "pandas", "pandas with NaN", "pyarrow"],
)
def test_actors_of_every_kind(actors):
    net = tt.network(ROWS, actors)
    assert net.actors().select("actor", "sector").rows() == [("uni", "HE"), ("college", None), ("council", None)]


def test_pairs_have_strength_1_and_repeated_ties_are_added_up():
    assert tt.network([("a", "b"), ("b", "a")]).ties().select("from", "to", "strength").rows() == [("a", "b", 2.0)]
    twice = tt.network([("a", "b", 1.5), ("a", "b"), ("b", "a", 4)], directed=True)
    assert twice.ties().select("from", "to", "strength").rows() == [("a", "b", 2.5), ("b", "a", 4.0)]


def test_a_strength_of_zero_is_no_tie_and_the_notes_say_so():
    net = tt.network([("a", "b", 0), ("b", "c", 1)])
    assert net.ties().select("from", "to").rows() == [("b", "c")]
    assert net.notes == ["left out: ties of weight 0, which is no tie (1)"]


def test_numbers_and_signs_are_names_as_they_are_written():
    net = tt.network([(1, 2), (2, "Bildungsbüro »Süd«; 教育局")])
    assert net.actors()["actor"].to_list() == ["1", "2", "Bildungsbüro »Süd«; 教育局"]
    assert tt.network(pd.DataFrame({"from": [1, 2], "to": [2, 3]})).actors()["actor"].to_list() == ["1", "2", "3"]


def test_columns_of_other_names():
    frame = pl.DataFrame({"giver": ["a"], "taker": ["b"], "hours": [3], "from": ["x"], "note": ["!"]})
    net = tt.network(frame, from_="giver", to="taker", weight="hours", directed=True)
    assert net.ties().select("from", "to", "strength").rows() == [("a", "b", 3.0)]
    assert net.directed
    actors = [{"code": "a", "sector": "HE"}]
    assert tt.network([("a", "b")], actors, id="code").actors()["sector"].to_list() == ["HE", None]


def test_what_cells_may_hold():
    study = tt.open(
        {
            "organisations": {
                "id": ["a", "b"],
                "localities": [["north", "south"], []],
                "size": [10.5, None],
                "founded": [datetime.date(1992, 3, 1), None],
                "is_public": [True, False],
            },
            "localities": {"id": ["north", "south"]},
            "ties": {
                "from": ["a", "a"],
                "to": ["b", "b"],
                "directed": [False, False],
                "start": [datetime.date(2019, 1, 1), datetime.datetime(2021, 5, 6, 7, 8)],
                "weight": pd.Series([1, None], dtype="Int64"),
            },
        }
    )
    assert study.problems().filter(pl.col("severity") == "error").is_empty()
    actors = study.network().actors()
    assert actors["locality"].to_list() == ["north; south", None]
    assert actors["size"].to_list() == ["10.5", None]
    assert actors["founded"].to_list() == ["1992-03-01", None]
    assert actors["is_public"].to_list() == ["yes", "no"]
    assert study.network(period="2019..2020").ties()["evidence"].to_list() == [1]


def test_two_modes():
    parts = [("uni", "talk"), ("college", "talk"), ("college", "visit")]
    frame = pd.DataFrame(parts, columns=["who", "what"])
    for net in [tt.two_mode(parts), tt.two_mode(frame, actor="who", activity="what")]:
        assert net.actors()["mode"].to_list() == ["organisation"] * 2 + ["activity"] * 2
    projected = tt.two_mode(frame, actor="who", activity="what", project="count")
    assert projected.ties().select("from", "to", "strength").rows() == [("uni", "college", 1.0)]


BAD = {
    "no tie": ([], "ties: there is no row"),
    "an empty frame": (pl.DataFrame({"from": [], "to": []}), "ties: there is no row"),
    "singles": ([("a",)], "ties: it takes a list of dicts or of tuples of from, to, weight; here are rows of 1 values"),
    "four values": ([("a", "b", 1, 2)], "here are rows of 4 values"),
    "a missing column": (pl.DataFrame({"from": ["a"], "too": ["b"]}), "no column is called 'to'; did you mean 'too'"),
    "other columns": (pd.DataFrame({"x": ["a"], "y": ["b"]}), "no column is called 'from'; there is: x, y"),
    "a strength below zero": ([("a", "b", -1.0)], "-1"),
    "a strength in words": ([("a", "b", "strong")], "strong"),
    "an end that is missing": ([("a", None), ("a", "b")], "ties"),
    "columns that differ in length": ({"from": ["a"], "to": ["b", "c"]}, "ties: no frame can be made of this: "),
    "a column of another library": ({"from": ["a"], "to": pd.array([1])}, "ties: no frame can be made of this: "),
    "a number": (3, "ties: this is of type int; it takes a frame of polars, pandas or Arrow"),
    "a file": ("ties.csv", "ties: this is 'ties.csv'; it takes a frame of polars, pandas or Arrow"),
    "a list of words": (["ab", "cd"], "'ab' is not like that"),
    "tuples and dicts": ([("a", "b"), {"from": "a", "to": "b"}], "{'from': 'a', 'to': 'b'} is not like that"),
    "nothing": (None, "ties: this is of type NoneType"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_tie_is_refused_with_what_would_be(what):
    ties, message = BAD[what]
    with pytest.raises((tt.TertiusError, TypeError)) as refused:
        tt.network(ties)
    assert message in str(refused.value)
    assert "--" not in str(refused.value)


@pytest.mark.parametrize(
    ("actors", "message"),
    [
        ([{"name": "a"}], "no column is called 'id'; there is: name"),
        (["a", "b"], "actors: it takes a list of dicts; 'a' is not like that"),
        ([], "actors: there is no row"),
        ([{"id": "a"}, {"id": "a"}], "a"),
        ([{"id": None}, {"id": "a"}], "id"),
    ],
)
def test_what_is_no_actor_is_refused(actors, message):
    with pytest.raises((tt.TertiusError, TypeError)) as refused:
        tt.network([("a", "b")], actors)
    assert message in str(refused.value)


def test_polars_alone_is_enough():
    script = """
import sys
sys.modules["pandas"] = sys.modules["pyarrow"] = sys.modules["numpy"] = None
import tertius as tt
net = tt.network([("a", "b", 1.0)], [{"id": "a", "sector": "HE", "tags": ["x", "y"]}])
print(tt.actor.degree(net).value("a", "degree"), tt.open([{"from": "a", "to": "b"}]).network())
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout == "1 Network(2 actors, 1 directed ties)\n", done.stderr


def test_a_year_without_a_tie_is_a_network_of_its_actors():
    net = tt.network([], [{"id": "uni", "sector": "HE"}, {"id": "college", "sector": "FE"}])
    assert (len(net), net.ties().height) == (2, 0)
    assert tt.whole.density(net).value("density") == 0
    assert net.actors()["sector"].to_list() == ["HE", "FE"]
