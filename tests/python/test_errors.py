"""What a beginner types wrong, and reads: what it was, where, and what would work."""

import json
import re

import pytest
import tertius as tt
from tertius import _tertius

MEASURES = json.loads(_tertius.measures())

NET = tt.network([("a", "b"), ("b", "c"), ("c", "d")], [{"id": "a", "sector": "HE"}, {"id": "b", "sector": "FE"}])
BARE = tt.network([("a", "b")])
STUDY = tt.data.open("dialogues-synthetic")

SAID = {
    "a study that is not there": (
        lambda: tt.data.open("wolverhamton"),
        tt.TertiusError,
        "no study is called 'wolverhamton'; did you mean 'wolverhampton'?",
    ),
    "a folder that is not there": (
        lambda: tt.open(tt.data.path("equalls").parent / "equals"),
        tt.FileError,
        "equals is not there: did you mean equalls?",
    ),
    "a relation": (
        lambda: STUDY.network(relation="trust"),
        tt.TertiusError,
        "no relation is called `trust`; did you mean `trusts`?",
    ),
    "a wave": (lambda: STUDY.network(wave=3), tt.TertiusError, "no wave is called `3`; there is: 1, 2"),
    "via": (
        lambda: STUDY.network(via="participations"),
        tt.TertiusError,
        "no value of via is called `participations`; did you mean `participation`?",
    ),
    "a period": (
        lambda: STUDY.network(period="last year"),
        tt.TertiusError,
        "`period` cannot be `last year`: write a span such as 2017..2019",
    ),
    "a level": (
        lambda: STUDY.network(level="people"),
        tt.TertiusError,
        "no value of level is called `people`; there is: organisation, unit, person, actor",
    ),
    "a locality": (
        lambda: STUDY.network(locality="county-z"),
        tt.TertiusError,
        "no locality is called `county-z`; did you mean `county-a`?",
    ),
    "an option of the view": (lambda: STUDY.network(waves=1), TypeError, "unexpected keyword argument 'waves'"),
    "a grouping": (
        lambda: tt.whole.ei_index(NET, by="sectr"),
        tt.TertiusError,
        "no grouping is called `sectr`; did you mean `sector`?",
    ),
    "a grouping where there is none": (
        lambda: tt.whole.ei_index(BARE),
        tt.TertiusError,
        "no grouping is called `sector`; there is none in this study",
    ),
    "a word of an option": (
        lambda: tt.actor.betweenness(NET, paths="weighted"),
        tt.TertiusError,
        "no value of paths is called `weighted`; there is: strength, binary",
    ),
    "a number that is a word": (
        lambda: tt.actor.degree(NET, alpha="half"),
        tt.TertiusError,
        "`alpha` cannot be `half`: a number from 0 to 10",
    ),
    "a number out of range": (
        lambda: tt.null.bootstrap(NET, confidence=95),
        tt.TertiusError,
        "`confidence` cannot be `95`: a number from 0.5 to 0.9999",
    ),
    "half a draw": (
        lambda: tt.null.test(NET, draws=99.5),
        tt.TertiusError,
        "`draws` cannot be `99.5`: a whole number from 1",
    ),
    "a measure": (
        lambda: tt.null.test(NET, measure="whole ei-index"),
        tt.TertiusError,
        "no measure is called `whole ei-index`; did you mean `whole ei_index`?",
    ),
    "a measure of several units": (
        lambda: tt.null.test(NET, measure="ei_index"),
        tt.TertiusError,
        "there are several, say `group ei_index` or `whole ei_index`",
    ),
    "an option of a measure": (
        lambda: tt.null.test(NET, measure="actor betweenness", against="edges", set="path=binary", draws=5),
        tt.TertiusError,
        "no option of betweenness is called `path`; did you mean `paths`?",
    ),
    "a quantity": (
        lambda: tt.null.test(NET, only="ei", draws=5),
        tt.TertiusError,
        "no column or row of the result is called `ei`; there is: value, ei_index",
    ),
    "a term": (
        lambda: tt.null.qap(NET, with_="sector"),
        tt.TertiusError,
        "no term is called `sector`; there is: same:sector",
    ),
    "another network": (
        lambda: tt.null.compare(STUDY.network(wave=1), with_="waves=2"),
        tt.TertiusError,
        "no view option is called `waves`; did you mean `wave`?",
    ),
    "change without waves": (
        lambda: tt.change.ties(NET),
        tt.NotApplicableError,
        'say which two periods to compare, as in from_="2016..2017" to="2018..2019"',
    ),
    "change to a wave that is not there": (
        lambda: tt.change.ties(STUDY, from_=1, to=3),
        tt.TertiusError,
        "no wave or period is called `3`; there is: 1, 2",
    ),
    "an actor": (
        lambda: tt.change.routes(STUDY, through="nobody"),
        tt.TertiusError,
        "no actor is called `nobody`",
    ),
    "a group": (
        lambda: tt.actor.betweenness_between(NET, from_="XX", to="FE"),
        tt.TertiusError,
        "no sector is called `XX`; there is: HE, FE",
    ),
    "one mode for two": (
        lambda: tt.whole.two_mode_clustering(NET),
        tt.NotApplicableError,
        'keep actors and activities apart by via="two-mode"',
    ),
    "directed ties for undirected": (
        lambda: tt.actor.segregation(tt.network([("a", "b")], [{"id": "a", "sector": "HE"}], directed=True)),
        tt.NotApplicableError,
        'take them as ties either way: orientation="undirected"',
    ),
    "a measure of a path": (
        lambda: tt.actor.degree("data/equalls"),
        TypeError,
        "a measure takes a Network or a Study, and this is of type str; tertius.network(ties) makes a network",
    ),
    "a measure of ties": (
        lambda: tt.actor.degree([("a", "b")]),
        TypeError,
        "and this is of type list; tertius.network(ties) makes a network of ties, tertius.open(…) opens a study",
    ),
    "a row": (lambda: tt.actor.degree(NET).value("z"), KeyError, "no row is called 'z'; there is: a, b, c, d"),
    "a column": (
        lambda: tt.actor.degree(NET).value("a", "degre"),
        KeyError,
        "no column is called 'degre'; did you mean 'degree'?",
    ),
    "the method of a part": (
        lambda: tt.method(tt.actor.degree(NET).head(1)),
        TypeError,
        "ask for the method of the result itself, before it is filtered or changed",
    ),
    "a page": (
        lambda: tt.explain("brokrage"),
        tt.TertiusError,
        "no measure, problem code or table is called `brokrage`; did you mean `brokerage`?",
    ),
    "a figure": (
        lambda: NET.draw("sociograms"),
        tt.TertiusError,
        "no figure is called `sociograms`; did you mean `sociogram`?",
    ),
    "a width": (
        lambda: NET.draw(page="a4"),
        tt.TertiusError,
        "no page is called `a4`; there is: single, double, slide",
    ),
    "too many dots": (
        lambda: NET.draw().png(20_000),
        tt.TertiusError,
        "`dpi` cannot be 20000: a whole number from 36 to 1200",
    ),
    "a projection": (
        lambda: tt.two_mode([("a", "t")], project="newmann"),
        tt.TertiusError,
        "no value of weights is called `newmann`; did you mean `newman`?",
    ),
    "a shape": (
        lambda: tt.open("ties.csv", shape="edgelist"),
        tt.TertiusError,
        "no shape is called `edgelist`; did you mean `edge-list`?",
    ),
    "a table": (
        lambda: tt.open({"tyes": [{"from": "a", "to": "b"}]}),
        tt.TertiusError,
        "no table of a study is called `tyes`; did you mean `ties`?",
    ),
    "a view in words": (
        lambda: STUDY.network("wave=1"),
        TypeError,
        "and this is of type str; options go by their names, as in study.network(wave=2",
    ),
    "a view and options": (
        lambda: STUDY.network(tt.View(wave=1), wave=2),
        tt.TertiusError,
        "give a whole view or options, not both",
    ),
    "a wave that is no wave": (
        lambda: STUDY.network(wave=1.5),
        tt.TertiusError,
        "no wave is called `1.5`; there is: 1, 2",
    ),
    "a comparison with none": (
        lambda: tt.compare(NET, "x"),
        TypeError,
        "a measure takes a Network or a Study, and this is of type str",
    ),
    "a comparison across directions": (
        lambda: tt.compare(BARE, tt.network([("a", "b")], directed=True)),
        tt.NotApplicableError,
        'orientation="undirected" takes both without',
    ),
    "a format": (
        lambda: BARE.write("network.graphml", format="graphm"),
        tt.TertiusError,
        "no format is called `graphm`; did you mean `graphml`?",
    ),
    "an ending": (
        lambda: BARE.write("network.pdf"),
        tt.FileError,
        "the ending tells the format: use .graphml, .gexf, .net, .dl, .csv or .json",
    ),
    "doubt where there is none": (
        lambda: tt.actor.robustness(NET),
        tt.NotApplicableError,
        "nothing of what was asked for is open in this study",
    ),
}


