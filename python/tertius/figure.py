"""Figures: pictures that show in a notebook and can be saved."""

from __future__ import annotations

from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from tertius._image import img, png
from tertius.errors import TertiusError

if TYPE_CHECKING:
    from tertius import _tertius


class Figure:
    """A figure, drawn: made by `Network.draw`.

    >>> import tertius as tt
    >>> figure = tt.network([("a", "b"), ("b", "c")]).draw()
    >>> figure.svg().startswith("<svg")
    True
    """

    __slots__ = ("_figure",)
    _figure: _tertius.Figure

    def __init__(self, figure: _tertius.Figure) -> None:
        self._figure = figure

    @property
    def title(self) -> str:
        """Its title."""
        return self._figure.title

    @property
    def description(self) -> str:
        """What it shows, in words: for those who cannot see it."""
        return self._figure.description

    @property
    def notes(self) -> list[str]:
        """What had to be left out."""
        return self._figure.notes

    def svg(self) -> str:
        """The picture as SVG, with its font inside."""
        return self._figure.svg()

    def png(self, dpi: int = 300) -> bytes:
        """The picture as PNG, with so many dots per inch, 36 to 1200."""
        return self._figure.png(_dpi(dpi))

    def save(self, path: str | PathLike[str], *, dpi: int = 300) -> None:
        """Writes the picture; the ending tells the format: .svg or .png."""
        self._figure.save(fspath(path), _dpi(dpi))

    def __repr__(self) -> str:
        return f"Figure({self.title!r})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": img(self), "image/png": png(self)}


def _dpi(dpi: int) -> int:
    if not 36 <= dpi <= 1200:
        raise TertiusError(f"`dpi` cannot be {dpi}: a whole number from 36 to 1200")
    return dpi
