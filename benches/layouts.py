"""Layouts beside those of peers: seconds, and how true the drawing is to the network.

Everybody draws the same networks and is first asked for a ring of thirty, untimed. All drawings are
measured by one function, `quality` of ours, through the program of examples/layouts.rs.
"""

import importlib
import itertools
import shutil
import statistics
import subprocess
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

import graphs
from timing import Missing, in_r, in_turn, median_seconds, repeated, timed

NETWORKS = Path(__file__).parents[1] / "crates" / "tertius-chart" / "tests" / "layouts"
RING = np.array([(at, (at + 1) % 30) for at in range(30)], dtype=np.int32)
# Peers that start at random start elsewhere each time: the table has the median.
SEEDS = itertools.count(1)
# A reader sees no drawing as worse for so much more stress.
AS_GOOD = 1.01


@dataclass(frozen=True)
class Here:
    """Our program, a folder to write to, and whether only to see that everything works."""

    program: Path
    folder: Path
    quick: bool

    @cache
    def network(self, name):
        made = {"communities of 10k": 10_000, "communities of 100k": 100_000}
        if name in made:
            return graphs.communities(self.folder, max(3_000, made[name] // 10) if self.quick else made[name], seed=1)
        network = graphs.ready(NETWORKS / f"{name}.txt")
        if self.quick and network.actors > 120:
            raise Missing("left out of a quick run")
        return network

    def asked(self, *words, **options):
        if not self.program.exists():
            raise Missing(f"{self.program} is not built")
        done = subprocess.run([self.program, *words], capture_output=True, text=True, check=True, **options)
        return done.stdout.split("\n")


def ours(method):
    """A layout of ours, in a process of its own."""

    def run(network, here):
        def once():
            seconds, *places = here.asked(method, network.file)
            return float(seconds), np.loadtxt(places)

        return repeated(once)

    return run


def peer(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        raise Missing("not installed (benches/requirements.txt)") from None


def s_gd2(method, **options):
    def run(network, here):
        library = peer("s_gd2")
        library.layout(*RING.T.copy())
        start, end = network.ends.T.copy()
        draw = getattr(library, method)
        return timed(lambda: draw(start, end, random_seed=next(SEEDS), **options))

    return run


def igraph_kk(network, here):
    import igraph

    igraph.Graph(30, RING).layout_kamada_kawai()
    return timed(lambda: np.array(network.igraph.layout_kamada_kawai().coords))


def fa2(network, here):
    """ForceAtlas2 has no end of its own: 500 steps."""
    library = peer("fa2")
    draw = lambda matrix, steps: library.ForceAtlas2(seed=next(SEEDS), verbose=False).forceatlas2(matrix, iterations=steps)
    draw(graphs.Ties("ring", None, 30, RING).matrix, 10)
    return timed(lambda: np.array(draw(network.matrix, 500)))


GRAPHLAYOUTS = """
  ties <- as.matrix(read.table(commandArgs(TRUE)[1], skip = 1)) + 1
  graph <- igraph::graph_from_edgelist(ties, directed = FALSE)
  invisible(graphlayouts::layout_with_stress(igraph::make_ring(30)))
  taken <- c()
  while (sum(taken) <= 0.5) {
    start <- Sys.time()
    xy <- graphlayouts::layout_with_stress(graph)
    taken <- c(taken, as.numeric(Sys.time() - start, units = "secs"))
  }
  writeLines(format(c(median(taken), t(xy)), digits = 17))
"""


def graphlayouts(network, here):
    seconds, places = in_r("graphlayouts", GRAPHLAYOUTS, network.file)
    return seconds, np.array(places, float).reshape(-1, 2)


def graphviz(program):
    """A whole process, less one that finds places ready: without starting, reading and writing."""

    def process(*words):
        start = time.perf_counter()
        done = subprocess.run([*words, "-Goverlap=true", "-Tplain"], capture_output=True, text=True, check=True)
        return time.perf_counter() - start, done.stdout

    def run(network, here):
        if not shutil.which(program):
            raise Missing("Graphviz is not installed")
        around, _ = repeated(lambda: process("neato", "-n", network.dot(here.folder, placed=True)))
        seconds, drawn = repeated(lambda: process(program, network.dot(here.folder)))
        words = (line.split() for line in drawn.splitlines() if line.startswith("node "))
        place = {int(node): (float(x), float(y)) for _, node, x, y, *_ in words}
        return max(seconds - around, 0.0), np.array([place[at] for at in range(network.actors)])

    return run


@dataclass(frozen=True)
class Drawn:
    """Medians of some runs."""

    seconds: float
    stress: float
    crossings: float | None


def medians(runs):
    qualities = [quality for _, quality in runs]
    stress = statistics.median(stress for stress, _ in qualities)
    crossings = [crossings for _, crossings in qualities if crossings is not None]
    return Drawn(median_seconds(runs), stress, statistics.median(crossings) if crossings else None)


def quality(network, here, places):
    """Scale-normalised stress and, of up to 50,000 ties, crossings."""
    text = "".join(f"{x} {y}\n" for x, y in places.tolist())
    stress, _, crossings, _ = here.asked("measure", network.file, input=text)[0].split()
    return float(stress), None if crossings == "-" else int(crossings)


def as_good_within(seconds):
    def target(mine, peers):
        yield f"≤ {seconds} s", mine.seconds <= seconds
        if peers:
            lowest = min(it.stress for it in peers.values())
            yield f"stress ≤ {AS_GOOD} × {lowest:.4f}", mine.stress <= AS_GOOD * lowest

    return target


def faster_and_as_good(than):
    def target(mine, peers):
        if than in peers:
            yield f"faster than {than}", mine.seconds < peers[than].seconds
            yield "stress no higher", mine.stress <= peers[than].stress

    return target


def no_more_crossings(mine, peers):
    if peers:
        fewest = min(it.crossings for it in peers.values())
        yield f"crossings ≤ {fewest:,.0f}", mine.crossings <= fewest


@dataclass
class Row:
    """A line of the table."""

    method: str
    network: str
    peers: dict
    target: object  # what is wanted, and whether it is so, of ours and the peers

    @property
    def what(self):
        return f"layout by {self.method}"


def stress_row(name, seconds):
    peers = {
        "graphlayouts": graphlayouts,
        "neato": graphviz("neato"),
        "s_gd2": s_gd2("layout"),
        "s_gd2 until it converges": s_gd2("layout_convergent"),
        "igraph kk": igraph_kk,
    }
    return Row("stress", name, peers, as_good_within(seconds))


def sparse_row(name, pivots, more={}):
    sgd = f"s_gd2, {pivots} pivots"
    peers = {sgd: s_gd2("layout_sparse", npivots=pivots), **more}
    return Row("stress", name, peers, faster_and_as_good(sgd))


TEN = [
    "karate", "davis", "miserables", "projects-110", "places-118", "places-396", "tree-500", "projects-558",
    "places-983", "projects-1989",
]  # fmt: skip

ROWS = [
    *(stress_row(name, 4 if name == "projects-1989" else 1) for name in TEN),
    sparse_row("communities of 10k", 200, {"sfdp": graphviz("sfdp")}),
    sparse_row("communities of 100k", 50),
    *(Row("clusters", name, {"fa2": fa2}, no_more_crossings) for name in TEN),
]

HEAD = ["layout", "network", "ours, s", "peers, s (times ours)", "ours, stress", "peers, stress", "crossings", "target"]


def run_row(row, here):
    """The cells of a line: medians of seconds and stress, and whether the target is met."""
    network = here.network(row.network)

    def measured(run):
        def drawn(network):
            seconds, places = run(network, here)
            return seconds, quality(network, here, places)

        return drawn

    runs = {"ours": ours(row.method), **row.peers}
    found, left_out = in_turn({name: measured(run) for name, run in runs.items()}, network)
    drawn = {name: medians(of) for name, of in found.items()}
    mine = drawn.pop("ours")
    size = f"{network.name} ({network.actors:,} actors, {len(network.ends):,} ties)"
    times = [f"{name} {it.seconds:.3g} ({ratio(it.seconds / mine.seconds)})" for name, it in drawn.items()]
    times += [f"{name}: {why}" for name, why in left_out.items()]
    stresses = [f"{name} {it.stress:.4f}" for name, it in drawn.items()]
    crossings = [f"{name} {it.crossings:,.0f}" for name, it in {"ours": mine, **drawn}.items() if it.crossings is not None]
    wanted = [f"{what}: {'met' if met else 'not met'}" for what, met in row.target(mine, drawn)]
    told = (", ".join(times), f"{mine.stress:.4f}", ", ".join(stresses), ", ".join(crossings), "; ".join(wanted))
    return [row.method, size, f"{mine.seconds:.3g}", *told]


def ratio(times):
    return f"{times:.0f}×" if times >= 10 else f"{times:.2g}×"


def versions():
    """Of the peers that are no Python packages."""
    if shutil.which("neato"):
        said = subprocess.run(["neato", "-V"], capture_output=True, text=True).stderr
        yield f"Graphviz {said.split()[4]}"
    try:
        script = "writeLines(c('0', as.character(packageVersion('graphlayouts'))))"
        yield f"R graphlayouts {in_r('graphlayouts', script)[1][0]}"
    except Missing:
        return
