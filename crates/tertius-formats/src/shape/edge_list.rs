use tertius::study::{Problem, Reading, Sheet, Table, header_word};

use super::headerless::{header_is_a_row, with_header};
use super::leftovers;

/// Usual pairs of headers for the two actors of a tie, besides the synonyms of the table itself.
/// `source` is one only beside `target`: elsewhere it is where the evidence comes from.
const PAIRS: &[(&str, &str)] = &[
    ("source", "target"),
    ("source", "to"),
    ("respondent", "nominated"),
    ("respondent", "nominee"),
    ("nominator", "nominee"),
    ("chooser", "chosen"),
];

/// Words that make a pair with `a`/`b`, `1`/`2` or `i`/`j`: `person a` and `person b`, `org1` and `org2`.
const PAIRED: &[&str] = &[
    "actor",
    "node",
    "person",
    "people",
    "name",
    "member",
    "organisation",
    "organization",
    "org",
    "partner",
    "school",
    "vertex",
    "id",
    "institution",
    "agency",
    "team",
];

/// The two headers that name the ends of a row, as written.
pub(crate) fn ends(header: &[String], table: Table) -> Option<(&str, &str)> {
    let (first, second) = columns(header, table)?;
    Some((&header[first], &header[second]))
}

/// Takes a list of ties or of participation into a reading: if its columns are not recognised, the
/// first two are meant.
pub(super) fn open(sheet: Sheet, table: Table, reading: &mut Reading) {
    let problems = &mut reading.problems;
    let sheet = match (columns(sheet.header(), table), first_two(sheet.header())) {
        (Some(found), _) => rename(sheet, table, found, problems),
        (None, Some(first)) if header_is_a_row(&sheet, first) => {
            with_header(&sheet, table, first, problems)
        }
        (None, Some(first)) => rename(sheet, table, first, problems),
        (None, None) => sheet,
    };
    let sheet = match columns(sheet.header(), table) {
        Some((first, second)) => leftovers::cut(sheet, [first, second], problems),
        None => sheet,
    };
    reading.sheets.push((table, sheet));
}

/// The table of ties of a study, with from and to in its header if it has them in other words that
/// the core does not know.
pub(crate) fn ties(sheet: Sheet, problems: &mut Vec<Problem>) -> Sheet {
    match columns(sheet.header(), Table::Ties) {
        Some(found) => rename(sheet, Table::Ties, found, problems),
        None => sheet,
    }
}

fn rename(
    mut sheet: Sheet,
    table: Table,
    (first, second): (usize, usize),
    problems: &mut Vec<Problem>,
) -> Sheet {
    if is_known(sheet.header(), first, second, table) {
        return sheet;
    }
    for (column, name) in [first, second].into_iter().zip(required(table)) {
        let written = sheet.header()[column].clone();
        if !written.trim().eq_ignore_ascii_case(name) {
            let place = sheet.place(Some(sheet.header_row), Some(column));
            let message = format!("read as `{name}`");
            problems.push(Problem::new("renamed-column", place, message).value(written));
            sheet.rename_column(column, name);
        }
    }
    sheet
}

/// What the core calls the two ends.
pub(super) fn required(table: Table) -> [&'static str; 2] {
    match table {
        Table::Participation => ["actor", "activity"],
        _ => ["from", "to"],
    }
}

/// The columns of the two ends: by the names of the table, by its synonyms, by a usual pair.
fn columns(header: &[String], table: Table) -> Option<(usize, usize)> {
    let header: Vec<String> = header.iter().map(|name| plain(name)).collect();
    let at = |name: &str| header.iter().position(|header| header == name);
    let [first, second] = required(table).map(|name| {
        let mut known = table.spec().columns.iter().filter(|column| column.name == name);
        known.next().and_then(|column| {
            at(name).or_else(|| column.synonyms.iter().find_map(|name| at(name)))
        })
    });
    if let (Some(first), Some(second)) = (first, second)
        && first != second
    {
        return Some((first, second));
    }
    if table != Table::Ties {
        return None;
    }
    let usual = PAIRS.iter().find_map(|(a, b)| Some((at(a)?, at(b)?)));
    usual.or_else(|| {
        PAIRED
            .iter()
            .flat_map(|word| [(word, "a", "b"), (word, "1", "2"), (word, "i", "j")])
            .find_map(|(word, a, b)| Some((at(&format!("{word}{a}"))?, at(&format!("{word}{b}"))?)))
    })
}

/// Whether the core finds these very columns by itself.
fn is_known(header: &[String], first: usize, second: usize, table: Table) -> bool {
    let knows = |column: usize, name: &str| {
        let mut specs = table.spec().columns.iter().filter(|spec| spec.name == name);
        let written = header_word(&header[column]);
        specs.any(|spec| spec.name == written || spec.synonyms.contains(&written.as_str()))
    };
    let [first_name, second_name] = required(table);
    knows(first, first_name) && knows(second, second_name)
}

/// The first two columns that have a header.
fn first_two(header: &[String]) -> Option<(usize, usize)> {
    let mut named = (0..header.len()).filter(|&column| !header[column].trim().is_empty());
    Some((named.next()?, named.next()?))
}

/// A header without case, spaces and strokes: `Person A`, `person_a` and `personA` are one.
fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '_', '-', '.'], "")
}
