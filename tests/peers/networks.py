"""The networks that peers are compared on, as NetworkX graphs.

`weight` of a tie is its strength; `length` is 1/strength, what peers are given for paths, and
`steps` the same as a whole number, for those to whom 0.1 + 0.2 is not 0.3 (disagreements.toml).
`sector` of an actor is its group, `size` a number. Actors are in the order of the study's table.
"""

import math

import igraph as ig
import networkx as nx
import numpy as np
import pytest


def named(graph, name, sectors=None):
    """The graph under a name, with strengths, lengths and groups."""
    graph = nx.relabel_nodes(graph, str, copy=True)
    graph.graph["name"] = name
    for at, (_, data) in enumerate(graph.nodes(data=True)):
        sector = sectors[at] if sectors is not None else "HE FE VCS".split()[at % 3]
        data.clear()
        data.update(sector=sector, size=1 + at * at % 7)
    strengths = [data.get("weight", 1) for *_, data in graph.edges(data=True)]
    common = math.lcm(*map(round, strengths))
    for (_, _, data), strength in zip(graph.edges(data=True), strengths):
        data.clear()
        data.update(weight=float(strength), length=1 / strength, steps=common / strength)
    return graph


def of(ties, isolates="", name="", sectors=None):
    """Reads `a-b:2 b-c` as undirected ties and `a>b:2 b>c` as directed ones."""
    directed = ">" in ties
    graph = nx.DiGraph() if directed else nx.Graph()
    for tie in ties.split():
        ends, _, strength = tie.partition(":")
        graph.add_edge(*ends.split(">" if directed else "-"), weight=float(strength or 1))
    graph.add_nodes_from(isolates.split())
    if isinstance(sectors, dict):
        sectors = [sectors[node] for node in graph]
    return named(graph, name or ties, sectors)


def at_random(name, seed, actors, ties, directed=False, isolates=0, most=1):
    """Ties between actors drawn with unequal chances, strengths from 1 to `most`."""
    rng = np.random.default_rng(seed)
    chance = rng.pareto(2, actors) + 0.5
    chance /= chance.sum()
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(actors + isolates))
    while graph.number_of_edges() < ties:
        i, j = rng.choice(actors, 2, p=chance)
        if i != j:
            graph.add_edge(int(i), int(j), weight=int(rng.integers(1, most + 1)))
    sectors = rng.choice(["HE", "FE", "VCS", "LA"], actors + isolates, p=[0.4, 0.3, 0.2, 0.1])
    return named(graph, name, [str(it) for it in sectors])


def karate():
    graph = nx.karate_club_graph()
    clubs = [club for _, club in graph.nodes(data="club")]
    nx.set_edge_attributes(graph, 1, "weight")
    return named(graph, "karate", clubs)


# Worked out by hand in the golden cases.
FIXTURE_U = of(
    "1-2 1-3 2-3 3-4 4-5 4-6 5-6 6-7 7-8 7-9 8-9 3-9", isolates="10", name="U", sectors="AAABBBCCAC"
)
FIXTURE_D = of("1>2 1>3 2>1 2>3 3>2 3>4 4>3 4>5 4>6 5>4 6>4 6>5", name="D", sectors="AAABBB")


def two_modes(graph, name):
    """A two-mode graph whose first mode is called a0 …, its second p0 …."""
    labels, count = {}, {0: 0, 1: 0}
    for node, mode in sorted(graph.nodes(data="bipartite"), key=lambda it: it[1]):
        labels[node] = f"{'ap'[mode]}{count[mode]}"
        count[mode] += 1
    found = nx.Graph(name=name)
    found.add_nodes_from((labels[node], {"bipartite": graph.nodes[node]["bipartite"]}) for node in labels)
    found.add_edges_from((labels[i], labels[j], {"weight": 1.0}) for i, j in graph.edges)
    return found


def davis():
    """Eighteen women at fourteen events."""
    return two_modes(nx.davis_southern_women_graph(), "davis")


def projects():
    """Forty organisations in thirty projects, drawn at random; some are in none, or alone."""
    rng = np.random.default_rng(3)
    graph = nx.Graph()
    graph.add_nodes_from((("o", at) for at in range(40)), bipartite=0)
    graph.add_nodes_from((("p", at) for at in range(30)), bipartite=1)
    for project in range(30):
        for member in rng.choice(36, rng.integers(1, 7), replace=False):
            graph.add_edge(("o", int(member)), ("p", project))
    return two_modes(graph, "projects")


UNDIRECTED = [
    FIXTURE_U,
    karate(),
    named(nx.florentine_families_graph(), "florentine"),
    named(nx.star_graph(6), "star"),
    at_random("pieces", 1, 40, 45, isolates=3),
]
WEIGHTED = [
    named(nx.les_miserables_graph(), "les miserables"),
    at_random("strengths", 2, 30, 80, isolates=2, most=5),
]
DIRECTED = [
    FIXTURE_D,
    at_random("arcs", 4, 25, 90, directed=True),
    at_random("sparse arcs", 5, 30, 40, directed=True, isolates=2),
]
DIRECTED_WEIGHTED = [at_random("strong arcs", 6, 25, 100, directed=True, isolates=1, most=4)]
ONE_MODE = UNDIRECTED + WEIGHTED + DIRECTED + DIRECTED_WEIGHTED
TWO_MODE = [davis(), projects()]


def each(graphs):
    """Runs a test on each of these networks."""
    return pytest.mark.parametrize("graph", graphs, ids=lambda graph: graph.name.replace(" ", "-"))


def to_igraph(graph):
    """The same for igraph: actor `i` is node `i`, and ties keep weight and length."""
    return ig.Graph.from_networkx(graph)


def group_numbers(graph):
    """The groups as numbers from nought."""
    sectors = [sector for _, sector in graph.nodes(data="sector")]
    return [sorted(set(sectors)).index(sector) for sector in sectors]
