"""Matrices of numpy and scipy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tertius import _graph
from tertius.errors import TertiusError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tertius.network import Network


def read(matrix: Any, names: Sequence[Any] | None = None, directed: bool | None = None) -> _graph.Graph:
    """An adjacency matrix: row tied to column by a strength, 0 for none, NaN for not observed."""
    rows, columns, values, shape = _cells(matrix)
    if len(shape) != 2 or shape[0] != shape[1]:
        raise TertiusError(
            f"an adjacency matrix has as many rows as columns, and this is {' by '.join(map(str, shape))}; of "
            "actors by activities make a pandas DataFrame with the names of both, for tertius.from_pandas"
        )
    called = _graph.names(range(shape[0]) if names is None else names)
    if len(called) != shape[0]:
        raise TertiusError(f"there are {len(called)} names for {shape[0]} rows")
    cells = {(a, b): value for a, b, value in zip(rows, columns, values, strict=True)}
    one_way = next((it for it in cells if not _same(cells[it], cells.get((it[1], it[0])))), None)
    if directed is None:
        directed = one_way is not None
    if not directed and one_way is not None:
        a, b = (called[it] for it in one_way)
        raise TertiusError(
            f"the matrix of an undirected network says of {a} and {b} what it says of {b} and {a}; here they "
            "differ: leave out directed=False, or make them the same"
        )
    ties = [_tie(called[a], called[b], value) for (a, b), value in cells.items() if directed or a <= b]
    return _graph.Graph("matrix", [{"id": it} for it in called], [it for it in ties if it], directed)


def write(net: Network, missing: float) -> tuple[Any, list[str]]:
    """The adjacency matrix of a network, and whose rows they are."""
    import numpy

    names = net.actors()["actor"].to_list()
    place = {name: at for at, name in enumerate(names)}
    matrix = numpy.zeros((len(names), len(names)))
    for a, b in net.unobserved().rows():
        matrix[place[a], place[b]] = missing
        if not net.directed:
            matrix[place[b], place[a]] = missing
    for a, b, strength in net.ties().select("from", "to", "strength").rows():
        matrix[place[a], place[b]] = strength
        if not net.directed:
            matrix[place[b], place[a]] = strength
    return matrix, names


def _cells(matrix: Any) -> tuple[list[int], list[int], list[Any], tuple[int, ...]]:
    """The cells that are not 0, and the shape."""
    import numpy

    if hasattr(matrix, "tocoo"):
        sparse = matrix.tocsr().tocoo()
        full = sparse.data != 0
        return sparse.row[full].tolist(), sparse.col[full].tolist(), sparse.data[full].tolist(), matrix.shape
    dense = numpy.asarray(matrix)
    if dense.dtype.kind not in "biuf":
        raise TertiusError(f"an adjacency matrix holds numbers, and this one holds {dense.dtype}")
    if dense.ndim != 2:
        return [], [], [], dense.shape
    rows, columns = dense.nonzero()
    return rows.tolist(), columns.tolist(), dense[rows, columns].tolist(), dense.shape


def _same(one: Any, other: Any) -> bool:
    return bool(one == other or (other is not None and one != one and other != other))


def _tie(a: str, b: str, value: Any) -> _graph.Row | None:
    """A tie; or, where nobody observed whether there is one, a row that says so."""
    if value == value:
        return {"from": a, "to": b, "weight": None if value is True else value}
    return {"from": a, "to": b, "status": "unknown"} if a != b else None
