//! What only shows when rows are seen together: duplicates, loops, reversed intervals, self-ties.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::index::{Entry, Index};
use super::names::{fold, nearly_same};
use super::places::{Cell, Places};
use super::{Problem, Study, TABLES, Table, When, near_words};

/// Identifiers: blank ones and duplicates over organisations, people and activities together.
pub(super) fn identifiers(study: &mut Study, index: &Index, places: &Places) {
    for (table, sheet) in &places.sheets {
        let Some(position) = places.columns[table].position("id") else { continue };
        for row in sheet.rows().filter(|row| row.cell(position).trim().is_empty()) {
            let message = format!("a row of {} needs an identifier", table.spec().name);
            study.problems.push(places.problem("blank-id", (*table, row.number, "id"), message));
        }
    }
    let mut first: HashMap<(Option<Table>, &str), &Entry> = HashMap::new();
    for entry in index.entries() {
        let own_space = matches!(entry.table, Table::Localities | Table::Sources);
        let space = own_space.then_some(entry.table);
        let before = *first.entry((space, &entry.id)).or_insert(entry);
        if std::ptr::eq(before, entry) {
            continue;
        }
        let message =
            format!("row {} of {} has this identifier too", before.row, before.table.spec().name);
        let problem = places.problem("duplicate-id", (entry.table, entry.row, "id"), message);
        study.problems.push(problem.value(&*entry.id).suggest("rename one, or merge the two rows"));
    }
}

/// Tables: those that are needed and those that are empty.
pub(super) fn tables(study: &mut Study, places: &Places, implied: bool) {
    use Table::{Affiliations, Organisations, Participation, People, Ties};
    if places.sheets.is_empty() {
        no_tables(study);
        return;
    }
    let has = |tables: &[Table]| {
        tables.iter().any(|table| places.sheet(*table).is_some() || places.unread.contains(table))
    };
    let needed: [(&[Table], &str); 2] = [
        (&[Organisations, People], "no table of actors: a study needs organisations or people"),
        (
            &[Ties, Affiliations, Participation],
            "no table of what joins actors: a study needs ties, affiliations or participation",
        ),
    ];
    for (tables, message) in needed {
        if !(has(tables) || implied && tables[0] == Organisations) {
            let files: Vec<_> =
                tables.iter().map(|table| format!("{}.csv", table.spec().name)).collect();
            let problem = Problem::new("missing-table", super::Place::default(), message);
            study.problems.push(problem.suggest(format!("add {}", files.join(" or "))));
        }
    }
    let actors = study.organisations.len() + study.people.len();
    let relations = study.ties.len() + study.affiliations.len() + study.participation.len();
    for (table, sheet) in places.sheets.iter().filter(|(_, sheet)| sheet.is_empty()) {
        let needed = match table {
            Organisations | People => actors == 0,
            Ties | Affiliations | Participation => relations == 0,
            _ => false,
        };
        let code = if needed { "empty-table" } else { "empty-optional-table" };
        let message = format!("{} has a header and no rows", TABLES[*table as usize].name);
        study.problems.push(Problem::new(code, sheet.place(None, None), message));
    }
}

/// Nothing was read: one cause, told once.
fn no_tables(study: &mut Study) {
    if study.problems.iter().any(Problem::is_of_unread_file) {
        return;
    }
    let names: Vec<_> = TABLES.iter().map(|spec| spec.name).collect();
    let unused = study.problems.iter().filter(|problem| problem.code == "unused-file");
    let files: Vec<_> = unused.map(|problem| problem.place.file.as_str()).collect();
    let message = if files.is_empty() {
        "there is no table here".to_owned()
    } else {
        let more = files.len().saturating_sub(5);
        let others = if more > 0 { format!(" and {more} more") } else { String::new() };
        let few = files.iter().take(5).copied().collect::<Vec<_>>().join(", ");
        format!("no file here has the name of a table, only: {few}{others}")
    };
    let help = format!(
        "name tables {}; or give a single list or matrix by itself; `tertius init` writes empty tables",
        names.join(", ")
    );
    let problem = Problem::new("missing-table", super::Place::default(), message);
    study.problems.push(problem.suggest(help));
}

