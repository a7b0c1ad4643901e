"""The options of a view, as they are typed and as they are said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

Words = str | Sequence[str]
Via = Literal["ties", "participation", "affiliations", "two-mode"]
Status = Literal["observed", "aggregate", "wished", "reported_absent"]
Certainty = Literal["certain", "probable", "ambiguous"]
Level = Literal["organisation", "unit", "person", "actor"]
Weights = Literal["newman", "count", "binary"]
Component = Literal["all", "largest"]
Groups = Literal["in", "out"]
Orientation = Literal["as-recorded", "undirected", "mutual", "reconstructed", "respondents"]


def words(asked: Mapping[str, str | int | Sequence[str] | None]) -> list[tuple[str, list[str]]]:
    """What was asked for, in words; what was not is left to the study."""
    return [(name, _list(it)) for name, it in asked.items() if it is not None]


def _list(value: str | int | Sequence[str]) -> list[str]:
    if isinstance(value, str):
        return [it.strip() for it in value.split(",")]
    return [str(value)] if isinstance(value, int) else [str(it) for it in value]
