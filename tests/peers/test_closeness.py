"""Closeness and information centrality."""

import networkit as nk
import networkx as nx
import pytest
import rustworkx as rx

from networks import DIRECTED, DIRECTED_WEIGHTED, ONE_MODE, UNDIRECTED, WEIGHTED, each, to_igraph


@each(ONE_MODE)
@pytest.mark.parametrize("paths, length", [("binary", None), ("strength", "length")])
def test_harmonic_closeness(graph, paths, length, ours, agree):
    found = ours(graph, "actor closeness", paths=paths)["value"]
    agree(found, to_igraph(graph).harmonic_centrality(mode="out", normalized=False, weights=length)
          if length is None else
          (sum(1 / d for d in row if 0 < d < float("inf")) for row in to_igraph(graph).distances(weights=length)))
    received = ours(graph, "actor closeness", paths=paths, direction="in")["value"]
    agree(received, nx.harmonic_centrality(graph, distance=length).values())


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
