"""One value for the whole network."""

import networkx as nx
import pytest

from networks import DIRECTED, DIRECTED_WEIGHTED, ONE_MODE, UNDIRECTED, WEIGHTED, each, group_numbers, to_igraph

ARCS = DIRECTED + DIRECTED_WEIGHTED


@each(ONE_MODE)
def test_density(graph, ours, agree):
    found = ours(graph, "whole density").quantity("density")
    agree([found], [nx.density(graph)])
    agree([found], [to_igraph(graph).density()])


@each(ONE_MODE)
def test_density_in_r(graph, ours, agree, r):
    found = ours(graph, "whole density").quantity("density")
    agree([found], r("sna::gden(m, mode = gmode)", graph))


@each(ARCS)
def test_reciprocity(graph, ours, agree):
    found = ours(graph, "whole reciprocity").quantity
    agree([found("edgewise")], [nx.overall_reciprocity(graph)])
    agree([found("edgewise")], [to_igraph(graph).reciprocity()])
    agree([found("non_null")], [to_igraph(graph).reciprocity(mode="ratio")])
    agree(map(found, ("mutual", "asymmetric", "null")), to_igraph(graph).dyad_census())


@each(ARCS)
@pytest.mark.parametrize("quantity, measure", [
    ("dyadic", "dyadic"), ("non_null", "dyadic.nonnull"), ("edgewise", "edgewise"),
    ("log_ratio", "edgewise.lrr"), ("correlation", "correlation"),
])  # fmt: skip
def test_reciprocity_in_r(graph, quantity, measure, ours, agree, r):
    found = ours(graph, "whole reciprocity").quantity(quantity)
    agree([found], r(f"sna::grecip(m, measure = '{measure}')", graph))


@each(UNDIRECTED + WEIGHTED)
def test_transitivity(graph, ours, agree):
    found, peer = ours(graph, "whole transitivity").quantity, to_igraph(graph)
    agree([found("transitivity")], [nx.transitivity(graph)])
    agree([found("transitivity")], [peer.transitivity_undirected()])
    agree([found("local_mean")], [peer.transitivity_avglocal_undirected()])
    agree([found("local_mean_zero")], [nx.average_clustering(graph)])


@each(ARCS)
@pytest.mark.parametrize("measure", ["weak", "strong"])
def test_transitivity_in_r(graph, measure, ours, agree, r):
    found = ours(graph, "whole transitivity").quantity(measure)
    agree([found], r(f"sna::gtrans(m, measure = '{measure}')", graph))


@each(ARCS)
def test_triad_census(graph, ours, agree):
    found = ours(graph, "whole triad_census")
    agree(found["value"], map(nx.triadic_census(graph).get, found["quantity"]))


@each(ONE_MODE)
def test_triad_census_in_r(graph, ours, agree, r):
    agree(ours(graph, "whole triad_census")["value"], r("sna::triad.census(m, mode = gmode)", graph))


@each(ARCS)
def test_krackhardt_in_r(graph, ours, agree, r):
    found = ours(graph, "whole krackhardt").quantity
    agree([found("connectedness")], r("sna::connectedness(m)", graph))
    agree([found("hierarchy")], r("sna::hierarchy(m, measure = 'krackhardt')"))
    agree([found("efficiency")], r("sna::efficiency(m)"))
    # Of the least upper bound sna has another idea: disagreements.toml.


@each(ONE_MODE)
def test_assortativity_of_groups(graph, ours, agree):
    found = ours(graph, "whole assortativity").rows[0]["value"]
    agree([found], [nx.attribute_assortativity_coefficient(graph, "sector")])
    agree([found], [to_igraph(graph).assortativity_nominal(group_numbers(graph))])


@each(ONE_MODE)
def test_assortativity_of_numbers(graph, ours, agree):
    found = ours(graph, "whole assortativity", kind="numeric", by="size").rows[0]["value"]
    agree([found], [nx.numeric_assortativity_coefficient(graph, "size")])
    agree([found], [to_igraph(graph).assortativity("size")])


@each(ONE_MODE)
def test_assortativity_of_degree(graph, ours, agree):
    found = ours(graph, "whole assortativity", kind="degree").rows[0]["value"]
    agree([found], [nx.degree_assortativity_coefficient(graph)])
    agree([found], [to_igraph(graph).assortativity_degree()])


@each(UNDIRECTED + WEIGHTED)
def test_centralization_in_r(graph, ours, agree, r):
    found = ours(graph, "whole centralization").quantity
    agree([found("degree")], r("igraph::centr_degree(g, loops = FALSE)$centralization", graph))
    agree([found("degree")], r("sna::centralization(m, sna::degree, mode = gmode)"))
    agree([found("betweenness")], r("igraph::centr_betw(g)$centralization"))
    agree([found("betweenness")], r("sna::centralization(m, sna::betweenness, mode = gmode)"))
    if nx.is_connected(graph):
        agree([found("closeness")], r("igraph::centr_clo(g)$centralization"))
        agree([found("closeness")], r("sna::centralization(m, sna::closeness, mode = gmode)"))
        agree([found("eigenvector")], r("igraph::centr_eigen(g)$centralization"), within=1e-7)


@each(ARCS)
def test_centralization_by_direction_in_r(graph, ours, agree, r):
    found = ours(graph, "whole centralization").quantity
    for way in ("in", "out"):
        peer = r(f"igraph::centr_degree(g, mode = '{way}', loops = FALSE)$centralization", graph)
        agree([found(f"{way}_degree")], peer)
        peer = r(f"sna::centralization(m, sna::degree, mode = gmode, cmode = '{way}degree')")
        agree([found(f"{way}_degree")], peer)
    agree([found("degree")], r("sna::centralization(m, sna::degree, mode = gmode)"))
    agree([found("betweenness")], r("sna::centralization(m, sna::betweenness, mode = gmode)"))
