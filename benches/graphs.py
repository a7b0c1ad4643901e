"""The networks that are timed: collaborations made at random, and CORDIS where it is at hand.

A synthetic network has two modes: organisations of eight sectors in localities, and projects that
mostly stay in one locality; a few organisations are in many projects. The same seed gives the same
network: 10,000 organisations in 15,000 projects with seed 1 have 154,059 ties, 50,000 in 80,000
have 364,741 participations. Layouts are of ready ties: ten networks from a folder, and communities.
"""

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from scipy import sparse

SECTORS = ["school", "trust", "council", "he", "fe", "third_sector", "hub", "private"]
SHARES = [0.45, 0.12, 0.06, 0.05, 0.06, 0.14, 0.04, 0.08]


@dataclass
class Collaboration:
    """Who took part in what, and the ties between those who took part together."""

    name: str
    folder: Path
    organisations: int
    parts: np.ndarray  # organisation and project, a participation each row
    sectors: list

    @cached_property
    def incidence(self):
        ones = np.ones(len(self.parts))
        return sparse.csr_array((ones, self.parts.T), (self.organisations, self.parts[:, 1].max() + 1))

    @cached_property
    def ties(self):
        """From, to and the number of shared projects."""
        shared = sparse.triu(self.incidence @ self.incidence.T, k=1).tocoo()
        return shared.row, shared.col, shared.data

    def write(self, name, rows):
        path = self.folder / f"{self.name.replace(' ', '-')}.{name}"
        if not path.exists():
            path.write_text("".join(" ".join(map(str, row)) + "\n" for row in rows))
        return path

    @cached_property
    def tie_file(self):
        return self.write("ties", zip(*(column.tolist() for column in self.ties)))

    @cached_property
    def part_file(self):
        return self.write("parts", sorted(self.parts.tolist()))

    @cached_property
    def sector_file(self):
        return self.write("sectors", zip(self.sectors))

    @cached_property
    def igraph(self):
        import igraph

        start, end, weight = self.ties
        attributes = {"weight": weight, "length": 1 / weight}
        ends = np.column_stack([start, end])
        return igraph.Graph(self.organisations, ends, edge_attrs=attributes)

    @cached_property
    def networkx(self):
        import networkx

        graph = networkx.Graph()
        graph.add_nodes_from(range(self.organisations))
        graph.add_weighted_edges_from(zip(*(column.tolist() for column in self.ties)))
        return graph

    @cached_property
    def rustworkx(self):
        import rustworkx

        graph = rustworkx.PyGraph(multigraph=False)
        graph.add_nodes_from(range(self.organisations))
        graph.add_edges_from(list(zip(*(column.tolist() for column in self.ties))))
        return graph

    def networkit(self, length):
        import networkit

        start, end, weight = self.ties
        values = {"1": np.ones(len(weight)), "1/strength": 1 / weight, "strength": weight}[length]
        ends = (start.astype(np.uint64), end.astype(np.uint64))
        return networkit.GraphFromCoo((values, ends), n=self.organisations, weighted=length != "1")


