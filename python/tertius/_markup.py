"""Text inside LaTeX and Markdown, where some signs mean something."""

from __future__ import annotations

import re

_TEX = {it: "\\" + it for it in "&%$#_{}"} | {
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "−": "$-$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "×": r"$\times$",
    "→": r"$\rightarrow$",
    "½": r"$\frac{1}{2}$",
}


def tex(text: str) -> str:
    """Text as LaTeX sets it."""
    return "".join(_TEX.get(it, it) for it in text)


def markdown(text: str) -> str:
    """Text that Markdown leaves as it is, in a cell of a table too."""
    return re.sub(r"([\\`*_{}\[\]<>|#~])", r"\\\1", text.replace("\n", " "))
