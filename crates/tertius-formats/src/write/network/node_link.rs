use serde_json::{Map, Value, json};

use super::plain::Plain;

/// A network as `node_link_graph` of NetworkX and D3 read it.
pub(super) fn text(plain: &Plain) -> String {
    let net = plain.net;
    let about = net.provenance();
    let said = [("study", &about.study), ("notice", &about.notice), ("view", &about.view)];
    let said = said.into_iter().filter(|(_, text)| !text.is_empty());
    let graph: Map<String, Value> =
        said.map(|(what, text)| (what.to_owned(), json!(text))).collect();
    let nodes = net.actors().iter().enumerate().map(|(at, actor)| {
        let mut node = Map::new();
        node.insert("id".to_owned(), json!(actor.id));
        node.insert("name".to_owned(), json!(actor.name));
        if let Some(mode) = plain.mode(at) {
            node.insert("bipartite".to_owned(), json!(mode - 1));
        }
        node.extend(plain.said(at).map(|(name, value)| (name.to_owned(), json!(value))));
        Value::Object(node)
    });
    let links = net.ties().iter().enumerate().map(|(at, tie)| {
        let mut link = json!({ "source": plain.id(tie.from), "target": plain.id(tie.to) });
        if plain.weighted {
            link["weight"] = json!(tie.strength);
        }
        if let Some(relations) = &plain.relations {
            link["relation"] = json!(relations[at]);
        }
        link
    });
    let value = json!({
        "directed": net.is_directed(),
        "multigraph": false,
        "graph": graph,
        "nodes": nodes.collect::<Vec<_>>(),
        "edges": links.collect::<Vec<_>>(),
    });
    let mut text =
        serde_json::to_string_pretty(&value).expect("a JSON value can always be written");
    text.push('\n');
    text
}
