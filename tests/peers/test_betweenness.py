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


@each(ONE_MODE)
def test_betweenness_of_ties(graph, ours, agree):
    for paths, length in (("binary", None), ("strength", "steps")):
        found = ours(graph, "tie betweenness", paths=paths).by("value", "from", "to")
        found = [found.get((i, j), found.get((j, i))) for i, j in graph.edges]
        agree(found, to_igraph(graph).edge_betweenness(weights=length))
        peer = nx.edge_betweenness_centrality(graph, weight=length, normalized=False)
        agree(found, peer.values())


@each(ONE_MODE)
def test_betweenness_of_ties_in_r(graph, ours, agree, r):
    found = ours(graph, "tie betweenness", paths="binary")["value"]
    agree(sorted(found), sorted(r("igraph::edge_betweenness(g)", graph)))


@each(ONE_MODE)
def test_betweenness_between_groups(graph, ours, agree):
    groups = sorted({sector for _, sector in graph.nodes(data="sector")})
    one, other = ([n for n, sector in graph.nodes(data="sector") if sector == it] for it in groups[:2])
    options = {"from": groups[0], "to": groups[1], "paths": "binary"}
    found = ours(graph, "actor betweenness_between", **options)["value"]
    peer = nx.betweenness_centrality_subset(graph, one, other)
    half = 1 if graph.is_directed() else 2  # NetworkX halves whatever the sides: disagreements.toml
    agree(found, (score * half for score in peer.values()))


@each(ONE_MODE)
def test_betweenness_by_role_adds_up(graph, ours, agree):
    """No peer splits betweenness by role; each has the sum."""
    for paths, length in (("binary", None), ("strength", "steps")):
        found = ours(graph, "actor betweenness_by_role", paths=paths)["total"]
        agree(found, to_igraph(graph).betweenness(weights=length))
