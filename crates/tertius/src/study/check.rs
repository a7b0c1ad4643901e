//! What only shows when rows are seen together: duplicates, loops, reversed intervals, self-ties.

use std::collections::{HashMap, HashSet};

use super::index::{Entry, Index};
use super::places::{Cell, Places};
use super::{Problem, Study, TABLES, Table, When, near_names, near_words, repeats, story};

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
    self_ties(study, places, &mut found);
    repeats::check(study, places, &mut found);
    responses(study, places, &mut found);
    near_names::check(study, places, &mut found);
    near_words::check(study, places, &mut found);
    story::check(study, places, &mut found);
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

fn self_ties(study: &Study, places: &Places, found: &mut Vec<Problem>) {
    for tie in study.ties.iter().filter(|tie| !tie.from.is_empty() && tie.from == tie.to) {
        let cell = (Table::Ties, tie.evidence.row, "to");
        let message = "`from` and `to` are the same actor";
        found.push(places.problem("self-tie", cell, message).value(tie.to.clone()));
    }
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