@pytest.mark.parametrize("what", SAID)
def test_what_is_wrong_is_said_with_what_would_work(what):
    call, kind, message = SAID[what]
    with pytest.raises(kind) as refused:
        call()
    said = str(refused.value.args[0])
    assert message in said
    assert "--" not in said, "an option of the command line"


def test_nothing_speaks_of_the_command_line():
    said = [it["page"] for it in MEASURES] + [option["about"] for it in MEASURES for option in it["options"]]
    said += [tt.explain(it) for it in ["view", "terms", "ties", "activities", "missing-table", "unread-column"]]
    said += [note for it in tt.data.names() for note in tt.data.open(it).network().notes]
    with pytest.raises(tt.NotApplicableError) as refused:
        tt.null.compare(STUDY.network(wave=1))
    said.append(str(refused.value))
    lines = [line for it in said for line in it.splitlines()]
    assert not [it for it in lines if re.search(r"--[a-z]|`tertius (?!init)|command line|COLUMN", it)]


def test_only_errors_of_what_was_asked_are_caught_as_such():
    assert issubclass(tt.FileError, OSError)
    assert issubclass(tt.TertiusError, ValueError)
    for kind in [tt.StudyError, tt.NotApplicableError, tt.FileError]:
        assert issubclass(kind, tt.TertiusError)
    assert not issubclass(tt.BugError, tt.TertiusError)


