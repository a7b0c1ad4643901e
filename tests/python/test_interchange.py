"""Graphs of networkx, igraph, numpy, scipy, pandas and polars go in and come out as they were."""

import math
import random

import igraph
import networkx
import numpy
import pandas
import pytest
import scipy.sparse
import tertius as tt

STUDIES = [(name, options) for name in tt.data.names() for options in ({}, {"via": "two-mode", "level": "actor"})]


def drawn(seed):
    """A random graph with sectors and strengths: powers of 2, since peers add up other lengths with errors."""
    draw = random.Random(seed)
    kind = draw.choice([networkx.Graph, networkx.DiGraph])
    graph = kind(title=f"drawn {seed}")
    n = draw.randrange(3, 14)
    for node in range(n):
        graph.add_node(f"node {node}", sector=draw.choice(["HE", "FE", "VCS"]), size=draw.random())
    for a in graph:
        for b in graph:
            if a != b and draw.random() < 0.25:
                graph.add_edge(a, b, weight=2.0 ** draw.randrange(-2, 3))
    return graph


def ties(net):
    """Ties as a dict; the ends of undirected ones in no order."""
    ends = (lambda a, b: (a, b)) if net.directed else lambda a, b: frozenset((a, b))
    return {ends(a, b): strength for a, b, strength in net.ties().select("from", "to", "strength").rows()}


@pytest.mark.parametrize("seed", range(40))
def test_random_graphs_come_back_from_every_library(seed):
    graph = drawn(seed)
    net = tt.from_networkx(graph)
    assert len(net) == graph.number_of_nodes()
    if graph.number_of_edges():
        assert net.directed == graph.is_directed()
    ends = (lambda a, b: (a, b)) if graph.is_directed() else lambda a, b: frozenset((a, b))
    assert ties(net) == {ends(a, b): weight for a, b, weight in graph.edges(data="weight")}
    assert net.actors()["sector"].to_list() == [graph.nodes[it]["sector"] for it in graph]
    assert net.actors()["size"].to_list() == [str(graph.nodes[it]["size"]) for it in graph]
    back = net.to_networkx()
    again = [tt.from_networkx(back), tt.from_igraph(net.to_igraph())]
    if graph.number_of_edges():
        again += [tt.network(*net.to_polars(), directed=net.directed)]
        again += [tt.network(*net.to_pandas(), directed=net.directed)]
    for it in again:
        assert it.actors().equals(net.actors())
        assert ties(it) == ties(net)
    matrix, names = net.to_numpy()
    labelled = pandas.DataFrame(matrix, index=names, columns=names)
    forms = [tt.from_numpy(matrix, names, directed=net.directed), tt.from_pandas(labelled, directed=net.directed)]
    forms.append(tt.from_numpy(scipy.sparse.csr_array(matrix), names, directed=net.directed))
    for it in forms:
        assert it.actors()["actor"].to_list() == names
        assert ties(it) == ties(net)


@pytest.mark.parametrize("seed", range(20))
def test_numbers_are_those_of_networkx_and_igraph(seed):
    net = tt.from_networkx(drawn(seed))
    one, other = net.to_networkx(), net.to_igraph()
    names = net.actors()["actor"].to_list()
    found = tt.actor.betweenness(net)["value"].to_list()
    theirs = networkx.betweenness_centrality(one, weight="length", normalized=False)
    assert found == pytest.approx([theirs[it] for it in names])
    assert found == pytest.approx(other.betweenness(weights="length", directed=net.directed))
    density = tt.whole.density(net).value("density")
    assert density == pytest.approx(networkx.density(one))
    assert density == pytest.approx(other.density())
    constraint = networkx.constraint(one, weight="weight")
    for name, ours in tt.actor.constraint(net).select("actor", "value").rows():
        assert ours is None if math.isnan(constraint[name]) else ours == pytest.approx(constraint[name])


@pytest.mark.parametrize(("name", "options"), STUDIES)
def test_studies_come_back(name, options):
    net = tt.data.open(name).network(**options)
    frames = [tt.network(*net.to_polars(), directed=net.directed), tt.network(*net.to_pandas(), directed=net.directed)]
    for back in [tt.network(net.to_networkx()), tt.network(net.to_igraph()), *frames]:
        assert ties(back) == ties(net)
        assert back.actors().select("actor", "name", "mode").equals(net.actors().select("actor", "name", "mode"))
        if "sector" in net.attributes and not net.unobserved().height:
            assert tt.whole.ei_index(back).equals(tt.whole.ei_index(net))


