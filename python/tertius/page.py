"""Narrated pages: a network to look around in, in a notebook and as a file."""

from __future__ import annotations

from html import escape
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from tertius._image import png
from tertius.figure import Figure

if TYPE_CHECKING:
    from tertius import _tertius


class Page:
    """A narrated page: made by `Network.explore`.

    >>> import tertius as tt
    >>> page = tt.network([("a", "b"), ("b", "c")]).explore()
    >>> page.html.startswith("<!DOCTYPE html>")
    True
    """

    __slots__ = ("_page",)
    _page: _tertius.Page

    def __init__(self, page: _tertius.Page) -> None:
        self._page = page

    @property
    def html(self) -> str:
        """The page: one file that needs nothing else."""
        return self._page.html

    @property
    def figure(self) -> Figure:
        """The printed figure whose positions the page has."""
        return Figure(self._page.figure)

    def save(self, path: str | PathLike[str]) -> None:
        """Writes the page; the file must end in .html."""
        self._page.save(fspath(path))

    def __repr__(self) -> str:
        return f"Page({self.figure.title!r})"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        figure = self.figure
        return {"text/plain": repr(self), "text/html": self._frame(), "image/png": png(figure)}

    def _frame(self) -> str:
        """The page in a frame that cannot reach the notebook, nor be reached from it."""
        title = escape(self.figure.title, quote=True)
        return (
            f'<iframe title="{title}" sandbox="allow-scripts allow-downloads" loading="lazy" '
            'width="100%" height="480" style="border:1px solid #ccc;width:100%" '
            f'srcdoc="{escape(self.html, quote=True)}"></iframe>'
        )
