"""What changed between two networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tertius import _tertius
from tertius._card import Card
from tertius.network import of
from tertius.result import of_table

if TYPE_CHECKING:
    from tertius._frame import Result
    from tertius.network import Network
    from tertius.study import Study


def compare(before: Network | Study, after: Network | Study, *, by: str | None = None) -> Comparison:
    """Says what changed between two networks: two waves or periods, say, of one study.

    Actors are the same by identifier. What was not observed at one of the times is told apart from what
    was gained or lost. `tertius.change` has more measures of change.

    Args:
        before, after: the two networks.
        by: the attribute that groups the actors; sector, if there are sectors, unless given.

    >>> import tertius as tt
    >>> study = tt.data.open("dialogues-synthetic")
    >>> found = tt.compare(study.network(relation="trusts", wave=1), study.network(relation="trusts", wave=2))
    >>> found.ties.value("kept")
    26.0

    Raises `NotApplicableError` if one has directed ties and the other has not, or has two modes;
    `TertiusError` if `by` is not there.
    """
    return Comparison(_tertius.Comparison.of(of(before)._net, of(after)._net, by))


class Comparison:
    """What changed between two networks, in sentences and in tables: made by `tertius.compare`."""

    __slots__ = ("_found",)
    _found: _tertius.Comparison

    def __init__(self, found: _tertius.Comparison) -> None:
        self._found = found

    @property
    def ties(self) -> Result:
        """Actors and ties kept, gained and lost: as of `tertius.change.ties`."""
        return of_table(self._found.ties())

    @property
    def groups(self) -> Result | None:
        """Ties within and between groups at both times, as of `tertius.change.groups`; None if actors
        have no groups."""
        found = self._found.groups()
        return of_table(found) if found is not None else None

    @property
    def closure(self) -> Result:
        """What became of the pairs that brokers stood between: as of `tertius.change.closure`."""
        return of_table(self._found.closure())

    @property
    def sentences(self) -> dict[str, list[str]]:
        """What changed in plain sentences, by what they are about."""
        return dict(self._found.parts())

    def __repr__(self) -> str:
        return str(self._card())

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return self._card().bundle()

    def _card(self) -> Card:
        method = self.ties.method
        options = method.options if method else {}
        card = Card("What changed", "")
        card.row("before", options.get("from", ""))
        card.row("after", options.get("to", ""))
        for title, sentences in self.sentences.items():
            for at, sentence in enumerate(sentences):
                card.row("" if at else title, sentence)
        return card
