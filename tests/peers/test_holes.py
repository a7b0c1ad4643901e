"""Burt's structural holes."""

import networkx as nx

from networks import ONE_MODE, each, to_igraph


@each(ONE_MODE)
def test_constraint(graph, ours, agree):
    found, peer = ours(graph, "actor constraint"), to_igraph(graph)
    agree(found["value"], nx.constraint(graph, weight="weight").values())
    agree(found["value"], peer.constraint(weights="weight"))
    agree(found["unweighted"], nx.constraint(graph).values())
    agree(found["unweighted"], peer.constraint())


@each(ONE_MODE)
def test_constraint_in_r(graph, ours, agree, r):
    agree(ours(graph, "actor constraint")["unweighted"], r("igraph::constraint(g)", graph))
