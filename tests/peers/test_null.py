"""Findings against chance: the same statistic, and the same chance up to the draws of both."""

import math

import networkx as nx
import numpy as np
import pytest

from networks import DIRECTED, UNDIRECTED, each, to_igraph

DRAWS = 2_000


def as_likely(row, draws, observed):
    """Fails unless draws of a peer have the mean, sd and probabilities that we find."""
    draws = np.asarray(draws)
    sd = draws.std(ddof=1)
    se = math.hypot(sd, row["sd"]) / math.sqrt(len(draws)) + 1e-9
    assert abs(draws.mean() - row["expected"]) < 4.5 * se, (draws.mean(), row["expected"])
    assert abs(sd - row["sd"]) < 0.12 * row["sd"] + 1e-9
    for p, share in ((row["p_low"], (draws <= observed + 1e-9)), (row["p_high"], (draws >= observed - 1e-9))):
        error = math.sqrt(max(p * (1 - p), 1e-3) * 2 / len(draws))
        assert abs(p - share.mean()) < 4.5 * error, (p, share.mean())


def only(found):
    (row,) = found.rows
    return row


@each(DIRECTED + UNDIRECTED)
def test_labels(graph, ours, agree):
    sectors = np.array([sector for _, sector in graph.nodes(data="sector")])
    number = {node: at for at, node in enumerate(graph)}
    ends = np.array([(number[i], number[j]) for i, j in graph.edges])
    if len(ends) == 0 or len(set(sectors)) < 2:
        pytest.skip("nothing to deal")
    row = only(ours(graph, "null test", measure="whole ei_index", only="ei_index"))
    rng = np.random.default_rng(1)
    index = lambda of: np.where(of[ends[:, 0]] != of[ends[:, 1]], 1, -1).mean()
    agree([row["observed"]], [index(sectors)])
    as_likely(row, [index(rng.permutation(sectors)) for _ in range(DRAWS)], index(sectors))


@each(DIRECTED + UNDIRECTED)
@pytest.mark.parametrize("given", ["edges", "dyads", "size"])
def test_cug_in_r(graph, given, ours, agree, r):
    if graph.number_of_edges() == 0 or len(graph) > 60:
        pytest.skip("sna takes long")
    measure = "weak" if graph.is_directed() else "transitivity"
    row = only(ours(graph, "null cug", measure="whole transitivity", only=measure, given=given))
    given = {"edges": "edges", "dyads": "dyad.census", "size": "size"}[given]
    mode = "digraph" if graph.is_directed() else "graph"
    r("set.seed(1); 0", graph)
    test = f"sna::cug.test(m, sna::gtrans, mode = '{mode}', cmode = '{given}', reps = {DRAWS}, FUN.args = list(mode = '{mode}'))"
    observed, *draws = r(f"t <- {test}; c(t$obs.stat, t$rep.stat)")
    agree([row["observed"]], [observed])
    draws = [it for it in draws if not math.isnan(it)]
    # sna leaves networks without a two-path out of neither count: so few, that one bound serves both.
    if len(draws) == DRAWS:
        as_likely(row, draws, observed)


@each(UNDIRECTED)
def test_rewiring(graph, ours, agree):
    if graph.number_of_edges() < 2:
        pytest.skip("nothing to rewire")
    row = only(ours(graph, "null test", measure="whole transitivity", only="closed_two_paths", against="rewiring", draws=DRAWS))
    peer, triangles = to_igraph(graph), []
    # Each triangle closes three two-paths, as it has three corners.
    observed = sum(nx.triangles(graph).values())
    agree([row["observed"]], [observed])
    for _ in range(DRAWS):
        peer.rewire(n=10 * peer.ecount())
        triangles.append(3 * len(peer.cliques(3, 3)))
    as_likely(row, triangles, observed)
