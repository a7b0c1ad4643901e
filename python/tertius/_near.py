"""What was meant by a name that is not there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def near(what: str, name: str, known: Sequence[str]) -> str:
    """Says that there is no such name, and which is nearest, or which there are."""
    nearest = get_close_matches(name, known, 1)
    if nearest:
        return f"no {what} is called {name!r}; did you mean {nearest[0]!r}?"
    if len(known) > 20:
        return f"no {what} is called {name!r}; there are {len(known)} others, none like it"
    return f"no {what} is called {name!r}; there is: {', '.join(known) or 'none'}"
