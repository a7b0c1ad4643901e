//! What falls apart without whom.

use tertius::{Results, Unit};

use crate::findings::Findings;
use crate::html::{Node, el, p};
use crate::section::{how_to_read, lacking};
use crate::table::{Cell, Table};
use crate::wording::{Noun, given, whole};

/// Cut points shown.
const TOP: usize = 20;

pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let noun = findings.actors();
    if findings.net.ties().is_empty() {
        return vec![lacking(
            "No tie is on record in this view, so there is nothing to fall apart.",
        )];
    }
    let pieces = findings.removal.numbers("pieces").unwrap_or_default();
    let lost = findings.removal.numbers("pairs_lost").unwrap_or_default();
    let mut cuts: Vec<usize> = (0..pieces.len()).filter(|&at| pieces[at] > Some(1.0)).collect();
    cuts.sort_by(|&a, &b| lost[b].partial_cmp(&lost[a]).expect("counts").then(a.cmp(&b)));
    let mut body: Vec<Node> = vec![p(cut_points(cuts.len(), noun)).into()];
    if !cuts.is_empty() {
        body.push(removal(findings, &cuts).html().into());
    }
    if cuts.len() > TOP {
        let note = format!(
            "The {TOP} with most pairs lost are shown, of {}. {}",
            whole(cuts.len()),
            given("actor removal")
        );
        body.push(el("p").class("note").with(note).into());
    }
    body.push(
        p("This is what the record would lose. People find other ways, and a tie that is not on record may hold the pieces together: read it as a question to ask, not as a forecast.").into(),
    );
    body.push(
        quantities("The pieces the network is in", &findings.standing.components, PIECES)
            .html()
            .into(),
    );
    body.push(quantities("How dense it is", &findings.density, DENSITY).html().into());
    body.push(how_to_read(&[
        (Unit::Actor, "removal"),
        (Unit::Whole, "components"),
        (Unit::Whole, "density"),
    ]));
    body
}

fn cut_points(cuts: usize, noun: Noun) -> String {
    let Noun { one, many, article } = noun;
    match cuts {
        0 => format!(
            "There is no cut point: no single {one} is the only way from any other to another, on this record."
        ),
        1 => format!(
            "There is one cut point: {article} {one} through which alone some {many} can reach others."
        ),
        _ => format!(
            "There are {} cut points: {many} through which alone some others can reach one another.",
            whole(cuts)
        ),
    }
}

fn removal(findings: &Findings<'_>, cuts: &[usize]) -> Table {
    let removal = &findings.removal;
    let mut table = Table::new(
        "What the network would lose without each cut point",
        &[
            "name",
            "sector",
            "#pieces left",
            "#cut off from the largest",
            "#pairs lost",
            "#share of pairs lost",
        ],
    );
    let columns = ["pieces", "separated", "pairs_lost", "share_lost"];
    let [pieces, separated, lost, share] =
        columns.map(|column| removal.numbers(column).unwrap_or_default());
    for &at in cuts.iter().take(TOP) {
        table.row(vec![
            Cell::words(findings.net.actors()[at].name.as_str()),
            findings.sector_cell(at),
            Cell::number(pieces[at], None),
            Cell::number(separated[at], None),
            Cell::number(lost[at], None),
            Cell::share(share[at], removal.reason(at, "share_lost")),
        ]);
    }
    table
}

/// A quantity of the whole network: its name, in words, what it says, whether it is a share.
type Quantity = (&'static str, &'static str, &'static str, bool);

fn quantities(caption: &str, results: &Results, words: &[Quantity]) -> Table {
    let mut table = Table::new(caption, &["quantity", "#value", "what it says"]).fixed();
    let names = results.words("quantity").unwrap_or_default();
    let values = results.numbers("value").unwrap_or_default();
    for (row, name) in names.iter().enumerate() {
        let name = name.as_deref().unwrap_or_default();
        let known = words.iter().find(|(it, ..)| *it == name);
        let (_, label, about, is_share) = *known.unwrap_or(&("", name, "", false));
        let reason = results.reason(row, "value");
        let cell = if is_share {
            Cell::share(values[row], reason)
        } else {
            Cell::number(values[row], reason)
        };
        table.row(vec![Cell::words(label), cell, Cell::words(about)]);
    }
    table
}

const PIECES: &[Quantity] = &[
    (
        "components",
        "pieces",
        "no path joins one to another; an actor without a tie is a piece",
        false,
    ),
    ("largest", "in the largest", "actors", false),
    ("isolates", "without any tie", "actors", false),
    ("connected", "connected", "pairs that can reach each other, of all pairs", true),
    (
        "strong_components",
        "strong pieces",
        "members reach one another along the direction of ties",
        false,
    ),
    ("largest_strong", "in the largest strong piece", "actors", false),
];

const DENSITY: &[Quantity] = &[
    ("density", "density", "ties, of the pairs that were observed", true),
    ("ties", "ties", "pairs that are tied", false),
    ("observed_dyads", "pairs observed", "somebody could have told of a tie", false),
    ("dyads", "pairs", "all there are", false),
    ("lowest", "lowest", "if no pair that was not observed were tied", true),
    ("highest", "highest", "if every such pair were tied", true),
    (
        "density_of_named",
        "density of named",
        "without groups that were counted and not named",
        true,
    ),
];

#[cfg(test)]
mod tests {
    use super::cut_points;
    use crate::wording::PERSON;

    #[test]
    fn cut_points_are_said_for_none_one_and_many() {
        let said = [0, 1, 3].map(|cuts| cut_points(cuts, PERSON));
        assert_eq!(
            said,
            [
                "There is no cut point: no single person is the only way from any other to another, on this record.",
                "There is one cut point: a person through which alone some people can reach others.",
                "There are 3 cut points: people through which alone some others can reach one another.",
            ]
        );
    }
}
