"""The frames that results come in. Apart, because polars takes a while to import."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polars as pl

from tertius._near import near
from tertius._table import Table

if TYPE_CHECKING:
    from tertius.result import Method


class Result(pl.DataFrame):
    """A polars DataFrame with the method by which it was found.

    The first column names the row: `actor`, `from`, `group` or `quantity`. Values that are undefined
    are null; `tertius.method(result)` says why. What polars makes of it, by `filter` or `join`, is a
    frame without a method.
    """

    method: Method | None = None

    def value(self, row: str, column: str = "value") -> Any:
        """One value, of the row with this name in the first column.

        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c")])
        >>> tt.actor.degree(net).value("b", "degree")
        2

        Raises KeyError if there is no such row or column.
        """
        names = self.get_column(self.columns[0]).to_list()
        if row not in names:
            raise KeyError(near("row", row, [str(it) for it in names]))
        if column not in self.columns:
            raise KeyError(near("column", column, self.columns))
        return self.get_column(column)[names.index(row)]

    def top(self, n: int = 5, by: str | None = None) -> Result:
        """The rows where a column is highest, highest first: the first column of numbers, unless another
        is named. Rows where it is undefined are left out; rows as high as the last are left in.

        >>> import tertius as tt
        >>> net = tt.network([("a", "b"), ("b", "c"), ("b", "d")])
        >>> tt.actor.degree(net).top(1)["actor"].to_list()
        ['b']

        Raises KeyError if there is no such column.
        """
        numbers = [name for name, kind in self.schema.items() if kind.is_numeric()]
        column = by or (numbers[0] if numbers else "")
        if column not in numbers:
            raise KeyError(near("column of numbers", column, numbers))
        values = dict(enumerate(self[column]))
        rows = sorted((row for row, it in values.items() if it is not None), key=lambda row: -values[row])
        rows = [row for row in rows if values[row] >= values[rows[:n][-1]]] if n > 0 else []
        found = Result(self[rows])
        if self.method:
            place = {row: at for at, row in enumerate(rows)}
            kept = [replace(it, row=place[it.row]) for it in self.method.undefined if it.row in place]
            found.method = replace(self.method, undefined=kept)
        return found

    def select(self, *exprs: Any, **named: Any) -> Result:
        """As of polars, without a method: it shows as results do."""
        return Result(super().select(*exprs, **named))

    def filter(self, *predicates: Any, **constraints: Any) -> Result:
        """As of polars, without a method: it shows as results do."""
        return Result(super().filter(*predicates, **constraints))

    def sort(self, *by: Any, **options: Any) -> Result:
        """As of polars, without a method: it shows as results do."""
        return Result(super().sort(*by, **options))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        table = Table(self, self.method)
        return {
            "text/plain": str(self),
            "text/html": table.html(),
            "text/markdown": table.markdown(),
            "text/latex": table.latex(),
        }
