"""Objects of other libraries, told by where their class comes from: none of these is imported here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tertius._graph import Graph


def graph_of(source: Any) -> Graph | None:
    """The graph that an object of another library is; nothing, if it is something else."""
    homes = {it.__module__.partition(".")[0] for it in type(source).__mro__}
    if "networkx" in homes and hasattr(source, "adj"):
        from tertius import _networkx

        return _networkx.read(source)
    if "igraph" in homes and hasattr(source, "vs"):
        from tertius import _igraph

        return _igraph.read(source)
    if "scipy" in homes or ("numpy" in homes and _is_matrix(source)):
        from tertius import _numpy

        return _numpy.read(source)
    if "pandas" in homes and hasattr(source, "columns"):
        from tertius import _pandas

        return _pandas.read(source) if _pandas.is_matrix(source) else None
    return None


def _is_matrix(array: Any) -> bool:
    """Whether it is numbers in a square; other arrays are taken row by row, as lists are."""
    return array.ndim == 2 and array.shape[0] == array.shape[1] and array.dtype.kind in "biuf"