@pytest.mark.parametrize("relation", ["works-with", "trusts"])
def test_what_was_not_observed_comes_back_from_a_matrix(relation):
    net = tt.data.open("dialogues-synthetic").network(relation=relation, wave=1)
    matrix, names = net.to_numpy(missing=math.nan)
    unknown = net.unobserved()
    tied = {frozenset(it) if not net.directed else it for it in net.ties().select("from", "to").rows()}
    empty = [it for it in unknown.rows() if (it if net.directed else frozenset(it)) not in tied]
    assert numpy.isnan(matrix).sum() == len(empty) * (1 if net.directed else 2)
    assert unknown.height == net.dyads - net.observed_dyads
    back = tt.from_numpy(matrix, names)
    assert ties(back) == ties(net)
    assert set(empty) == set(back.unobserved().rows())
    assert not numpy.isnan(net.to_numpy()[0]).any()


def test_nodes_of_two_modes():
    graph = networkx.Graph([("uni", "talk"), ("college", "talk"), ("college", "visit")])
    for node in graph:
        graph.nodes[node]["bipartite"] = int(node in ("talk", "visit"))
    net = tt.from_networkx(graph)
    modes = dict(net.actors().select("actor", "mode").rows())
    assert modes == {"uni": "organisation", "college": "organisation", "talk": "activity", "visit": "activity"}
    assert tt.whole.density(net).value("density") == 0.75
    assert networkx.bipartite.density(graph, ["uni", "college"]) == 0.75
    assert net.to_networkx().nodes["talk"]["bipartite"] == 1
    assert net.to_igraph().is_bipartite()
    again = tt.from_igraph(net.to_igraph())
    assert ties(again) == ties(net)
    table = pandas.DataFrame([[1, 0], [1, 1]], index=["uni", "college"], columns=["talk", "visit"])
    assert ties(tt.from_pandas(table)) == ties(net)


def test_a_graph_is_opened_as_a_study_that_keeps_relations():
    graph = networkx.MultiDiGraph()
    graph.add_edge("uni", "college", relation="advice", weight=2)
    graph.add_edge("uni", "college", relation="trust")
    graph.add_edge("college", "council", relation="advice")
    study = tt.open(graph)
    assert ties(study.network(relation="advice", level="actor")) == {("uni", "college"): 2, ("college", "council"): 1}
    assert ties(study.network(relation="trust", level="actor")) == {("uni", "college"): 1}
    assert tt.open(net := study.network().to_igraph()).network().directed == net.is_directed()


def test_parallel_ties_and_ties_to_oneself_are_told():
    graph = networkx.MultiGraph([("a", "b"), ("a", "b"), ("c", "c")])
    net = tt.from_networkx(graph)
    assert ties(net) == {frozenset("ab"): 2}
    assert net.actors()["actor"].to_list() == ["a", "b", "c"]
    assert "left out: ties inside one actor (1)" in net.notes
    assert set(net.study.problems()["code"]) == {"repeated-tie", "self-tie"}


def test_attributes_are_told_and_none_is_lost():
    graph = igraph.Graph([(0, 1)])
    graph.vs["name"], graph.vs["id"], graph.vs["founded"] = ["uni", "college"], ["n0", "n1"], [1962, None]
    graph.es["target"], graph.es["directed"] = ["x"], [True]
    graph.vs["graph_id"] = ["x", "y"]
    actors = tt.from_igraph(graph).actors()
    assert actors["graph_graph_id"].to_list() == ["x", "y"]
    assert actors["graph_id"].to_list() == ["n0", "n1"]
    assert actors["founded"].to_list() == ["1962", None]
    told = " ".join(tt.open(graph).problems()["message"])
    assert "`graph_directed`" in told
    assert "`target`" in told


def test_attributes_may_be_called_as_columns_are():
    graph = networkx.Graph([("a", "b")])
    graph.nodes["a"].update(mode="train", actor="lead")
    actors = tt.from_networkx(graph).actors()
    assert actors["mode"].to_list() == ["organisation", "organisation"]
    assert actors["mode (attribute)"].to_list() == ["train", None]
    assert actors["actor (attribute)"].to_list() == ["lead", None]
    graph.nodes["b"]["mode"] = "person"
    refused(lambda: tt.from_networkx(graph), "a: no mode is called 'train'")


