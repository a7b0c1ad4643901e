"""Gould and Fernandez: R sna is the only peer. Its conventions are ours by name."""

import math

import networkx as nx
import numpy as np
import pytest

from networks import ONE_MODE, each, to_igraph

ROLES = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"]


def by_actor(found, prefix=""):
    """Column after column, as R gives a matrix."""
    return [value for role in ROLES for value in found[prefix + role]]


@each(ONE_MODE)
def test_counts_of_actors(graph, ours, agree, r):
    agree(by_actor(ours(graph, "actor brokerage")), r("sna::brokerage(m, cl)$raw.nli", graph))


@each(ONE_MODE)
@pytest.mark.parametrize("ours_is, theirs", [("expected_", "exp.nli"), ("sd_", "sd.nli"), ("z_", "z.nli")])
def test_chance_of_actors_as_in_sna(graph, ours_is, theirs, ours, agree, r):
    found = ours(graph, "actor brokerage", null="sna")
    agree(by_actor(found, ours_is), r(f"sna::brokerage(m, cl)${theirs}", graph))


@each(ONE_MODE)
@pytest.mark.parametrize("ours_is, theirs", [("value", "raw.gli"), ("expected", "exp.gli"), ("sd", "sd.gli")])
def test_whole_network_as_in_sna(graph, ours_is, theirs, ours, agree, r):
    found = ours(graph, "whole brokerage", null="sna")
    agree(found[ours_is], r(f"sna::brokerage(m, cl)${theirs}", graph))


@each(ONE_MODE)
def test_groups(graph, ours, agree, r):
    """What sna counts for actors, added up by group."""
    found = ours(graph, "group brokerage")
    found.rows.sort(key=lambda row: row["group"])
    agree(by_actor(found), r("rowsum(sna::brokerage(m, cl)$raw.nli, cl)", graph))


@each(ONE_MODE)
def test_activity(graph, ours, agree, r):
    found = ours(graph, "actor brokerage_exclusivity")["activity"]
    both_ways = 1 if graph.is_directed() else 2  # sna takes a pair each way
    total = r("sna::brokerage(m, cl)$raw.nli[, 't']", graph)
    agree(found, (count / both_ways for count in total))


@each(ONE_MODE)
def test_exclusivity(graph, ours, agree):
    """A two-path of NumPy's matrix product is exclusive where it is the only one of its ends."""
    ties = nx.to_numpy_array(graph, weight=None)
    only = (ties @ ties == 1) & (ties == 0) & ~np.eye(len(ties), dtype=bool)
    counts = np.einsum("av,vb,ab->v", ties, ties, only) / (1 if graph.is_directed() else 2)
    agree(ours(graph, "actor brokerage_exclusivity")["exclusivity"], counts)


@each(ONE_MODE)
def test_honest_broker(graph, ours, agree):
    """The dyad census of those who trust an actor."""
    for row in ours(graph, "actor honest_broker").rows:
        trusting = graph.predecessors(row["actor"]) if graph.is_directed() else graph[row["actor"]]
        peer = to_igraph(graph.to_directed().subgraph(trusting))
        agree([row["mutual"], row["one_way"], row["none"]], peer.dyad_census())


@each(ONE_MODE)
def test_bridging(graph, ours, agree):
    """Both variants from what NetworkX has: none of the peers here has them."""
    peer = graph.to_undirected()
    between = nx.betweenness_centrality(peer, normalized=False)
    door = lambda v: 1 / peer.degree(v) / sum(1 / peer.degree(u) for u in peer[v]) if peer[v] else math.nan  # noqa: E731
    agree(ours(graph, "actor bridging")["value"], (between[v] * door(v) for v in peer))
    near = nx.global_efficiency(peer)
    lost = {}
    for i, j in peer.edges:
        without = peer.copy()
        without.remove_edge(i, j)
        lost[frozenset((i, j))] = near - nx.global_efficiency(without)
    mean = lambda v: sum(lost[frozenset((v, u))] for u in peer[v]) / len(peer[v]) if peer[v] else math.nan  # noqa: E731
    agree(ours(graph, "actor bridging", variant="valente_fujimoto")["value"], map(mean, peer))
