"""Closeness and information centrality."""

import networkit as nk
import networkx as nx
import rustworkx as rx

from networks import DIRECTED, DIRECTED_WEIGHTED, ONE_MODE, UNDIRECTED, WEIGHTED, each, to_igraph


@each(ONE_MODE)
def test_harmonic_closeness(graph, ours, agree):
    for paths, length in (("binary", None), ("strength", "length")):
        found = ours(graph, "actor closeness", paths=paths, direction="in")["value"]
        peer = nx.harmonic_centrality(graph, distance=length)
        agree(found, (peer[node] for node in graph))
        sent = ours(graph, "actor closeness", paths=paths)["value"]
        peer = to_igraph(graph).harmonic_centrality(mode="out", normalized=False, weights=length)
        agree(sent, peer)


@each(ONE_MODE)
def test_harmonic_closeness_of_networkit(graph, ours, agree):
    found = ours(graph, "actor closeness", paths="binary")["value"]
    peer = nk.centrality.HarmonicCloseness(nk.nxadapter.nx2nk(graph), normalized=False).run()
    agree(found, peer.scores())


@each(ONE_MODE)
def test_wasserman_faust(graph, ours, agree):
    options = dict(variant="wasserman_faust", direction="in", paths="binary")
    found = ours(graph, "actor closeness", **options)["value"]
    peer = nx.closeness_centrality(graph)
    reached = ours(graph, "actor closeness", **options)["reached"]
    agree((0 if not some else score for score, some in zip(found, reached)), peer.values())
    peer = rx.closeness_centrality(rx.networkx_converter(graph))
    agree((0 if not some else score for score, some in zip(found, reached)), dict(peer).values())


@each([graph for graph in UNDIRECTED + WEIGHTED if nx.is_connected(graph)])
def test_classic_closeness(graph, ours, agree, r):
    found = ours(graph, "actor closeness", variant="classic", paths="binary")["value"]
    agree(found, to_igraph(graph).closeness())
    agree(found, r("sna::closeness(m, gmode)", graph))


@each([graph for graph in UNDIRECTED + WEIGHTED if nx.is_connected(graph)])
def test_information(graph, ours, agree):
    found = ours(graph, "actor information", scaling="current_flow")["value"]
    agree(found, nx.information_centrality(graph, weight="weight").values(), within=1e-8)


@each([graph for graph in UNDIRECTED + WEIGHTED if nx.is_connected(graph)])
def test_information_in_r(graph, ours, agree, r):
    found = ours(graph, "actor information", ties="binary")["value"]
    agree(found, r("sna::infocent(m, gmode)", graph), within=1e-8)
