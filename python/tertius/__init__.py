"""Collaboration networks from evidence: who holds a local learning system together.

    >>> import tertius as tt
    >>> study = tt.data.open("equalls")
    >>> net = study.network(via="participation")
    >>> tt.whole.density(net).value("density")
    0.5

Measures stand by what has the value: `tt.actor`, `tt.tie`, `tt.group`, `tt.whole`; what a finding is
worth is in `tt.null`, what changed in `tt.change`. Every result is a polars DataFrame;
`tt.method(result)` says how it was found.
"""

from tertius import actor, change, data, distributed, group, null, tie, whole
from tertius._tertius import version as _version
from tertius.comparison import Comparison, compare
from tertius.errors import BugError, FileError, NotApplicableError, StudyError, TertiusError
from tertius.explain import explain
from tertius.figure import Figure
from tertius.interchange import from_igraph, from_networkx, from_numpy, from_pandas
from tertius.network import Network, network, two_mode
from tertius.page import Page
from tertius.read import (
    read_dl,
    read_edge_list,
    read_gexf,
    read_graphml,
    read_matrix,
    read_node_link,
    read_pajek,
)
from tertius.result import Method, method
from tertius.study import Study, open
from tertius.view import View

__version__ = _version()

__all__ = [
    "BugError",
    "Comparison",
    "Figure",
    "FileError",
    "Method",
    "Network",
    "NotApplicableError",
    "Page",
    "Study",
    "StudyError",
    "TertiusError",
    "View",
    "actor",
    "change",
    "compare",
    "data",
    "distributed",
    "explain",
    "from_igraph",
    "from_networkx",
    "from_numpy",
    "from_pandas",
    "group",
    "method",
    "network",
    "null",
    "open",
    "read_dl",
    "read_edge_list",
    "read_gexf",
    "read_graphml",
    "read_matrix",
    "read_node_link",
    "read_pajek",
    "tie",
    "two_mode",
    "whole",
]
