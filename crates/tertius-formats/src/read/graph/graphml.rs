use std::collections::HashMap;

use tertius::study::Problem;

use super::xml::{self, Element};
use super::{Graph, wrong, yes_no};

const DRAWING: &str = "positions, shapes and colours";

/// An attribute as the head of a file declares it.
struct Key<'x> {
    name: &'x str,
    /// `node`, `edge`, `graph` or `all`.
    of: &'x str,
    default: Option<&'x str>,
}

/// Reads GraphML (<http://graphml.graphdrawing.org/specification.html>).
pub(super) fn read(text: &str, file: &str, problems: &mut Vec<Problem>) -> Option<Graph> {
    let root = xml::root(text, "graphml", file, problems)?;
    let keys: HashMap<&str, Key> = root.all("key").filter_map(key).collect();
    let mut graphs = root.all("graph");
    let Some(first) = graphs.next() else {
        problems.push(wrong("unreadable-file", file, root.line, "there is no <graph> in it"));
        return None;
    };
    let mut graph = Graph::new("GraphML");
    graphs.for_each(|other| graph.unread.part("graphs after the first", other.line));
    let directed = first.attribute("edgedefault") == Some("directed");
    for child in root.children.iter().filter(|it| !["key", "graph"].contains(&it.name.as_str())) {
        graph.unread.detail("attributes and descriptions of the graph", child.line);
    }
    for child in &first.children {
        match child.name.as_str() {
            "node" => node(child, &keys, &mut graph),
            "edge" => edge(child, directed, &keys, &mut graph),
            "hyperedge" => graph.unread.part("edges that join more than two nodes", child.line),
            _ => graph.unread.detail("attributes and descriptions of the graph", child.line),
        }
    }
    Some(graph)
}

fn key(element: &Element) -> Option<(&str, Key<'_>)> {
    let id = element.attribute("id")?;
    let name = element.attribute("attr.name").unwrap_or(id);
    let of = element.attribute("for").unwrap_or("all");
    let default = element.all("default").next().map(|it| it.text.trim());
    Some((id, Key { name, of, default }))
}

fn node(element: &Element, keys: &HashMap<&str, Key>, graph: &mut Graph) {
    graph.nodes.push(element.line, &[element.attribute("id").unwrap_or_default(), ""]);
    for child in &element.children {
        match child.name.as_str() {
            "data" if child.children.is_empty() => {
                let (name, value) = data(child, keys);
                graph.nodes.set(name, value);
            }
            "data" => {
                graph.unread.detail(DRAWING, child.line);
                if let Some(label) = child.inside("NodeLabel") {
                    graph.nodes.set("label", label.text.trim());
                }
            }
            "port" => graph.unread.part("ports of nodes", child.line),
            "graph" => graph.unread.part("graphs inside nodes", child.line),
            _ => graph.unread.detail("descriptions of nodes and edges", child.line),
        }
    }
    for key in defaults(keys, "node") {
        graph.nodes.set(key.name, key.default.unwrap_or_default());
    }
}

fn edge(element: &Element, directed: bool, keys: &HashMap<&str, Key>, graph: &mut Graph) {
    let [from, to] = ["source", "target"].map(|it| element.attribute(it).unwrap_or_default());
    let directed = element.attribute("directed").map_or(directed, |it| it == "true");
    graph.edges.push(element.line, &[from, to, yes_no(directed)]);
    for child in &element.children {
        match child.name.as_str() {
            "data" if child.children.is_empty() => {
                let (name, value) = data(child, keys);
                graph.edges.set(name, value);
            }
            "data" => graph.unread.detail(DRAWING, child.line),
            "graph" => graph.unread.part("graphs inside edges", child.line),
            _ => graph.unread.detail("descriptions of nodes and edges", child.line),
        }
    }
    for key in defaults(keys, "edge") {
        graph.edges.set(key.name, key.default.unwrap_or_default());
    }
    if let Some(id) = element.attribute("id") {
        graph.edges.set("id", id);
    }
    if ["sourceport", "targetport"].iter().any(|it| element.attribute(it).is_some()) {
        graph.unread.part("ports of nodes", element.line);
    }
}

/// The name of an attribute and what is said.
fn data<'x>(element: &'x Element, keys: &HashMap<&str, Key<'x>>) -> (&'x str, &'x str) {
    let key = element.attribute("key").unwrap_or_default();
    (keys.get(key).map_or(key, |key| key.name), element.text.trim())
}

/// The keys that say what holds where nothing is said, by name.
fn defaults<'k, 'x>(keys: &'k HashMap<&str, Key<'x>>, of: &str) -> Vec<&'k Key<'x>> {
    let mut found: Vec<_> = keys
        .values()
        .filter(|key| key.default.is_some() && [of, "all"].contains(&key.of))
        .collect();
    found.sort_unstable_by_key(|key| key.name);
    found
}
