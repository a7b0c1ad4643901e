"""How studies and networks show in a notebook."""

from __future__ import annotations

from html import escape

from tertius._markup import markdown, tex


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

    def bundle(self) -> dict[str, str]:
        """The card in each form that a notebook may ask for."""
        return {
            "text/plain": str(self),
            "text/html": self._html(),
            "text/markdown": self._markdown(),
            "text/latex": self._latex(),
        }

    def _html(self) -> str:
        rows = "".join(
            f'<tr><th style="text-align:left;vertical-align:top">{escape(name)}</th>'
            f'<td style="text-align:left">{escape(text)}</td></tr>'
            for name, text in self.rows
        )
        line = f"<br>{escape(self.line)}" if self.line else ""
        return f"<div><strong>{escape(self.title)}</strong>{line}<table>{rows}</table></div>"

    def _markdown(self) -> str:
        head = [f"**{markdown(self.title)}**", "", markdown(self.line), ""]
        rows = [f"| {markdown(name)} | {markdown(text)} |" for name, text in self.rows]
        return "\n".join([*head, "| | |", "|---|---|", *rows])

    def _latex(self) -> str:
        rows = [rf"{tex(name)} & {tex(text)} \\" for name, text in self.rows]
        lines = [
            rf"\textbf{{{tex(self.title)}}}\\ {tex(self.line)}",
            "",
            r"\begin{tabular}{lp{0.75\linewidth}}",
            *rows,
            r"\end{tabular}",
        ]
        return "\n".join(lines)
