"""tertius beside its peers: the same networks, in the same run, one after the other, medians.

    bench.py KERNELS [--quick] [--only=WORD]

KERNELS is the program of kernels.rs; that of layouts.rs is looked for beside it. Every number is the time
of the measure or layout alone, without reading the network. Peers run in turn with ours; a run of more
than a minute is not repeated. `--quick` takes networks of a tenth of the size, to see that everything
works, `--only` the rows whose name holds a word. TERTIUS_CORDIS names a folder with the participations
of Horizon 2020: without it, its rows are left out, and said.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

import graphs
import layouts
from timing import LONG, NOT_THERE, Missing, in_r, in_turn, median_seconds, timed

KERNELS = Path(sys.argv[1]).absolute()
QUICK = "--quick" in sys.argv
ONLY = next((it.removeprefix("--only=") for it in sys.argv if it.startswith("--only=")), "")
FOLDER = Path(tempfile.mkdtemp(prefix="tertius-bench-"))
atexit.register(shutil.rmtree, FOLDER)


@cache
def network(name):
    """A network by what the rows of the table call it."""
    tenth = 10 if QUICK else 1
    sizes = {
        "100": (100, 150),
        "200": (200, 300),
        "1k": (1000, 1500),
        "10k": (10_000 // tenth, 15_000 // tenth),
        "50k": (50_000 // tenth, 80_000 // tenth),
        "million": (62_000 // tenth, 100_000 // tenth),
    }
    if name in sizes:
        return graphs.synthetic(FOLDER, *sizes[name], seed=1)
    source = os.environ.get("TERTIUS_CORDIS")
    if not source:
        raise Missing("TERTIUS_CORDIS names no folder")
    if QUICK:
        raise Missing("left out of a quick run")
    return graphs.cordis(FOLDER, source)


def ours(measure, column, /, **options):
    """A measure of ours, in a process of its own."""

    def run(graph):
        words = [f"{name}={word}" for name, word in options.items()]
        files = [graph.tie_file, graph.sector_file]
        done = subprocess.run(
            [KERNELS, *map(str, files), *measure.split(), column, *words],
            capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode == NOT_THERE:
            raise Missing(f"{measure} is not in this build")
        if done.returncode:
            raise RuntimeError(f"{measure}: {done.stderr}")
        seconds, *rows = done.stdout.splitlines()
        return float(seconds), [row.rpartition(" ")[2] for row in rows]

    return run


def igraph(method, weight=None, **options):
    def run(graph):
        weights = {"weights": weight} if weight else {}
        return timed(lambda: getattr(graph.igraph, method)(**weights, **options))

    return run


def networkit(make, length="1", halve=False):
    def run(graph):
        import networkit

        peer = graph.networkit(length)
        networkit.setNumberOfThreads(os.cpu_count())
        seconds, done = timed(lambda: make(networkit, peer).run())  # a new one each time
        scores = np.array(done.scores())
        return seconds, scores / 2 if halve else scores

    return run


def rustworkx(function):
    def run(graph):
        import rustworkx

        seconds, found = timed(lambda: function(rustworkx, graph.rustworkx))
        return seconds, list(found.values())

    return run


def networkx(function):
    def run(graph):
        import networkx

        seconds, found = timed(lambda: function(networkx, graph.networkx))
        return seconds, list(found.values())

    return run


SNA = """
  files <- commandArgs(TRUE)
  ties <- as.matrix(read.table(files[1])); cl <- readLines(files[2])
  m <- matrix(0, length(cl), length(cl)); m[ties[, 1:2] + 1] <- 1; m <- m + t(m)
  {load}
  seconds <- system.time(found <- sna::brokerage(m, cl))[['elapsed']]
  writeLines(format(c(seconds, {value}), digits = 17))
"""


def sna(value, loaded=True):
    """R sna, which finds brokerage of actors and of the whole network in one call."""

    def run(graph):
        load = 'invisible(loadNamespace("sna"))' if loaded else ""
        script = SNA.replace("{load}", load).replace("{value}", value)
        return in_r("sna", script, graph.tie_file, graph.sector_file)

    return run


DYADS = """
  files <- commandArgs(TRUE)
  ties <- as.matrix(read.table(files[1])); cl <- readLines(files[2]); n <- length(cl)
  m <- matrix(0, n, n); m[ties[, 1:2] + 1] <- 1; m <- m + t(m); at <- seq_len(n)
  x <- list(outer(cl, cl, '==') * 1, abs(outer(at, at, '-')), matrix(at, n, n))
  invisible(loadNamespace("sna")); set.seed(1)
  seconds <- system.time(found <- {call})[['elapsed']]
  writeLines(format(c(seconds, {value}), digits = 17))
