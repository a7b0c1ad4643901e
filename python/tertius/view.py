"""Views: which evidence becomes a network."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from tertius import _tertius

Words = str | Sequence[str]
Via = Literal["ties", "participation", "affiliations", "two-mode"]
Status = Literal["observed", "aggregate", "wished", "reported_absent"]
Certainty = Literal["certain", "probable", "ambiguous"]
Level = Literal["organisation", "unit", "person", "actor"]
Weights = Literal["newman", "count", "binary"]
Component = Literal["all", "largest"]
Groups = Literal["in", "out"]
Orientation = Literal["as-recorded", "undirected", "mutual", "reconstructed", "respondents"]


@dataclass(frozen=True)
class View:
    """The choice that every analysis begins with: what becomes an actor, and what a tie.

    A view is the whole choice, whatever study.toml says: what is not given is as it stands here. That of
    a network is `net.view`, and `dataclasses.replace(net.view, wave=2)` is the same with another wave.

    >>> import tertius as tt
    >>> print(tt.View(wave=2))
    via ties; organisations, units rolled up; wave 2; observed evidence; a tie counts its weight, or 1
    """

    relation: Words = ()
    """Relations among the ties; all if there is none here."""
    via: Via | Sequence[Via] = "ties"
    """What joins actors: recorded `ties`, shared activities (`participation`), shared people
    (`affiliations`), or activities as actors of a second mode (`two-mode`)."""
    period: str | None = None
    """Time span, such as `2017..2019` or `2019-03`."""
    wave: str | int | None = None
    """Wave of a repeated survey; all together unless given."""
    status: Status | Sequence[Status] = "observed"
    """Which status of ties and participation."""
    certainty: Certainty = "ambiguous"
    """What is less certain than this is left out."""
    level: Level = "organisation"
    """Who the actors are."""
    locality: str | None = None
    """Actors that work in this locality or a part of it."""
    weights: Weights = "newman"
    """What a shared activity counts: the less the more share it (`newman`), or 1 (`count`); `binary`:
    every tie counts 1."""
    component: Component = "all"
    """`all` actors, or only the `largest` set that can reach one another."""
    groups: Groups = "in"
    """Whether groups that were counted and not named are actors."""
    orientation: Orientation = "as-recorded"
    """Direction of ties: kept; or a pair is tied if either says so (`undirected`), if both do (`mutual`),
    by whoever answered (`reconstructed`), or the same among those who answered (`respondents`)."""

    def __str__(self) -> str:
        return _tertius.view_told(typed(asdict(self)))


def typed(asked: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Options of a view in words; what was not asked for is left out."""
    return [(name, _words(it)) for name, it in asked.items() if it is not None and it != ()]


def _words(value: str | int | Sequence[str]) -> list[str]:
    if isinstance(value, str):
        return [it.strip() for it in value.split(",")]
    return [str(it) for it in value] if isinstance(value, Sequence) else [str(value)]


def view_of(told: str) -> View:
    """The view that the compiled half tells of as JSON."""
    options: dict[str, Any] = json.loads(told)
    period = options["period"]
    several = {name: tuple(it) if len(it) != 1 else it[0] for name, it in options.items() if isinstance(it, list)}
    return View(**options | several | {"period": period and period["text"]})
