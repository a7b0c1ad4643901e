//! What changed from the first wave to the last: ties, groups, brokers.

use std::fmt::Write as _;

use tertius::{Results, Unit};

use crate::chance::LEVEL;
use crate::change::Change;
use crate::figure::{MOST_COMPARED, figure};
use crate::findings::Findings;
use crate::html::{Node, p};
use crate::section::{asked_draws, h3, how_to_read, lacking};
use crate::table::{Cell, Table};
use crate::wording::{Noun, TIE, given, list, number, percent, whole};

/// Brokers shown.
const BROKERS: usize = 5;

/// Nothing without two waves: the rest of the section says so.
pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let change = match &findings.change {
        None => return Vec::new(),
        Some(Err(why)) => return vec![lacking(why.as_str())],
        Some(Ok(change)) => change,
    };
    let [from, to] = &change.waves;
    let mut body = vec![h3(&format!("What changed from wave {from} to wave {to}"))];
    body.push(p(actors(change, findings.actors())).into());
    body.push(p(ties(change)).into());
    body.extend(not_comparable(change).map(|said| p(said).into()));
    match density(change) {
        Some(said) => body.push(p(said).into()),
        None => body.push(lacking(format!(
            "Whether density changed by more than chance gives is not tested here: there are too few pairs, or too many actors for a page. {}",
            given("null compare --measure 'whole density' --pairs yes")
        ))),
    }
    match &findings.before_and_after {
        Some(pictures) => {
            body.extend(pictures.iter().map(|(drawn, caption)| figure(drawn, caption).into()));
        }
        None => body.push(lacking(format!(
            "There are no pictures of both waves here: with more than {MOST_COMPARED} actors nobody is found again in the second. {}",
            given("change pairs")
        ))),
    }
    body.extend(sectors(findings, change));
    body.extend(localities(findings, change));
    body.push(how_to_read(&[
        (Unit::Change, "ties"),
        (Unit::Null, "compare"),
        (Unit::Change, "groups"),
        (Unit::Change, "localities"),
    ]));
    body.push(h3("Brokers, and the pairs they stood between"));
    body.extend(brokers(change));
    body
}

/// Who was there, who came and who went.
fn actors(change: &Change, noun: Noun) -> String {
    let nobody = |count: usize| if count == 0 { "nobody".to_owned() } else { whole(count) };
    let stayed = change.count("stayed");
    format!(
        "{} {} there in both waves; {} joined and {} left.",
        noun.count(stayed),
        if stayed == 1 { "was" } else { "were" },
        nobody(change.count("joined")),
        nobody(change.count("left"))
    )
}

/// What became of ties among pairs that were observed both times.
fn ties(change: &Change) -> String {
    let [_, observed] = change.dyads();
    let [kept, gained, lost] = ["kept", "gained", "lost"].map(|it| change.count(it));
    let either = kept + gained + lost;
    let mut said = format!(
        "Of {} observed in both waves, {} kept a tie, {} gained one and {} lost one.",
        change.pair().count(observed),
        whole(kept),
        whole(gained),
        whole(lost)
    );
    let share = |name: &str| change.ties.value(name, "value");
    if let Some(jaccard) = share("jaccard") {
        let _ = write!(
            said,
            " So of the {} tied in either wave {} {} tied in both (Jaccard {}).",
            whole(either),
            percent(jaccard),
            if kept == 1 { "is" } else { "are" },
            number(jaccard)
        );
    }
    if let (Some(retention), Some(birth)) = (share("retention"), share("birth")) {
        let _ = write!(
            said,
            " {} of the earlier ties lasted, and {} of the pairs without one became tied.",
            percent(retention),
            percent(birth)
        );
    }
    said
}

