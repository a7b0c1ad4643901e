"""Graphs of python-igraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tertius import _graph

if TYPE_CHECKING:
    from tertius.network import Network


def read(graph: Any, weight: str | None = "weight") -> _graph.Graph:
    """A graph with the attributes of vertices and edges; vertices go by `name`, or else by number."""
    named = "name" in graph.vs.attributes()
    names = _graph.names(graph.vs["name"] if named else range(graph.vcount()))
    actors = [_graph.actor(name, _held(it, "name")) for name, it in zip(names, graph.vs, strict=True)]
    _graph.check_weight(weight, graph.es.attributes())
    kinds = [it.get("type") for it in actors]
    if actors and all(isinstance(it, bool) for it in kinds):
        modes = _graph.in_two(kinds, "the attribute type")
        for it, mode in zip(actors, modes, strict=True):
            it.pop("type")
            it.setdefault("mode", mode)
    ties = [_graph.tie((names[it.source], names[it.target]), _held(it), weight) for it in graph.es]
    title = str(graph["title"]) if "title" in graph.attributes() else "graph"
    return _graph.Graph(title, actors, ties, graph.is_directed())


def write(net: Network) -> Any:
    """A graph of a network: `name` is the identifier, `label` the full name."""
    import igraph

    actors, ties = net.actors().rename({"name": "label", "actor": "name"}), net.ties()
    place = {name: at for at, name in enumerate(actors["name"])}
    ends = [(place[a], place[b]) for a, b in zip(ties["from"], ties["to"], strict=True)]
    graph = igraph.Graph(n=len(place), edges=ends, directed=net.directed)
    graph["title"], graph["view"], graph["notes"] = net.study.title, str(net.view), "; ".join(net.notes)
    for name in actors.columns:
        graph.vs[name] = actors[name].to_list()
    if "activity" in actors["mode"]:
        graph.vs["type"] = (actors["mode"] == "activity").to_list()
    graph.es["weight"] = ties["strength"].to_list()
    graph.es["length"] = (1 / ties["strength"]).to_list()
    for name in ("evidence", "observed"):
        graph.es[name] = ties[name].to_list()
    return graph


def _held(it: Any, without: str | None = None) -> dict[str, Any]:
    return {name: value for name, value in it.attributes().items() if name != without}
