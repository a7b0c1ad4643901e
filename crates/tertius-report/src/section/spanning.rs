//! Who spans boundaries: people by their posts, and actors between sectors.

use tertius::actor::ROLES;
use tertius::{Results, Unit};

use crate::crossing::Crossing;
use crate::figure::{self, figure};
use crate::findings::Findings;
use crate::html::{Node, details, p, points};
use crate::section::{h3, how_to_read, lacking, most_or_all, notes};
use crate::table::{Cell, MOST_ROWS, Table};
use crate::wording::{PERSON, given, list, sentence, whole as whole_number};

/// Brokers shown at first.
const TOP: usize = 12;

pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let mut body = vec![h3("People, by their posts")];
    body.extend(people(findings));
    body.push(h3("Between sectors, by position"));
    body.extend(brokers(findings));
    body
}

fn people(findings: &Findings<'_>) -> Vec<Node> {
    let Some(spanners) = &findings.spanners else {
        let why = if findings.study.people.is_empty() {
            "No person is on record. To see who spans organisations, add people.csv and affiliations.csv: who holds which post where."
        } else {
            "People are on record and their posts are not. To see who spans organisations, add affiliations.csv: who holds which post where."
        };
        return vec![lacking(why)];
    };
    let crossed = crossed(spanners);
    let mut body: Vec<Node> = vec![
        p("A boundary spanner is meant in two senses. Designated is what somebody says of a person; structural is what the record shows: posts in two or more organisations. Posts on record are a lower bound of those held.").into(),
        p(senses(&crossed)).into(),
        profiles(spanners).html().into(),
    ];
    body.extend(notes(findings, spanners));
    body.extend(resting(spanners));
    body.push(how_to_read(&[(Unit::Actor, "spanners")]));
    body
}

/// People by what is said of them (yes, no, not known) and what the record shows (yes, no).
fn crossed(spanners: &Results) -> [[usize; 2]; 3] {
    let word = |column: &str, at: usize| spanners.words(column).and_then(|it| it[at].as_deref());
    let mut crossed = [[0; 2]; 3];
    for at in 0..spanners.len() {
        let said = match word("designated", at) {
            Some("yes") => 0,
            Some(_) => 1,
            None => 2,
        };
        crossed[said][usize::from(word("structural", at) != Some("yes"))] += 1;
    }
    crossed
}

fn senses(crossed: &[[usize; 2]; 3]) -> String {
    let designated: usize = crossed[0].iter().sum();
    let structural: usize = crossed.iter().map(|it| it[0]).sum();
    let both = crossed[0][0];
    let unsaid: usize = crossed[2].iter().sum();
    let people: usize = crossed.iter().flatten().sum();
    let said = match (designated, both) {
        (0, _) => "Nobody is designated as a boundary spanner".to_owned(),
        (1, 1) => "The one person designated as a boundary spanner is one by posts too".to_owned(),
        (1, _) => "The one person designated as a boundary spanner is not one by posts".to_owned(),
        (_, 0) => format!(
            "{designated} people are designated as boundary spanners, and none of them is one by posts"
        ),
        (_, both) if both == designated => format!(
            "{designated} people are designated as boundary spanners, and all of them are ones by posts"
        ),
        _ => format!(
            "{designated} people are designated as boundary spanners, and {both} of them by posts too"
        ),
    };
    let others = structural - both;
    let others = match others {
        0 => "nobody else has posts in more than one organisation".to_owned(),
        1 => "1 person has posts in more than one organisation without being designated".to_owned(),
        _ => format!(
            "{others} people have posts in more than one organisation without being designated"
        ),
    };
    let unsaid = match unsaid {
        0 => String::new(),
        n if n == people => " Whether anybody is designated is not recorded: fill in designated_spanner in people.csv.".to_owned(),
        1 => " For 1 person nobody says either way.".to_owned(),
        n => format!(" For {n} people nobody says either way."),
    };
    format!("{said}; {others}.{unsaid}")
}

