"""Files of networks: peers read ours, and we read theirs."""

import csv
import json
import math
import random
import warnings

import igraph as ig
import networkx as nx
import pytest

from conftest import write_study
from networks import DIRECTED_WEIGHTED, ONE_MODE, TWO_MODE, WEIGHTED, each, of


def awkward(directed):
    """Names with whatever is special to a format, numbers that are no short decimals."""
    names = ['The "Hub"', "St Mary's; Leeds", "R&D <lab>", "Łódź – 日本", "a,b|c", "]]>", "alone"]
    chance = random.Random(7)
    graph = (nx.DiGraph if directed else nx.Graph)(name=f"awkward {'di' if directed else ''}graph")
    graph.add_nodes_from((name, {"sector": f"s<{at % 3}>", "size": at}) for at, name in enumerate(names))
    for i in names[:-1]:
        for j in names[:-1]:
            if i != j and chance.random() < 0.5:
                graph.add_edge(i, j, weight=chance.random() * 10 ** chance.randint(-7, 9))
    return graph


GRAPHS = [*WEIGHTED, *DIRECTED_WEIGHTED, awkward(False), awkward(True)]


@pytest.fixture
def written(tertius, tmp_path):
    """A file of ours: `written(graph, "n.net")`."""

    def write(graph, name, *more):
        study = tmp_path / "study"
        if not study.exists():
            study.mkdir()
            write_study(graph, study)
            if not any("bipartite" in data for _, data in graph.nodes(data=True)):
                # `write_study` shortens weights.
                with open(study / "ties.csv", "w", newline="") as file:
                    directed = "yes" if graph.is_directed() else "no"
                    rows = ([i, j, directed, repr(w)] for i, j, w in graph.edges(data="weight"))
                    csv.writer(file).writerows([["from", "to", "directed", "weight"], *rows])
        done = tertius("convert", study, tmp_path / name, "--quiet", *more)
        assert done.returncode == 0, done.stderr
        return tmp_path / name

    return write


@pytest.fixture
def understood(tertius, tmp_path):
    """What we read in a file, as a NetworkX graph."""

    def read(file, *more):
        found = tmp_path / "understood.json"
        done = tertius("convert", file, found, "--quiet", *more)
        assert done.returncode == 0, done.stderr
        return nx.node_link_graph(json.loads(found.read_text()), edges="edges")

    return read


def ties(graph):
    """Ties with their strengths: exactly as they are, in an undirected graph in any order."""
    ends = (lambda i, j: (i, j)) if graph.is_directed() else (lambda i, j: tuple(sorted((i, j))))
    return sorted((*ends(i, j), weight if weight is not None else 1.0) for i, j, weight in graph.edges(data="weight"))


def alike(found, graph, attributes=True):
    """Fails unless actors, ties, strengths, direction and attributes are the same."""
    assert list(found) == list(graph)
    assert found.is_directed() == graph.is_directed()
    assert ties(found) == ties(graph)
    if attributes:
        for name in ("sector", "size"):
            ours, theirs = (dict(it.nodes(data=name)) for it in (found, graph))
            assert {k: str(v) for k, v in ours.items()} == {k: str(v) for k, v in theirs.items()}, name


def from_igraph(graph, name="id"):
    """An igraph as NetworkX holds it."""
    found = (nx.DiGraph if graph.is_directed() else nx.Graph)()
    for vertex in graph.vs:
        found.add_node(vertex[name], **vertex.attributes())
    for edge in graph.es:
        found.add_edge(graph.vs[edge.source][name], graph.vs[edge.target][name], weight=edge.attributes().get("weight"))
    return found


def plain(graph):
    """Without quotation marks, which Pajek cannot hold."""
    return nx.relabel_nodes(graph, {node: node.replace('"', "'") for node in graph})


@each(GRAPHS)
def test_networkx_reads_ours(graph, written):
    alike(nx.read_graphml(written(graph, "n.graphml")), graph)
    found = nx.read_gexf(written(graph, "n.gexf"))
    alike(found, graph)
    assert nx.get_node_attributes(found, "label") == {node: node for node in graph}
    alike(nx.node_link_graph(json.loads(written(graph, "n.json").read_text()), edges="edges"), graph)
    simple = nx.DiGraph if graph.is_directed() else nx.Graph
    alike(simple(nx.read_pajek(written(graph, "n.net"))), plain(graph), attributes=False)


@each(GRAPHS)
def test_igraph_reads_ours(graph, written):
    # Of an `&` in an identifier it makes `&#38;`, in an attribute it does not.
    alike(from_igraph(ig.Graph.Read_GraphML(str(written(graph, "n.graphml"))), "label"), graph)
    found = ig.Graph.Read_Pajek(str(written(graph, "n.net")))
    alike(from_igraph(found, "name" if "name" in found.vs.attributes() else "id"), plain(graph), attributes=False)


@each([graph for graph in GRAPHS if "awkward" not in graph.name])
def test_igraph_reads_our_dl(graph, written):
    found = ig.Graph.Read_DL(str(written(graph, "n.dl")), directed=graph.is_directed())
    alike(from_igraph(found.simplify(combine_edges="first"), "name"), nx.relabel_nodes(graph, str), attributes=False)


@each(GRAPHS)
def test_ours_reads_networkx(graph, understood, tmp_path):
    nx.write_graphml(graph, tmp_path / "theirs.graphml")
    alike(understood(tmp_path / "theirs.graphml"), graph)
    nx.write_gexf(graph, tmp_path / "theirs.gexf")
    alike(understood(tmp_path / "theirs.gexf"), graph)
    for edges in ("links", "edges"):
        (tmp_path / "theirs.json").write_text(json.dumps(nx.node_link_data(graph, edges=edges)))
        alike(understood(tmp_path / "theirs.json"), graph)
    with warnings.catch_warnings(action="ignore"):
        nx.write_pajek(plain(graph), tmp_path / "theirs.net")
    # What is no text of a node or an edge is not written there.
    alike(understood(tmp_path / "theirs.net"), plain(graph), attributes=False)