"""


def sna_dyads(call, value):
    """R sna on the matrix `m` and the terms `x`: who is alike, how far apart, and the sender's number."""

    def run(graph):
        script = DYADS.replace("{call}", call).replace("{value}", value)
        return in_r("sna", script, graph.tie_file, graph.sector_file)

    return run


def difference(graph, mine, others):
    """How far two lists of numbers are apart, for a number of its own size or 1."""
    mine, others = np.array(mine, float), np.array(others, float)
    both = ~(np.isnan(mine) & np.isnan(others))
    apart = np.abs(mine - others)[both] / np.maximum(1, np.abs(others[both]))
    return f"{apart.max():.0e}" if len(apart) else "0"


def modularity(graph, found):
    """Modularity of a partition, found by igraph whoever made it."""
    codes = {}
    membership = [codes.setdefault(group, len(codes)) for group in found]
    return graph.igraph.modularity(membership, weights="weight")


def compare_modularity(graph, mine, others):
    return f"Q {modularity(graph, mine):.4f} and {modularity(graph, others):.4f}"


@dataclass
class Row:
    """A line of the table."""

    what: str
    network: str
    target: float | None  # how many times as fast as the fastest peer
    ours: object
    peers: dict = field(default_factory=dict)
    within: float | None = None  # or: seconds that ours may take
    compare: object = difference
    fastest: str | None = None  # the peer that the target is set against, if it is not the fastest


def betweenness_row(name, target, rustworkx_too=True):
    peers = {
        "igraph": igraph("betweenness", directed=False),
        "networkit": networkit(lambda nk, g: nk.centrality.Betweenness(g), halve=True),
    }
    if rustworkx_too:
        peers["rustworkx"] = rustworkx(lambda rx, g: rx.betweenness_centrality(g, normalized=False))
    mine = ours("actor betweenness", "value", paths="binary")
    return Row("betweenness", name, target, mine, peers)


def constraint_row(name):
    return Row("constraint", name, 5, ours("actor constraint", "value"), {
        "igraph": igraph("constraint", weight="weight"),
        "networkx": networkx(lambda nx, g: nx.constraint(g, weight="weight")),
    })  # fmt: skip


def projection_row(name):
    peers = {"scipy": scipy_projection, "networkx": networkx_projection, "igraph, counts": igraph_projection}
    return Row("projection by Newman", name, 2, our_projection, peers, fastest="scipy")


def better_of_two(graph, partition):
    """Two runs with draws of their own, and of the two the one of higher modularity."""
    seconds, two = timed(lambda: [partition(), partition()])
    return seconds, max(two, key=lambda found: modularity(graph, found))


def leiden(graph):
    peer = graph.igraph
    of = {"objective_function": "modularity", "weights": "weight", "n_iterations": -1}
    return better_of_two(graph, lambda: peer.community_leiden(**of).membership)


def networkit_leiden(graph):
    import networkit

    peer = graph.networkit("strength")
    run = lambda: networkit.community.ParallelLeiden(peer).run().getPartition().getVector()
    return better_of_two(graph, run)


def brokerage_row(what, column, value):
    """sna in a new R, whose first call loads the package, and with that loaded before."""
    peers = {"sna in a new R": sna(value, loaded=False), "sna, loaded": sna(value)}
    return Row(what, "1k", 1000, ours(what, column), peers)


def dyads_row(what, name, draws, mine, call, value):
    """Our draws beside as many of sna; a tenth of them in a quick run."""
    draws = draws // 10 if QUICK else draws
    measure, column, terms = mine
    asked = ours(measure, column, **{"with": terms, "draws": draws})
    peers = {"sna": sna_dyads(call.replace("{draws}", str(draws)), value)}
    return Row(f"{what}, {draws:,} draws", name, 100, asked, peers)


