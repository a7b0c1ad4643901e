"""Communities: their modularity is what peers make of it, and no lower than that of theirs."""

import random

import networkx as nx

from networks import ONE_MODE, UNDIRECTED, WEIGHTED, each, to_igraph


@each(ONE_MODE)
def test_modularity(graph, ours, agree):
    found = ours(graph, "actor community")["community"]
    numbers = [int(it) - 1 for it in found]
    modularity = ours(graph, "whole communities").quantity("modularity")
    agree([modularity], [to_igraph(graph).modularity(numbers, weights="weight", directed=True)])
    sets = [{n for n, it in zip(graph, numbers) if it == number} for number in set(numbers)]
    agree([modularity], [nx.community.modularity(graph, sets)])


@each(UNDIRECTED + WEIGHTED)
def test_no_other_search_finds_more(graph, ours):
    modularity = ours(graph, "whole communities").quantity("modularity")
    random.seed(1)  # igraph draws from Python's numbers
    peer = to_igraph(graph)
    runs = (peer.community_leiden("modularity", "weight", n_iterations=-1) for _ in range(10))
    best = max(peer.modularity(run, weights="weight") for run in runs)
    assert modularity >= best - 1e-9
