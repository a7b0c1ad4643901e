"""Networks: one graph cut from the evidence, with the choice that was made."""

from __future__ import annotations

import json
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, Literal

from tertius import _tertius
from tertius._card import Card
from tertius._near import near
from tertius.errors import TertiusError
from tertius.figure import Figure
from tertius.page import Page
from tertius.result import of_table
from tertius.view import View, view_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

    from tertius._frame import Result
    from tertius._frames import FrameLike
    from tertius.study import Study

Chart = Literal[
    "sociogram",
    "ego",
    "twomode",
    "matrix",
    "coreperiphery",
    "mixing",
    "brokerage",
    "centrality",
    "distribution",
    "null",
    "compare",
    "slope",
    "timeline",
]
Format = Literal["graphml", "gexf", "pajek", "dl", "edge-list", "node-link", "statnet"]
Width = Literal["single", "double", "slide"]
Layout = Any
"""A word for a layout, or a table of places: a frame or a mapping with `id`, `x` and `y`."""

DRAWN = 150
"""Actors of the largest network that shows as a picture unasked."""


class Network:
    """A network of actors and weighted ties, cut from a study: made by `Study.network` or
    `tertius.network`.

    >>> import tertius as tt
    >>> net = tt.network([("uni", "college", 2.0), ("college", "council", 1.0)])
    >>> net
    Network(3 actors, 2 undirected ties)
    """

    __slots__ = ("_net", "study")
    _net: _tertius.Network
    study: Study
    """The study it was cut from."""

    def __init__(self, net: _tertius.Network, study: Study) -> None:
        self._net = net
        self.study = study

    @property
    def view(self) -> View:
        """The choice of evidence that it was cut by: `print(net.view)` says it in words."""
        return view_of(self._net.view())

    @property
    def notes(self) -> list[str]:
        """What was left out, and why."""
        provenance = self._told()["provenance"]
        return [*filter(None, [provenance["notice"]]), *provenance["notes"]]

    @property
    def directed(self) -> bool:
        """Whether ties have a direction."""
        return self._net.directed

    @property
    def attributes(self) -> list[str]:
        """What actors can be grouped by: sector, locality and further columns."""
        return list(self._told()["attributes"])

    @property
    def dyads(self) -> int:
        """Number of dyads that could hold a tie."""
        return int(self._told()["dyads"])

    @property
    def observed_dyads(self) -> int:
        """Number of dyads that were observed: a missing answer is no missing tie."""
        return int(self._told()["observed_dyads"])

    def actors(self) -> Result:
        """The actors: identifier, name, mode (organisation, person or activity), and each attribute (several
        values joined by semicolons).

        >>> import tertius as tt
        >>> tt.network([("a", "b")]).actors()["actor"].to_list()
        ['a', 'b']
        """
        return of_table(self._net.actor_table())

    def ties(self) -> Result:
        """The ties: their ends, strength, how many pieces of evidence are behind each, and whether the
        dyad was observed.

        >>> import tertius as tt
        >>> tt.network([("a", "b", 2.0)]).ties()["strength"].to_list()
        [2.0]
        """
        return of_table(self._net.tie_table())

    def unobserved(self) -> Result:
        """The dyads that were not observed: `from` and `to`. Nobody knows whether they hold a tie, unless
        somebody else told of one.

        >>> import tertius as tt
        >>> tt.data.open("dialogues-synthetic").network(wave=2).unobserved().rows()
        [('fe-cb2', 'ts-ca3'), ('fe-cb2', 'ts-ub3'), ('ts-ca3', 'ts-ub3')]
        """
        return of_table(self._net.unobserved_table())

    def alters(self, actor: str) -> list[str]:
        """The actors that an actor is tied to, whichever way.

        >>> import tertius as tt
        >>> tt.network([("a", "b"), ("b", "c")]).alters("b")
        ['a', 'c']

        Raises KeyError if there is no such actor.
        """
        known = self._known(actor)
        ends = self.ties().select("from", "to").rows()
        tied = {b if a == actor else a for a, b in ends if actor in (a, b)}
        return [it for it in known if it in tied]

    def strength(self, from_: str, to: str) -> float | None:
        """The strength of the tie between two actors: 0 if there is none, None if nobody observed whether
        there is one.

        >>> import tertius as tt
        >>> net = tt.network([("a", "b", 2.0), ("b", "c", 1.0)])
        >>> net.strength("b", "a"), net.strength("a", "c")
        (2.0, 0.0)

        Raises KeyError if there is no such actor.
        """
        self._known(from_, to)
        ways = [(from_, to)] if self.directed else [(from_, to), (to, from_)]
        for a, b, strength in self.ties().select("from", "to", "strength").rows():
            if (a, b) in ways:
                return float(strength)
        unknown = self.observed_dyads < self.dyads and any(it in ways for it in self.unobserved().rows())
        return None if unknown else 0.0

    def to_networkx(self) -> Any:
        """A networkx Graph, or DiGraph if directed.

        Nodes are identifiers and carry `name`, `mode` and the attributes that are known, in words; in
        a network of two modes also `bipartite`, 1 for activities. Edges carry `weight`, the strength,
        and `length`, 1/strength: paths of networkx take lengths, so ask for
        `betweenness_centrality(graph, weight="length")`. Which dyads were not observed a graph cannot
        hold: see `unobserved`.

        >>> import networkx as nx, tertius as tt
        >>> net = tt.network([("a", "b", 2.0), ("b", "c", 1.0)])
        >>> found = tt.actor.betweenness(net)
        >>> graph = net.to_networkx()
        >>> nx.set_node_attributes(graph, dict(zip(found["actor"], found["value"])), "betweenness")
        >>> graph.nodes["b"]["betweenness"]
        1.0
        """
        from tertius import _networkx

        return _networkx.write(self)

    def to_igraph(self) -> Any:
        """A graph of python-igraph.

        Vertices have `name`, the identifier, `label`, the full name, `mode` and the attributes; in a
        network of two modes also `type`, true for activities. Edges have `weight`, the strength, and
        `length`, 1/strength, which is what its paths take.

        >>> import tertius as tt
        >>> tt.network([("a", "b"), ("b", "c")]).to_igraph().vs["name"]
        ['a', 'b', 'c']
        """
        from tertius import _igraph

        return _igraph.write(self)

    def to_numpy(self, *, missing: float = 0.0) -> tuple[Any, list[str]]:
        """The adjacency matrix, of strengths, and the identifiers of its rows.

        Args:
            missing: what stands in cells that nobody observed; `math.nan` keeps them apart from 0, and
                `tertius.from_numpy` reads it back.

        >>> import tertius as tt
        >>> matrix, names = tt.network([("a", "b", 2.0), ("b", "c", 1.0)]).to_numpy()
        >>> matrix.tolist(), names
        ([[0.0, 2.0, 0.0], [2.0, 0.0, 1.0], [0.0, 1.0, 0.0]], ['a', 'b', 'c'])
        """
        from tertius import _numpy

        return _numpy.write(self, missing)

    def to_pandas(self) -> tuple[Any, Any]:
        """Two frames of pandas: ties and actors, which `tertius.network` takes back.

        >>> import tertius as tt
        >>> ties, actors = tt.network([("a", "b", 2.0)]).to_pandas()
        >>> ties["strength"].tolist(), actors["actor"].tolist()
        ([2.0], ['a', 'b'])
        """
        from tertius import _pandas

        return _pandas.write(self.ties()), _pandas.write(self.actors())

    def to_polars(self) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Two frames of polars: ties and actors, which `tertius.network` takes back.

        >>> import tertius as tt
        >>> ties, actors = tt.network([("a", "b", 2.0)]).to_polars()
        >>> tt.network(ties, actors)
        Network(2 actors, 1 undirected ties)
        """
        import polars as pl

        return pl.DataFrame(self.ties()), pl.DataFrame(self.actors())

    def draw(
        self,
        kind: Chart = "sociogram",
        *,
        by: str = "sector",
        color: str | None = None,
        size: str | None = None,
        hull: str | None = None,
        label: str | None = None,
        labels: str = "auto",
        highlight: str | Sequence[str] = (),
        annotate: Mapping[str, str] | None = None,
        layout: Layout = "stress",
        measures: str | Sequence[str] = (),
        ego: str | None = None,
        steps: Literal[1, 2] = 1,
        page: Width = "double",
        grey: bool = False,
        seed: int = 1,
        anonymise: bool = False,
    ) -> Figure:
        """Draws a figure: it shows in a notebook, and `figure.save("fig.svg")` keeps it.

        Args:
            kind: `sociogram`, who is tied to whom; `ego`, one actor and those around it; `twomode`, actors
                beside what they take part in; `matrix`, the ties as a table; `coreperiphery`, that with the
                core first; `mixing`, ties between each two groups against what is expected; `null`, the E–I
                index beside those that chance gives; `brokerage`, the roles of those who broker most;
                `centrality`, the most central as dots; `distribution`, how many have how many contacts;
                `compare`, the first wave beside the last; `slope`, places from wave to wave; `timeline`,
                what took place when.
            by: the attribute that groups the actors, which colours and shapes stand for; of a timeline
                `kind` or `locality` of activities.
            color: the same as `by`, as plotting libraries call it.
            size: what the area of a mark stands for: a measure of actors such as `degree`, or `none`;
                betweenness, or in `twomode` the number of ties, unless given. This and the next five are of
                a `sociogram` or `twomode`.
            hull: the attribute that areas are drawn by, or `none`; locality unless given; not of `twomode`.
            label: the attribute that holds what marks are called, such as a short name.
            labels: whose names stand beside them: `auto`, as many as find room; `all`; `top:10`; `none`.
            highlight: whom to look at, all others pale: identifiers or names, `locality=hull`,
                `cut_points`, `top:5`.
            annotate: what to say of actors, by identifier or name: a number at the mark, the words in the
                legend.
            layout: how actors are given their places: `stress`, `grouped:locality`, `clusters`, `layered`,
                `axis:opened`, `concentric`; or a table of places as `net.layout()` gives it. Of a sociogram.
            measures: other measures for `centrality`, `distribution` and `slope`: `closeness`,
                `degree:in_degree`.
            ego: the actor that `ego` is about, by identifier or name.
            steps: how far from it others may be: 1 or 2.
            page: width: one column of a journal (`single`, 86 mm), two (`double`, 178 mm), or a `slide`.
            grey: greys instead of colours; shapes and patterns carry the meaning in both.
            seed: where the random starts of the layout begin.
            anonymise: codes instead of names; the place in the network may still give actors away.
        """
        if color is not None and by not in ("sector", color):
            raise TertiusError(f"`by` is {by!r} and `color` {color!r}: they mean the same, so give one of them")
        named = {"size": size, "hull": hull, "label": label, "ego": ego, "page": page}
        options = [("by", [color or by]), *((name, [it]) for name, it in named.items() if it is not None)]
        several = {"highlight": _words(highlight), "measures": _words(measures)}
        options += [(name, words) for name, words in several.items() if words]
        if labels != "auto":
            options.append(("labels", [labels]))
        if annotate:
            options.append(("annotate", [word for pair in annotate.items() for word in pair]))
        if steps != 1:
            options.append(("steps", [str(steps)]))
        if grey:
            options.append(("grey", []))
        how, places = _placing(layout, seed)
        return Figure(self._net.draw(kind, options + how, places, anonymise))

    def layout(self, layout: Layout = "stress", *, seed: int = 1) -> Result:
        """Lays a sociogram out: where each actor stands, in points (1/72 inch, downwards), to be kept,
        changed and given back to `draw`. The method of the result says how good the drawing is.

        Args:
            layout: as in `draw`.
            seed: where the random starts of the layout begin.

        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c")])
        >>> places = net.layout()
        >>> places.columns
        ['id', 'x', 'y']
        >>> figure = net.draw(layout=places)
        """
        return of_table(self._net.layout_table(*_placing(layout, seed)))

    def explore(self, *, by: str = "sector", seed: int = 1, anonymise: bool = False) -> Page:
        """Makes a page to look around in: search, filter, and the evidence behind every tie. It shows in a
        notebook, and `page.save("page.html")` keeps it.

        Args:
            by: the attribute that groups the actors.
            seed: where the random starts of the layout begin.
            anonymise: codes instead of names; the place in the network may still give actors away:
                see `disclosure`.
        """
        return Page(self._net.explore(by, seed, anonymise, False))

    def disclosure(self, *, by: Sequence[str] = (), at_least: int = 3) -> Result:
        """Lists the actors who could be named in spite of codes: those whose groups and number of contacts
        are held by fewer than `at_least`, the most exposed first.

        Args:
            by: what a reader may know of actors; sector and locality unless given.
            at_least: so many alike hide one another.

        >>> import tertius as tt
        >>> star = tt.network([("centre", "a"), ("centre", "b"), ("centre", "c")])
        >>> star.disclosure()["actor"].to_list()
        ['centre']
        """
        if isinstance(by, str):
            by = [by]
        return of_table(self._net.disclosure_table(list(by), at_least))

    def write(
        self,
        path: str | PathLike[str],
        *,
        format: Format | None = None,
        anonymise: bool = False,
        replace: bool = False,
    ) -> pl.DataFrame:
        """Writes the network for other programs, and says what the file does not hold of it and of its
        study: a frame of what, count and message.

        Args:
            path: the file, or the folder for `statnet`.
            format: told by the ending unless given: .graphml, .gexf, .net (`pajek`), .dl, .csv
                (`edge-list`, with the actors in a file beside it), .json (`node-link`); `statnet` is a
                folder for R, with NA where a dyad was not observed.
            anonymise: codes instead of names; the place in the network may still give actors away.
            replace: write over files beside the one that is named.

        >>> import tertius as tt
        >>> from tempfile import mkdtemp
        >>> net = tt.network([("uni", "college", 2.0)])
        >>> net.write(mkdtemp() + "/small.graphml").height
        0

        Raises `FileError` if the file cannot be written, or is a part of the study.
        """
        import polars as pl

        found = _tertius.write_network(
            self._net, self.study._study, fspath(path), format, anonymise, replace
        )
        kinds = {"what": pl.String(), "count": pl.Int64(), "message": pl.String()}
        return pl.DataFrame(found, schema=kinds, orient="row")

    def __len__(self) -> int:
        return self._net.actors

    def __repr__(self) -> str:
        kind = "directed" if self.directed else "undirected"
        return f"Network({self._net.actors} actors, {self._net.ties} {kind} ties)"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        told = self._told()
        card = Card(self.study.title, repr(self))
        card.row("view", told["provenance"]["view"])
        if self.observed_dyads < self.dyads:
            card.row("observed", f"{self.observed_dyads} of {self.dyads} dyads: the others are missing, not absent")
        card.row("attributes", ", ".join(told["attributes"]))
        for at, note in enumerate(self.notes):
            card.row("" if at else "notes", note)
        return card.bundle(self._sociogram())

    def _sociogram(self) -> Figure | None:
        """The picture that shows with the network, if it is small enough to tell anything."""
        if len(self) > DRAWN:
            return None
        try:
            return self.draw()
        except TertiusError:
            return None

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self.study, self._net.view())

    def _known(self, *actors: str) -> list[str]:
        """All actors, if these are among them."""
        known = self.actors()["actor"].to_list()
        for it in actors:
            if it not in known:
                raise KeyError(near("actor", it, known))
        return known

    def _told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self._net.told())
        return told


def _again(study: Study, view: str) -> Network:
    return Network(study._study.network_again(view), study)


def network(
    ties: FrameLike,
    actors: FrameLike | None = None,
    *,
    directed: bool = False,
    from_: str = "from",
    to: str = "to",
    weight: str | None = None,
    id: str | None = None,
) -> Network:
    """A network of ties that are ready made.

    Args:
        ties: pairs, or triples with a strength; or a frame with columns for both ends and, maybe, a
            strength. Repeated ties are added up. Or a graph of networkx or igraph, or an
            adjacency matrix, as for `from_networkx`, `from_igraph`, `from_numpy` and `from_pandas`: it
            says the rest itself.
        actors: a frame of actors with an identifier each and any attributes, such as `sector`; who is
            only here has no tie.
        directed: whether ties have a direction.
        from_, to, weight: the columns of `ties`; the strength is in `weight` or `strength`, if there is
            such a column.
        id: the column of `actors` that identifies them; `id` or `actor` unless given.

    >>> import tertius as tt
    >>> actors = [{"id": "a", "sector": "HE"}, {"id": "b", "sector": "FE"}]
    >>> net = tt.network([("a", "b"), ("b", "c")], actors)
    >>> tt.whole.ei_index(net).value("external")
    1.0

    A tie of strength 0 is left out, and `notes` say so.

    Raises `TertiusError` if a column is not there, `StudyError` if a strength is no number or below zero.
    """
    from tertius._foreign import graph_of

    graph = graph_of(ties)
    if graph is not None:
        if actors is not None or directed:
            raise TertiusError(
                "this graph has its own actors and directions; give tertius.network a frame of ties, or "
                "set the attributes on the graph"
            )
        return graph.network()
    from tertius._frames import ready_made

    return ready_made(ties, actors, directed=directed, ends=(from_, to), weight=weight, id=id)


def two_mode(
    participation: FrameLike,
    *,
    actor: str = "actor",
    activity: str = "activity",
    project: Literal["newman", "count", "binary"] | None = None,
) -> Network:
    """A network of who takes part in what.

    Args:
        participation: pairs of an actor and an activity, or a frame with a column for each.
        actor, activity: the columns.
        project: if given, a network of actors alone, joined by the activities they share, each of which
            counts 1/(n−1) among n who share it (`newman`), 1 (`count`), or where every tie counts 1
            (`binary`).

    >>> import tertius as tt
    >>> parts = [("uni", "talk"), ("college", "talk"), ("college", "visit")]
    >>> len(tt.two_mode(parts)), len(tt.two_mode(parts, project="newman"))
    (4, 2)
    """
    from tertius._frames import taking_part

    return taking_part(participation, (actor, activity), project)


def of(source: Study | Network) -> Network:
    """The network of what a measure is asked of: a study's own view, if it is a study."""
    from tertius.study import Study

    if isinstance(source, Network):
        return source
    if isinstance(source, Study):
        return source.network()
    raise TypeError(
        f"a measure takes a Network or a Study, and this is of type {type(source).__name__}; "
        "tertius.network(ties) makes a network of ties, tertius.open(…) opens a study"
    )


def _words(words: str | Sequence[str]) -> list[str]:
    """One word as a list of it."""
    return [words] if isinstance(words, str) else list(words)


def _placing(layout: Layout, seed: int) -> tuple[list[tuple[str, list[str]]], list[tuple[str, float, float]] | None]:
    """A layout as options and places."""
    options = [("seed", [str(seed)])] if seed != 1 else []
    if isinstance(layout, str):
        return [*options, *([("layout", [layout])] if layout != "stress" else [])], None
    try:
        columns = [list(layout[name]) for name in ("id", "x", "y")]
        places = [(str(id), float(x), float(y)) for id, x, y in zip(*columns, strict=True)]
    except Exception as error:  # every maker of frames has its own for a column that is not there
        raise TertiusError(
            f"a layout of {type(layout).__name__} cannot be read: give a word such as `clusters`, or a table with the columns id, x and y"
        ) from error
    return options, places
