"""Beyond one machine: two processes find the same bits as one."""

import pytest
import tertius as tt
from tertius import _tertius

distributed = pytest.importorskip("dask.distributed")

CALLS = [
    (tt.actor.betweenness, {}),
    (tt.actor.betweenness, {"paths": "binary"}),
    (tt.actor.closeness, {}),
    (tt.actor.robustness, {"measure": "actor degree", "certain": 0.9, "draws": 50}),
    (tt.whole.robustness, {"measure": "actor degree", "certain": 0.9, "draws": 50}),
    (tt.null.test, {"measure": "whole ei_index", "by": "sector", "draws": 199}),
    (tt.null.bootstrap, {"measure": "whole density", "draws": 199}),
    (tt.null.jackknife, {"measure": "whole density"}),
    (tt.actor.degree, {}),
]
"""Paths by source, versions of the evidence, permutations, draws, one actor left out at a time; and what
does not split."""


@pytest.fixture(scope="module")
def client():
    """A cluster of two processes on this machine."""
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", scheduler_port=0) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def net():
    """A network of a study with sectors."""
    return tt.data.open("west-midlands").network()


@pytest.mark.parametrize("parts", [None, 5])
@pytest.mark.parametrize(("measure", "options"), CALLS)
def test_the_cluster_finds_the_same_bits(client, net, measure, options, parts):
    here = measure(net, **options)
    with tt.distributed.on(client, parts=parts):
        there = measure(net, **options)
    assert there.equals(here)
    assert tt.method(there) == tt.method(here)


def test_the_work_is_done_on_the_workers(client, net, monkeypatch):
    submit, futures = client.submit, []

    def seen(*args, **options):
        futures.append(submit(*args, **options))
        return futures[-1]

    monkeypatch.setattr(client, "submit", seen)
    with tt.distributed.on(client):
        tt.actor.betweenness(net)
    assert len(futures) == 2
    assert {worker for workers in client.who_has(futures).values() for worker in workers} == set(
        client.scheduler_info()["workers"]
    )


def test_after_the_with_work_is_done_here(client, net, monkeypatch):
    with tt.distributed.on(client):
        pass
    monkeypatch.setattr(client, "submit", None)
    assert tt.actor.betweenness(net).height == len(net)


def test_what_is_wrong_is_told_as_here(client, net):
    with tt.distributed.on(client), pytest.raises(tt.TertiusError, match="did you mean `sector`"):
        tt.null.test(net, measure="whole ei_index", by="sectr")


def test_a_cluster_without_workers_says_so(net):
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0", scheduler_port=0) as cluster,
        distributed.Client(cluster) as client,
        tt.distributed.on(client),
        pytest.raises(tt.TertiusError, match="no worker yet"),
    ):
        tt.actor.betweenness(net)


def test_parts_of_another_call_are_refused(net):
    part = _tertius.partial("actor betweenness", net._net, [], 0, 1, [])
    assert _tertius.combine("actor betweenness", net._net, [], [part]) is not None
    with pytest.raises(tt.TertiusError):
        _tertius.combine("actor betweenness", net._net, [("paths", "binary")], [part])
    with pytest.raises(tt.TertiusError):
        _tertius.combine("actor betweenness", net._net, [], [part[:-1]])
    with pytest.raises(tt.NotApplicableError, match="call it directly"):
        _tertius.partial("actor degree", net._net, [], 0, 1, [])