def numpy_labels(graph):
    """What one would write by hand: the ends of all ties at once, deal after deal."""
    ends, sectors = np.column_stack(graph.ties[:2]), np.unique(graph.sectors, return_inverse=True)[1]
    index = lambda of: np.where(of[ends[:, 0]] != of[ends[:, 1]], 1, -1).mean()
    random = np.random.default_rng(1)
    seconds, _ = timed(lambda: [index(random.permutation(sectors)) for _ in range(9_999)])
    return seconds, [index(sectors)]


def numpy_bootstrap(graph):
    """What one would write by hand: the matrix among actors drawn with repeats."""
    ends, n = np.column_stack(graph.ties[:2]), len(graph.sectors)
    matrix = np.zeros((n, n))
    matrix[ends[:, 0], ends[:, 1]] = matrix[ends[:, 1], ends[:, 0]] = 1
    pairs, random = np.triu_indices(n, 1), np.random.default_rng(1)

    def density():
        drawn = random.integers(0, n, n)
        among = matrix[np.ix_(drawn, drawn)][pairs]
        same = drawn[pairs[0]] == drawn[pairs[1]]
        any_pair = random.integers(0, len(same), same.sum())
        among[same] = matrix[pairs[0][any_pair], pairs[1][any_pair]]
        return among.mean()

    draws = 200
    seconds, _ = timed(lambda: [density() for _ in range(draws)])
    return seconds * 2_000 / draws, [matrix[pairs].mean()]


def our_projection(graph):
    done = subprocess.run(
        [KERNELS, "projection", str(graph.part_file)], capture_output=True, text=True, check=True
    )
    seconds, *strengths = done.stdout.split()
    return float(seconds), strengths


def scipy_projection(graph):
    from scipy import sparse

    def run():
        members = graph.incidence.sum(axis=0)
        shared = graph.incidence[:, members > 1]
        weights = sparse.diags_array(1 / (members[members > 1] - 1))
        return sparse.triu(shared @ weights @ shared.T, k=1, format="csr")

    seconds, found = timed(run)
    found.sort_indices()
    return seconds, found.data


def two_modes(graph):
    """The participations with projects numbered after organisations."""
    return graph.parts + np.array([0, graph.organisations])


def networkx_projection(graph):
    import networkx

    both = networkx.Graph(two_modes(graph).tolist())
    organisations = [node for node in both if node < graph.organisations]
    project = networkx.bipartite.collaboration_weighted_projected_graph
    seconds, found = timed(lambda: project(both, organisations))
    ties = sorted((*sorted((i, j)), weight) for i, j, weight in found.edges(data="weight"))
    return seconds, [weight for *_, weight in ties]


def igraph_projection(graph):
    """igraph counts what is shared, and has no other weight."""
    import igraph

    parts = two_modes(graph)
    types = np.arange(parts.max() + 1) >= graph.organisations
    both = igraph.Graph.Bipartite(types.tolist(), parts.tolist())
    return timed(lambda: both.bipartite_projection(which=0))[0], None


THREE = "same:sector,distance:number,sender:number"

ROWS = [
    betweenness_row("10k", 5),
    betweenness_row("CORDIS", 25, rustworkx_too=False),
    Row("weighted betweenness", "10k", 3, ours("actor betweenness", "value"), {
        "igraph": igraph("betweenness", weight="length", directed=False),
        "networkit": networkit(lambda nk, g: nk.centrality.Betweenness(g), "1/strength", halve=True),
    }),
    Row("harmonic closeness", "10k", 10, ours("actor closeness", "value", paths="binary"), {
        "igraph": igraph("harmonic_centrality", normalized=False),
        "networkit": networkit(lambda nk, g: nk.centrality.HarmonicCloseness(g, normalized=False)),
    }),
    constraint_row("10k"),
    constraint_row("50k"),
    constraint_row("CORDIS"),
    # One run alone does not say how far to believe it.
    Row("Leiden, better of two runs", "50k", 2, ours("actor community", "community", runs=2),
        {"igraph": leiden, "networkit": networkit_leiden}, compare=compare_modularity),
    projection_row("50k"),
    projection_row("CORDIS"),
    brokerage_row("actor brokerage", "total", "found$raw.nli[, 't']"),
    brokerage_row("whole brokerage", "value", "found$raw.gli"),
    dyads_row("QAP", "200", 1000, ("null qap", "observed", "distance:number"),
        "sna::qaptest(list(m, x[[2]]), sna::gcor, reps = {draws}, g1 = 1, g2 = 2)", "found$testval"),
    dyads_row("MRQAP, 3 terms", "100", 1000, ("null mrqap", "statistic", THREE),
        "sna::netlm(m, x, reps = {draws})", "found$tstat"),
    dyads_row("MRQAP of odds, 3 terms", "100", 200, ("null mrqap_logit", "estimate", THREE),
        "sna::netlogit(m, x, reps = {draws})", "found$coefficients"),
    Row("E\u2013I index, 9,999 deals of labels", "1k", None, ours("null test", "observed", measure="whole ei_index", only="ei_index"),
        {"numpy, by hand": numpy_labels}),
    Row("density, 2,000 bootstraps", "1k", None, ours("null bootstrap", "observed", measure="whole density", only="density"),
        {"numpy, by hand": numpy_bootstrap}),
    Row("actor brokerage", "million", None, ours("actor brokerage", "total"), within=1),
    Row("whole brokerage", "million", None, ours("whole brokerage", "value"), within=1),
]  # fmt: skip


