"""How a result shows in a notebook: its first rows, and below them what must be known to read them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from tertius._markup import markdown, tex
from tertius._style import PAPER, SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from tertius.result import Method

SHOWN = 20
"""Rows that are shown."""
WIDE = 30
"""Letters after which a column of text is set in lines."""


@dataclass
class Cell:
    """A value in words; one that is null has a reason instead."""

    text: str
    reason: str = ""


class Table:
    """The first rows of a frame, in words."""

    def __init__(self, frame: pl.DataFrame, method: Method | None) -> None:
        self.names = frame.columns
        self.is_number = [kind.is_numeric() for kind in frame.dtypes]
        reasons = {(it.row, it.column): it.reason for it in method.undefined} if method else {}
        self.blank = "not known" if method else ""
        columns = [self._column(frame[name].to_list(), name, reasons) for name in frame.columns]
        self.rows = [list(cells) for cells in zip(*columns, strict=True)][:SHOWN]
        more = frame.height - SHOWN
        self.left = f"{more} more rows" if more > 1 else "1 more row" if more == 1 else ""
        self.title = method.about if method else ""
        self.notes = _notes(method) if method else []

    def _column(self, values: Sequence[object], name: str, reasons: dict[tuple[int, str], str]) -> list[Cell]:
        alone = self.names[0] == "quantity"
        decimals = 0 if all(_is_whole(it) for it in values) else 3
        return [
            Cell("–", reasons.get((row, name), self.blank))
            if it is None
            else Cell(_said(it, 0 if alone and _is_whole(it) else decimals))
            for row, it in enumerate(values)
        ]

    def html(self) -> str:
        """As HTML that no style sheet around it changes much."""
        sides = ["right" if it else "left" for it in self.is_number]
        rule = "padding:2px 8px;vertical-align:top;background:none"
        head = "".join(
            f'<th style="text-align:{side};{rule};border-bottom:1px solid #888">{escape(name)}</th>'
            for name, side in zip(self.names, sides, strict=True)
        )
        body = "".join(
            '<tr style="background:none">'
            + "".join(
                f'<td style="text-align:{side};{rule};{_room(cell)}"{_hover(cell)}>{escape(cell.text)}</td>'
                for cell, side in zip(row, sides, strict=True)
            )
            + "</tr>"
            for row in self.rows
        )
        title = f'<div style="font-weight:600">{escape(self.title)}</div>' if self.title else ""
        below = "".join(f'<div style="{SMALL}">{escape(it)}</div>' for it in [self.left, *self.notes] if it)
        return (
            f'<div style="{PAPER}">{title}<table style="border-collapse:collapse;margin:4px 0;color:inherit">'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}</div>"
        )

    def markdown(self) -> str:
        """As a table of Markdown."""
        rule = ["---:" if it else "---" for it in self.is_number]
        head = [markdown(it) for it in self.names]
        body = [[markdown(cell.text) for cell in row] for row in self.rows]
        lines = ["| " + " | ".join(row) + " |" for row in [head, rule, *body]]
        title = [f"**{markdown(self.title)}**", ""] if self.title else []
        below = [f"\n*{markdown(it)}*" for it in [self.left, *self.notes] if it]
        return "\n".join([*title, *lines, *below])

    def latex(self) -> str:
        """As a table of LaTeX."""
        body = [" & ".join(tex(cell.text) for cell in row) + r" \\" for row in self.rows]
        lines = [rf"\begin{{tabular}}{{{''.join(self._set())}}}", r"\hline"]
        lines += [" & ".join(map(tex, self.names)) + r" \\", r"\hline", *body, r"\hline", r"\end{tabular}"]
        title = [rf"\textbf{{{tex(self.title)}}}", ""] if self.title else []
        below = [rf"\par {tex(it)}" for it in [self.left, *self.notes] if it]
        return "\n".join([r"{\footnotesize\noindent", *title, *lines, *below, r"\par}"])

    def _set(self) -> list[str]:
        """How LaTeX sets each column: wide text in lines, which share the width."""
        longest = [max((len(row[at].text) for row in self.rows), default=0) for at in range(len(self.names))]
        wide = [it > WIDE and not number for it, number in zip(longest, self.is_number, strict=True)]
        share = rf"p{{{0.6 / max(1, sum(wide)):.2f}\linewidth}}"
        return [share if it else "r" if number else "l" for it, number in zip(wide, self.is_number, strict=True)]


def _notes(method: Method) -> list[str]:
    """The notice of the study and the notes on the measure. Those on the network are counted: they show
    with the network, and would be the same below each of its results."""
    own = [it for it in method.notes if it not in method.of_network]
    others = len([it for it in method.of_network if it != method.notice])
    counted = f"{others} note{'s' if others > 1 else ''} on the network: tertius.method(…)" if others else ""
    return [it for it in [method.notice, *dict.fromkeys(own), counted] if it]


def _said(value: object, decimals: int) -> str:
    """A value in words; a number that is not 0 is never shown as 0."""
    if not isinstance(value, float):
        return str(value)
    said = f"{value:.{decimals}f}"
    if value and not float(said):
        least = f"{10**-decimals:.{decimals}f}"
        return f"<{least}" if value > 0 else f">−{least}"
    return said.replace("-", "−") if float(said) else said.replace("-", "")


def _is_whole(value: object) -> bool:
    return not isinstance(value, float) or value.is_integer()


def _room(cell: Cell) -> str:
    """Short text and numbers stay in one line; long text has room for lines that can be read."""
    return "min-width:14em" if len(cell.text) > WIDE else "white-space:nowrap;font-variant-numeric:tabular-nums"


def _hover(cell: Cell) -> str:
    return f' title="{escape(cell.reason, quote=True)}"' if cell.reason else ""
