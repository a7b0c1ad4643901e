"""What a measure found: a data frame that knows how it was found."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tertius._frame import Result
    from tertius._tertius import Table


@dataclass(frozen=True)
class Undefined:
    """A value that is undefined, and why."""

    row: int
    column: str
    reason: str


@dataclass(frozen=True)
class Method:
    """How a result was found: enough to cite and to repeat it."""

    measure: str
    """Unit and name, such as `actor brokerage`."""
    about: str
    """What it is, in one sentence."""
    source: str
    """Author and year."""
    options: dict[str, str]
    """The options, as taken."""
    study: str
    """The title of the study."""
    view: str
    """The choice of evidence, in words."""
    actors: int
    activities: int
    ties: int
    directed: bool
    dyads: int
    """Dyads that could hold a tie."""
    observed_dyads: int
    """Dyads that were observed."""
    notes: list[str] = field(default_factory=list)
    """What a reader must know to read the numbers right, what was left out with it."""
    undefined: list[Undefined] = field(default_factory=list)
    """Values that are undefined, and why."""
    notice: str = ""
    """What must be seen wherever the study is shown, also first among the notes."""
    of_network: list[str] = field(default_factory=list)
    """Those of the notes that are about the network, whatever is measured of it."""

    @property
    def sentence(self) -> str:
        """A sentence to cite."""
        from tertius import __version__

        options = ", ".join(f"{name} = {value}" for name, value in self.options.items())
        with_options = f" with {options}" if options else ""
        kind = "directed" if self.directed else "undirected"
        activities = f" and {self.activities} activities" if self.activities else ""
        return (
            f"{self.about} ({self.source}), found by tertius {__version__} ({self.measure}){with_options} "
            f"in a network of {self.actors} actors{activities} and {self.ties} {kind} ties ({self.view})."
        )

    def __str__(self) -> str:
        options = ", ".join(f"{name}: {value}" for name, value in self.options.items())
        kind = "directed" if self.directed else "undirected"
        lines = [
            f"{self.measure}: {self.about}",
            f"study: {self.study}",
            f"view: {self.view}",
            f"network: {self.actors} actors, {self.ties} {kind} ties, "
            f"{self.observed_dyads} of {self.dyads} dyads observed",
        ]
        lines += [f"options: {options}"] if options else []
        lines += [f"note: {note}" for note in self.notes]
        reasons: dict[str, dict[str, int]] = {}
        for it in self.undefined:
            columns = reasons.setdefault(it.reason, {})
            columns[it.column] = columns.get(it.column, 0) + 1
        for reason, columns in reasons.items():
            counted = ", ".join(f"{column} of {rows}" for column, rows in columns.items())
            lines.append(f"undefined: {counted}: {reason}")
        return "\n".join([*lines, f"source: {self.source}"])


def method(result: Result) -> Method:
    """How a result was found: view, options, what was left out, why values are undefined, and a
    sentence to cite.

    >>> import tertius as tt
    >>> net = tt.network([("a", "b"), ("b", "c")])
    >>> tt.method(tt.actor.degree(net)).source
    'Freeman 1978; Opsahl, Agneessens and Skvoretz 2010'

    Raises TypeError for a frame that no measure made: what is computed from a result, such as a
    filter of its rows, does not keep it.
    """
    found = getattr(result, "method", None)
    if not isinstance(found, Method):
        raise TypeError(
            "no measure made this frame; ask for the method of the result itself, before it is "
            "filtered or changed"
        )
    return found


def of_table(table: Table) -> Result:
    """The frame of what a measure found."""
    from tertius._frame import Result

    told: dict[str, Any] = json.loads(table.method)
    provenance = told["provenance"]
    of_network = [*filter(None, [provenance["notice"]]), *provenance["notes"]]
    frame = Result(table)
    frame.method = Method(
        measure=told["measure"],
        about=told["about"],
        source=told["source"],
        options=dict(told["options"]),
        study=provenance["study"],
        view=provenance["view"],
        actors=told["actors"],
        activities=told["activities"],
        ties=told["ties"],
        directed=told["directed"],
        dyads=told["dyads"],
        observed_dyads=told["observed_dyads"],
        notes=[*of_network, *told["notes"]],
        undefined=[Undefined(**it) for it in told["undefined"]],
        notice=provenance["notice"],
        of_network=of_network,
    )
    return frame