def synthetic(folder, organisations, projects, seed):
    """A collaboration made at random."""
    rng = np.random.default_rng(seed)
    places = max(3, organisations // 400)
    place = rng.integers(0, places, organisations)
    sector = rng.choice(len(SECTORS), organisations, p=SHARES)
    activity = rng.pareto(1.6, organisations) + 0.3  # some are in many more projects than others
    size = np.clip(2 + rng.negative_binomial(1.2, 0.32, projects), 2, 25)
    of_place = [np.flatnonzero(place == it) for it in range(places)]
    chances = [activity[members] / activity[members].sum() for members in of_place]
    everywhere = np.cumsum(activity / activity.sum())
    parts = []
    for project in range(projects):
        here, members = rng.integers(0, places), set()
        local = rng.binomial(int(size[project]), 0.8)
        if local and len(of_place[here]):
            count = min(local, len(of_place[here]))
            members.update(rng.choice(of_place[here], count, replace=False, p=chances[here]).tolist())
        while len(members) < size[project]:
            members.add(int(np.searchsorted(everywhere, rng.random())))
        parts += [(organisation, project) for organisation in members]
    name = f"synthetic {organisations}"
    return Collaboration(name, folder, organisations, np.array(parts), [SECTORS[it] for it in sector])


@dataclass
class Ties:
    """Who is tied to whom, in a file as the layouts read it."""

    name: str
    file: Path
    actors: int
    ends: np.ndarray  # a tie each row

    @cached_property
    def igraph(self):
        import igraph

        return igraph.Graph(self.actors, self.ends)

    @cached_property
    def matrix(self):
        """Symmetric."""
        ones = np.ones(len(self.ends))
        above = sparse.coo_matrix((ones, self.ends.T), (self.actors, self.actors))
        return (above + above.T).tocsr()

    def dot(self, folder, placed=False):
        """A file for Graphviz; with places on a grid where it shall find none itself."""
        path = folder / f"{self.name}{'-placed' if placed else ''}.dot"
        if not path.exists():
            place = lambda at: f' [pos="{at % 100 * 99},{at // 100 * 99}"]' if placed else ""
            actors = [f"{at}{place(at)}" for at in range(self.actors)]
            ties = [f"{a} -- {b}" for a, b in self.ends.tolist()]
            path.write_text("\n".join(["graph {", *actors, *ties, "}", ""]))
        return path


def ready(path):
    """A network of crates/tertius-chart/tests/layouts: groups in the first line, a tie in each other."""
    with open(path) as file:
        actors = len(file.readline().split())
    return Ties(path.stem, path, actors, np.loadtxt(path, dtype=np.int32, skiprows=1, ndmin=2))


def communities(folder, actors, seed):
    """Communities of fifty: everybody names two of their own, and every third somebody anywhere.

    The largest component, in which an actor has 4.5 ties on average.
    """
    rng = np.random.default_rng(seed)
    twice = np.tile(np.arange(actors), 2)
    own = np.column_stack([twice, twice // 50 * 50 + rng.integers(0, 50, len(twice))])
    few = rng.choice(actors, actors // 3, replace=False)
    anywhere = np.column_stack([few, rng.integers(0, actors, len(few))])
    ends = np.sort(np.concatenate([own, anywhere]), axis=1)
    ends = np.unique(ends[ends[:, 0] != ends[:, 1]], axis=0)
    matrix = sparse.coo_array((np.ones(len(ends)), ends.T), (actors, actors))
    label = sparse.csgraph.connected_components(matrix, directed=False)[1]
    largest = label == np.bincount(label).argmax()
    number, members = np.cumsum(largest) - 1, int(largest.sum())
    ends = number[ends[largest[ends[:, 0]]]].astype(np.int32)
    path = folder / f"communities-{actors}.txt"
    no_groups = " ".join(["-"] * members)
    path.write_text(no_groups + "\n" + "".join(f"{a} {b}\n" for a, b in ends.tolist()))
    return Ties(path.stem, path, members, ends)


def cordis(folder, source):
    """Horizon 2020: `participations.csv` with rcn and pic, `orgs.csv` with pic and sector."""
    with open(Path(source) / "orgs.csv", newline="") as file:
        sectors = {row["pic"]: row["sector"] or "not known" for row in csv.DictReader(file)}
    with open(Path(source) / "participations.csv", newline="") as file:
        told = {(row["pic"], row["rcn"]) for row in csv.DictReader(file)}
    organisations = {pic: at for at, pic in enumerate(sorted({pic for pic, _ in told}))}
    projects = {rcn: at for at, rcn in enumerate(sorted({rcn for _, rcn in told}))}
    parts = np.array(sorted((organisations[pic], projects[rcn]) for pic, rcn in told))
    of = [sectors.get(pic, "not known") for pic in organisations]
    return Collaboration("CORDIS H2020", folder, len(organisations), parts, of)
