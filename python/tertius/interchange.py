"""Networks from the objects of other libraries. `Network.to_networkx` and its like are the way back.

Actors go by the names of the nodes; what is not text is called what `str` makes of it, and two nodes
that would be called the same are refused. Attributes of nodes become attributes of actors, in words, so
that any of them can group the actors (`by="sector"`). An attribute whose name is a column of the tables
of a study is taken as that column (`tertius.explain("organisations")`, `tertius.explain("ties")`); it is
refused if it cannot be. Nodes without ties are kept. Parallel edges are added up, ties of an actor to
itself are left out, and both are said, in `net.notes` or `net.study.problems()`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tertius.network import Network

__all__ = ["from_igraph", "from_networkx", "from_numpy", "from_pandas"]


def from_networkx(graph: Any, *, weight: str | None = "weight") -> Network:
    """A network from a graph of networkx: Graph, DiGraph, MultiGraph or MultiDiGraph.

    Nodes with `bipartite` 0 and 1 are actors and activities of two modes. Edges keep `relation`.

    Args:
        graph: the graph.
        weight: the attribute of edges that says how strong a tie is: the higher, the closer. Edges
            without it count 1; `None` counts them all 1. A distance is no strength: turn it around
            first.

    >>> import networkx as nx, tertius as tt
    >>> graph = nx.Graph([("uni", "college"), ("college", "council")])
    >>> graph.nodes["uni"]["sector"] = "HE"
    >>> tt.actor.betweenness(tt.from_networkx(graph)).value("college")
    1.0

    Raises `TertiusError` if two nodes would be called the same, or modes are unclear; `StudyError` if
    an attribute does not fit, such as a strength below zero.
    """
    from tertius import _networkx

    return _networkx.read(graph, weight).network()


def from_igraph(graph: Any, *, weight: str | None = "weight") -> Network:
    """A network from a graph of python-igraph.

    Vertices go by their `name`, or by number. A `type` that is true or false for every vertex tells
    activities from actors. Edges keep `relation`.

    Args:
        graph: the graph.
        weight: the attribute of edges that says how strong a tie is: the higher, the closer. Edges
            without it count 1; `None` counts them all 1.

    >>> import igraph as ig, tertius as tt
    >>> graph = ig.Graph.TupleList([("uni", "college", 2), ("college", "council", 1)], weights=True)
    >>> tt.from_igraph(graph).ties()["strength"].to_list()
    [2.0, 1.0]

    Raises `TertiusError` if two vertices bear one name; `StudyError` if an attribute does not fit.
    """
    from tertius import _igraph

    return _igraph.read(graph, weight).network()


def from_numpy(matrix: Any, names: Sequence[Any] | None = None, *, directed: bool | None = None) -> Network:
    """A network from an adjacency matrix: an array of numpy, a list of lists, or a sparse matrix of
    scipy.

    Args:
        matrix: how strongly the actor of the row is tied to that of the column; 0 is no tie, NaN a dyad
            that nobody observed.
        names: what the rows are called; 0, 1, 2 … unless given.
        directed: whether ties have a direction; unless given, whether the two halves differ.

    >>> import tertius as tt
    >>> net = tt.from_numpy([[0, 2, 0], [2, 0, 1], [0, 1, 0]], ["uni", "college", "council"])
    >>> net.ties()["strength"].to_list()
    [2.0, 1.0]

    Raises `TertiusError` if the matrix is not square, or not the same both ways with `directed=False`.
    """
    from tertius import _numpy

    return _numpy.read(matrix, names, directed).network()


def from_pandas(frame: Any, *, directed: bool | None = None) -> Network:
    """A network from a matrix with names, in a pandas DataFrame.

    Args:
        frame: if index and columns are the same names, an adjacency matrix, as for `from_numpy`; if
            they have none in common, who (index) took part in what (columns). A frame with a row for
            each tie is for `tertius.network`.
        directed: whether ties have a direction; unless given, whether the two halves differ.

    >>> import pandas as pd, tertius as tt
    >>> came = pd.DataFrame([[1, 0], [1, 1]], index=["uni", "college"], columns=["talk", "visit"])
    >>> tt.from_pandas(came)
    Network(4 actors, 3 undirected ties)

    Raises `TertiusError` if a cell is not a number, or rows and columns share some names only.
    """
    from tertius import _pandas

    return _pandas.read(frame, directed).network()
