"""Frames of any maker as the tables of a study."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import polars as pl

from tertius import _tertius
from tertius._near import near
from tertius.errors import TertiusError
from tertius.study import Study

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tertius._view import Level
    from tertius.network import Network

    FrameLike = Any
    """Whatever polars, pandas or Arrow call a frame, or a list of dicts or of tuples."""


def study_of(source: Mapping[str, FrameLike] | FrameLike) -> Study:
    """A study of named frames, or of one frame of ties."""
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
    weight: str,
    id: str,
) -> Network:
    """A network of ready-made ties."""
    frame = _of("ties", ties)
    columns = {end: name for end, name in zip(("from", "to"), ends, strict=True)}
    if weight in frame.columns:
        columns["weight"] = weight
    frame = _renamed(frame, columns).with_columns(directed=pl.lit("yes" if directed else "no"))
    tables = [("ties", frame)]
    # Where no actor has units, an actor is an organisation, and is not looked upon as one of several in it.
    level: Level = "organisation"
    if actors is not None:
        listed = _of("actors", actors)
        level = "actor" if "parent" in listed.columns else level
        table = _renamed(listed, {"id": id}, keep=True)
        named = table["id"].to_list()
        others = pl.concat([frame["from"], frame["to"]]).unique(maintain_order=True)
        missing = others.filter(~others.is_in(named))
        table = pl.concat([table, pl.DataFrame({"id": missing})], how="diagonal")
        tables.insert(0, ("organisations", table))
    study = Study(_tertius.Study.of_frames("ties", tables, actors is None))
    return study.network(level=level)


def taking_part(
    participation: FrameLike,
    columns: tuple[str, str],
    project: Literal["newman", "count", "binary"] | None,
) -> Network:
    """A network of who takes part in what."""
    named = dict(zip(("actor", "activity"), columns, strict=True))
    frame = _renamed(_of("participation", participation), named)
    study = Study(_tertius.Study.of_frames("participation", [("participation", frame)], True))
    if project is None:
        return study.network(via="two-mode", level="actor")
    return study.network(via="participation", weights=project, level="actor")


_HEADERS = {"ties": ["from", "to", "weight"], "participation": ["actor", "activity"]}
"""The columns of rows that come as tuples."""


def _of(table: str, frame: FrameLike) -> pl.DataFrame:
    """A frame of text: dates as written by ISO 8601, several values with semicolons between."""
    if isinstance(frame, pl.DataFrame):
        found = frame
    elif isinstance(frame, pl.LazyFrame):
        found = frame.collect()
    elif hasattr(frame, "__arrow_c_stream__"):
        found = pl.DataFrame(frame)
    elif isinstance(frame, Mapping):
        found = pl.DataFrame(dict(frame), strict=False)
    else:
        found = _rows(table, list(frame))
    return found.select(_text(name, kind) for name, kind in found.schema.items())


def _rows(table: str, rows: Sequence[Any]) -> pl.DataFrame:
    if not rows:
        raise TertiusError(f"{table}: there is no row; it takes one at least")
    if isinstance(rows[0], Mapping):
        return pl.DataFrame(rows, infer_schema_length=None, strict=False)
    widths = {len(row) for row in rows}
    header = _HEADERS.get(table, [])[: max(widths)]
    if len(header) < max(widths) or min(widths) < 2:
        tuples = f" or tuples of {', '.join(_HEADERS[table])}" if table in _HEADERS else ""
        here = ", ".join(map(str, sorted(widths)))
        raise TertiusError(f"{table}: rows are dicts{tuples}; here are rows of {here} values")
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
