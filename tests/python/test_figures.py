"""What figures are asked to show: the same as at the command line, in Python's words."""

from __future__ import annotations

import polars as pl
import pytest
import tertius as tt

STUDY = tt.data.open("wolverhampton")
NET = STUDY.network()


def test_a_look_is_passed_on_whole() -> None:
    figure = NET.draw(
        color="locality",
        size="degree",
        hull="sector",
        labels="top:5",
        highlight=["top:2", "university-of-wolverhampton"],
        annotate={"PIMA": "came in 2017"},
        seed=2,
        page="slide",
        grey=True,
    )
    svg = figure.svg().replace("\u00a0", " ")
    for wanted in (
        "Area of mark: number of contacts",
        "of one sector",
        "In full colour: the 2 actors with most number of contacts",
        "came in 2017",
        ">Locality<",
        "stress (seed 2)",
        'net.draw("sociogram", by="locality", size="degree"',
        'highlight=["top:2", "university-of-wolverhampton"]',
        "grey=True",
    ):
        assert wanted in svg.replace("&quot;", '"'), wanted


def test_places_go_out_and_come_back() -> None:
    places = NET.layout("clusters")
    assert places.columns == ["id", "x", "y"]
    assert places["id"].to_list() == NET.actors()["actor"].to_list()
    notes = tt.method(places).notes
    assert [note.split()[0] for note in notes][-5:-2] == ["stress", "neighbourhood", "crossings"]
    moved = pl.DataFrame(places).with_columns(y=-pl.col("y"))
    for table in (moved, moved.to_dict(as_series=False), moved.to_pandas()):
        again = NET.layout(table)
        apart = again["y"] - moved["y"]
        assert float(apart.max()) - float(apart.min()) < 0.01
    assert "Places are as given" in NET.draw(layout=moved).svg()


def test_one_actor_has_a_picture() -> None:
    near = NET.draw("ego", ego="PIMA").description
    far = NET.draw("ego", ego="PIMA", steps=2).svg()
    assert near.startswith("PIMA is tied to")
    assert "two steps away" in far
    measured = NET.draw("centrality", measures=["closeness", "degree:strength"])
    assert "loseness" in measured.svg()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"by": "locality", "color": "kind"}, "they mean the same, so give one of them"),
        ({"size": "closness"}, "did you mean `closeness`?"),
        ({"hull": "sectr"}, "did you mean `sector`?"),
        ({"labels": "some"}, "auto, all, top:10, none"),
        ({"highlight": "nobody"}, "no actor of this view is called `nobody`"),
        ({"layout": "clustered"}, "did you mean `clusters`?"),
        ({"layout": 3}, "a layout of int cannot be read"),
        ({"layout": {"id": ["a"], "x": [1.0]}}, "a table with the columns id, x and y"),
        ({"kind": "ego"}, "has to know whom"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_what_can(asked: dict[str, object], said: str) -> None:
    with pytest.raises(tt.TertiusError) as refused:
        NET.draw(**asked)  # type: ignore[arg-type]
    assert said in str(refused.value)


def test_a_key_tells_the_codes_of_a_figure() -> None:
    key = STUDY.key()
    assert key.columns == ["code", "id", "name"]
    figure = NET.draw(anonymise=True, highlight="PIMA")
    code = key.filter(pl.col("id") == "pima")["code"].item()
    assert f"In full colour: {code}; all others are pale" in figure.description
    assert "PIMA" not in figure.svg()


def test_a_wave_that_was_asked_for_is_alone_on_its_page(tmp_path) -> None:
    study = tt.data.open("dialogues-synthetic")
    alone = study.network(relation="works-with", wave=2).explore()
    study.page(tmp_path / "page.html")
    both = (tmp_path / "page.html").read_text()
    assert "holds wave 1 too" in both
    alone.save(tmp_path / "alone.html")
    assert "holds wave 1 too" not in (tmp_path / "alone.html").read_text()
