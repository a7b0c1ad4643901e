//! The picture, and the same as tables.

use crate::figure::{figure, unreadable};
use crate::findings::{Findings, Standing};
use crate::ground::Ground;
use crate::html::{Node, details, el, p};
use crate::section::lacking;
use crate::table::{Cell, Table};
use crate::wording::given;

pub(super) fn body(findings: &Findings<'_>, beside: Option<&str>) -> Vec<Node> {
    let mut body: Vec<Node> = Vec::new();
    if findings.net.ties().is_empty() {
        body.push(lacking("No tie is on record in this view: the picture shows who is there."));
    }
    if let Some((drawn, said)) = &findings.picture {
        body.push(figure(drawn, said).into());
    } else {
        body.push(lacking(format!("There is no picture here: {}.", unreadable(findings))));
    }
    body.extend(beside.map(leads));
    body.push(
        details("The actors and the ties, as tables")
            .with(actors(findings, &findings.standing).html())
            .with(ties(findings).html())
            .into(),
    );
    if findings.is_drawable() {
        body.push(how_to_look());
    }
    body
}

/// The way to the narrated page.
fn leads(page: &str) -> Node {
    let link = el("a").set("href", page).with("the page of this network");
    p("To look around in it, with the evidence behind every tie, open ").with(link).with(".").into()
}

fn how_to_look() -> Node {
    details("How to read this")
        .with(p("Two actors are near each other where few steps lie between them. Left and right, above and below mean nothing, and another seed may turn the picture. Who stands in the middle of a picture need not matter most in life: it shows what is on record, in this view."))
        .with(p("Colour and shape say the same, so that the picture can be read in grey."))
        .into()
}

/// Each actor with what it is and how many contacts it has.
pub(crate) fn actors(ground: &Ground<'_>, standing: &Standing) -> Table {
    let net = &ground.net;
    let degree = standing.degree.numbers("degree").unwrap_or_default();
    let words = |attribute: &str, at: usize| {
        let column = net.attribute(attribute);
        column.map_or(Vec::new(), |column| column[at].clone())
    };
    let row = |at: usize| {
        let actor = &net.actors()[at];
        let places: Vec<String> =
            words("locality", at).iter().map(|id| ground.locality_label(id)).collect();
        let kind = actor
            .group
            .as_ref()
            .map_or_else(|| words("kind", at).join(", "), |count| format!("group ({count})"));
        vec![
            Cell::words(actor.name.as_str()),
            ground.sector_cell(at),
            Cell::words(kind),
            Cell::words(places.join(", ")),
            Cell::number(degree[at], None),
        ]
    };
    Table::new("The actors", &["name", "sector", "kind", "locality", "#contacts"]).filled(
        0..net.actors().len(),
        given("actor degree"),
        row,
    )
}

fn ties(findings: &Findings<'_>) -> Table {
    let net = &findings.net;
    let ends = if net.is_directed() { ["from", "to"] } else { ["one end", "other end"] };
    let mut order: Vec<usize> = (0..net.ties().len()).collect();
    order.sort_by(|&a, &b| {
        net.ties()[b].strength.total_cmp(&net.ties()[a].strength).then(a.cmp(&b))
    });
    let elsewhere = if findings.is_drawable() {
        "They are in order of strength; the picture has all."
    } else {
        "They are in order of strength; a smaller view (--locality, --period, --relation) shows its own, and Network::ties in the library gives all."
    };
    let row = |at: usize| {
        let tie = &net.ties()[at];
        let name = |end: u32| Cell::words(net.actors()[end as usize].name.as_str());
        vec![
            name(tie.from),
            name(tie.to),
            Cell::number(Some(tie.strength), None),
            Cell::words(reasons(findings, at)),
        ]
    };
    Table::new("The ties", &[ends[0], ends[1], "#strength", "because of"])
        .filled(order, elsewhere, row)
}

/// What stands behind a tie: activities and people by name, relations by their word.
fn reasons(findings: &Findings<'_>, tie: usize) -> String {
    let mut said: Vec<String> = Vec::new();
    for reason in findings.net.behind(tie) {
        let words = match reason.kind.as_str() {
            "activity" | "person" | "organisation" => findings.name(&reason.what).to_owned(),
            "post" => "post".to_owned(),
            relation => findings.relation_label(relation),
        };
        if !said.contains(&words) {
            said.push(words);
        }
    }
    said.join("; ")
}
