"""Networks from the files of other programs."""

from __future__ import annotations

from os import PathLike, fspath
from typing import TYPE_CHECKING

from tertius import _tertius
from tertius.study import Study

if TYPE_CHECKING:
    from tertius.network import Format, Network
    from tertius.study import Shape


def read_graphml(path: str | PathLike[str]) -> Network:
    """Reads a network from GraphML, as NetworkX, igraph, yEd and Gephi write it.

    Nodes become organisations with their attributes, edges ties. What has no place in a study is told in
    `net.study.problems()`.

    >>> import tertius as tt
    >>> from tempfile import mkdtemp
    >>> file = mkdtemp() + "/small.graphml"
    >>> lost = tt.network([("uni", "college", 2.0)]).write(file)
    >>> tt.read_graphml(file).ties()["strength"].to_list()
    [2.0]

    Raises `FileError` if it cannot be read, `StudyError` if there are errors in it.
    """
    return _network(path, format="graphml")


def read_gexf(path: str | PathLike[str]) -> Network:
    """Reads a network from GEXF, as Gephi writes it; else as `read_graphml`."""
    return _network(path, format="gexf")


def read_pajek(path: str | PathLike[str]) -> Network:
    """Reads a network from Pajek (.net); else as `read_graphml`."""
    return _network(path, format="pajek")


def read_dl(path: str | PathLike[str]) -> Network:
    """Reads a network from UCINET DL; else as `read_graphml`."""
    return _network(path, format="dl")


def read_node_link(path: str | PathLike[str]) -> Network:
    """Reads a network from node-link JSON, as NetworkX and D3 have it; else as `read_graphml`."""
    return _network(path, format="node-link")


def read_edge_list(path: str | PathLike[str]) -> Network:
    """Reads a network from a list of ties: a text file or a worksheet with the two ends in its first
    columns, or in columns called `from` and `to`; else as `read_graphml`."""
    return _network(path, shape="edge-list")


def read_matrix(path: str | PathLike[str]) -> Network:
    """Reads a network from an adjacency matrix with names in the first row and column; else as
    `read_graphml`."""
    return _network(path, shape="adjacency-matrix")


def _network(
    path: str | PathLike[str], *, shape: Shape | None = None, format: Format | None = None
) -> Network:
    return Study(_tertius.Study.read(fspath(path), shape, format)).network()
