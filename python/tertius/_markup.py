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
    "±": r"$\pm$",
    "…": r"\ldots{}",
    "–": r"\textendash{}",
    "\N{NO-BREAK SPACE}": "~",
    "|": r"\textbar{}",
    # After the end of a row LaTeX takes a bracket for an option.
    "[": "{[}",
    "]": "{]}",
    "\n": " ",
}


def tex(text: str) -> str:
    """Text as LaTeX sets it, where two signs in a row would become another."""
    return re.sub(r"([-`',!?])(?=[-`',!?])", r"\1{}", "".join(_TEX.get(it, it) for it in text))


def markdown(text: str) -> str:
    """Text that Markdown leaves as it is, in a cell of a table too."""
    return re.sub(r"([\\`*_{}\[\]<>|#~])", r"\\\1", text.replace("\n", " "))
