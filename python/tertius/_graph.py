"""Graphs of other libraries as the tables of a study."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from tertius import _tertius
from tertius._near import near
from tertius.errors import TertiusError
from tertius.study import Study

if TYPE_CHECKING:
    from tertius.network import Network

TABLES = {"organisation": "organisations", "person": "people", "activity": "activities"}
"""The table of each mode."""

Row = dict[str, Any]


@dataclass
class Graph:
    """Actors, each with its `id` and maybe a `mode`, and ties, each with its ends."""

    title: str
    actors: list[Row]
    ties: list[Row]
    directed: bool

    def study(self) -> Study:
        """The study of it: actors by their mode; ties to activities are participation."""
        if not self.actors:
            raise TertiusError("the graph has no node; a network takes one actor at least")
        told = self._tells_modes()
        mode = {it["id"]: it.get("mode") or "organisation" if told else "organisation" for it in self.actors}
        listed: dict[str, list[Row]] = {table: [] for table in TABLES.values()}
        for actor in self.actors:
            row = {name: it for name, it in actor.items() if name != "mode" or not told}
            listed[_table(actor, mode[actor["id"]])].append(row)
        tables = [(table, _frame(rows, ["id"])) for table, rows in listed.items() if rows]
        if listed["activities"]:
            parts = [_part(tie, mode, self.directed) for tie in self.ties]
            tables.append(("participation", _frame(parts, ["actor", "activity"])))
        else:
            # A study must tell of ties; where there are none, it is told of one pair.
            none = {"from": self.actors[0]["id"], "to": self.actors[-1]["id"], "weight": 0}
            ways = [{**tie, "directed": self.directed} for tie in self.ties or [none]]
            tables.append(("ties", _frame(ways, ["from", "to"])))
        return Study(_tertius.Study.of_frames(self.title, tables, False))

    def network(self) -> Network:
        """The network of all of it."""
        study = self.study()
        if any(it.get("mode") == "activity" for it in self.actors):
            return study.network(via="two-mode", level="actor")
        # Where no actor has units or posts, an actor is an organisation, and not one of several in it.
        plain = not any("parent" in it or it.get("mode") == "person" for it in self.actors)
        return study.network(level="organisation" if plain else "actor")

    def _tells_modes(self) -> bool:
        """Whether `mode` is what it is here, and not an attribute of that name."""
        return any(str(it.get("mode")) in TABLES for it in self.actors)


def names(nodes: Iterable[Any]) -> list[str]:
    """What each node is called: what `str` makes of it. No two may be called the same, but for spaces."""
    called: dict[str, Any] = {}
    for node in nodes:
        name = " ".join(str(node).split())
        if not name:
            raise TertiusError(f"{node!r} is no name: an actor is called by at least one letter or digit")
        if name in called:
            raise TertiusError(
                f"two nodes would be called {name}: {called[name]!r} and {node!r}; actors go by their "
                "names, so rename one of them first"
            )
        called[name] = node
    return [str(it) for it in called.values()]


def actor(name: str, attributes: Mapping[Any, Any]) -> Row:
    """An actor and its attributes; one that is called `id` is kept as `graph_id`."""
    return _kept({"id": name}, attributes)


def tie(ends: tuple[str, str], attributes: Mapping[Any, Any], weight: str | None) -> Row:
    """A tie with the attribute that is its weight; others that are called as what a tie has of its own
    are kept as `graph_…`."""
    others = {name: it for name, it in attributes.items() if weight is None or str(name) != weight}
    strength = next((it for name, it in attributes.items() if weight is not None and str(name) == weight), None)
    if strength is not None and _text(strength) is None:
        raise TertiusError(f"the tie of {ends[0]} and {ends[1]} has a weight of {strength}: leave it blank to count 1")
    return _kept({"from": ends[0], "to": ends[1], "weight": strength, "directed": None}, others)


def check_weight(weight: str | None, known: Iterable[Any]) -> None:
    """Refuses a weight that no tie has, unless it is the usual one."""
    found = sorted({str(it) for it in known})
    if weight not in (None, "weight", *found):
        raise TertiusError(near("attribute of ties", str(weight), found))


def in_two(of: Sequence[Any], what: str) -> list[str]:
    """The modes of nodes that are marked as being of the first or second of two."""
    odd = next((it for it in of if it not in (0, 1)), None)
    if any(it is None for it in of) or odd is not None:
        raise TertiusError(
            f"{what} says which of two modes a node is of, 0 or 1, and must say so of every node; "
            f"here is {'one without it' if odd is None else repr(odd)}"
        )
    return ["activity" if it else "organisation" for it in of]


def _table(actor: Row, mode: str) -> str:
    if mode not in TABLES:
        raise TertiusError(f"{actor['id']}: {near('mode', str(mode), list(TABLES))}")
    return TABLES[mode]


def _part(tie: Row, mode: Mapping[str, str], directed: bool) -> Row:
    ends = tie["from"], tie["to"]
    first, second = (mode[it] == "activity" for it in ends)
    if first == second or (directed and first):
        kinds = " and ".join(f"{it} ({mode[it]})" for it in ends)
        way = " from an actor to an activity" if directed else " an actor and an activity"
        raise TertiusError(f"a tie of two modes joins{way}, and here is one of {kinds}")
    actor, activity = (ends[1], ends[0]) if first else ends
    others = {name: it for name, it in tie.items() if name not in ("from", "to")}
    return _kept({"actor": actor, "activity": activity}, others)


def _frame(rows: Sequence[Row], least: Sequence[str]) -> pl.DataFrame:
    """Rows as a frame of text, without columns where nothing is."""
    columns: dict[str, list[str | None]] = {name: [None] * len(rows) for name in least}
    for at, row in enumerate(rows):
        for name, value in row.items():
            text = _text(value)
            if text is not None:
                columns.setdefault(name, [None] * len(rows))[at] = text
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String()))


def _kept(row: Row, attributes: Mapping[Any, Any]) -> Row:
    """A row with attributes, none of which takes the place of what is there."""
    row = dict(row)
    for attribute, value in attributes.items():
        name = str(attribute)
        while name in row:
            name = f"graph_{name}"
        row[name] = value
    return row


def _text(value: Any) -> str | None:
    """A value as a cell; numbers and truth values of any library are told by how they are written."""
    if isinstance(value, list | tuple | set | frozenset):
        several = filter(None, map(_text, value))
        return "; ".join(sorted(several) if isinstance(value, set | frozenset) else several)
    if value is None or isinstance(value, str):
        return value
    written = str(value)
    blank: dict[str, str | None] = {"nan": None, "NaT": None, "<NA>": None, "True": "yes", "False": "no"}
    return blank.get(written, written)