@each(GRAPHS)
def test_ours_reads_igraph(graph, understood, tmp_path):
    theirs = ig.Graph.from_networkx(graph)
    theirs.vs["name"] = theirs.vs["_nx_name"]
    del theirs.vs["_nx_name"]
    theirs.write_graphml(str(tmp_path / "theirs.graphml"))
    found = understood(tmp_path / "theirs.graphml")
    found = nx.relabel_nodes(found, dict(found.nodes(data="name")))
    alike_within(found, graph)
    theirs.vs["id"] = theirs.vs["name"]
    theirs.write_pajek(str(tmp_path / "theirs.net"))
    alike_within(understood(tmp_path / "theirs.net"), graph)


def alike_within(found, graph):
    """igraph writes fifteen digits."""
    assert list(found) == list(graph)
    assert found.is_directed() == graph.is_directed()
    for (*ends, ours), (*others, theirs) in zip(ties(found), ties(graph), strict=True):
        assert ends == others
        assert math.isclose(ours, theirs, rel_tol=1e-12)


@each(ONE_MODE)
def test_numbers_are_those_of_the_study(graph, written, tertius, ours, agree):
    for name in ("n.graphml", "n.gexf", "n.net", "n.dl", "n.json"):
        if name == "n.dl" and graph.is_directed() and all(graph.has_edge(j, i) for i, j in graph.edges):
            continue
        done = tertius("actor", "degree", written(graph, name), "--format", "json", "--quiet")
        assert done.returncode == 0, done.stderr
        rows = json.loads(done.stdout)["rows"]
        mine = ours(graph, "actor degree")
        assert [row["actor"] for row in rows] == mine["actor"]
        agree([row["strength"] for row in rows], mine["strength"])


@each(TWO_MODE)
def test_two_modes_are_two_for_peers(graph, written, understood, tmp_path):
    def modes(found, name="bipartite", first=0):
        return {node: int(mode) - first for node, mode in found.nodes(data=name)}

    actors = {node: mode for node, mode in graph.nodes(data="bipartite")}
    for file in ("n.json", "n.graphml", "n.gexf", "n.net", "n.dl"):
        written(graph, file, "--via", "two-mode")
    found = nx.node_link_graph(json.loads((tmp_path / "n.json").read_text()), edges="edges")
    in_ties = {node: actors[node] for node in found}
    assert modes(found) == in_ties
    assert nx.is_bipartite(found) and len(ties(found)) == graph.number_of_edges()
    assert modes(nx.read_graphml(tmp_path / "n.graphml"), "mode", 1) == in_ties
    assert modes(nx.read_gexf(tmp_path / "n.gexf"), "mode", 1) == in_ties
    pajek = ig.Graph.Read_Pajek(str(tmp_path / "n.net"))
    assert [int(it) for it in pajek.vs["type"]] == list(in_ties.values())
    for file in ("n.graphml", "n.gexf", "n.net", "n.dl"):
        again = understood(tmp_path / file, "--via", "two-mode")
        assert modes(again) == in_ties
        assert [it[:2] for it in ties(again)] == [it[:2] for it in ties(found)]


def test_r_reads_two_lines(r, tertius, tmp_path):
    graph = of("a>b:2 b>c c>a:0.5 d>a", isolates="e", sectors={**dict.fromkeys("abc", "HE"), **dict.fromkeys("de", "F&E")})
    study = tmp_path / "study"
    study.mkdir()
    write_study(graph, study)
    (study / "respondents.csv").write_text("actor,status\n" + "".join(f"{it},responded\n" for it in "abc") + "d,refused\ne,refused\n")
    done = tertius("convert", study, tmp_path / "net", "--to", "statnet")
    assert done.returncode == 0, done.stderr
    script = (tmp_path / "net" / "read.R").read_text().splitlines()
    assert len(script) == 2
    assert "".join(script) in (tmp_path / "net" / "README.txt").read_text().replace("\n", "")
    r(f"setwd('{tmp_path / 'net'}'); 0")
    for line in script:
        r(f"{{ {line}; 0 }}")
    assert r("network::network.size(net)") == [5]
    assert r("network::network.edgecount(net, na.omit = TRUE)") == [4]
    # d and e did not answer: what they did not say to four others each, but d to a, which is told.
    assert r("network::network.naedgecount(net)") == [7]
    assert r("network::is.directed(net)") == [1]
    assert r("network::get.vertex.attribute(net, 'sector') == c('HE', 'HE', 'HE', 'F&E', 'F&E')") == [1] * 5
    assert r("network::network.vertex.names(net) == c('a', 'b', 'c', 'd', 'e')") == [1] * 5
    assert sorted(r("network::as.edgelist(net, attrname = 'weight')[, 3]")) == [0.5, 1, 1, 2]


def test_r_reads_two_modes(r, tertius, tmp_path):
    study = tmp_path / "study"
    study.mkdir()
    write_study(TWO_MODE[0], study)
    done = tertius("convert", study, tmp_path / "net", "--to", "statnet", "--via", "two-mode")
    assert done.returncode == 0, done.stderr
    r(f"setwd('{tmp_path / 'net'}'); 0")
    for line in (tmp_path / "net" / "read.R").read_text().splitlines():
        r(f"{{ {line}; 0 }}")
    assert r("network::network.size(net)") == [32]
    assert r("network::get.network.attribute(net, 'bipartite')") == [18]
    assert r("network::network.edgecount(net)") == [89]