HEAD = ["measure", "network", "ours, s", "peers, s", "times as fast", "target", "difference"]


def run_row(row):
    """The cells of a line: medians, their ratio, whether the target is met, whether results agree."""
    graph = network(row.network)
    found, left_out = in_turn({"ours": row.ours, **row.peers}, graph)
    medians = {name: median_seconds(runs) for name, runs in found.items()}
    values = {name: runs[-1][1] for name, runs in found.items()}
    mine = medians.pop("ours")
    compared = (name for name in medians if values[name] is not None)
    agree = [f"{name} {row.compare(graph, values['ours'], values[name])}" for name in compared]
    told = [f"{name} {seconds:.3g}" for name, seconds in medians.items()]
    told += [f"{name}: {why}" for name, why in left_out.items()]
    ratio, target = "", ""
    if medians:
        against = medians.get(row.fastest) or min(medians.values())
        times_faster = against / mine
        ratio = f"{times_faster:.1f}×"
        if row.target:
            target = f"{row.target}×: {'met' if times_faster >= row.target else 'not met'}"
    elif row.within:
        target = f"< {row.within} s: {'met' if mine < row.within else 'not met'}"
    ties = len(graph.ties[0])
    size = f"{graph.name} ({graph.organisations:,} actors, {ties:,} ties)"
    return [row.what, size, f"{mine:.3g}", ", ".join(told), ratio, target, "; ".join(agree)]


def versions():
    """Of all peers that are installed; those that are not say so in their rows."""
    for peer in ("igraph", "networkit", "networkx", "rustworkx", "scipy", "s_gd2", "fa2"):
        try:
            yield f"{peer} {version(peer)}"
        except PackageNotFoundError:
            continue
    yield from layouts.versions()


def called(row):
    return f"{row.what}, {row.network}"


def asked(rows):
    return [row for row in rows if ONLY in called(row)]


def print_table(head, rows, run):
    """The lines of the rows asked for, and below them why others are left out."""
    if not asked(rows):
        return
    lines, left_out = [head, ["---"] * len(head)], []
    for row in asked(rows):
        print(called(row), file=sys.stderr, flush=True)
        try:
            lines.append(run(row))
        except Missing as missing:
            print(f"    left out: {missing}", file=sys.stderr)
            left_out.append(f"{called(row)}: {missing}")
    for cells in lines:
        print("| " + " | ".join(cells) + " |")
    for line in left_out:
        print(f"\nLeft out: {line}")
    print(flush=True)


def main():
    every = [*ROWS, *layouts.ROWS]
    if not asked(every):
        sys.exit("\n".join([f"no row has `{ONLY}` in its name; there are:", *map(called, every)]))
    print_table(HEAD, ROWS, run_row)
    here = layouts.Here(KERNELS.with_name("layouts"), FOLDER, QUICK)
    print_table(layouts.HEAD, layouts.ROWS, lambda row: layouts.run_row(row, here))
    print(f"Medians of three runs (one where a run takes over {LONG} s), {os.cpu_count()} processors.")
    print(f"{', '.join(versions())}.")


main()
