use serde::Deserialize;
use serde_json::Value;
use tertius::study::{Place, Problem, Settings};

use super::{Graph, yes_no};
use crate::read::json::{Members, text};

/// JSON with a list of nodes and one of links, as `node_link_data` of NetworkX and D3 write it.
#[derive(Deserialize)]
pub(crate) struct NodeLink {
    directed: Option<bool>,
    nodes: Vec<Members<Value>>,
    #[serde(alias = "edges")]
    links: Vec<Members<Value>>,
    #[serde(flatten)]
    more: Members<Value>,
}

/// What tertius says of the graph: title and notice go into the settings of a study, and the view is
/// told by every network anew.
const OURS: [&str; 3] = ["study", "notice", "view"];

impl NodeLink {
    /// The title and the notice of the study that a network was cut from.
    pub(super) fn about(&self) -> Settings {
        let graph = member(&self.more, "graph");
        let said =
            |name: &str| graph.and_then(|it| it[name].as_str()).unwrap_or_default().to_owned();
        Settings { title: said("study"), notice: said("notice"), ..Settings::default() }
    }
}

/// Reads it. Rows have the numbers that they would have as a table: the first is row 2.
pub(super) fn read(found: &NodeLink, file: &str, problems: &mut Vec<Problem>) -> Graph {
    let mut graph = Graph::new("node-link JSON");
    graph.sheets = Some(["nodes", "links"]);
    for (name, value) in &found.more.0 {
        let said: Vec<&str> = match value {
            Value::Object(members) if name == "graph" => {
                members.keys().map(String::as_str).filter(|it| !OURS.contains(it)).collect()
            }
            _ if name == "multigraph" || name == "graph" => Vec::new(),
            _ => vec![name],
        };
        said.iter().for_each(|_| graph.unread.detail_somewhere("attributes of the graph"));
    }
    let key = ["id", "name", "key"].into_iter().find(|key| {
        !found.nodes.is_empty() && found.nodes.iter().all(|it| member(it, key).is_some())
    });
    let mut ids = Vec::new();
    for (at, node) in found.nodes.iter().enumerate() {
        let id = key.and_then(|key| text(member(node, key)?)).unwrap_or_else(|| at.to_string());
        graph.nodes.push(at as u32 + 2, &[&id, ""]);
        for (name, value) in node.0.iter().filter(|(name, _)| Some(name.as_str()) != key) {
            match text(value) {
                Some(text) => graph.nodes.set(name, text),
                None => graph.unread.part("objects where a value should be", at as u32 + 2),
            }
        }
        ids.push(id);
    }
    let directed = yes_no(found.directed == Some(true));
    for (link, line) in found.links.iter().zip(2..) {
        let end = |name| end(member(link, name), &ids, key == Some("id"));
        graph.edges.push(line, &[&end("source"), &end("target"), directed]);
        for (name, value) in
            link.0.iter().filter(|(name, _)| !["source", "target"].contains(&name.as_str()))
        {
            match text(value) {
                Some(text) => graph.edges.set(name, text),
                None => graph.unread.part("objects where a value should be", line),
            }
        }
    }
    if found.directed.is_none() && !found.links.is_empty() {
        let place = Place::file(file);
        let message = "it does not say whether links have a direction: read as undirected";
        problems.push(Problem::new("network-file", place, message));
    }
    graph
}

fn member<'v>(of: &'v Members<Value>, name: &str) -> Option<&'v Value> {
    of.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// The node at an end of a link: by its identifier; where nodes have none, by its position, as D3
/// counts them.
fn end(value: Option<&Value>, ids: &[String], identified: bool) -> String {
    let Some(value) = value else { return String::new() };
    let position = value.as_u64().filter(|_| !identified);
    let at = position.and_then(|at| ids.get(usize::try_from(at).ok()?));
    at.cloned().or_else(|| text(value)).unwrap_or_default()
}