def test_files_that_cannot_be_read(tmp_path):
    (tmp_path / "a.pdf").write_text("no table")
    with pytest.raises(tt.FileError, match=r"is of a kind that tertius does not read: give a folder, \.csv"):
        tt.open(tmp_path / "a.pdf")
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "signs.csv").write_bytes(bytes(range(256)))
    (tmp_path / "folder").mkdir()
    for name in ["empty.csv", "signs.csv", "folder"]:
        study = tt.open(tmp_path / name)
        assert "error" in study.problems()["severity"].to_list()
        with pytest.raises(tt.StudyError, match=r"study\.problems\(\) lists them all, each with its cell"):
            study.network()


def test_errors_of_a_study_name_the_cell(tmp_path):
    (tmp_path / "organisations.csv").write_text("id\na\nb\n")
    (tmp_path / "ties.csv").write_text("from,to,weight\na,b,much\n")
    with pytest.raises(tt.StudyError, match=r"ties\.csv, cell C2 \(weight\): `much`"):
        tt.open(tmp_path).network()


def test_nothing_is_written_into_a_study_or_where_it_cannot_be_read(tmp_path):
    (tmp_path / "study").mkdir()
    (tmp_path / "study" / "organisations.csv").write_text("id\na\nb\n")
    (tmp_path / "study" / "ties.csv").write_text("from,to\na,b\n")
    study = tt.open(tmp_path / "study")
    for path, message in {
        tmp_path / "study" / "report.html": "is, or would become, a part of the study; write it somewhere else",
        tmp_path / "report.pdf": r"the ending tells the format; use \.html or \.htm",
        tmp_path / "nowhere" / "report.html": "is not there: make it first, or write elsewhere",
    }.items():
        with pytest.raises(tt.FileError, match=message):
            study.report(path)
    figure = study.network().draw()
    with pytest.raises(tt.FileError, match=r"the ending tells the format; use \.svg or \.png"):
        figure.save(tmp_path / "figure.pdf")
    with pytest.raises(tt.FileError, match="is not there: make it first"):
        figure.save(tmp_path / "nowhere" / "figure.svg")
    assert sorted(it.name for it in tmp_path.iterdir()) == ["study"]
    assert sorted(it.name for it in (tmp_path / "study").iterdir()) == ["organisations.csv", "ties.csv"]
