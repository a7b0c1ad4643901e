"""Eigenvector, Katz and Bonacich power."""

import networkx as nx
import numpy as np
import rustworkx as rx

from networks import DIRECTED_WEIGHTED, FIXTURE_D, ONE_MODE, UNDIRECTED, WEIGHTED, each, to_igraph

CONNECTED = [graph for graph in UNDIRECTED + WEIGHTED if nx.is_connected(graph)]


@each(CONNECTED)
def test_eigenvector(graph, ours, agree):
    found = ours(graph, "actor eigenvector", norm="euclidean")["value"]
    agree(found, nx.eigenvector_centrality_numpy(graph, weight="weight").values(), within=1e-7)
    scaled = ours(graph, "actor eigenvector")["value"]
    agree(scaled, to_igraph(graph).eigenvector_centrality(weights="weight"), within=1e-7)


@each(CONNECTED)
def test_eigenvector_by_steps(graph, ours, agree):
    found = ours(graph, "actor eigenvector", norm="euclidean", ties="binary")["value"]
    peer = rx.eigenvector_centrality(rx.networkx_converter(graph), max_iter=10_000, tol=1e-12)
    agree(found, dict(peer).values(), within=1e-7)


def test_eigenvector_of_ties_received(ours, agree):
    found = ours(FIXTURE_D, "actor eigenvector", norm="euclidean")["value"]
    agree(found, nx.eigenvector_centrality_numpy(FIXTURE_D).values(), within=1e-7)


@each(CONNECTED)
def test_eigenvector_in_r(graph, ours, agree, r):
    found = ours(graph, "actor eigenvector", ties="binary")["value"]
    agree(found, r("igraph::eigen_centrality(g)$vector", graph), within=1e-7)
    euclidean = ours(graph, "actor eigenvector", ties="binary", norm="euclidean")["value"]
    agree(euclidean, map(abs, r("sna::evcent(m, gmode, use.eigen = TRUE)")), within=1e-7)


@each(ONE_MODE)
def test_katz(graph, ours, agree):
    found = ours(graph, "actor katz", attenuation="absolute", alpha=0.01)["value"]
    peer = nx.katz_centrality_numpy(graph, alpha=0.01, weight="weight", normalized=False)
    agree(found, peer.values())


@each(ONE_MODE)
def test_katz_by_steps(graph, ours, agree):
    found = ours(graph, "actor katz", attenuation="absolute", alpha=0.05, ties="binary")["value"]
    scaled = np.array(found) / np.linalg.norm(found)
    peer = rx.katz_centrality(rx.networkx_converter(graph), alpha=0.05, tol=1e-13, max_iter=10_000)
    agree(scaled, dict(peer).values(), within=1e-7)


@each(ONE_MODE)
def test_alpha_centrality_in_r(graph, ours, agree, r):
    found = ours(graph, "actor katz", attenuation="absolute", alpha=0.05, ties="binary")["value"]
    agree(found, r("igraph::alpha_centrality(g, alpha = 0.05)", graph))


@each(ONE_MODE)
def test_bonacich_power_in_r(graph, ours, agree, r):
    for beta in (0.05, -0.05):
        options = dict(attenuation="absolute", beta=beta, ties="binary")
        found = ours(graph, "actor bonacich_power", **options)["value"]
        agree(found, r(f"sna::bonpow(m, gmode = gmode, exponent = {beta})", graph))
        agree(found, r(f"igraph::power_centrality(g, exponent = {beta})"))


@each(ONE_MODE)
def test_pagerank(graph, ours, agree):
    found = ours(graph, "actor pagerank")["value"]
    agree(found, nx.pagerank(graph, tol=1e-14, max_iter=10_000).values(), within=1e-9)
    agree(found, to_igraph(graph).pagerank(weights="weight"), within=1e-9)


@each(ONE_MODE)
def test_pagerank_in_r(graph, ours, agree, r):
    found = ours(graph, "actor pagerank", ties="binary")["value"]
    agree(found, r("igraph::page_rank(g)$vector", graph), within=1e-9)


@each([FIXTURE_D, *DIRECTED_WEIGHTED])
def test_hubs_and_authorities(graph, ours, agree):
    found, peer = ours(graph, "actor hits"), to_igraph(graph)
    for column, scores in (
        ("hub", peer.hub_score(weights="weight")),
        ("authority", peer.authority_score(weights="weight")),
    ):
        mine = [score or 0 for score in found[column]]  # undefined outside the leading part
        agree(mine, (score / sum(scores) for score in scores), within=1e-7)