fn profiles(spanners: &Results) -> Table {
    let numbers = |column: &str| spanners.numbers(column).unwrap_or_default();
    let columns =
        ["posts", "organisations", "sectors", "localities", "share", "links", "links_alone"];
    let values = columns.map(numbers);
    let mut order: Vec<usize> = (0..spanners.len()).collect();
    order.sort_by(|&a, &b| {
        let key = |at: usize| [1, 6, 0].map(|column: usize| values[column][at].unwrap_or(0.0));
        key(b).partial_cmp(&key(a)).expect("counts").then(a.cmp(&b))
    });
    let table = Table::new(
        "What each person spans",
        &[
            "name",
            "designated",
            "by posts",
            "#posts",
            "#organisations",
            "#sectors",
            "#localities",
            "#share of full time",
            "#links",
            "#links on this person alone",
        ],
    );
    table.filled(order, given("actor spanners"), |at| {
        let word = |column: &str| spanners.words(column).and_then(|it| it[at].clone());
        let mut row = vec![
            Cell::words(word("name").unwrap_or_default()),
            Cell::words(word("designated").unwrap_or_else(|| "not said".to_owned())),
            Cell::words(word("structural").unwrap_or_default()),
        ];
        for (column, values) in columns.iter().zip(&values) {
            row.push(if *column == "share" {
                Cell::share(values[at], spanners.reason(at, column))
            } else {
                Cell::number(values[at], spanners.reason(at, column))
            });
        }
        row
    })
}

/// The links that rest on one person, by person.
fn resting(spanners: &Results) -> Option<Node> {
    let (names, rests) = (spanners.words("name")?, spanners.words("rests")?);
    let item = |at: usize| Some(format!("{}: {}", names[at].as_deref()?, rests[at].as_deref()?));
    let mut items: Vec<String> = (0..spanners.len()).filter_map(item).collect();
    let more = items.len().saturating_sub(MOST_ROWS);
    if more > 0 {
        items.truncate(MOST_ROWS);
        items.push(format!("{} more. {}", PERSON.count(more), given("actor spanners")));
    }
    let summary = "Links between organisations that rest on one person alone";
    (!items.is_empty()).then(|| {
        details(summary)
            .with(p("These links would go from the record if the person left. A link with any other evidence behind it is not among them."))
            .with(points(items))
            .into()
    })
}

fn brokers(findings: &Findings<'_>) -> Vec<Node> {
    let [actors, whole] = match &findings.brokerage {
        Ok(results) => results,
        Err(_) if findings.sector.is_none() && !findings.is_two_mode() => {
            return vec![lacking(
                "No sector is on record, so nobody can be placed between sectors. Fill in the column sector of organisations.csv, or of people.csv.",
            )];
        }
        Err(why) => return vec![lacking(sentence(why))],
    };
    let mut body: Vec<Node> = vec![
        p("An actor brokers a pair if it is tied to both and they are not tied to each other. The five roles say whose sectors the three belong to. Brokerage is a position, not a benefit: the actor may join the two, keep them apart, or not know.").into(),
    ];
    let order = figure::brokers(actors);
    if order.is_empty() {
        body.push(p("On this record nobody stands between two others who are not tied.").into());
        return body;
    }
    let beyond_chance = findings.sector.as_ref().and_then(Crossing::beyond_chance);
    let with_chance = beyond_chance.is_none();
    body.push(match beyond_chance {
        Some(why) => lacking(format!("{why} {}", given("actor brokerage --by sector"))),
        None => p(all_together(whole)).into(),
    });
    let shown = order.len().min(TOP);
    let caption = if shown < order.len() {
        format!(
            "Brokerage by role: the {shown} with most, of {} who broker",
            whole_number(order.len())
        )
    } else {
        "Brokerage by role: everybody who brokers".to_owned()
    };
    let bars = figure::roles(&findings.net, actors, &order[..shown], with_chance);
    let said = figure::roles_caption(with_chance);
    body.push(figure(&bars.draw(&figure::WIDE), &said).into());
    body.push(roles(findings, &order[..shown], &caption, with_chance).html().into());
    if shown < order.len() {
        let who = format!("{} who broker", whole_number(order.len()));
        let all = most_or_all(order.len(), &who, "with most");
        body.push(
            details(all.as_str()).with(roles(findings, &order, &all, with_chance).html()).into(),
        );
    }
    body.push(in_all(whole, with_chance).html().into());
    body.extend(notes(findings, actors));
    body.push(how_to_read(&[(Unit::Actor, "brokerage"), (Unit::Whole, "brokerage")]));
    body
}

