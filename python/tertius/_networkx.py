"""Graphs of networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tertius import _graph

if TYPE_CHECKING:
    from tertius.network import Network


def read(graph: Any, weight: str | None = "weight") -> _graph.Graph:
    """A graph of any of its four classes, with the attributes of nodes and edges."""
    names = _graph.names(graph)
    called = dict(zip(graph, names, strict=True))
    actors = [_graph.actor(called[node], held) for node, held in graph.nodes(data=True)]
    _graph.check_weight(weight, (it for *_, held in graph.edges(data=True) for it in held))
    if any("bipartite" in it for it in actors) and not any("mode" in it for it in actors):
        modes = _graph.in_two([it.pop("bipartite", None) for it in actors], "the attribute bipartite")
        actors = [{**it, "mode": mode} for it, mode in zip(actors, modes, strict=True)]
    for it in actors:
        it.pop("bipartite", None)
    ties = [_graph.tie((called[a], called[b]), held, weight) for a, b, held in graph.edges(data=True)]
    title = str(graph.graph.get("title") or graph.name or "graph")
    return _graph.Graph(title, actors, ties, graph.is_directed())


def write(net: Network) -> Any:
    """A Graph or DiGraph of a network."""
    import networkx

    kind = networkx.DiGraph if net.directed else networkx.Graph
    graph = kind(title=net.study.title, view=str(net.view), notes="; ".join(net.notes))
    actors = net.actors().to_dicts()
    two_modes = any(it["mode"] == "activity" for it in actors)
    for actor in actors:
        known = {name: it for name, it in actor.items() if it is not None and name != "actor"}
        side = {"bipartite": int(actor["mode"] == "activity")} if two_modes else {}
        graph.add_nodes_from([(actor["actor"], known | side)])
    for tie in net.ties().to_dicts():
        held = {"weight": tie["strength"], "length": 1 / tie["strength"]}
        held |= {"evidence": tie["evidence"], "observed": tie["observed"]}
        graph.add_edges_from([(tie["from"], tie["to"], held)])
    return graph