/// Rows: intervals, counts, loops, self-ties, repeated ties and posts, near-duplicate names.
pub(super) fn rows(study: &mut Study, places: &Places) {
    let mut found = Vec::new();
    intervals(study, places, &mut found);
    loops(study, places, &mut found);
    ties(study, places, &mut found);
    posts(study, places, &mut found);
    responses(study, places, &mut found);
    near_names(study, places, &mut found);
    near_words::check(study, places, &mut found);
    study.problems.extend(found);
}

fn intervals(study: &Study, places: &Places, found: &mut Vec<Problem>) {
    let mut check =
        |start: &Option<When>, end: &Option<When>, table, row, columns: [&'static str; 2]| {
            if let (Some(start), Some(end)) = (start, end)
                && end.is_before(start)
            {
                let message = format!("`{}` is {end}, before `{}` {start}", columns[1], columns[0]);
                let problem =
                    places.problem("interval-reversed", (table, row, columns[1]), message);
                found.push(
                    problem.value(end.text.clone()).suggest("check whether the two are swapped"),
                );
            }
        };
    for it in &study.organisations {
        check(&it.opened, &it.closed, Table::Organisations, it.evidence.row, ["opened", "closed"]);
    }
    for it in &study.affiliations {
        check(&it.start, &it.end, Table::Affiliations, it.evidence.row, ["start", "end"]);
    }
    for it in &study.activities {
        check(&it.start, &it.end, Table::Activities, it.evidence.row, ["start", "end"]);
    }
    for it in &study.ties {
        check(&it.start, &it.end, Table::Ties, it.evidence.row, ["start", "end"]);
    }
    for it in &study.organisations {
        if let (Some(min), Some(max)) = (it.count_min, it.count_max)
            && min > max
        {
            let message = format!("`count_max` is {max}, less than `count_min` {min}");
            let cell = (Table::Organisations, it.evidence.row, "count_max");
            found.push(places.problem("interval-reversed", cell, message).value(max.to_string()));
        }
    }
}

fn loops(study: &Study, places: &Places, found: &mut Vec<Problem>) {
    let organisations = study.organisations.iter();
    let organisations =
        organisations.map(|it| (it.id.as_str(), it.parent.as_deref(), it.evidence.row));
    circles(organisations, "parent-loop", Table::Organisations, places, found);
    let localities = study.localities.iter();
    let localities = localities.map(|it| (it.id.as_str(), it.parent.as_deref(), it.evidence.row));
    circles(localities, "locality-loop", Table::Localities, places, found);
}

