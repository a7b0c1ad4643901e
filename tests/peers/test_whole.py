"""One value for the whole network."""

import networkx as nx

from networks import ONE_MODE, TWO_MODE, each, to_igraph


@each(ONE_MODE)
def test_density(graph, ours, agree):
    found = ours(graph, "whole density").quantity("density")
    agree([found], [nx.density(graph)])
    agree([found], [to_igraph(graph).density()])


@each(TWO_MODE)
def test_density_of_two_modes(graph, ours, agree):
    found = ours(graph, "whole density", via="two-mode").quantity("density")
    first = [node for node, mode in graph.nodes(data="bipartite") if mode == 0]
    agree([found], [nx.bipartite.density(graph, first)])


@each(ONE_MODE)
def test_density_in_r(graph, ours, agree, r):
    found = ours(graph, "whole density").quantity("density")
    agree([found], r("sna::gden(m, mode = gmode)", graph))
