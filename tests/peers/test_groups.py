"""Groups: mixing, homophily, segregation. `netseg` is the Python port of R netseg."""

import igraph as ig
import netseg
import networkx as nx

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