/// Reports each circle of parents once, at its first row.
fn circles<'s>(
    rows: impl Iterator<Item = (&'s str, Option<&'s str>, u32)>,
    code: &str,
    table: Table,
    places: &Places,
    found: &mut Vec<Problem>,
) {
    let rows: Vec<_> = rows.collect();
    let parents: HashMap<&str, &str> =
        rows.iter().filter_map(|&(id, parent, _)| Some((id, parent?))).collect();
    let mut done: HashSet<&str> = HashSet::new();
    for &(id, parent, row) in &rows {
        let mut path = vec![id];
        let mut at = parent;
        while let Some(here) = at {
            if here == id {
                path.push(here);
                let cell: Cell = (table, row, "parent");
                let problem =
                    places.problem(code, cell, format!("a circle: {}", path.join(" in ")));
                found.push(
                    problem
                        .value(parent.unwrap_or_default())
                        .suggest("blank the cell of the outermost"),
                );
                break;
            }
            if done.contains(here) || path.contains(&here) {
                break;
            }
            path.push(here);
            at = parents.get(here).copied();
        }
        done.extend(path);
    }
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
        let row = tie.evidence.row;
        // A blank end has been told: it is no tie yet that could be one twice.
        if tie.from.is_empty() || tie.to.is_empty() {
            continue;
        }
        if tie.from == tie.to {
            let problem = places.problem(
                "self-tie",
                (Table::Ties, row, "to"),
                "`from` and `to` are the same actor",
            );
            found.push(problem.value(tie.to.clone()));
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

/// What is recorded more than once: by its first row, what it is and its other rows.
type Repeats = BTreeMap<u32, (String, Vec<u32>)>;

/// Ties or posts recorded more than once that are told one by one: more have one cause.
const REPEATS: usize = 1_000;

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
            let message = format!("{untold} more rows, the first here, record a {thing} again");
            found.push(places.problem(code, (table, row, column), message).value(what));
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

/// An actor cannot have answered and refused in one wave.
fn responses(study: &Study, places: &Places, found: &mut Vec<Problem>) {
    let mut first = HashMap::new();
    for it in &study.respondents {
        let (row, status) = (it.evidence.row, it.status);
        let (before, as_what) = *first.entry((&it.actor, &it.wave)).or_insert((row, status));
        if before != row && as_what != status {
            let cell = (Table::Respondents, row, "status");
            let message = format!("row {before} says otherwise of this actor and wave");
            found.push(
                places.problem("contradictory-response", cell, message).value(it.actor.clone()),
            );
        }
    }
}

fn near_names(study: &Study, places: &Places, found: &mut Vec<Problem>) {
    let names = |it: &str, aliases: &[String]| -> Vec<String> {
        std::iter::once(it).chain(aliases.iter().map(String::as_str)).map(fold).collect()
    };
    let organisations: Vec<_> = study
        .organisations
        .iter()
        .map(|it| (it.name.as_str(), names(&it.name, &it.aliases), it.evidence.row))
        .collect();
    let people: Vec<_> = study
        .people
        .iter()
        .map(|it| (it.name.as_str(), names(&it.name, &it.aliases), it.evidence.row))
        .collect();
    for (table, rows) in [(Table::Organisations, organisations), (Table::People, people)] {
        let rows: Vec<_> = rows.into_iter().filter(|(name, ..)| !name.is_empty()).collect();
        for (i, j) in comparable(&rows) {
            let ((a, a_names, a_row), (b, b_names, b_row)) = (&rows[i], &rows[j]);
            let same = a_names.iter().any(|name| b_names.contains(name));
            if same || nearly_same(a, b) {
                let how = match (a_names[0] == b_names[0], same) {
                    (true, _) => "the same as",
                    (false, true) => "has a name or alias in common with",
                    (false, false) => "nearly",
                };
                let message = format!("{how} `{a}` in row {a_row}");
                let place = places.of_name(table, *b_row, b);
                let help = if places.is_listed(table) {
                    "merge the rows and keep the other spelling in `aliases`".to_owned()
                } else {
                    let column = place.header.as_ref();
                    let column = column.map_or(String::new(), |it| format!(" in column {it}"));
                    format!("write one spelling{column}")
                };
                let problem = Problem::new("near-duplicate-name", place, message);
                found.push(problem.value(*b).suggest(format!("if they are one, {help}")));
            }
        }
    }
}

/// Names that share a block larger than this are not compared: in a register, every school ends in
/// "School", and all pairs of them would take hours.
const BLOCK: usize = 200;

/// Pairs of rows whose names are worth comparing: those that begin or end alike, as real variants
/// do, and those with a name or alias in common.
fn comparable(rows: &[(&str, Vec<String>, u32)]) -> BTreeSet<(usize, usize)> {
    let size = if rows.len() > 2_000 { 8 } else { 2 };
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (_, names, _)) in rows.iter().enumerate() {
        let letters: Vec<char> = names[0].chars().filter(|c| c.is_alphanumeric()).collect();
        let head: String = letters.iter().take(size).collect();
        let tail: String = letters.iter().rev().take(size).collect();
        blocks.entry(format!("^{head}")).or_default().push(at);
        blocks.entry(format!("{tail}$")).or_default().push(at);
        names.iter().for_each(|name| blocks.entry(format!("={name}")).or_default().push(at));
    }
    let mut pairs = BTreeSet::new();
    for (key, block) in blocks {
        if key.starts_with('=') {
            // Rows of one name: each with the first is enough to tell.
            pairs.extend(block[1..].iter().filter(|&&at| at != block[0]).map(|&at| (block[0], at)));
        } else if block.len() <= BLOCK {
            pairs.extend(
                block
                    .iter()
                    .enumerate()
                    .flat_map(|(n, &i)| block[n + 1..].iter().map(move |&j| (i, j))),
            );
        }
    }
    pairs
}
