"""Actors and what they take part in."""

import networkx as nx

from networks import TWO_MODE, each


def modes(graph):
    """The nodes of each mode."""
    return [[node for node, its in graph.nodes(data="bipartite") if its == mode] for mode in (0, 1)]


@each(TWO_MODE)
def test_projection(graph, ours, agree):
    """The ties that all other measures are taken of."""
    actors, activities = modes(graph)
    for weights, peer in (
        ("newman", nx.bipartite.collaboration_weighted_projected_graph(graph, actors)),
        ("count", nx.bipartite.weighted_projected_graph(graph, actors)),
    ):
        found = ours(graph, "tie crossing", weights=weights).by("strength", "from", "to")
        ties = {tuple(sorted((i, j))): weight for i, j, weight in peer.edges(data="weight")}
        assert {tuple(sorted(tie)) for tie in found} == set(ties)
        agree(found.values(), (ties[tuple(sorted(tie))] for tie in found))


@each(TWO_MODE)
def test_clustering(graph, ours, agree):
    found = ours(graph, "whole two_mode_clustering", via="two-mode").quantity("clustering")
    agree([found], [nx.bipartite.robins_alexander_clustering(graph)])


@each(TWO_MODE)
def test_redundancy(graph, ours, agree):
    found = ours(graph, "whole two_mode_clustering", via="two-mode").quantity
    for mode, name in zip(modes(graph), ("redundancy_of_actors", "redundancy_of_activities")):
        several = [node for node in mode if graph.degree(node) > 1]
        peer = nx.bipartite.node_redundancy(graph, several)
        agree([found(name)], [sum(peer.values()) / len(peer)])


@each(TWO_MODE)
def test_degree(graph, ours, agree):
    found = ours(graph, "actor degree", via="two-mode").by("normalised", "actor")
    peer = nx.bipartite.degree_centrality(graph, modes(graph)[0])
    agree(found.values(), (peer[actor] for (actor,) in found))


@each(TWO_MODE)
def test_betweenness(graph, ours, agree):
    options = dict(via="two-mode", paths="binary")
    found = ours(graph, "actor betweenness", **options).by("value", "actor")
    peer = nx.betweenness_centrality(graph, normalized=False)
    agree(found.values(), (peer[actor] for (actor,) in found))


@each(TWO_MODE)
def test_closeness(graph, ours, agree):
    options = dict(via="two-mode", paths="binary", variant="classic")
    found = ours(graph, "actor closeness", **options).by("value", "actor")
    peer = nx.bipartite.closeness_centrality(graph, modes(graph)[0])
    if nx.is_connected(graph):
        agree(found.values(), (peer[actor] for (actor,) in found))


@each(TWO_MODE)
def test_density(graph, ours, agree):
    found = ours(graph, "whole density", via="two-mode").quantity("density")
    agree([found], [nx.bipartite.density(graph, modes(graph)[0])])


@each(TWO_MODE)
def test_modularity(graph, ours, agree):
    """Barber's null model: what each actor and each activity holds is kept."""
    options = dict(via="two-mode", ties="binary")
    found = ours(graph, "actor community", **options).by("community", "actor")
    total, value = graph.number_of_edges(), 0
    for name in set(found.values()):
        members = {actor for (actor,), its in found.items() if its == name}
        held = [sum(graph.degree(node) for node in mode if node in members) for mode in modes(graph)]
        value += graph.subgraph(members).number_of_edges() / total - held[0] * held[1] / total**2
    agree([ours(graph, "whole communities", **options).quantity("modularity")], [value])
