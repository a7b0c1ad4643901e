use std::fmt::Write as _;

use super::labels::labels;
use super::plain::{Plain, number};

/// A network as UCINET's DL: a list of ties. Ties without direction are there both ways, as DL knows
/// no other.
pub(super) fn text(plain: &Plain) -> String {
    let net = plain.net;
    let (labels, _) = labels(net);
    let all = labels.len();
    let first = net.first_mode();
    let mut text = match first {
        Some(first) => format!("dl nr={first} nc={}\nformat=edgelist2\n", all - first),
        None => format!("dl n={all}\nformat=edgelist1\n"),
    };
    let (rows, columns) = labels.split_at(first.unwrap_or(all));
    list(&mut text, if first.is_some() { "row labels:" } else { "labels:" }, rows);
    if first.is_some() {
        list(&mut text, "column labels:", columns);
    }
    text.push_str("data:\n");
    for tie in net.ties() {
        let (from, strength) = (tie.from + 1, number(tie.strength));
        let to = tie.to + 1 - first.unwrap_or(0) as u32;
        let _ = writeln!(text, "{from} {to} {strength}");
        if first.is_none() && !net.is_directed() {
            let _ = writeln!(text, "{to} {from} {strength}");
        }
    }
    text
}

/// A heading, then a label a line.
fn list(text: &mut String, heading: &str, labels: &[String]) {
    let _ = writeln!(text, "{heading}");
    for label in labels {
        // A plain word needs no marks, which not every program reads.
        let is_plain =
            !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c));
        let is_word = ["dl", "data", "row", "column", "col", "matrix", "level", "labels"]
            .contains(&label.to_lowercase().as_str());
        let _ = if is_plain && !is_word {
            writeln!(text, "{label}")
        } else {
            writeln!(text, "\"{label}\"")
        };
    }
}
