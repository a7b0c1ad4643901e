"""What every measure does: it says what it was asked for, and shows how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tertius import _tertius
from tertius._progress import progress
from tertius.distributed import cluster
from tertius.network import of
from tertius.result import of_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tertius._frame import Result
    from tertius.network import Network
    from tertius.study import Study

    Option = str | int | float | bool | Sequence[str] | None


def found(name: str, net: Network | Study, options: dict[str, Option]) -> Result:
    """What a measure finds; options that are `None` are left to it."""
    asked = [(option, _word(value)) for option, value in options.items() if value is not None]
    whole, elsewhere, bar = of(net), cluster(), progress(name)
    try:
        if elsewhere and _tertius.splits(name):
            return of_table(elsewhere.measure(name, whole, asked, bar))
        return of_table(_tertius.measure(name, whole._net, asked, bar))
    finally:
        if bar:
            bar.close()


def _word(value: Option) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int | float):
        return str(value)
    return ",".join(value) if value is not None else ""
