"""Frames of any maker as the tables of a study."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from tertius import _tertius
from tertius._foreign import graph_of
from tertius._graph import Graph
from tertius._near import near
from tertius.errors import TertiusError
from tertius.study import Study

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tertius.view import Level
    from tertius.network import Network

    FrameLike = Any
    """Whatever polars, pandas or Arrow call a frame, or a list of dicts or of tuples."""


def study_of(source: Mapping[str, FrameLike] | FrameLike) -> Study:
    """A study of named frames, of one frame of ties, or of a graph of another library."""
    graph = graph_of(source)
    if graph is not None:
        return graph.study()
    if isinstance(source, Mapping) and not hasattr(source, "__arrow_c_stream__"):
        listed = {"organisations", "people", "activities"} & set(source)
        tables = [(name, _of(name, it)) for name, it in source.items()]
        return Study(_tertius.Study.of_frames("frames", tables, not listed))
    return Study(_tertius.Study.of_frames("ties", [("ties", _of("ties", source))], True))


def ready_made(
    ties: FrameLike,
    actors: FrameLike | None,
    *,
    directed: bool,
    ends: tuple[str, str],
    weight: str | None,
    id: str | None,
) -> Network:
    """A network of ready-made ties."""
    frame = _filled("ties", ties) if actors is None else _of("ties", ties)
    columns = {end: name for end, name in zip(("from", "to"), ends, strict=True)}
    strength = weight or next((it for it in ("weight", "strength") if it in frame.columns), None)
    if strength:
        columns["weight"] = strength
    frame = _renamed(frame, columns)
    if actors is None:
        return _cut(frame, None, directed)
    listed = _filled("actors", actors)
    known = id or ("actor" if "actor" in listed.columns and "id" not in listed.columns else "id")
    table = _renamed(listed, {"id": known}, keep=True)
    named = table["id"].to_list()
    others = pl.concat([frame["from"], frame["to"]]).unique(maintain_order=True)
    missing = others.filter(~others.is_in(named))
    table = pl.concat([table, pl.DataFrame({"id": missing})], how="diagonal")
    if "mode" in table.columns or frame.is_empty():
        return Graph("ties", table.to_dicts(), frame.to_dicts(), directed).network()
    return _cut(frame, table, directed)


def _cut(ties: pl.DataFrame, actors: pl.DataFrame | None, directed: bool) -> Network:
    tables = [("ties", ties.with_columns(directed=pl.lit("yes" if directed else "no")))]
    # Where no actor has units, an actor is an organisation, and is not looked upon as one of several in it.
    level: Level = "organisation"
    if actors is not None:
        level = "actor" if "parent" in actors.columns else level
        tables.insert(0, ("organisations", actors))
    study = Study(_tertius.Study.of_frames("ties", tables, actors is None))
    return study.network(level=level)


def taking_part(
    participation: FrameLike,
    columns: tuple[str, str],
    project: Literal["newman", "count", "binary"] | None,
) -> Network:
    """A network of who takes part in what."""
    named = dict(zip(("actor", "activity"), columns, strict=True))
    frame = _renamed(_filled("participation", participation), named)
    study = Study(_tertius.Study.of_frames("participation", [("participation", frame)], True))
    if project is None:
        return study.network(via="two-mode", level="actor")
    return study.network(via="participation", weights=project, level="actor")


_HEADERS = {"ties": ["from", "to", "weight"], "participation": ["actor", "activity"]}
"""The columns of rows that come as tuples."""


def _filled(table: str, frame: FrameLike) -> pl.DataFrame:
    found = _of(table, frame)
    if found.is_empty():
        raise TertiusError(f"{table}: there is no row; it takes one at least")
    return found


def _of(table: str, frame: FrameLike) -> pl.DataFrame:
    """A frame of text: dates as written by ISO 8601, several values with semicolons between."""
    try:
        found = _frame(table, frame)
    except TertiusError:
        raise
    except (TypeError, ValueError, pl.exceptions.PolarsError) as error:
        raise TertiusError(f"{table}: no frame can be made of this: {error}") from error
    return found.select(_text(name, kind) for name, kind in found.schema.items())


def _frame(table: str, frame: FrameLike) -> pl.DataFrame:
    if isinstance(frame, pl.DataFrame):
        return frame
    if isinstance(frame, pl.LazyFrame):
        return frame.collect()
    if hasattr(frame, "__arrow_c_stream__"):
        return pl.DataFrame(frame)
    if isinstance(frame, Mapping):
        return pl.DataFrame(dict(frame), strict=False)
    if isinstance(frame, Iterable) and not isinstance(frame, str | bytes | PathLike):
        return _rows(table, list(frame))
    here = repr(frame) if isinstance(frame, str | PathLike) else f"of type {type(frame).__name__}"
    raise TertiusError(
        f"{table}: this is {here}; it takes a frame of polars, pandas or Arrow, a dict of columns, or a list of "
        f"{_kinds(table)}. tertius.open(…) reads files"
    )


def _kinds(table: str) -> str:
    return f"dicts or of tuples of {', '.join(_HEADERS[table])}" if table in _HEADERS else "dicts"


def _rows(table: str, rows: Sequence[Any]) -> pl.DataFrame:
    if not rows:
        return pl.DataFrame(schema=dict.fromkeys(_HEADERS.get(table, []), pl.String))
    if all(isinstance(row, Mapping) for row in rows):
        return pl.DataFrame(rows, infer_schema_length=None, strict=False)
    odd = next((row for row in rows if isinstance(row, str | Mapping) or not hasattr(row, "__len__")), None)
    if odd is not None:
        raise TertiusError(f"{table}: it takes a list of {_kinds(table)}; {odd!r} is not like that")
    widths = {len(row) for row in rows}
    header = _HEADERS.get(table, [])[: max(widths)]
    if len(header) < max(widths) or min(widths) < 2:
        here = " or ".join(map(str, sorted(widths)))
        raise TertiusError(f"{table}: it takes a list of {_kinds(table)}; here are rows of {here} values")
    filled = [tuple(row) + (None,) * (len(header) - len(row)) for row in rows]
    return pl.DataFrame(filled, schema=header, orient="row", infer_schema_length=None, strict=False)


def _text(name: str, kind: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if isinstance(kind, pl.List | pl.Array):
        return column.cast(pl.List(pl.String)).list.join("; ")
    if kind == pl.Boolean:
        return pl.when(column).then(pl.lit("yes")).when(~column).then(pl.lit("no")).alias(name)
    return column.cast(pl.String)


def _renamed(frame: pl.DataFrame, columns: Mapping[str, str], *, keep: bool = False) -> pl.DataFrame:
    """The columns by the names that a study has for them, and, if kept, the others after them."""
    for name in columns.values():
        if name not in frame.columns:
            raise TertiusError(near("column", name, frame.columns))
    chosen = [pl.col(name).alias(new) for new, name in columns.items()]
    others = [it for it in frame.columns if it not in columns.values()] if keep else []
    return frame.select(*chosen, *others)
