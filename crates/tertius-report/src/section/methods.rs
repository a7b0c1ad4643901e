//! Methods: the view in words, and the page of each measure used.

use tertius::{Measure, Unit};

use crate::findings::Findings;
use crate::html::{Node, details, el, p, points};
use crate::markdown;
use crate::section::h3;
use crate::wording::{ACTOR, TIE, capitalised, sentence, whole};

/// The measures of the report, in the order in which they are met.
const USED: &[(Unit, &str)] = &[
    (Unit::Actor, "degree"),
    (Unit::Actor, "betweenness"),
    (Unit::Actor, "constraint"),
    (Unit::Actor, "spanners"),
    (Unit::Actor, "brokerage"),
    (Unit::Whole, "brokerage"),
    (Unit::Whole, "ei_index"),
    (Unit::Group, "mixing"),
    (Unit::Actor, "removal"),
    (Unit::Whole, "components"),
    (Unit::Whole, "density"),
    (Unit::Change, "ties"),
    (Unit::Change, "groups"),
    (Unit::Change, "localities"),
    (Unit::Change, "closure"),
];

pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let net = &findings.net;
    let mut body = vec![h3("The view")];
    body.push(
        p(format!(
            "Which evidence becomes a network is a choice. Here it is: {}. The network has {} and {} {} {}.",
            net.provenance().view,
            ACTOR.count(net.actors().len()),
            whole(net.ties().len()),
            if net.is_directed() { "directed" } else { "undirected" },
            TIE.of(net.ties().len())
        ))
        .into(),
    );
    if !net.provenance().notes.is_empty() {
        body.push(p("What was left out, added up or taken otherwise than recorded:").into());
        body.push(points(net.provenance().notes.iter().map(|note| sentence(note))).into());
    }
    body.push(h3("Conventions"));
    body.push(
        points([
            "A value that is undefined is a dash, with the reason under the table. It is never nought.",
            "Expected values are those of ties laid at random: every pair as likely to be tied as any other, at the density found among the pairs that were observed. Across sectors and localities only observed pairs count; expected brokerage takes every pair as observed. They are a yardstick, not a test: where something is tested, the sentence says so and gives a p.",
            "In formulas and notes a dyad is a pair of actors, and an alter of an actor is one that it is tied to. sd is the standard deviation, and z the difference from what is expected, in standard deviations.",
            "Across sectors and localities a tie counts as 1, whatever its strength.",
            "Percentages are rounded to whole numbers, those under 1 to one decimal, other values to three figures; saved tables hold every figure.",
            "Shared ranks carry the sign =.",
        ])
        .into(),
    );
    body.push(h3("Measures"));
    for (unit, name) in USED.iter().filter(|(_, name)| is_used(findings, name)) {
        body.extend(Measure::find(*unit, name).map(measure).into_iter().flatten());
    }
    body
}

/// Whether the report shows a measure: what the data do not allow needs no method.
fn is_used(findings: &Findings<'_>, name: &str) -> bool {
    let change = findings.change.as_ref().and_then(|it| it.as_ref().ok());
    match name {
        "betweenness" => findings.standing.betweenness.is_some(),
        "spanners" => findings.spanners.is_some(),
        "brokerage" => findings.brokerage.is_ok(),
        "ei_index" | "mixing" => findings.sector.is_some() || findings.locality.is_some(),
        "ties" | "closure" => change.is_some(),
        "groups" => change.is_some_and(|it| it.sectors.is_some()),
        "localities" => change.is_some_and(|it| it.localities.is_some()),
        _ => true,
    }
}

fn measure(measure: &'static Measure) -> [Node; 2] {
    let name = match measure.name {
        "ei_index" => "E\u{2013}I index".to_owned(),
        name => capitalised(name),
    };
    let of = match measure.unit {
        Unit::Actor => "of each actor",
        Unit::Tie => "of each tie",
        Unit::Group => "of groups",
        Unit::Whole => "of the whole network",
        Unit::Null => "of a finding",
        Unit::Change => "between two networks",
    };
    let title = format!("{name}, {of}");
    let about = format!(": {}. ", lower(&measure.about()));
    let command = el("code").with(format!("tertius {} {}", measure.unit.name(), measure.name));
    let said = p(el("strong").with(title.as_str())).with(about).all(markdown::source(measure.page));
    let said = said.with(" ").with(command);
    let page = details("Formula, limits and variants").class("page");
    [said.into(), page.all(markdown::render(measure.page)).into()]
}

/// The sentence of a page, to follow a colon.
fn lower(about: &str) -> String {
    let mut chars = about.chars();
    chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
}
