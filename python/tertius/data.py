"""The studies that come with tertius."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tertius._near import near
from tertius.errors import TertiusError

if TYPE_CHECKING:
    from tertius.study import Study

_PACKAGE = Path(__file__).parent
_FOLDER = next(it for it in (_PACKAGE / "studies", _PACKAGE.parents[1] / "data") if it.is_dir())
"""In a wheel beside this file; in the repository where the studies are kept."""


def names() -> list[str]:
    """Their names.

    >>> import tertius as tt
    >>> "equalls" in tt.data.names()
    True
    """
    return sorted(it.name for it in _FOLDER.iterdir() if (it / "study.toml").exists())


def path(name: str) -> Path:
    """The folder of a study, with its tables and a README on sources and coding.

    Raises `TertiusError` for a name that is not there, with the nearest.
    """
    if name not in names():
        raise TertiusError(near("study", name, names()))
    return _FOLDER / name


def open(name: str) -> Study:
    """Opens a study that comes with tertius.

    >>> import tertius as tt
    >>> tt.data.open("equalls").title
    'EQuaLLS blog: who wrote with whom'
    """
    from tertius import study

    return study.open(path(name))
