"""The frames that results come in. Apart, because polars takes a while to import."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import polars as pl

from tertius._markup import markdown, tex
from tertius._near import near

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tertius.result import Method

SHOWN = 20
"""Rows that are shown."""


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

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {
            "text/plain": str(self),
            "text/html": self._html(),
            "text/markdown": self._markdown(),
            "text/latex": self._latex(),
        }

    def _rows(self) -> Iterable[list[str]]:
        for row in self.head(SHOWN).rows():
            yield ["" if it is None else f"{it:.4g}" if isinstance(it, float) else str(it) for it in row]

    def _left(self) -> str:
        more = self.height - SHOWN
        return f"{more} more rows" if more > 1 else "1 more row" if more == 1 else ""

    def _is_number(self) -> list[bool]:
        return [kind.is_numeric() for kind in self.dtypes]

    def _html(self) -> str:
        aligned = [' style="text-align:right"' if it else ' style="text-align:left"' for it in self._is_number()]
        head = "".join(f"<th{how}>{escape(it)}</th>" for it, how in zip(self.columns, aligned, strict=True))
        body = "".join(
            "<tr>" + "".join(f"<td{how}>{escape(it)}</td>" for it, how in zip(row, aligned, strict=True)) + "</tr>"
            for row in self._rows()
        )
        said = self.method.about if self.method else ""
        left = f"<p>{self._left()}</p>" if self._left() else ""
        caption = f"<caption>{escape(said)}</caption>" if said else ""
        return f'<table class="tertius">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{left}'

    def _markdown(self) -> str:
        rule = ["---:" if it else "---" for it in self._is_number()]
        rows = [[markdown(it) for it in row] for row in [self.columns, *self._rows()]]
        lines = ["| " + " | ".join(row) + " |" for row in [rows[0], rule, *rows[1:]]]
        return "\n".join([*lines, *([f"\n{self._left()}"] if self._left() else [])])

    def _latex(self) -> str:
        aligned = "".join("r" if it else "l" for it in self._is_number())
        rows = [" & ".join(map(tex, row)) + r" \\" for row in [self.columns, *self._rows()]]
        lines = [rf"\begin{{tabular}}{{{aligned}}}", r"\hline", rows[0], r"\hline"]
        lines += [*rows[1:], r"\hline", r"\end{tabular}"]
        return "\n".join([*lines, *([rf"\par {self._left()}"] if self._left() else [])])
