"""Groups: mixing, homophily, segregation. `netseg` is the Python port of R netseg."""

import bct
import igraph as ig
import netseg
import networkx as nx
import numpy as np

from networks import DIRECTED, ONE_MODE, UNDIRECTED, WEIGHTED, each, group_numbers, to_igraph


@each(ONE_MODE)
def test_mixing(graph, ours, agree):
    found = ours(graph, "group mixing").by("ties", "from_group", "to_group")
    groups = sorted({sector for _, sector in graph.nodes(data="sector")})
    places = {group: at for at, group in enumerate(groups)}
    table = nx.attribute_mixing_matrix(graph, "sector", mapping=places, normalized=False)
    for (one, other), ties in found.items():
        # NetworkX counts an undirected tie from both ends, so twice within a group.
        twice = 2 if one == other and not graph.is_directed() else 1
        assert ties * twice == table[places[one], places[other]]


@each(ONE_MODE)
def test_mixing_by_strength(graph, ours, agree):
    found = ours(graph, "group mixing").by("strength", "from_group", "to_group")
    groups = graph.nodes(data="sector")
    for (one, other), strength in found.items():
        of = [w for i, j, w in graph.edges(data="weight") if (groups[i], groups[j]) == (one, other)
              or not graph.is_directed() and (groups[j], groups[i]) == (one, other)]  # fmt: skip
        agree([strength], [sum(of)])


@each(UNDIRECTED + WEIGHTED + DIRECTED)
def test_ei_index(graph, ours, agree):
    found = ours(graph, "whole ei_index").quantity("ei_index")
    agree([found], [netseg.krackhardt_ei(group_numbers(graph), to_igraph(graph))])


@each(ONE_MODE)
def test_crossing(graph, ours):
    found = ours(graph, "tie crossing").by("crossing", "from", "to")
    crossing = ig.VertexClustering(to_igraph(graph), group_numbers(graph)).crossing()
    for (i, j), crosses in zip(graph.edges, crossing):
        said = found.get((i, j)) or found[(j, i)]
        assert said == ("yes" if crosses else "no")


@each(ONE_MODE)
def test_density_of_groups(graph, ours, agree):
    found = ours(graph, "group density")
    for row in found.rows:
        members = [n for n, sector in graph.nodes(data="sector") if sector == row["group"]]
        inside = nx.density(graph.subgraph(members)) if len(members) > 1 else None
        leaving = len(list(nx.edge_boundary(graph, members)))
        leaving /= len(members) * (len(graph) - len(members))
        agree([row["inside"], row["outside"]], [inside, leaving])


@each(ONE_MODE)
def test_ei_index_of_groups(graph, ours, agree):
    for row in ours(graph, "group ei_index").rows:
        members = [n for n, sector in graph.nodes(data="sector") if sector == row["group"]]
        external = len(list(nx.edge_boundary(graph, members)))
        internal = graph.subgraph(members).number_of_edges()
        all_ties = external + internal
        agree([row["ei_index"]], [(external - internal) / all_ties if all_ties else None])


@each(DIRECTED)
def test_homophily_of_groups(graph, ours, agree):
    found = ours(graph, "group homophily").by("homophily", "group")
    agree((found[group] for group in sorted(found)), netseg.coleman(group_numbers(graph), to_igraph(graph)))


@each(ONE_MODE)
def test_participation(graph, ours, agree):
    found = ours(graph, "actor participation")
    matrix, groups = nx.to_numpy_array(graph, weight=None), np.array(group_numbers(graph)) + 1
    isolates = matrix.sum(axis=1) == 0
    shares = bct.participation_coef(matrix, groups)
    shares[isolates] = np.nan  # bctpy gives 0 to who has no ties, and so no shares
    agree(found["participation"], shares)
    # bctpy gives z = 0 where the members of a group do not differ.
    scores = bct.module_degree_zscore(matrix, groups)
    agree((0 if it is None else it for it in found["z"]), scores)


@each(ONE_MODE)
def test_heterogeneity_of_alters(graph, ours, agree):
    """Blau's index of alters is the participation coefficient with sectors for modules."""
    found = ours(graph, "actor alters")["blau"]
    matrix, groups = nx.to_numpy_array(graph, weight=None), np.array(group_numbers(graph)) + 1
    shares = bct.participation_coef(matrix, groups)
    shares[matrix.sum(axis=1) == 0] = np.nan
    agree(found, shares)


@each(UNDIRECTED + WEIGHTED)
def test_segregation(graph, ours, agree):
    found = ours(graph, "whole segregation").quantity
    groups, peer = group_numbers(graph), to_igraph(graph)
    agree([found("freeman")], [netseg.freeman(groups, peer)])
    agree([found("gupta_anderson_may")], [netseg.gamix(groups, peer)])
    if found("log_odds") is not None:
        agree([found("log_odds")], [netseg.orwg(groups, peer)])
    # Where ties have weights the Python netseg takes them, unasked, for this one index.
    weighed = ours(graph, "whole segregation", ties="strength").quantity("ssi")
    agree([weighed], [netseg.ssi(groups, peer)], within=1e-7)


@each(UNDIRECTED + WEIGHTED)
def test_segregation_of_actors(graph, ours, agree):
    found = ours(graph, "actor segregation", ties="strength")["value"]
    agree(found, netseg.ssi(group_numbers(graph), to_igraph(graph), aggregate=False), within=1e-7)
