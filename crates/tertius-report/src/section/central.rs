//! Who is central: contacts, and lying between others.

use tertius::Unit;

use crate::chart::{Told, centrality, distribution};
use crate::figure::{LOW, WIDE, figure, figure_alone};
use crate::findings::Findings;
use crate::html::{Node, details, p};
use crate::section::{how_to_read, lacking, most_or_all};
use crate::table::{Cell, Table};
use crate::wording::{TIE, given, whole};

/// Actors shown at first.
const TOP: usize = 15;

pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let net = &findings.net;
    if net.ties().is_empty() {
        return vec![lacking("Nobody is central where no tie is on record.")];
    }
    let noun = findings.actors();
    let order = order(findings);
    let contacts = if net.is_directed() {
        "Contacts count the ties that go out from each and those that come in".to_owned()
    } else {
        format!("Contacts count the {} that each is tied to", noun.many)
    };
    let between = match &findings.standing.betweenness {
        Some(_) => {
            "; betweenness counts the pairs of others that it lies between, on shortest paths"
        }
        None => "",
    };
    let mut body: Vec<Node> = vec![
        p(format!(
            "{contacts}{between}. High values show where contacts meet in this record. They do not show importance, influence or effort."
        ))
        .into(),
    ];
    if findings.standing.betweenness.is_none() {
        body.push(lacking(without_betweenness(net.actors().len(), net.ties().len())));
    }
    if findings.net.observed_dyads() < findings.net.dyads() {
        body.push(
            p("Not every pair was observed: the contacts of those who were not heard are a lower bound, and what rests on paths through them is the least certain.")
                .into(),
        );
    }
    if findings.is_drawable() {
        let Told { picture, said } = centrality::picture(findings, &findings.scores);
        body.push(figure(&picture.draw(&WIDE), &said.join(" ")).into());
    }
    let shown = order.len().min(TOP);
    let caption = if shown < order.len() {
        format!("The {shown} with most contacts, of {}", noun.count(order.len()))
    } else {
        format!("All {}, by contacts", noun.many)
    };
    body.push(table(findings, &order[..shown], &caption).html().into());
    if shown < order.len() {
        let all = most_or_all(order.len(), &noun.count(order.len()), "with most contacts");
        body.push(details(all.as_str()).with(table(findings, &order, &all).html()).into());
    }
    let spread = distribution::picture(findings, &findings.scores[0]);
    if let Some(Told { picture, said }) = spread.filter(|_| findings.is_drawable()) {
        body.push(figure_alone(&picture.draw(&LOW), &said.join(" ")).into());
    }
    let read: &[(Unit, &str)] = match &findings.standing.betweenness {
        Some(_) => {
            &[(Unit::Actor, "degree"), (Unit::Actor, "betweenness"), (Unit::Actor, "constraint")]
        }
        None => &[(Unit::Actor, "degree"), (Unit::Actor, "constraint")],
    };
    body.push(how_to_read(read));
    body
}

fn without_betweenness(actors: usize, ties: usize) -> String {
    format!(
        "Betweenness is left out here: shortest paths between all {} actors over {} would take too long for a page. {}",
        whole(actors),
        TIE.count(ties),
        given("actor betweenness")
    )
}

fn order(findings: &Findings<'_>) -> Vec<usize> {
    let degree = findings.standing.degree.numbers("degree").unwrap_or_default();
    let between = findings.standing.between();
    let key = |at: usize| (degree[at].unwrap_or(-1.0), between[at].unwrap_or(-1.0));
    let mut order: Vec<usize> = (0..degree.len()).collect();
    order.sort_by(|&a, &b| {
        let ((da, ba), (db, bb)) = (key(a), key(b));
        db.total_cmp(&da).then(bb.total_cmp(&ba)).then(a.cmp(&b))
    });
    order
}

fn table(findings: &Findings<'_>, order: &[usize], caption: &str) -> Table {
    let degree = |column: &str| findings.standing.degree.numbers(column).unwrap_or_default();
    let contacts = degree("degree");
    let ways: &[&str] = if findings.net.is_directed() { &["in", "out"] } else { &[] };
    let ways: Vec<_> = ways.iter().map(|way| (way, degree(&format!("{way}_degree")))).collect();
    let strength = degree("strength");
    let between = findings.standing.between();
    let constraint = findings.constraint.numbers("value").unwrap_or_default();
    let by_contacts = ranks(&contacts);
    let by_between = ranks(&between);
    let mut columns = vec!["#rank by contacts".to_owned(), "name".to_owned(), "sector".to_owned()];
    columns.push("#contacts".to_owned());
    columns.extend(ways.iter().map(|(way, _)| format!("#{way}")));
    columns.extend(
        ["#strength", "#betweenness", "#rank by betweenness", "#constraint"].map(str::to_owned),
    );
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let between_cell =
        |at: usize| between[at].map_or(Cell::Blank, |it| Cell::number(Some(it), None));
    let row = |&at: &usize| {
        let mut row = vec![
            rank(by_contacts[at]),
            Cell::words(findings.net.actors()[at].name.as_str()),
            findings.sector_cell(at),
            Cell::number(contacts[at], None),
        ];
        row.extend(ways.iter().map(|(_, values)| Cell::number(values[at], None)));
        row.extend([
            Cell::number(strength[at], None),
            between_cell(at),
            rank(by_between[at]),
            Cell::number(constraint[at], findings.constraint.reason(at, "value")),
        ]);
        row
    };
    let measures = match &findings.standing.betweenness {
        Some(_) => "actor degree, actor betweenness or actor constraint",
        None => "actor degree or actor constraint",
    };
    Table::new(caption, &columns).named_by(1).filled(order, given(measures), row)
}

/// The rank of each value, and whether others share it; what rounding alone tells apart is equal.
fn ranks(values: &[Option<f64>]) -> Vec<Option<(usize, bool)>> {
    let mut order: Vec<usize> = (0..values.len()).filter(|&at| values[at].is_some()).collect();
    order.sort_by(|&a, &b| values[b].partial_cmp(&values[a]).expect("no value is NaN"));
    let same = |a: &usize, b: &usize| match (values[*a], values[*b]) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()),
        _ => false,
    };
    let mut ranks = vec![None; values.len()];
    let mut above = 0;
    for tied in order.chunk_by(same) {
        tied.iter().for_each(|&at| ranks[at] = Some((above + 1, tied.len() > 1)));
        above += tied.len();
    }
    ranks
}

fn rank(rank: Option<(usize, bool)>) -> Cell {
    match rank {
        None => Cell::Blank,
        Some((rank, shared)) => {
            let mark = if shared { "=" } else { "" };
            Cell::Number(format!("{}{mark}", whole(rank)), rank as f64)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ranks;

    #[test]
    fn ranks_say_when_they_are_shared() {
        let ranks = ranks(&[Some(3.0), Some(1.0), None, Some(3.0 + 1e-12), Some(0.0)]);
        assert_eq!(
            ranks,
            [Some((1, true)), Some((3, false)), None, Some((1, true)), Some((4, false))]
        );
    }
}
