"""R, as one process for all tests: `r("sna::gden(m)")` gives numbers, and R's own errors."""

import math
import os
import shutil
import subprocess

import networkx as nx
import pytest

# Reads an expression a line and answers with its numbers on one line, or with `!` and why not.
LOOP = r"""
input <- file("stdin", "r")
while (length(line <- readLines(input, n = 1)) > 0) {
  answer <- tryCatch({
    value <- suppressWarnings(eval(parse(text = line), globalenv()))
    paste(format(as.numeric(unlist(value)), digits = 17), collapse = " ")
  }, error = function(e) paste("!", gsub("\n", " ", conditionMessage(e))))
  cat(answer, "\n", sep = "")
}
"""


class R:
    """A running R with `sna` and `igraph`."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["Rscript", "--vanilla", "-e", LOOP],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        )  # fmt: skip

    def __call__(self, expression, graph=None):
        """The numbers of an expression, in which `m` is the matrix of `graph`, `w` that of its
        strengths, `g` the igraph of `m`, and `cl` the groups."""
        if graph is not None:
            self.give(graph)
        self.process.stdin.write(" ".join(expression.split()) + "\n")
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError("R ended")
        if answer.startswith("!"):
            raise RuntimeError(f"R: {answer[1:].strip()}")
        return [math.nan if it in ("NA", "NaN") else float(it) for it in answer.split()]

    def give(self, graph):
        n = len(graph)
        for name, weight in (("m", None), ("w", "weight")):
            cells = nx.to_numpy_array(graph, weight=weight).ravel().tolist()
            self(f"{name} <- matrix(c({','.join(map(repr, cells))}), {n}, byrow = TRUE); 0")
        mode = "directed" if graph.is_directed() else "undirected"
        self(f"g <- igraph::graph_from_adjacency_matrix(m, '{mode}'); 0")
        sectors = (f"'{sector}'" for _, sector in graph.nodes(data="sector"))
        self(f"cl <- c({','.join(sectors)}); 0")
        self(f"gmode <- '{'digraph' if graph.is_directed() else 'graph'}'; 0")

    def version(self, package):
        return ".".join(str(int(it)) for it in self(f"unlist(packageVersion('{package}'))"))

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=10)


@pytest.fixture(scope="session")
def r():
    if not shutil.which("Rscript"):
        missing = "Rscript is not installed: nothing was compared with R sna and R igraph"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    running = R()
    yield running
    running.close()