def test_weights_are_chosen():
    graph = networkx.Graph()
    graph.add_edge("a", "b", weight=5, hours=3)
    assert ties(tt.from_networkx(graph)) == {frozenset("ab"): 5}
    assert ties(tt.from_networkx(graph, weight="hours")) == {frozenset("ab"): 3}
    assert ties(tt.from_networkx(graph, weight=None)) == {frozenset("ab"): 1}
    with pytest.raises(tt.TertiusError, match="did you mean 'hours'"):
        tt.from_networkx(graph, weight="hour")
    with pytest.raises(tt.TertiusError, match="no attribute of ties is called 'hours'"):
        tt.from_igraph(igraph.Graph([(0, 1)]), weight="hours")


def refused(what, *patterns):
    with pytest.raises(tt.TertiusError) as raised:
        what()
    for pattern in patterns:
        assert pattern in str(raised.value)


def test_what_cannot_be_is_refused_with_a_reason():
    half = networkx.Graph([("a", "b")])
    half.nodes["a"]["bipartite"] = 0
    one_mode = networkx.Graph([("a", "b")])
    networkx.set_node_attributes(one_mode, 0, "bipartite")
    one_mode.add_node("c", bipartite=1)
    below = networkx.Graph()
    below.add_edge("a", "b", weight=-1)
    refused(lambda: tt.from_networkx(networkx.Graph([(1, "1")])), "called 1", "1 and '1'")
    refused(lambda: tt.from_networkx(networkx.Graph([("a", "a ")])), "called a", "'a '")
    refused(lambda: tt.from_networkx(networkx.Graph([("a", "")])), "'' is no name")
    refused(lambda: tt.from_networkx(networkx.Graph()), "no node")
    refused(lambda: tt.from_networkx(half), "0 or 1", "one without it")
    refused(lambda: tt.from_networkx(one_mode), "an actor and an activity", "a (organisation)")
    unknown = networkx.Graph()
    unknown.add_edge("a", "b", weight=numpy.float32("nan"))
    sent = networkx.DiGraph([("talk", "uni")])
    sent.nodes["uni"]["bipartite"], sent.nodes["talk"]["bipartite"] = 0, 1
    refused(lambda: tt.from_networkx(unknown), "a and b", "nan")
    refused(lambda: tt.from_networkx(sent), "from an actor to an activity")
    refused(lambda: tt.from_networkx(below), "-1", "cannot be negative")
    refused(lambda: tt.from_numpy([[0, 1, 0], [1, 0, 0]]), "2 by 3", "from_pandas")
    refused(lambda: tt.from_numpy([[0, 1], [1, 0]], ["a"]), "1 names for 2 rows")
    refused(lambda: tt.from_numpy([[0, 1], [0, 0]], ["a", "b"], directed=False), "a and b", "differ")
    refused(lambda: tt.from_numpy([["0", "1"], ["1", "0"]]), "holds numbers")
    refused(lambda: tt.from_pandas(pandas.DataFrame({"from": ["a"], "to": ["b"]})), "tertius.network")
    mixed = pandas.DataFrame([[0, 1], [1, 0]], index=["a", "b"], columns=["a", "c"])
    refused(lambda: tt.from_pandas(mixed), "a is both", "b is one alone")
    refused(lambda: tt.network(networkx.Graph([("a", "b")]), directed=True), "its own")


def test_frames_and_pairs_are_still_ties():
    frame = pandas.DataFrame({"from": ["a", "b"], "to": ["b", "c"], "weight": [1.5, 2]})
    assert ties(tt.network(frame)) == {frozenset("ab"): 1.5, frozenset("bc"): 2}
    assert len(tt.network(numpy.array([["a", "b"], ["b", "c"], ["c", "d"]]))) == 4
    refused(lambda: tt.network(frame, weight="hours"), "no column is called 'hours'")


def test_results_go_back_as_attributes():
    net = tt.network([("a", "b"), ("b", "c")])
    found, graph, other = tt.actor.betweenness(net), net.to_networkx(), net.to_igraph()
    by_name = dict(zip(found["actor"], found["value"], strict=True))
    networkx.set_node_attributes(graph, by_name, "betweenness")
    other.vs["betweenness"] = found["value"].to_list()
    assert graph.nodes["b"]["betweenness"] == other.vs.find("b")["betweenness"] == 1


def test_none_of_the_libraries_is_imported_before_it_is_asked_for():
    import subprocess
    import sys

    script = "import sys, tertius as tt; tt.network([('a', 'b')]).to_polars(); print([it for it in %r if it in sys.modules])"
    libraries = ("networkx", "igraph", "pandas", "numpy", "scipy")
    done = subprocess.run([sys.executable, "-c", script % (libraries,)], capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr
