"""Distances: reach, geodesics, fragmentation."""

import networkx as nx
import pytest

from networks import DIRECTED, ONE_MODE, UNDIRECTED, WEIGHTED, each, to_igraph


@each(ONE_MODE)
@pytest.mark.parametrize("steps", [1, 2, 3])
def test_reach(graph, steps, ours, agree):
    found = ours(graph, "actor reach", steps=steps)["reached"]
    peer = to_igraph(graph).neighborhood_size(order=steps, mode="out")
    agree(found, (size - 1 for size in peer))


@each(ONE_MODE)
def test_reach_that_fades(graph, ours, agree):
    found = ours(graph, "actor reach", decay=0.5)["decayed"]
    others = len(graph) - 1
    lengths = dict(nx.all_pairs_shortest_path_length(graph))
    agree(found, (sum(0.5 ** (d - 1) for d in lengths[i].values() if d) / others for i in graph))


@each(ONE_MODE)
def test_geodesics(graph, ours, agree):
    found, peer = ours(graph, "whole geodesics"), to_igraph(graph)
    agree([found.quantity("mean_distance")], [peer.average_path_length()])
    agree([found.quantity("diameter")], [peer.diameter()])
    counts = [count for *_, count in peer.path_length_hist().bins()]
    distances = [row["value"] for row in found.rows if row["quantity"].startswith("distance_")]
    agree(distances, counts)


@each(UNDIRECTED + WEIGHTED)
def test_efficiency(graph, ours, agree):
    agree([ours(graph, "whole geodesics").quantity("efficiency")], [nx.global_efficiency(graph)])
    found = ours(graph, "whole fragmentation").quantity("distance_fragmentation")
    agree([found], [1 - nx.global_efficiency(graph)])


@each(ONE_MODE)
def test_geodesics_where_a_strong_tie_is_short(graph, ours, agree):
    found, peer = ours(graph, "whole geodesics", paths="strength"), to_igraph(graph)
    agree([found.quantity("diameter")], [peer.diameter(weights="length")])
    agree([found.quantity("mean_distance")], [peer.average_path_length(weights="length")])


@each([graph for graph in UNDIRECTED + WEIGHTED + DIRECTED
       if not graph.is_directed() and nx.is_connected(graph)])  # fmt: skip
def test_radius(graph, ours, agree):
    agree([ours(graph, "whole geodesics").quantity("radius")], [nx.radius(graph)])


@each(ONE_MODE)
def test_fragmentation_in_r(graph, ours, agree, r):
    found = ours(graph, "whole fragmentation").quantity("fragmentation")
    agree([1 - found], r("sna::connectedness(m)", graph))
