use std::fmt::Write as _;

use super::plain::{Plain, number};
use super::xml::{escaped, head};

/// A network as GEXF 1.3.
pub(super) fn text(plain: &Plain) -> String {
    let net = plain.net;
    let mut text = head(net);
    text += "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n";
    let way = if net.is_directed() { "directed" } else { "undirected" };
    let _ = writeln!(text, "  <graph mode=\"static\" defaultedgetype=\"{way}\">");
    let mut names: Vec<(&str, &str)> =
        plain.attributes.iter().map(|(name, _)| (name.as_str(), "string")).collect();
    names.extend(net.first_mode().map(|_| ("mode", "integer")));
    declare(&mut text, "node", &names);
    declare(
        &mut text,
        "edge",
        if plain.relations.is_some() { &[("relation", "string")] } else { &[] },
    );
    text += "    <nodes>\n";
    for (at, actor) in net.actors().iter().enumerate() {
        let (id, name) = (escaped(&actor.id), escaped(&actor.name));
        let _ = write!(text, "      <node id=\"{id}\" label=\"{name}\">");
        let mode = plain.mode(at).map(|mode| mode.to_string());
        let said =
            plain.attributes.iter().map(|(_, values)| values[at].as_str()).chain(mode.as_deref());
        values(&mut text, said);
        text += "</node>\n";
    }
    text += "    </nodes>\n    <edges>\n";
    for (at, tie) in net.ties().iter().enumerate() {
        let [from, to] = [tie.from, tie.to].map(|end| escaped(plain.id(end)));
        let _ = write!(text, "      <edge id=\"{at}\" source=\"{from}\" target=\"{to}\"");
        if plain.weighted {
            let _ = write!(text, " weight=\"{}\"", number(tie.strength));
        }
        text.push('>');
        values(&mut text, plain.relations.iter().map(|relations| relations[at].as_str()));
        text += "</edge>\n";
    }
    text + "    </edges>\n  </graph>\n</gexf>\n"
}

fn declare(text: &mut String, class: &str, names: &[(&str, &str)]) {
    if names.is_empty() {
        return;
    }
    let _ = writeln!(text, "    <attributes class=\"{class}\">");
    for (at, (name, kind)) in names.iter().enumerate() {
        let name = escaped(name);
        let _ = writeln!(text, "      <attribute id=\"{at}\" title=\"{name}\" type=\"{kind}\"/>");
    }
    text.push_str("    </attributes>\n");
}

/// What is known of attributes, in the order in which they were declared.
fn values<'v>(text: &mut String, values: impl Iterator<Item = &'v str>) {
    let mut known = values.enumerate().filter(|(_, value)| !value.is_empty()).peekable();
    if known.peek().is_some() {
        text.push_str("<attvalues>");
        for (at, value) in known {
            let _ = write!(text, "<attvalue for=\"{at}\" value=\"{}\"/>", escaped(value));
        }
        text.push_str("</attvalues>");
    }
}
