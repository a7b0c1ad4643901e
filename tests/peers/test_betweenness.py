"""Betweenness of actors and ties."""

import networkit as nk
import networkx as nx
import rustworkx as rx

from networks import ONE_MODE, each, to_igraph


@each(ONE_MODE)
def test_betweenness_by_steps(graph, ours, agree):
    found = ours(graph, "actor betweenness", paths="binary")["value"]
    agree(found, nx.betweenness_centrality(graph, normalized=False).values())
    agree(found, to_igraph(graph).betweenness())
    halved = rx.betweenness_centrality(rx.networkx_converter(graph), normalized=False)
    agree(found, dict(halved).values())


@each(ONE_MODE)
def test_betweenness_where_a_strong_tie_is_short(graph, ours, agree):
    found = ours(graph, "actor betweenness")["value"]
    agree(found, nx.betweenness_centrality(graph, weight="steps", normalized=False).values())
    agree(found, to_igraph(graph).betweenness(weights="steps"))
    peer = nk.centrality.Betweenness(nk.nxadapter.nx2nk(graph, weightAttr="steps")).run()
    twice = 1 if graph.is_directed() else 2  # networkit does not halve: see disagreements.toml
    agree(found, [score / twice for score in peer.scores()])


@each(ONE_MODE)
def test_betweenness_normalised(graph, ours, agree):
    found = ours(graph, "actor betweenness", paths="binary", scale="normalised")["value"]
    agree(found, nx.betweenness_centrality(graph).values())
    peer = nk.centrality.Betweenness(nk.nxadapter.nx2nk(graph), normalized=True).run()
    agree(found, peer.scores())


@each(ONE_MODE)
def test_betweenness_in_r(graph, ours, agree, r):
    found = ours(graph, "actor betweenness", paths="binary")["value"]
    agree(found, r("sna::betweenness(m, gmode = gmode)", graph))
    agree(found, r("igraph::betweenness(g)"))
