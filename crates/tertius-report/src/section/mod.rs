//! The sections of the report, in the words of the people who use it. Each says its sentences in
//! one place, and what the data lack in place of what it cannot say.

mod central;
mod chance;
mod change;
mod crossing;
mod data;
mod doubt;
mod fragile;
mod lacks;
mod methods;
mod picture;
mod problems;
mod reproduce;
mod short;
mod spanning;
mod time;

use crate::findings::Findings;
use crate::html::{Element, Node, details, el};
use crate::markdown;
use crate::table::MOST_ROWS;
use crate::wording::sentence;
use tertius::Results;

pub(crate) use picture::actors as actors_table;
pub(crate) use short::{across, caveat, central, sentences as in_short, sizes};

/// A section: its place in the page, its heading, what it says.
pub(crate) struct Section {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) body: Vec<Node>,
}

/// Every section, in order; `beside` is the address of a narrated page.
pub(crate) fn sections(findings: &Findings<'_>, beside: Option<&str>) -> Vec<Section> {
    let section = |id, title, body| Section { id, title, body };
    vec![
        section("data", "What is in the study, and how good it is", data::body(findings)),
        section("picture", "The picture", picture::body(findings, beside)),
        section("central", "Who is central", central::body(findings)),
        section("spanning", "Who spans boundaries", spanning::body(findings)),
        section("crossing", "Across sectors and localities", crossing::body(findings)),
        section("chance", "More than chance?", chance::body(findings)),
        section("fragile", "What falls apart without whom", fragile::body(findings)),
        section("doubt", "If the evidence were otherwise", doubt::body(findings)),
        section("time", "Over time", time::body(findings)),
        section("methods", "Methods", methods::body(findings)),
        section("reproduce", "Make this report again", reproduce::body(findings)),
    ]
}

/// How many draws were asked for.
fn asked_draws(found: &Results) -> usize {
    found.method.option("draws").and_then(|it| it.parse().ok()).unwrap_or_default()
}

fn h3(title: &str) -> Node {
    el("h3").with(title).into()
}

/// What a table on demand holds: all of a list, or as many as a table shows.
fn most_or_all(length: usize, list: &str, first: &str) -> String {
    if length > MOST_ROWS {
        format!("The {MOST_ROWS} {first}, of {list}")
    } else {
        format!("All {list}")
    }
}

/// A paragraph that says what the data lack.
fn lacking(text: impl Into<Node>) -> Node {
    el("p").class("lacking").with(text).into()
}

/// What a measure notes, but for what every measure of the network notes and section 1 says.
fn notes(findings: &Findings<'_>, results: &Results) -> Option<Node> {
    let of_all = &findings.standing.degree.method.notes;
    let notes = results.method.notes.iter().filter(|note| !of_all.contains(note));
    let notes: Vec<String> = notes.map(|note| sentence(note)).collect();
    (!notes.is_empty()).then(|| el("p").class("note").with(notes.join(" ")).into())
}

/// How to read some measures, from their pages.
fn how_to_read(measures: &[(tertius::Unit, &str)]) -> Node {
    let found = measures.iter().filter_map(|(unit, name)| tertius::Measure::find(*unit, name));
    let read = found.flat_map(|measure| {
        let about = el("p").with(el("strong").with(format!("{}.", measure.about())));
        std::iter::once(about).chain(markdown::reading(measure.page))
    });
    details("How to read this").all(read.collect::<Vec<Element>>()).into()
}
