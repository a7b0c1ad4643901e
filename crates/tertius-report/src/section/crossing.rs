//! Ties across sectors and across localities.

use tertius::{Results, Unit};

use crate::crossing::{Crossing, share_across};
use crate::figure::{self, figure};
use crate::findings::Findings;
use crate::html::{Node, details, el, p};
use crate::section::short::crossing;
use crate::section::{h3, how_to_read, lacking, notes};
use crate::table::{Cell, Table};
use crate::wording::{PAIR_OF_GROUPS, given};

/// More groups than these make a table nobody reads.
const GROUPS: usize = 12;

pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let mut body = vec![h3("Sectors")];
    match &findings.sector {
        Some(sector) => {
            body.extend(share(findings, sector, "sector", "sectors"));
            body.push(index(sector, "sector").html().into());
            let words = Words {
                group: "sector",
                groups: "sectors",
                label: &|id| findings.sector_label(id),
            };
            body.extend(mixing(findings, sector, &words, &findings.sector_order(sector)));
        }
        None if findings.is_two_mode() => body.push(lacking(TWO_MODES)),
        None => body.push(lacking(
            "No sector is on record. Fill in the column sector of organisations.csv, or of people.csv, to see who works across sectors.",
        )),
    }
    body.push(h3("Localities"));
    match &findings.locality {
        Some(locality) => {
            body.extend(share(findings, locality, "locality", "localities"));
            body.push(index(locality, "locality").html().into());
            let words = Words {
                group: "locality",
                groups: "localities",
                label: &|id| findings.locality_label(id),
            };
            let order: Vec<usize> = (0..locality.by.labels().len()).collect();
            body.extend(mixing(findings, locality, &words, &order));
        }
        None if findings.is_two_mode() => body.push(lacking(TWO_MODES)),
        None => body.push(lacking(
            "No locality is on record. Fill in the column localities of organisations.csv, or of people.csv, to see who works across places.",
        )),
    }
    if findings.sector.is_some() || findings.locality.is_some() {
        body.push(how_to_read(&[(Unit::Whole, "ei_index"), (Unit::Group, "mixing")]));
    }
    body
}

const TWO_MODES: &str = "The network of this view has two modes, actors and activities: ties join one to the other, and none is within a group. Project it with via participation to see who works across groups.";

fn share(findings: &Findings<'_>, of: &Crossing, group: &str, groups: &str) -> Vec<Node> {
    let noun = findings.actors();
    let said = crossing(noun, group, groups, share_across(&of.ei), of.expected_across());
    let mut nodes: Vec<Node> = vec![p(said).into()];
    let several = of.by.several();
    if several > 0 {
        nodes.push(
            p(format!(
                "{} in more than one {group}. A tie counts as inside if the two share any.",
                if several == 1 {
                    format!("1 {} is", noun.one)
                } else {
                    format!("{several} {} are", noun.many)
                }
            ))
            .into(),
        );
    }
    nodes.extend(notes(findings, &of.ei));
    nodes
}

fn index(of: &Crossing, group: &str) -> Table {
    let mut table = Table::new(
        format!("External and internal ties, by {group} (E\u{2013}I index)"),
        &["quantity", "#value", "what it says"],
    )
    .fixed();
    let rows = [
        ("external", "ties between groups"),
        ("internal", "ties within a group"),
        ("ei_index", "\u{2212}1 if every tie stays inside, +1 if every tie crosses"),
        ("expected", "the same if ties were laid at random"),
        ("lowest", "the least that the sizes of the groups allow"),
        ("highest", "the most that they allow"),
        ("rescaled", "the index between the two, \u{2212}1 to +1"),
    ];
    let at = |name: &str| {
        let quantities = of.ei.words("quantity").unwrap_or_default();
        quantities.iter().position(|it| it.as_deref() == Some(name)).unwrap_or_default()
    };
    for (name, about) in rows {
        let label = if name == "ei_index" { "E\u{2013}I index" } else { name };
        table.row(vec![
            Cell::words(label),
            Cell::number(of.ei.value(name, "value"), of.ei.reason(at(name), "value")),
            Cell::words(about),
        ]);
    }
    table
}

/// What an actor's groups are called, and how each is written.
struct Words<'w> {
    group: &'static str,
    groups: &'static str,
    label: &'w dyn Fn(&str) -> String,
}

fn mixing(findings: &Findings<'_>, of: &Crossing, words: &Words<'_>, order: &[usize]) -> Vec<Node> {
    let Words { group, groups, label } = words;
    let labels: Vec<String> = of.by.labels().iter().map(|id| label(id)).collect();
    let size = of.placed().into_iter().filter(|&actors| actors > 0).count();
    if let [only] = &labels[..] {
        return vec![lacking(format!(
            "There is one {group} on record ({only}), so no tie can cross."
        ))];
    }
    if size < 2 {
        return vec![lacking(format!(
            "Fewer than two {groups} have {} of their own, so there is no table of ties between them.",
            findings.actors().many
        ))];
    }
    let Some(mixing) = of.mixing.as_ref().filter(|_| size <= GROUPS) else {
        let said = format!(
            "A table of {size} by {size} {groups} is left out here. {}",
            given(&format!("group mixing --by {group}"))
        );
        return vec![el("p").class("note").with(said).into()];
    };
    let map = figure::mixing(&findings.net, (of, mixing), order, &labels);
    let said = figure::mixing_caption(&findings.net, of, &map, group);
    let table = pairs(mixing, words);
    let summary = format!("The same as a table: {}", PAIR_OF_GROUPS.count(table.len()));
    vec![figure(&map.draw(&figure::LOW), &said).into(), details(summary).with(table.html()).into()]
}

/// A row for each two groups that have a pair.
fn pairs(mixing: &Results, words: &Words<'_>) -> Table {
    let mut table = Table::new(
        format!(
            "Ties between each two {} against what the same density everywhere would give",
            words.groups
        ),
        &["one", "other", "#ties", "#pairs", "#expected", "#ratio"],
    );
    let side = |column: &str, row: usize| {
        let word = mixing.words(column).and_then(|words| words[row].as_deref());
        Cell::words((words.label)(word.unwrap_or_default()))
    };
    let [ties, dyads, expected, ratio] =
        ["ties", "dyads", "expected", "ratio"].map(|it| mixing.numbers(it).unwrap_or_default());
    for row in (0..mixing.len()).filter(|&row| dyads[row] > Some(0.0)) {
        table.row(vec![
            side("from_group", row),
            side("to_group", row),
            Cell::number(ties[row], None),
            Cell::number(dyads[row], None),
            Cell::number(expected[row], mixing.reason(row, "expected")),
            Cell::number(ratio[row], mixing.reason(row, "ratio")),
        ]);
    }
    table
}
