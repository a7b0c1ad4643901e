use std::fmt::Write as _;

use super::plain::{Plain, number};
use super::xml::{escaped, head};

/// A network as GraphML.
pub(super) fn text(plain: &Plain) -> String {
    let net = plain.net;
    let mut text = head(net);
    text += "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    let mut key = |id: &str, of: &str, name: &str, kind: &str| {
        let name = escaped(name);
        let _ = writeln!(
            text,
            "  <key id=\"{id}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>"
        );
    };
    key("label", "node", "label", "string");
    if net.first_mode().is_some() {
        key("mode", "node", "mode", "int");
    }
    for (at, (name, _)) in plain.attributes.iter().enumerate() {
        key(&format!("a{at}"), "node", name, "string");
    }
    if plain.weighted {
        key("weight", "edge", "weight", "double");
    }
    if plain.relations.is_some() {
        key("relation", "edge", "relation", "string");
    }
    let way = if net.is_directed() { "directed" } else { "undirected" };
    let _ = writeln!(text, "  <graph edgedefault=\"{way}\">");
    for (at, actor) in net.actors().iter().enumerate() {
        let _ = writeln!(text, "    <node id=\"{}\">", escaped(&actor.id));
        let mut data = |key: &str, value: &str| {
            let _ = writeln!(text, "      <data key=\"{key}\">{}</data>", escaped(value));
        };
        data("label", &actor.name);
        if let Some(mode) = plain.mode(at) {
            data("mode", &mode.to_string());
        }
        for (column, (_, values)) in plain.attributes.iter().enumerate() {
            if !values[at].is_empty() {
                data(&format!("a{column}"), &values[at]);
            }
        }
        text += "    </node>\n";
    }
    for (at, tie) in net.ties().iter().enumerate() {
        let [from, to] = [tie.from, tie.to].map(|end| escaped(plain.id(end)));
        let _ = write!(text, "    <edge source=\"{from}\" target=\"{to}\">");
        if plain.weighted {
            let _ = write!(text, "<data key=\"weight\">{}</data>", number(tie.strength));
        }
        if let Some(relations) = &plain.relations {
            let _ = write!(text, "<data key=\"relation\">{}</data>", escaped(&relations[at]));
        }
        text += "</edge>\n";
    }
    text + "  </graph>\n</graphml>\n"
}
