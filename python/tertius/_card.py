"""How studies and networks show in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tertius._image import img, png
from tertius._markup import markdown, tex
from tertius._style import PAPER

if TYPE_CHECKING:
    from tertius.figure import Figure


class Card:
    """A title, a line below it, and rows of a name and a text."""

    def __init__(self, title: str, line: str) -> None:
        self.title = title
        self.line = line
        self.rows: list[tuple[str, str]] = []

    def row(self, name: str, text: str) -> None:
        """Adds a row, if there is anything to say."""
        if text:
            self.rows.append((name, text))

    def __str__(self) -> str:
        width = max((len(name) for name, _ in self.rows), default=0)
        rows = [f"  {name:{width}}  {text}" for name, text in self.rows]
        return "\n".join(filter(None, [self.title, self.line, *rows]))

    def bundle(self, figure: Figure | None = None) -> dict[str, str]:
        """The card, with a picture below it, in each form that a notebook may ask for. LaTeX takes
        either text or a picture, and here the picture."""
        bundle = {"text/plain": str(self), "text/html": self._html(figure), "text/markdown": self._markdown()}
        if figure:
            return bundle | {"image/png": png(figure)}
        return bundle | {"text/latex": self._latex()}

    def _html(self, figure: Figure | None) -> str:
        cell = "text-align:left;vertical-align:top;padding:1px 12px 1px 0;background:none"
        rows = "".join(
            f'<tr style="background:none"><th style="{cell};color:#595959;font-weight:normal">{escape(name)}</th>'
            f'<td style="{cell};white-space:normal">{escape(text)}</td></tr>'
            for name, text in self.rows
        )
        line = f"<div>{escape(self.line)}</div>" if self.line else ""
        table = f'<table style="border-collapse:collapse;margin:4px 0;color:inherit">{rows}</table>'
        picture = img(figure) if figure else ""
        return f'<div style="{PAPER}"><strong>{escape(self.title)}</strong>{line}{table}{picture}</div>'

    def _markdown(self) -> str:
        head = [f"**{markdown(self.title)}**", "", markdown(self.line), ""]
        rows = [f"| {markdown(name)} | {markdown(text)} |" for name, text in self.rows]
        return "\n".join([*head, "| | |", "|---|---|", *rows])

    def _latex(self) -> str:
        rows = [rf"{tex(name)} & {tex(text)} \\" for name, text in self.rows]
        lines = [
            rf"\noindent\textbf{{{tex(self.title)}}}\newline {tex(self.line)}",
            "",
            r"\begin{tabular}{lp{0.75\linewidth}}",
            *rows,
            r"\end{tabular}",
        ]
        return "\n".join(lines)
