"""Components, cut points, and what falls apart."""

from itertools import combinations

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


@each(UNDIRECTED + WEIGHTED)
def test_coreness(graph, ours, agree):
    found = ours(graph, "actor coreness")["value"]
    agree(found, nx.core_number(graph).values())
    agree(found, to_igraph(graph).coreness())
    agree(found, dict(sorted(rx.core_number(rx.networkx_converter(graph)).items())).values())


@each(DIRECTED + DIRECTED_WEIGHTED)
def test_coreness_by_direction(graph, ours, agree):
    for way in ("in", "out"):
        found = ours(graph, "actor coreness", direction=way)["value"]
        agree(found, to_igraph(graph).coreness(mode=way))


@each(DIRECTED + DIRECTED_WEIGHTED)
def test_coreness_in_r(graph, ours, agree, r):
    found = ours(graph, "actor coreness")["value"]
    agree(found, r("sna::kcores(pmax(m, t(m)), 'graph')", graph))


@each(ONE_MODE)
def test_cut_points(graph, ours, agree):
    found = ours(graph, "actor cut_points")
    cut_points = set(nx.articulation_points(graph.to_undirected()))
    assert {row["actor"] for row in found.rows if row["cut_point"] == "yes"} == cut_points
    blocks = [set(block) for block in nx.biconnected_components(graph.to_undirected())]
    agree(found["blocks"], (sum(node in block for block in blocks) for node in graph))


@each(UNDIRECTED + WEIGHTED)
def test_bridges(graph, ours, agree):
    found = ours(graph, "tie bridges").rows
    ties = {frozenset((row["from"], row["to"])) for row in found if row["bridge"] == "yes"}
    assert ties == {frozenset(tie) for tie in nx.bridges(graph)}
    spans = {frozenset(tie[:2]): tie[2] for tie in nx.local_bridges(graph)}
    for row in found:
        span = spans.get(frozenset((row["from"], row["to"])), 2)
        agree([row["span"]], [None if span == float("inf") else span])


@each(UNDIRECTED + WEIGHTED)
def test_embeddedness(graph, ours, agree):
    found = ours(graph, "tie embeddedness").rows
    shared = (len(list(nx.common_neighbors(graph, row["from"], row["to"]))) for row in found)
    agree((row["common_alters"] for row in found), shared)


@each(UNDIRECTED)
def test_key_players(graph, ours, agree):
    """No peer here searches for them: every pair is tried with the distances of NetworkX."""
    left = {pair: graph.subgraph(set(graph) - set(pair)) for pair in combinations(graph, 2)}
    best = max(1 - nx.global_efficiency(rest) for rest in left.values())
    found = ours(graph, "actor key_players", size=2)
    agree(set(found["together"]), [best])
    chosen = tuple(row["actor"] for row in found.rows if row["in_set"] == "yes")
    agree([1 - nx.global_efficiency(left[chosen])], [best])
