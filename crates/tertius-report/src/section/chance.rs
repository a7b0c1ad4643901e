//! Whether what was found is more than chance.

use tertius::{Results, Unit};

use crate::chance::{LEVEL, Test};
use crate::findings::Findings;
use crate::html::{Node, p};
use crate::section::{how_to_read, lacking};
use crate::table::{Cell, Table};
use crate::wording::{given, percent};

pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let chance = &findings.chance;
    let noun = findings.actors().many;
    let mut body: Vec<Node> = Vec::new();
    for (by, groups) in [("sector", "sectors"), ("locality", "localities")] {
        let test = chance.boundaries.as_ref().and_then(|it| Test::of(it, by));
        body.extend(test.map(|test| p(test.of_groups(groups, noun)).into()));
    }
    if let Some([edges, rewiring]) = &chance.closed {
        let of = |test: &Results| {
            let quantity = test.words("quantity")?.first()?.as_deref()?;
            Test::of(test, quantity)
        };
        body.extend(closed(of(edges), of(rewiring)).map(|said| p(said).into()));
    }
    if body.is_empty() {
        let why = if findings.is_two_mode() || findings.net.ties().is_empty() {
            "Nothing is tested here: there is no tie between actors, or no group to test."
                .to_owned()
        } else {
            format!(
                "Nothing is tested here: there is no group to test, or too many ties for a page. {}",
                given("null test")
            )
        };
        return vec![lacking(why)];
    }
    if let Some(boundaries) = chance.boundaries.as_ref().filter(|it| it.len() > 1) {
        body.push(divided(boundaries).html().into());
    }
    body.push(p("A p is the share of arrangements that chance could have made which lie as far out on their side as what was found, doubled for the two sides. A small one says that chance alone is an unlikely reason; it does not say why, nor that the difference is large. A large one does not show that there is nothing: few actors can show little.").into());
    body.push(how_to_read(&[(Unit::Null, "test"), (Unit::Null, "boundaries")]));
    body
}

/// Whether contacts of one are tied to each other more than the number of ties, and who has them, give.
fn closed(edges: Option<Test>, rewiring: Option<Test>) -> Option<String> {
    let edges = edges?;
    let more = |test: &Test| if test.observed < test.expected { "less" } else { "more" };
    let say = |test: &Test| {
        if test.p <= LEVEL {
            format!("{} often than chance gives", more(test))
        } else {
            "as often as chance may give".to_owned()
        }
    };
    let first = format!(
        "Two contacts of one are tied to each other {}: in {} of all cases, where as many ties laid at random give {} on average, and as much or {} in {}.",
        say(&edges),
        percent(edges.observed),
        percent(edges.expected),
        more(&edges),
        edges.share("networks")
    );
    let Some(rewiring) = rewiring else { return Some(first) };
    let second = format!(
        " Where each also keeps its number of contacts it is {}: {} on average, and as much or {} in {}.",
        say(&rewiring),
        percent(rewiring.expected),
        more(&rewiring),
        rewiring.share("networks")
    );
    Some(first + &second)
}

/// Every boundary side by side, the strongest first.
fn divided(boundaries: &Results) -> Table {
    let mut table = Table::new(
        "Which boundary matters most: ties inside (below 0) or across (above 0) beyond chance",
        &[
            "boundary",
            "#groups",
            "#actors of known group",
            "#E\u{2013}I index",
            "#by chance",
            "#standard deviations from it",
            "#p",
        ],
    );
    let names = boundaries.words("boundary").unwrap_or_default();
    let column = |name: &str| boundaries.numbers(name).unwrap_or_default();
    let [groups, actors, observed, expected, z, p] =
        ["groups", "actors", "observed", "expected", "z", "p"].map(column);
    for (row, name) in names.iter().enumerate() {
        let name = name.as_deref().unwrap_or_default();
        table.row(vec![
            Cell::words(boundary(name)),
            Cell::number(groups[row], None),
            Cell::number(actors[row], None),
            Cell::number(observed[row], boundaries.reason(row, "observed")),
            Cell::number(expected[row], boundaries.reason(row, "expected")),
            Cell::number(z[row], boundaries.reason(row, "z")),
            Cell::number(p[row], boundaries.reason(row, "p")),
        ]);
    }
    table
}

/// `locality:region` is the region that a locality lies in.
fn boundary(name: &str) -> String {
    match name.split_once(':') {
        Some((of, kind)) => format!("{kind} ({of})"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::closed;
    use crate::chance::made_up as test;

    #[test]
    fn closure_is_held_against_two_kinds_of_chance() {
        let said =
            closed(Some(test(0.25, 0.18, 0.01)), Some(test(0.25, 0.22, 0.4))).expect("a sentence");
        assert!(said.starts_with("Two contacts of one are tied to each other more often than chance gives: in 25\u{a0}% of all cases"));
        assert!(said.contains(
            "keeps its number of contacts it is as often as chance may give: 22\u{a0}% on average"
        ));
        assert_eq!(closed(None, None), None);
    }
}
