use std::fmt::Write as _;

use super::labels::labels;
use super::plain::{Plain, number};

/// A network as Pajek's .net.
pub(super) fn text(plain: &Plain) -> String {
    let net = plain.net;
    let all = net.actors().len();
    let mut text = match net.first_mode() {
        Some(first) => format!("*Vertices {all} {first}\n"),
        None => format!("*Vertices {all}\n"),
    };
    for (number, label) in (1..).zip(labels(net).0) {
        let _ = writeln!(text, "{number} \"{label}\"");
    }
    text += if net.is_directed() { "*Arcs\n" } else { "*Edges\n" };
    for tie in net.ties() {
        let _ = writeln!(text, "{} {} {}", tie.from + 1, tie.to + 1, number(tie.strength));
    }
    text
}
