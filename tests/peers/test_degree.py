"""Degree and strength."""

import networkx as nx

from networks import DIRECTED, DIRECTED_WEIGHTED, ONE_MODE, UNDIRECTED, WEIGHTED, each, to_igraph

@each(UNDIRECTED + WEIGHTED)
def test_degree(graph, ours, agree):
    found = ours(graph, "actor degree")
    agree(found["degree"], dict(graph.degree).values())
    agree(found["degree"], to_igraph(graph).degree())
    agree(found["strength"], dict(graph.degree(weight="weight")).values())
    agree(found["normalised"], nx.degree_centrality(graph).values())


@each(DIRECTED + DIRECTED_WEIGHTED)
def test_degree_by_direction(graph, ours, agree):
    found, peer = ours(graph, "actor degree"), to_igraph(graph)
    for way in ("in", "out"):
        agree(found[f"{way}_degree"], peer.degree(mode=way))
        agree(found[f"{way}_strength"], peer.strength(mode=way, weights="weight"))
    agree(found["degree"], peer.degree(mode="all"))
    agree(found["strength"], peer.strength(mode="all", weights="weight"))


@each(ONE_MODE)
def test_degree_in_r(graph, ours, agree, r):
    found = ours(graph, "actor degree")
    agree(found["degree"], r("sna::degree(m, gmode = gmode)", graph))
    agree(found["strength"], r("sna::degree(w, gmode = gmode)"))
    agree(found["degree"], r("igraph::degree(g)"))
