"""Burt's structural holes, and ego networks."""

import math

import networkx as nx

from networks import ONE_MODE, UNDIRECTED, WEIGHTED, each, to_igraph


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


@each(ONE_MODE)
def test_effective_size(graph, ours, agree):
    # NetworkX is wrong unless `nodes` are given, and says NaN of who sends no tie: see
    # disagreements.toml.
    found, nodes = ours(graph, "actor effective_size"), list(graph)
    for column, weight in (("value", "weight"), ("unweighted", None)):
        peer = nx.effective_size(graph, nodes, weight=weight)
        sends = [graph.out_degree(node) if graph.is_directed() else 1 for node in graph]
        mine = (score if sent else None for score, sent in zip(found[column], sends))
        agree(mine, peer.values())


@each(ONE_MODE)
def test_hierarchy(graph, ours, agree):
    """From the dyadic constraint of NetworkX: none of the peers has hierarchy itself."""

    def hierarchy(ego):
        alters = set(nx.all_neighbors(graph, ego))
        if len(alters) < 2:
            return math.nan
        dyadic = [nx.local_constraint(graph, ego, alter, weight="weight") for alter in alters]
        ratios = [it * len(alters) / sum(dyadic) for it in dyadic]
        return sum(it * math.log(it) for it in ratios) / (len(alters) * math.log(len(alters)))

    agree(ours(graph, "actor hierarchy")["value"], map(hierarchy, graph))


@each(UNDIRECTED + WEIGHTED)
def test_ego_betweenness(graph, ours, agree):
    found = ours(graph, "actor ego_betweenness")["value"]
    ego = lambda node: nx.betweenness_centrality(nx.ego_graph(graph, node), normalized=False)[node]  # noqa: E731
    agree(found, map(ego, graph))
