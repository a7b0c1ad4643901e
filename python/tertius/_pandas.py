"""Labelled matrices and frames of pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tertius import _graph, _numpy
from tertius.errors import TertiusError

if TYPE_CHECKING:
    import polars as pl

    from tertius.network import Network


def is_matrix(frame: Any) -> bool:
    """Whether rows and columns bear the same names."""
    return len(frame) == len(frame.columns) and set(frame.index) == set(frame.columns)


def read(frame: Any, directed: bool | None = None) -> _graph.Graph:
    """A matrix with names: of actors by actors, or of actors by activities."""
    if not all(it.kind in "biuf" for it in frame.dtypes):
        raise TertiusError(
            "a matrix holds numbers, and this frame has columns of other things; a frame with a row for "
            "each tie is for tertius.network"
        )
    rows, columns = _graph.names(frame.index), _graph.names(frame.columns)
    if set(rows) == set(columns):
        ordered = frame[[frame.columns[columns.index(name)] for name in rows]]
        return _numpy.read(ordered.to_numpy(), rows, directed)
    shared = sorted(set(rows) & set(columns))
    if shared:
        odd = sorted(set(rows) ^ set(columns))
        raise TertiusError(
            f"rows and columns are the same actors, or actors and activities; here {shared[0]} is both, and "
            f"{odd[0]} is one alone"
        )
    actors = [{"id": it} for it in rows] + [{"id": it, "mode": "activity"} for it in columns]
    cells = [
        (actor, activity, value)
        for actor, values in zip(rows, frame.to_numpy().tolist(), strict=True)
        for activity, value in zip(columns, values, strict=True)
    ]
    ties = [_part(*it) for it in cells if it[2] != 0]
    return _graph.Graph("matrix", actors, ties, False)


def write(frame: pl.DataFrame) -> Any:
    """A frame of pandas, with no need of Arrow."""
    import pandas

    return pandas.DataFrame(frame.to_dict(as_series=False), columns=frame.columns)


def _part(actor: str, activity: str, value: Any) -> _graph.Row:
    if value != value:
        return {"from": actor, "to": activity, "status": "unknown"}
    return {"from": actor, "to": activity, "weight": None if value in (True, 1) else value}
