use std::collections::BTreeMap;

use tertius::study::Problem;

use super::xml::{self, Element};
use super::{Graph, wrong, yes_no};

/// Attributes of nodes or of edges as the head of a file declares them: by id, the title and what
/// holds where nothing is said.
type Declared<'x> = BTreeMap<&'x str, (&'x str, Option<&'x str>)>;

/// Reads GEXF 1.2 and 1.3 (<https://gexf.net/schema.html>).
pub(super) fn read(text: &str, file: &str, problems: &mut Vec<Problem>) -> Option<Graph> {
    let root = xml::root(text, "gexf", file, problems)?;
    let Some(first) = root.all("graph").next() else {
        problems.push(wrong("unreadable-file", file, root.line, "there is no <graph> in it"));
        return None;
    };
    let mut graph = Graph::new("GEXF");
    root.all("meta").for_each(|it| graph.unread.detail("the description of the file", it.line));
    if first.attribute("mode") == Some("dynamic") {
        graph.unread.part(
            "that the network changes over time: everything is read as there at once",
            first.line,
        );
    }
    let (of_nodes, of_edges) = (declared(first, "node"), declared(first, "edge"));
    for nodes in first.all("nodes") {
        nodes.all("node").for_each(|it| node(it, &of_nodes, &mut graph));
    }
    let usual = first.attribute("defaultedgetype").unwrap_or("undirected");
    for edges in first.all("edges") {
        edges.all("edge").for_each(|it| edge(it, usual, &of_edges, &mut graph));
    }
    Some(graph)
}

fn declared<'x>(graph: &'x Element, class: &str) -> Declared<'x> {
    let of_class =
        graph.all("attributes").filter(|it| it.attribute("class").is_some_and(|it| it == class));
    let attribute = |it: &'x Element| {
        let id = it.attribute("id")?;
        let default = it.all("default").next().map(|it| it.text.trim());
        Some((id, (it.attribute("title").unwrap_or(id), default)))
    };
    of_class.flat_map(|it| it.all("attribute")).filter_map(attribute).collect()
}

/// A node, and the nodes inside it.
fn node(element: &Element, declared: &Declared, graph: &mut Graph) {
    let [id, label] = ["id", "label"].map(|it| element.attribute(it).unwrap_or_default());
    graph.nodes.push(element.line, &[id, label]);
    for (time, column) in [("start", "opened"), ("end", "closed")] {
        if let Some(date) = element.attribute(time) {
            graph.nodes.set(column, date);
        }
    }
    for (name, value) in values(element, declared, graph) {
        graph.nodes.set(name, value);
    }
    if element.attribute("pid").is_some() {
        graph.unread.part("which node lies in which", element.line);
    }
    for inner in element.all("nodes").flat_map(|it| it.all("node")) {
        graph.unread.part("which node lies in which", inner.line);
        node(inner, declared, graph);
    }
}

fn edge(element: &Element, usual: &str, declared: &Declared, graph: &mut Graph) {
    let [from, to] = ["source", "target"].map(|it| element.attribute(it).unwrap_or_default());
    let way = element.attribute("type").unwrap_or(usual);
    let said = values(element, declared, graph);
    let ends = if way == "mutual" { vec![(from, to), (to, from)] } else { vec![(from, to)] };
    for (from, to) in ends {
        graph.edges.push(element.line, &[from, to, yes_no(way != "undirected")]);
        for name in ["weight", "id", "label", "start", "end"] {
            if let Some(value) = element.attribute(name) {
                graph.edges.set(name, value);
            }
        }
        for (name, value) in &said {
            graph.edges.set(name, *value);
        }
        if let Some(kind) = element.attribute("kind") {
            graph.edges.set("relation", kind);
        }
    }
}

/// What a node or an edge says in its attributes, with what holds where it says nothing.
fn values<'x>(
    element: &'x Element,
    declared: &Declared<'x>,
    graph: &mut Graph,
) -> Vec<(&'x str, &'x str)> {
    let mut values = Vec::new();
    for child in &element.children {
        match child.name.as_str() {
            "attvalues" => values.extend(child.all("attvalue").map(|it| {
                if ["start", "end", "timestamp"].iter().any(|time| it.attribute(time).is_some()) {
                    graph
                        .unread
                        .part("when an attribute has which value: the first is read", it.line);
                }
                let key = it.attribute("for").or(it.attribute("id")).unwrap_or_default();
                let name = declared.get(key).map_or(key, |(title, _)| *title);
                (name, it.attribute("value").unwrap_or_default())
            })),
            "spells" => graph.unread.part("times at which nodes or edges are there", child.line),
            "nodes" => {}
            "edges" => graph.unread.part("edges inside nodes", child.line),
            _ => graph.unread.detail("positions, shapes and colours", child.line),
        }
    }
    values.extend(declared.values().filter_map(|(title, default)| Some((*title, (*default)?))));
    values
}
