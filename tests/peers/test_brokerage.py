"""Gould and Fernandez: R sna is the only peer. Its conventions are ours by name."""

import pytest

from networks import ONE_MODE, each

ROLES = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"]


def by_actor(found, prefix=""):
    """Column after column, as R gives a matrix."""
    return [value for role in ROLES for value in found[prefix + role]]


@each(ONE_MODE)
def test_counts_of_actors(graph, ours, agree, r):
    agree(by_actor(ours(graph, "actor brokerage")), r("sna::brokerage(m, cl)$raw.nli", graph))


@each(ONE_MODE)
@pytest.mark.parametrize("ours_is, theirs", [("expected_", "exp.nli"), ("sd_", "sd.nli"), ("z_", "z.nli")])
def test_chance_of_actors_as_in_sna(graph, ours_is, theirs, ours, agree, r):
    found = ours(graph, "actor brokerage", null="sna")
    agree(by_actor(found, ours_is), r(f"sna::brokerage(m, cl)${theirs}", graph))


@each(ONE_MODE)
@pytest.mark.parametrize("ours_is, theirs", [("value", "raw.gli"), ("expected", "exp.gli"), ("sd", "sd.gli")])
def test_whole_network_as_in_sna(graph, ours_is, theirs, ours, agree, r):
    found = ours(graph, "whole brokerage", null="sna")
    agree(found[ours_is], r(f"sna::brokerage(m, cl)${theirs}", graph))
