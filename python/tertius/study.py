"""Studies: the evidence on a collaboration system, as it is."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, is_dataclass
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, Literal

from tertius import _tertius
from tertius._card import Card
from tertius.errors import TertiusError
from tertius.view import typed, view_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

    from tertius._frame import Result
    from tertius._frames import FrameLike
    from tertius.view import (
        Certainty,
        Component,
        Groups,
        Level,
        Orientation,
        Status,
        Via,
        View,
        Weights,
        Words,
    )
    from tertius.network import Network

Shape = Literal["edge-list", "participation-list", "adjacency-matrix", "incidence-matrix"]


def open(
    source: str | PathLike[str] | Mapping[str, FrameLike] | FrameLike, *, shape: Shape | None = None
) -> Study:
    """Opens a study.

    `source` is a folder of tables, a workbook (.xlsx), one table (.csv, .tsv, .json), or frames: one
    frame of ties, or a mapping from the names of tables (`ties`, `organisations`, `people`,
    `participation` …) to frames. A frame is whatever polars, pandas or Arrow call one, or a list of
    dicts or of tuples. Or it is a graph of networkx or igraph, or an adjacency matrix of numpy, scipy
    or pandas: `tertius.from_networkx` and its like say how they are read.

    `shape` says what a single file holds, if it is taken for something else.

    What is wrong in it is in `study.problems()`; analyses of a study with errors raise `StudyError`.

    >>> import tertius as tt
    >>> study = tt.open({"ties": [("uni", "college"), ("college", "council")]})
    >>> study.network()
    Network(3 actors, 2 directed ties)

    Raises `FileError` if a file cannot be read.
    """
    if isinstance(source, str | PathLike):
        return Study(_tertius.Study.read(fspath(source), shape))
    from tertius._frames import study_of

    return study_of(source)


class Study:
    """The evidence on a collaboration system: made by `tertius.open`.

    >>> import tertius as tt
    >>> study = tt.data.open("equalls")
    >>> study.title
    'EQuaLLS blog: who wrote with whom'
    """

    __slots__ = ("_study",)
    _study: _tertius.Study

    def __init__(self, study: _tertius.Study) -> None:
        self._study = study

    @property
    def title(self) -> str:
        """Its title: that of study.toml, or the name of the folder or file."""
        return self._study.title

    @property
    def waves(self) -> list[str]:
        """The waves of a repeated survey, first to last."""
        return self._study.waves()

    @property
    def view(self) -> View:
        """Its own view: what study.toml says, or else observed ties as recorded."""
        return view_of(self._study.default_view())

    def problems(self) -> Result:
        """Everything that is wrong or was assumed, errors first: severity, code, file, sheet, row,
        column, value, message, suggestion. `tertius.explain(code)` tells more."""
        import polars as pl

        from tertius._frame import Result

        kinds = dict.fromkeys(_PROBLEM, pl.String()) | {"row": pl.Int64()}
        rows = [{name: it.get(name) for name in kinds} for it in self._problems()]
        return Result(rows, schema=kinds)

    def network(
        self,
        view: View | None = None,
        *,
        relation: Words | None = None,
        via: Via | Sequence[Via] | None = None,
        period: str | None = None,
        wave: str | int | None = None,
        status: Status | Sequence[Status] | None = None,
        certainty: Certainty | None = None,
        level: Level | None = None,
        locality: str | None = None,
        weights: Weights | None = None,
        component: Component | None = None,
        groups: Groups | None = None,
        orientation: Orientation | None = None,
    ) -> Network:
        """Cuts a network from the evidence: what becomes an actor, and what a tie.

        What is not asked for is what study.toml says, or else: observed ties as recorded, between
        organisations, units rolled up, all waves together. `net.view` says the choice back.

        Args:
            view: a whole view, such as that of another network, instead of options one by one.
            relation: relations among the ties; all unless given.
            via: what joins actors: recorded `ties`, shared activities (`participation`), shared people
                (`affiliations`), or activities as actors of a second mode (`two-mode`).
            period: time span, such as `2017..2019` or `2019-03`.
            wave: wave of a repeated survey.
            status: which status of ties and participation.
            certainty: leave out what is less certain than this.
            level: who the actors are.
            locality: actors that work in this locality or a part of it.
            weights: what a shared activity counts: the less the more share it (`newman`), or 1
                (`count`); `binary`: every tie counts 1.
            component: `all` actors, or only the `largest` set that can reach one another.
            groups: whether groups that were counted and not named are actors.
            orientation: direction of ties: kept; or a pair is tied if either says so (`undirected`), if
                both do (`mutual`), by whoever answered (`reconstructed`), or the same among those who
                answered (`respondents`).

        Raises `StudyError` if the study has errors, `TertiusError` for a relation, wave or locality that
        is not there, `NotApplicableError` if nobody is left.
        """
        from tertius.network import Network

        asked = {
            "relation": relation,
            "via": via,
            "period": period,
            "wave": wave,
            "status": status,
            "certainty": certainty,
            "level": level,
            "locality": locality,
            "weights": weights,
            "component": component,
            "groups": groups,
            "orientation": orientation,
        }
        return Network(self._study.network(*_options(view, asked)), self)

    def report(
        self,
        path: str | PathLike[str],
        *,
        page: str | PathLike[str] | None = None,
        view: View | None = None,
        anonymise: bool = False,
    ) -> None:
        """Writes the report: one page that stands alone, in plain sentences with their numbers.

        Args:
            path: the file, which must end in .html and be no part of the study; what was there is replaced.
            page: where to write the page to look around in too, as `page` does; the report links to it.
            view: which evidence it is about; the study's own view unless given.
            anonymise: codes instead of names.

        Raises `StudyError` if the study has errors, `FileError` if the file cannot be written.
        """
        options, whole = _options(view, {})
        beside = None if page is None else fspath(page)
        self._study.report(fspath(path), beside, options, anonymise, whole)

    def page(
        self,
        path: str | PathLike[str],
        *,
        view: View | None = None,
        by: str = "sector",
        seed: int = 1,
        anonymise: bool = False,
    ) -> None:
        """Writes the page to look around in: the network with the evidence behind every tie, and the story
        of the study. In a notebook, `Network.explore` shows it.

        Args:
            path: the file, which must end in .html and be no part of the study; what was there is replaced.
            view: which evidence it is about; the study's own view unless given, and then with the other
                waves of the study too.
            by: the attribute that groups the actors.
            seed: where the random starts of the layout begin.
            anonymise: codes instead of names.

        Raises `StudyError` if the study has errors, `FileError` if the file cannot be written.
        """
        self._study.refuse(fspath(path))
        options, whole = _options(view, {})
        net = self._study.network(options, whole)
        net.explore(by, seed, anonymise, view is None).save(fspath(path))

    def key(self) -> pl.DataFrame:
        """Tells which code stands for whom where `anonymise=True`: code, identifier and name of each
        organisation, person, activity and place. Keep it apart from what you share.

        >>> import tertius as tt
        >>> tt.data.open("wm-lsrn").key().columns
        ['code', 'id', 'name']
        """
        import polars as pl

        return pl.DataFrame(self._study.key(), schema=["code", "id", "name"], orient="row")

    def write(self, path: str | PathLike[str], *, replace: bool = False) -> None:
        """Writes the evidence as it is: a folder with a table in each file, or one file if the path ends
        in .json. `tertius.open` reads both.

        Args:
            path: the folder or the file.
            replace: write over files of the same name.

        Raises `FileError` if a file is there already, cannot be written, or is a part of the study.
        """
        _tertius.write_study(self._study, fspath(path), replace)

    def __repr__(self) -> str:
        return str(self._card())

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return self._card().bundle()

    def _card(self) -> Card:
        card = Card(self.title, self._study.notice)
        for name, text in self._study.lines():
            card.row(name.strip(), text.replace("\N{NO-BREAK SPACE}", " "))
        found = Counter(it["severity"] for it in self._problems())
        counted = [f"{found[it]} {it}{'s' if found[it] > 1 else ''}" for it in found]
        card.row("problems", ", ".join(counted) + ": see .problems()" if counted else "none found")
        return card

    def _problems(self) -> list[dict[str, Any]]:
        return list(json.loads(self._study.problems()))

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self._study.to_bytes(),)


_PROBLEM = ("severity", "code", "file", "sheet", "row", "column", "value", "message", "suggestion")


def _again(study: bytes) -> Study:
    return Study(_tertius.Study.of_bytes(study))


def _options(view: View | None, asked: dict[str, Any]) -> tuple[list[tuple[str, list[str]]], bool]:
    """The options of a view in words, and whether they are a whole view."""
    options = typed(asked)
    if view is None:
        return options, False
    if options:
        raise TertiusError(
            f"give a whole view or options, not both: dataclasses.replace(view, {options[0][0]}=…) is the "
            "view with another option"
        )
    if not is_dataclass(view):
        raise TypeError(
            f"a view is made by tertius.View(…) or is that of a network, and this is of type {type(view).__name__}; "
            'options go by their names, as in study.network(wave=2, via="participation")'
        )
    return typed(asdict(view)), True
