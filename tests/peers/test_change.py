"""What changed between two networks."""

import csv
import json

import networkx as nx
import numpy as np
import pytest
from scipy.spatial import distance
from scipy.stats import hypergeom

from conftest import Found
from networks import DIRECTED, UNDIRECTED, each

GRAPHS = UNDIRECTED + DIRECTED


def later(graph):
    """The same actors, each fourth tie gone and as many new ones, drawn from a seed."""
    rng = np.random.default_rng(7)
    after = graph.copy()
    gone = list(graph.edges)[::4]
    after.remove_edges_from(gone)
    actors = list(graph)
    for _ in gone:
        i, j = rng.choice(len(actors), 2, replace=False)
        after.add_edge(actors[i], actors[j], weight=1.0)
    return after


@pytest.fixture(scope="module")
def ours(tertius, tmp_path_factory):
    """Our numbers from a graph to what became of it."""
    studies = {}

    def run(graph, measure, **options):
        if id(graph) not in studies:
            folder = tmp_path_factory.mktemp("waves")
            with open(folder / "organisations.csv", "w", newline="") as file:
                rows = ([node, data["sector"]] for node, data in graph.nodes(data=True))
                csv.writer(file).writerows([["id", "sector"], *rows])
            directed = "yes" if graph.is_directed() else "no"
            waves = [(1, graph), (2, later(graph))]
            rows = [[i, j, directed, wave] for wave, net in waves for i, j in net.edges]
            with open(folder / "ties.csv", "w", newline="") as file:
                csv.writer(file).writerows([["from", "to", "directed", "wave"], *rows])
            studies[id(graph)] = (graph, folder)
        _, folder = studies[id(graph)]
        flags = [f"--{name}={value}" for name, value in options.items()]
        done = tertius(*measure.split(), folder, *flags, "--json", "--quiet")
        assert done.returncode == 0, f"{measure} of {graph}: {done.stderr}"
        return Found(json.loads(done.stdout)["rows"])

    return run


def cells(graph):
    """The dyads of both times as two vectors, and the sectors of their ends."""
    n = len(graph)
    at = ~np.eye(n, dtype=bool) if graph.is_directed() else np.triu(np.ones((n, n), dtype=bool), 1)
    matrices = [nx.to_numpy_array(net, nodelist=list(graph), weight=None) > 0 for net in (graph, later(graph))]
    sectors = np.array([sector for _, sector in graph.nodes(data="sector")])
    ends = np.broadcast_to(sectors[:, None], (n, n))[at], np.broadcast_to(sectors, (n, n))[at]
    return matrices[0][at], matrices[1][at], ends


@each(GRAPHS)
def test_ties(graph, ours, agree):
    found = ours(graph, "change ties").quantity
    before, after, _ = cells(graph)
    agree([1 - found("jaccard")], [distance.jaccard(before, after)])
    agree([1 - found("dice")], [distance.dice(before, after)])
    agree([found("hamming")], [distance.hamming(before, after) * len(before)])
    agree([found("correlation")], [np.corrcoef(before, after)[0, 1]])
    agree([found("kept")], [nx.intersection(graph, later(graph)).number_of_edges()])
    agree([found("hamming")], [nx.symmetric_difference(graph, later(graph)).number_of_edges()])


@each(GRAPHS)
def test_ties_in_r(graph, ours, agree, r):
    found = ours(graph, "change ties").quantity
    r("0", graph)
    r("old <- m; 0")
    r("0", later(graph))
    # Without being told that the graph is undirected, hdist counts each change twice.
    agree([found("hamming")], r("sna::hdist(old, m, mode = gmode)"))
    agree([found("correlation")], r("sna::gcor(old, m, mode = gmode)"))


@each(GRAPHS)
def test_groups(graph, ours, agree):
    before, after, (one, other) = cells(graph)
    for row in ours(graph, "change groups").rows:
        ends = row["from_group"], row["to_group"]
        here = (one == ends[0]) & (other == ends[1])
        if not graph.is_directed():
            here |= (one == ends[1]) & (other == ends[0])
        old, new = before[here], after[here]
        theirs = [len(old), (old & new).sum(), (~old & new).sum(), (old & ~new).sum()]
        agree([row[name] for name in ("dyads", "kept", "gained", "lost")], theirs)


@each(GRAPHS)
def test_pairs(graph, ours):
    found = ours(graph, "change pairs").rows
    after = later(graph)
    key = tuple if graph.is_directed() else frozenset
    for became, net in [
        ("kept", nx.intersection(graph, after)),
        ("lost", nx.difference(graph, after)),
        ("gained", nx.difference(after, graph)),
    ]:
        listed = {key((row["from"], row["to"])) for row in found if row["became"] == became}
        assert listed == {key(ends) for ends in net.edges}


@each(GRAPHS)
def test_localities(graph, ours, agree):
    """Two hypergeometric distributions, and the difference of them."""
    before, after, (one, other) = cells(graph)
    inside = one == other
    before, after, group = before[inside], after[inside], one[inside]
    free, tied = int((~before).sum()), int(before.sum())
    gained, lost = int((~before & after).sum()), int((before & ~after).sum())
    for row in ours(graph, "change localities", by="sector").rows:
        own = group == row["group"]
        gains = hypergeom(free, int((~before & own).sum()), gained)
        losses = hypergeom(tied, int((before & own).sum()), lost)
        agree([row["expected"]], [gains.mean() - losses.mean()])
        net = int((~before & after & own).sum()) - int((before & ~after & own).sum())
        spread = [gains.pmf(range(gained + 1)), losses.pmf(range(lost, -1, -1))]
        chances, nets = np.convolve(*spread), np.arange(-lost, gained + 1)
        if row["p"] is not None:
            agree([row["p_low"], row["p_high"]], [chances[nets <= net].sum(), chances[nets >= net].sum()])