/// What cannot be compared; silence is not loss.
fn not_comparable(change: &Change) -> Option<String> {
    let [possible, observed] = change.dyads();
    let mut said = Vec::new();
    if observed < possible {
        let missing = possible - observed;
        said.push(format!(
            "{} of {} cannot be compared, because in one of the waves nobody was heard who would have told: silence is not loss.",
            whole(missing),
            change.pair().count(possible)
        ));
    }
    let [from, to] = &change.waves;
    for (quantity, one, many) in [
        (
            "not_observed_after",
            format!("was not heard of again in wave {to}"),
            format!("were not heard of again in wave {to}"),
        ),
        (
            "not_observed_before",
            format!("of wave {to} may be new or not: wave {from} does not tell"),
            format!("of wave {to} may be new or not: wave {from} does not tell"),
        ),
        (
            "known_from_others",
            "is known only from one who was not needed to tell, and is in no share".to_owned(),
            "are known only from those who were not needed to tell, and are in no share".to_owned(),
        ),
        (
            "of_joiners",
            "came with those who joined".to_owned(),
            "came with those who joined".to_owned(),
        ),
        (
            "of_leavers",
            "went with those who left".to_owned(),
            "went with those who left".to_owned(),
        ),
    ] {
        match change.count(quantity) {
            0 => {}
            1 => said.push(format!("1 tie {one}.")),
            count => said.push(format!("{} {many}.", TIE.count(count))),
        }
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// Whether the share of pairs that are tied changed by more than chance.
fn density(change: &Change) -> Option<String> {
    let found = change.density.as_ref()?;
    let value = |column: &str| found.value("density", column);
    let (before, after, p) = (value("value")?, value("value_with")?, value("p")?);
    let verdict = if p <= LEVEL {
        "That is more than chance gives"
    } else {
        "That is no more than chance may give"
    };
    let among = if change.count("joined") + change.count("left") > 0 {
        " among those who were there in both waves"
    } else {
        ""
    };
    let looked_at = match value("p_error") {
        Some(0.0) => "all such draws".to_owned(),
        _ => format!("{} such draws", whole(asked_draws(found))),
    };
    Some(format!(
        "Density, the share of observed pairs that are tied, went from {} to {}{among}. {verdict}: if it were drawn by lot in which of the two waves each pair that changed was tied, the difference would be as large in {} of {looked_at} (p = {}). The test takes pairs as changing one by one; one who brings many ties at once makes p too small.",
        percent(before),
        percent(after),
        percent(p),
        number(p)
    ))
}

/// A table of what became of ties between each two sectors.
fn sectors(findings: &Findings<'_>, change: &Change) -> Vec<Node> {
    let mut body = vec![h3("Between sectors")];
    let Some(groups) = &change.sectors else {
        body.push(lacking(
            "No sector is on record. Fill in the column sector of organisations.csv, or of people.csv, to see between whom ties came and went.",
        ));
        return body;
    };
    let count = |column: &str, row: usize| counted(groups, column, row);
    let tied = |&row: &usize| count("before", row) + count("after", row) > 0;
    let rows: Vec<usize> = (0..groups.len()).filter(tied).collect();
    let label = |column: &str, row: usize| {
        let id = groups.words(column).and_then(|it| it[row].as_deref()).unwrap_or_default();
        findings.sector_label(id)
    };
    let directed = groups.method.directed;
    let ends = if directed { ["from", "to"] } else { ["one", "other"] };
    body.extend(most_changed(&rows, directed, &count, &label).map(|said| p(said).into()));
    let table = Table::new(
        "What became of ties between each two sectors that have any",
        &[
            ends[0],
            ends[1],
            "#ties before",
            "#ties after",
            "#pairs observed both times",
            "#kept",
            "#gained",
            "#lost",
            "#ties not comparable",
        ],
    );
    let table = table.filled(rows, given("change groups"), |row| {
        let mut cells = ["from_group", "to_group"].map(|it| Cell::words(label(it, row))).to_vec();
        let columns = ["before", "after", "dyads", "kept", "gained", "lost"];
        cells.extend(columns.map(|column| Cell::count(count(column, row))));
        cells.push(Cell::count(NOT_COMPARABLE.map(|column| count(column, row)).iter().sum()));
        cells
    });
    body.push(table.html().into());
    body
}

/// The columns of ties of which no change can be told.
const NOT_COMPARABLE: [&str; 5] =
    ["not_observed_before", "not_observed_after", "known_from_others", "of_joiners", "of_leavers"];

#[expect(clippy::cast_sign_loss, reason = "a count")]
fn counted(found: &Results, column: &str, row: usize) -> usize {
    found.numbers(column).and_then(|it| it[row]).unwrap_or_default() as usize
}

/// The two sectors between which most ties came, and those between which most went.
fn most_changed(
    rows: &[usize],
    directed: bool,
    count: &dyn Fn(&str, usize) -> usize,
    label: &dyn Fn(&str, usize) -> String,
) -> Option<String> {
    let between = |row: usize| {
        let [one, other] = ["from_group", "to_group"].map(|it| label(it, row));
        match (one == other, directed) {
            (true, _) => format!("within {one}"),
            (false, true) => format!("from {one} to {other}"),
            (false, false) => format!("between {one} and {other}"),
        }
    };
    let most = |column: &str| {
        let most = rows.iter().map(|&row| count(column, row)).max().filter(|&most| most > 0)?;
        let rows: Vec<usize> =
            rows.iter().copied().filter(|&row| count(column, row) == most).collect();
        let each = if rows.len() > 1 { " each" } else { "" };
        let places: Vec<String> = rows.into_iter().map(between).collect();
        Some(format!("{} ({}{each})", list(&places), whole(most)))
    };
    match (most("gained"), most("lost")) {
        (None, None) => None,
        (Some(gained), None) => Some(format!("Most ties were gained {gained}; none was lost.")),
        (None, Some(lost)) => Some(format!("No tie was gained; most were lost {lost}.")),
        (Some(gained), Some(lost)) => {
            Some(format!("Most ties were gained {gained}, and most lost {lost}."))
        }
    }
}

/// A table of what became of ties inside each locality, where there are localities.
fn localities(findings: &Findings<'_>, change: &Change) -> Vec<Node> {
    let Some(found) = &change.localities else { return Vec::new() };
    let mut body = vec![h3("Inside localities")];
    let value = |column: &str, row: usize| found.numbers(column).and_then(|it| it[row]);
    let rows: Vec<usize> =
        (0..found.len()).filter(|&row| counted(found, "dyads", row) > 0).collect();
    if rows.is_empty() {
        body.push(lacking(
            "In no locality is there a pair that was observed in both waves, so what changed inside localities is not told.",
        ));
        return body;
    }
    let label = |row: usize| {
        let id = found.words("group").and_then(|it| it[row].as_deref()).unwrap_or_default();
        findings.locality_label(id)
    };
    body.push(p(inside(&rows, &value, &label)).into());
    let table = Table::new(
        "Ties inside each locality, among pairs observed in both waves",
        &[
            "locality",
            "#pairs",
            "#density before",
            "#density after",
            "#gained",
            "#lost",
            "#net gain expected",
            "#p",
            "#p adjusted",
        ],
    );
    let table = table.filled(rows, given("change localities"), |row| {
        let number = |column: &str| Cell::number(value(column, row), found.reason(row, column));
        let share = |column: &str| Cell::share(value(column, row), found.reason(row, column));
        vec![
            Cell::words(label(row)),
            number("dyads"),
            share("density_before"),
            share("density_after"),
            number("gained"),
            number("lost"),
            number("expected"),
            number("p"),
            number("p_adjusted"),
        ]
    });
    body.push(table.html().into());
    body
}

/// Whether any locality changed more than others, with all being asked at once.
fn inside(
    rows: &[usize],
    value: &dyn Fn(&str, usize) -> Option<f64>,
    label: &dyn Fn(usize) -> String,
) -> String {
    const TEST: &str =
        "if ties gained and lost inside localities were dealt at random to the pairs inside any";
    let mut tested: Vec<(usize, f64, f64)> = rows
        .iter()
        .filter_map(|&row| Some((row, value("p", row)?, value("p_adjusted", row)?)))
        .collect();
    tested.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let Some(&(first, p, adjusted)) = tested.first() else {
        return "Whether a locality changed more than others cannot be tested here: there is one, or nothing changed inside any.".to_owned();
    };
    let change = |row: usize, p: f64, adjusted: f64| {
        let share = |column: &str| percent(value(column, row).unwrap_or_default());
        format!(
            "{} (density from {} to {}; p = {}, and {} with {} localities asked at once)",
            label(row),
            share("density_before"),
            share("density_after"),
            number(p),
            number(adjusted),
            whole(tested.len())
        )
    };
    let apart: Vec<String> = tested
        .iter()
        .filter(|it| it.2 <= LEVEL)
        .map(|&(row, p, adjusted)| change(row, p, adjusted))
        .collect();
    if apart.is_empty() {
        format!(
            "No locality changed more, or less, than chance may give {TEST}. Furthest from it is {}. With so few pairs only great differences show.",
            change(first, p, adjusted)
        )
    } else {
        format!("More or less than chance gives, {TEST}, changed {}.", list(&apart))
    }
}

/// What became of the pairs that the main brokers stood between.
fn brokers(change: &Change) -> Vec<Node> {
    let found = &change.closure;
    let count = |column: &str, row: usize| counted(found, column, row);
    let mut rows: Vec<usize> = (0..found.len()).filter(|&row| count("brokered", row) > 0).collect();
    rows.sort_by_key(|&row| std::cmp::Reverse(count("brokered", row)));
    rows.truncate(BROKERS);
    let of = if change.sectors.is_some() { " of different sectors" } else { "" };
    let Some(&first) = rows.first() else {
        return vec![lacking(format!(
            "In wave {} nobody stood between two{of} who were not tied, so there is no broker whose pairs could have met.",
            change.waves[0]
        ))];
    };
    let mut table = Table::new(
        format!("Pairs{of} without a tie in wave {}, and what became of them", change.waves[0]),
        &[
            "stood between them",
            "#pairs",
            "#alone",
            "#tied directly now",
            "#still through it",
            "#through others",
            "#apart",
            "#of who left",
            "#not observed",
            "#share tied",
            "#share of other pairs",
        ],
    );
    for &row in &rows {
        let name = found.words("name").and_then(|it| it[row].as_deref()).unwrap_or_default();
        let mut cells = vec![Cell::words(name)];
        let columns =
            ["brokered", "alone", "closed", "still", "by_others", "apart", "left", "not_observed"];
        cells.extend(columns.map(|column| match column {
            "left" if change.count("left") == 0 => Cell::Blank,
            column => Cell::count(count(column, row)),
        }));
        for column in ["share_closed", "share_other"] {
            let value = found.numbers(column).and_then(|it| it[row]);
            cells.push(Cell::share(value, found.reason(row, column)));
        }
        table.row(cells);
    }
    vec![
        p(first_broker(change, first)).into(),
        table.html().into(),
        how_to_read(&[(Unit::Change, "closure")]),
    ]
}

/// Whether the one who stood between most pairs works itself out of a job.
fn first_broker(change: &Change, row: usize) -> String {
    let found = &change.closure;
    let count = |column: &str| counted(found, column, row);
    let share = |column: &str| found.numbers(column).and_then(|it| it[row]);
    let name = found.words("name").and_then(|it| it[row].as_deref()).unwrap_or_default();
    let [from, to] = &change.waves;
    let of = if change.sectors.is_some() { " of different sectors" } else { "" };
    let brokered = count("brokered");
    let alone = match count("alone") {
        alone if alone == brokered => ", and nobody else did,".to_owned(),
        0 => ", always beside others,".to_owned(),
        alone => format!(", {} of them alone,", whole(alone)),
    };
    let closed = count("closed");
    let mut said = format!(
        "Of {}{of} that {name} stood between in wave {from}{alone} {} tied directly in wave {to}.",
        change.pair().count(brokered),
        match closed {
            0 => "none is".to_owned(),
            1 => "1 is".to_owned(),
            _ => format!("{} are", whole(closed)),
        }
    );
    if let (Some(own), Some(other)) = (share("share_closed"), share("share_other")) {
        let _ = write!(
            said,
            " That is {} of those known, against {} of the {} without a tie before.",
            percent(own),
            percent(other),
            OTHER_PAIR.count(count("other_pairs")),
        );
    }
    let rest = [
        ("still", "it still stands between ", ""),
        ("by_others", "others alone now stand between ", ""),
        ("apart", "", " without any partner in common"),
        ("left", "", " of somebody who left"),
        ("not_observed", "", " not observed again"),
    ];
    let rest: Vec<String> = rest
        .iter()
        .filter(|(column, ..)| count(column) > 0)
        .map(|(column, before, after)| format!("{before}{}{after}", whole(count(column))))
        .collect();
    if !rest.is_empty() {
        let _ = write!(said, " As for the rest: {}.", list(&rest));
    }
    said
}

const OTHER_PAIR: Noun = Noun { one: "other pair", many: "other pairs", article: "an" };

#[cfg(test)]
mod tests {
    use tertius::{Network, Watch};

    use super::*;
    use crate::change::Two;
    use crate::wording::ORGANISATION;

    fn change(before: Network, after: Network) -> Change {
        let waves = ["1".to_owned(), "2".to_owned()];
        let two = Two::between(waves, [before, after]).expect("they can be compared");
        Change::told(two, 1, &Watch::new()).expect("they can be compared")
    }

    fn net(ties: &[(&str, &str)], isolates: &[&str]) -> Network {
        let ties = ties.iter().map(|&(from, to)| (from, to, 1.0));
        Network::from_ties(false, ties).expect("a network").with_isolates(isolates.iter().copied())
    }

    fn hub() -> Change {
        let before = net(&[("hub", "a"), ("hub", "b"), ("hub", "c")], &[]);
        change(before, net(&[("hub", "a"), ("hub", "b"), ("a", "b")], &["c"]))
    }

    #[test]
    fn kept_gained_and_lost_are_said_with_their_shares() {
        let change = hub();
        assert_eq!(
            actors(&change, ORGANISATION),
            "4 organisations were there in both waves; nobody joined and nobody left."
        );
        assert_eq!(
            ties(&change),
            "Of 6 pairs observed in both waves, 2 kept a tie, 1 gained one and 1 lost one. So of the 4 tied in either wave 50\u{a0}% are tied in both (Jaccard 0.5). 67\u{a0}% of the earlier ties lasted, and 33\u{a0}% of the pairs without one became tied."
        );
        assert_eq!(not_comparable(&change), None);
        let said = density(&change).expect("a test");
        assert!(
            said.contains("from 50\u{a0}% to 50\u{a0}%. That is no more than chance may give"),
            "{said}"
        );
        assert!(said.contains("100\u{a0}% of all such draws (p = 1)"), "{said}");
    }

    #[test]
    fn silence_is_not_loss_and_who_left_took_ties_along() {
        let before = net(&[("a", "b"), ("a", "c"), ("c", "d"), ("d", "e")], &[]);
        let after = net(&[("a", "b")], &["c", "d"]).with_accounts([true, true, false, false]);
        let change = change(before, after);
        assert_eq!(
            actors(&change, ORGANISATION),
            "4 organisations were there in both waves; nobody joined and 1 left."
        );
        assert_eq!(
            not_comparable(&change).as_deref(),
            Some(
                "1 of 6 pairs cannot be compared, because in one of the waves nobody was heard who would have told: silence is not loss. 1 tie was not heard of again in wave 2. 1 tie went with those who left."
            )
        );
        assert!(
            ties(&change).contains("1 kept a tie, 0 gained one and 1 lost one"),
            "a \u{2013} c"
        );
    }

    #[test]
    fn a_broker_whose_pairs_met_is_told_of() {
        let change = hub();
        let row = change
            .closure
            .words("name")
            .unwrap()
            .iter()
            .position(|it| it.as_deref() == Some("hub"));
        assert_eq!(
            first_broker(&change, row.expect("the hub")),
            "Of 3 pairs that hub stood between in wave 1, and nobody else did, 1 is tied directly in wave 2. As for the rest: 2 without any partner in common."
        );
    }

    #[test]
    fn a_locality_stands_out_or_none_does() {
        let label = |row: usize| ["North", "South"][row].to_owned();
        let values = |adjusted: f64| {
            move |column: &str, row: usize| match (column, row) {
                ("p", 0) => Some(adjusted / 2.0),
                ("p_adjusted", 0) => Some(adjusted),
                ("p" | "p_adjusted", _) => Some(1.0),
                ("density_before", _) => Some(0.2),
                _ => Some(0.6),
            }
        };
        assert!(
            inside(&[0, 1], &values(0.6), &label).starts_with("No locality changed more, or less")
        );
        let said = inside(&[0, 1], &values(0.02), &label);
        assert!(
            said.ends_with("changed North (density from 20\u{a0}% to 60\u{a0}%; p = 0.01, and 0.02 with 2 localities asked at once)."),
            "{said}"
        );
        assert!(inside(&[], &values(0.6), &label).contains("cannot be tested here"));
    }

    #[test]
    fn the_sectors_that_changed_most_are_named() {
        let count = |column: &str, row: usize| match (column, row) {
            ("gained", 0) => 8,
            ("lost", 1) => 2,
            _ => 0,
        };
        let label = |column: &str, row: usize| match (column, row) {
            ("to_group", 0) => "charities".to_owned(),
            _ => "colleges".to_owned(),
        };
        assert_eq!(
            most_changed(&[0, 1], false, &count, &label).as_deref(),
            Some(
                "Most ties were gained between colleges and charities (8), and most lost within colleges (2)."
            )
        );
        assert_eq!(most_changed(&[], true, &count, &label), None);
    }
}
