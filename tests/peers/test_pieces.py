"""Components, cut points, and what falls apart."""

import networkx as nx
import rustworkx as rx

from networks import DIRECTED, DIRECTED_WEIGHTED, ONE_MODE, UNDIRECTED, WEIGHTED, each, to_igraph


@each(ONE_MODE)
def test_components(graph, ours):
    found = ours(graph, "whole components").quantity
    pieces = list(nx.connected_components(graph.to_undirected()))
    assert found("components") == len(pieces)
    assert found("largest") == max(map(len, pieces))
    assert found("isolates") == len(list(nx.isolates(graph)))
    assert found("components") == len(to_igraph(graph).connected_components("weak"))


@each(DIRECTED + DIRECTED_WEIGHTED)
def test_strong_components(graph, ours):
    found = ours(graph, "whole components").quantity
    pieces = rx.strongly_connected_components(rx.networkx_converter(graph))
    assert found("strong_components") == len(pieces)
    assert found("largest_strong") == max(map(len, pieces))


@each(ONE_MODE)
def test_connectedness_in_r(graph, ours, agree, r):
    found = ours(graph, "whole components").quantity("connected")
    agree([found], r("sna::connectedness(m)", graph))


@each(ONE_MODE)
def test_removal(graph, ours):
    found = ours(graph, "actor removal").rows
    peer = graph.to_undirected()
    cut_points = set(nx.articulation_points(peer))
    assert {row["actor"] for row in found if row["pieces"] > 1} == cut_points
    for row in found:
        rest = peer.subgraph(set(peer) - {row["actor"]})
        connected = lambda of: sum(len(c) * (len(c) - 1) // 2 for c in nx.connected_components(of))  # noqa: E731
        component = len(nx.node_connected_component(peer, row["actor"]))
        assert row["pairs_lost"] == connected(peer) - connected(rest) - (component - 1)


@each(ONE_MODE)
def test_cut_points_in_r(graph, ours, agree, r):
    pieces = ours(graph, "actor removal")["pieces"]
    agree((n > 1 for n in pieces), r("sna::cutpoints(pmax(m, t(m)), 'graph', return.indicator = TRUE)", graph))