/// Which roles are more, and which less common than chance would have them, as a hint.
fn all_together(whole: &Results) -> String {
    let z = |role: &&str| whole.value(role, "z");
    let named = |keep: &dyn Fn(f64) -> bool| -> Vec<&str> {
        ROLES[..5].iter().copied().filter(|role| z(role).is_some_and(keep)).collect()
    };
    hints(&named(&|z| z > 2.0), &named(&|z| z < -2.0))
}

fn hints(more: &[&str], less: &[&str]) -> String {
    let said = match (more.is_empty(), less.is_empty()) {
        (true, true) => {
            "In the whole network no role stands out from what ties laid at random would give"
                .to_owned()
        }
        (false, true) => format!(
            "In the whole network there is more brokerage as {} than ties laid at random would give",
            list(more)
        ),
        (true, false) => format!(
            "In the whole network there is less brokerage as {} than ties laid at random would give",
            list(less)
        ),
        (false, false) => format!(
            "In the whole network there is more brokerage as {}, and less as {}, than ties laid at random would give",
            list(more),
            list(less)
        ),
    };
    format!(
        "{said} (|z| above 2, a hint and not a test: small networks do not follow the normal curve)."
    )
}

fn roles(findings: &Findings<'_>, order: &[usize], caption: &str, with_chance: bool) -> Table {
    let Ok([actors, _]) = &findings.brokerage else { return Table::new(caption, &[]) };
    let mut columns = vec!["name".to_owned(), "sector".to_owned()];
    columns.extend(ROLES.iter().map(|role| format!("#{role}")));
    let chance: &[_] = if with_chance { &["expected_total", "z_total"] } else { &[] };
    if with_chance {
        columns.extend(["#total expected".to_owned(), "#z of total".to_owned()]);
    }
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let values = ROLES.into_iter().chain(chance.iter().copied());
    let values: Vec<_> =
        values.map(|column| (column, actors.numbers(column).unwrap_or_default())).collect();
    Table::new(caption, &columns).filled(order, given("actor brokerage --by sector"), |&at| {
        let mut row =
            vec![Cell::words(findings.net.actors()[at].name.as_str()), findings.sector_cell(at)];
        for (column, values) in &values {
            row.push(Cell::number(values[at], actors.reason(at, column)));
        }
        row
    })
}

fn in_all(whole: &Results, with_chance: bool) -> Table {
    let names = ["role", "#observed", "#expected", "#sd", "#z"];
    let columns = ["value", "expected", "sd", "z"];
    let shown = if with_chance { columns.len() } else { 1 };
    let mut table = Table::new("Brokerage in the whole network", &names[..=shown]);
    for (at, role) in ROLES.iter().enumerate() {
        let mut row = vec![Cell::words(*role)];
        for column in &columns[..shown] {
            row.push(Cell::number(whole.value(role, column), whole.reason(at, column)));
        }
        table.row(row);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_senses_are_said_for_none_one_and_many() {
        let said = [
            senses(&[[1, 0], [3, 0], [0, 0]]),
            senses(&[[0, 0], [0, 0], [1, 4]]),
            senses(&[[0, 1], [0, 2], [0, 1]]),
            senses(&[[2, 1], [0, 0], [2, 0]]),
        ];
        assert_eq!(
            said,
            [
                "The one person designated as a boundary spanner is one by posts too; 3 people have posts in more than one organisation without being designated.",
                "Nobody is designated as a boundary spanner; 1 person has posts in more than one organisation without being designated. Whether anybody is designated is not recorded: fill in designated_spanner in people.csv.",
                "The one person designated as a boundary spanner is not one by posts; nobody else has posts in more than one organisation. For 1 person nobody says either way.",
                "3 people are designated as boundary spanners, and 2 of them by posts too; 2 people have posts in more than one organisation without being designated. For 2 people nobody says either way.",
            ]
        );
    }

    #[test]
    fn hints_say_more_and_less() {
        assert!(hints(&[], &[]).contains("no role stands out"));
        assert!(
            hints(&["liaison"], &["itinerant"])
                .contains("more brokerage as liaison, and less as itinerant")
        );
    }
}
