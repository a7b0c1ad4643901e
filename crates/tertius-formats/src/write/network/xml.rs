//! Text inside XML.

use std::fmt::Write as _;

use tertius::Network;

/// A text in which nothing is special to XML, in an element or in an attribute. What XML cannot hold
/// becomes `\u{fffd}`.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            c if is_foreign(c) => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Whether XML cannot hold a character.
pub(super) fn is_foreign(c: char) -> bool {
    c < ' ' && !"\t\n\r".contains(c) || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// The first lines of a file: what must be seen wherever the study is shown, and what was asked.
pub(super) fn head(net: &Network) -> String {
    let about = net.provenance();
    let said = [("study", &about.study), ("notice", &about.notice), ("view", &about.view)];
    let mut head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    for (what, text) in said.into_iter().filter(|(_, text)| !text.is_empty()) {
        // A comment ends at its first two strokes, and cannot hold more.
        let text: String = text.chars().filter(|c| !is_foreign(*c)).collect();
        let text = text.replace("--", "- -").replace("--", "- -");
        let _ = writeln!(head, "<!-- {what}: {text} -->");
    }
    head
}
