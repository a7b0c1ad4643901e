//! Ties and posts that are recorded more than once.

use std::collections::{BTreeMap, HashMap};

use super::places::Places;
use super::{Problem, Study, Table};

/// What is recorded more than once: by its first row, what it is and its other rows.
type Repeats = BTreeMap<u32, (String, Vec<u32>)>;

/// Ties or posts recorded more than once that are told one by one: more have one cause.
const REPEATS: usize = 1_000;

/// Warns of ties and posts recorded more than once, at the first row that repeats one.
pub(super) fn check(study: &Study, places: &Places, found: &mut Vec<Problem>) {
    ties(study, places, found);
    posts(study, places, found);
}

fn ties(study: &Study, places: &Places, found: &mut Vec<Problem>) {
    // By the numbers of their ends, because the names of millions of ties take long to compare.
    let mut actors: HashMap<&str, u32> = HashMap::new();
    let mut number = |name| {
        let next = actors.len() as u32;
        *actors.entry(name).or_insert(next)
    };
    let mut by_ends: Vec<(u32, u32, usize)> = Vec::new();
    for (at, tie) in study.ties.iter().enumerate() {
        // What has no second end, or is a tie to itself, has been told.
        if tie.from.is_empty() || tie.to.is_empty() || tie.from == tie.to {
            continue;
        }
        by_ends.push((number(&tie.from), number(&tie.to), at));
    }
    by_ends.sort_unstable();
    let mut again = Repeats::new();
    for same_ends in by_ends.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        if same_ends.len() == 1 {
            continue;
        }
        let mut first = HashMap::new();
        for tie in same_ends.iter().map(|(_, _, at)| &study.ties[*at]) {
            let when = [&tie.start, &tie.end].map(|it| it.as_ref().map(|it| &it.text));
            let key = (&tie.relation, when, &tie.wave, tie.status, &tie.reporter);
            let row = tie.evidence.row;
            let before = *first.entry(key).or_insert(row);
            if before != row {
                let what = || format!("{} – {}", tie.from, tie.to);
                again.entry(before).or_insert_with(|| (what(), vec![])).1.push(row);
            }
        }
    }
    repeated(again, "repeated-tie", (Table::Ties, "from"), "tie", places, found);
}

fn posts(study: &Study, places: &Places, found: &mut Vec<Problem>) {
    let mut first = HashMap::new();
    let mut again = Repeats::new();
    let posts = study.affiliations.iter();
    for post in posts.filter(|post| !post.person.is_empty() && !post.organisation.is_empty()) {
        let row = post.evidence.row;
        let when = [&post.start, &post.end].map(|it| it.as_ref().map(|it| &it.text));
        let share = post.share.map(f64::to_bits);
        let key = (&post.person, &post.organisation, &post.role, share, when, &post.wave);
        let before = *first.entry(key).or_insert(row);
        if before != row {
            let what = || format!("{} – {}", post.person, post.organisation);
            again.entry(before).or_insert_with(|| (what(), vec![])).1.push(row);
        }
    }
    repeated(again, "repeated-post", (Table::Affiliations, "person"), "post", places, found);
}

fn repeated(
    again: Repeats,
    code: &str,
    (table, column): (Table, &'static str),
    thing: &str,
    places: &Places,
    found: &mut Vec<Problem>,
) {
    let untold: usize = again.values().skip(REPEATS).map(|(_, rows)| rows.len()).sum();
    for (n, (before, (what, rows))) in again.into_iter().enumerate() {
        let row = rows[0];
        if n == REPEATS {
            let message = format!("a {thing} is recorded again");
            let problem = places.problem(code, (table, row, column), message).value(what);
            found.push(problem.first_of(untold, "more row", "more rows"));
            break;
        }
        let others = match rows[1..] {
            [] => String::new(),
            [other] => format!(", and so does row {other}"),
            [other, ref more @ ..] => format!(", and so do row {other} and {} more", more.len()),
        };
        let message = format!("row {before} records the same {thing}{others}");
        found.push(places.problem(code, (table, row, column), message).value(what));
    }
}
