"""Our numbers through the command line, and how they are compared with those of peers."""

import csv
import json
import math

import pytest

from rscript import r  # noqa: F401: a fixture


class Found:
    """The rows of a result, with its columns by name."""

    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, column):
        return [row[column] for row in self.rows]

    def quantity(self, name):
        """A value of a whole network."""
        return next(row["value"] for row in self.rows if row["quantity"] == name)

    def by(self, column, *keys):
        """A column by what identifies a row."""
        return {tuple(row[key] for key in keys): row[column] for row in self.rows}


def write_study(graph, folder):
    """The tables of a study."""
    modes = dict(graph.nodes(data="bipartite"))
    two_modes = None not in modes.values()

    def table(name, header, rows):
        with open(folder / name, "w", newline="") as file:
            csv.writer(file).writerows([header, *rows])

    if two_modes:
        actors = (node for node, mode in modes.items() if mode == 0)
        table("organisations.csv", ["id", "sector"], ([node, "HE"] for node in actors))
        table("activities.csv", ["id"], ([node] for node, mode in modes.items() if mode == 1))
        table("participation.csv", ["activity", "actor"], sorted(sorted(tie, reverse=True) for tie in graph.edges))
        return
    actors = ([node, data["sector"], data["size"]] for node, data in graph.nodes(data=True))
    table("organisations.csv", ["id", "sector", "size"], actors)
    directed = "yes" if graph.is_directed() else "no"
    ties = ([i, j, directed, f"{weight:g}"] for i, j, weight in graph.edges(data="weight"))
    table("ties.csv", ["from", "to", "directed", "weight"], ties)


@pytest.fixture(scope="session")
def ours(tertius, tmp_path_factory):
    """Our numbers: `ours(graph, "actor betweenness", paths="binary")`."""
    studies = {}

    def run(graph, measure, /, **options):
        if id(graph) not in studies:
            folder = tmp_path_factory.mktemp("study")
            write_study(graph, folder)
            studies[id(graph)] = (graph, folder)
        _, folder = studies[id(graph)]
        # `with_` is --with, a word of Python's own.
        flags = [f"--{name.rstrip('_').replace('_', '-')}={value}" for name, value in options.items()]
        done = tertius(*measure.split(), folder, *flags, "--format", "json", "--quiet")
        assert done.returncode == 0, f"{measure} of {graph}: {done.stderr}"
        return Found(json.loads(done.stdout)["rows"])

    return run


@pytest.fixture(scope="session")
def agree():
    """Fails unless two lists of numbers agree; undefined is None for us and NaN for peers."""

    def check(ours, theirs, within=1e-9):
        ours, theirs = list(ours), list(theirs)
        assert len(ours) == len(theirs), f"{len(ours)} values, not {len(theirs)}"
        for at, (mine, other) in enumerate(zip(ours, theirs)):
            undefined = other is None or math.isnan(other)
            if mine is None or undefined:
                same = mine is None and undefined
            else:
                same = math.isclose(mine, other, rel_tol=within, abs_tol=within)
            assert same, f"value {at}: ours is {mine}, the peer's {other}"

    return check
