//! The header of a table that has a title, a date or a note above it.
//!
//! It is moved down only where that is sure, and that is said: a row that holds the columns of the
//! table, while the first row does not. Otherwise the first row is the header, right or wrong.

use tertius::study::{Problem, Sheet, Table, header_word};

use crate::shape;

/// Rows among which the header is looked for.
const FIRST: usize = 20;

/// A table of a study, from the row that holds its columns.
pub(crate) fn of_table(sheet: Sheet, table: Table, problems: &mut Vec<Problem>) -> Sheet {
    let is_header = |row: &[&str], above: &[usize]| {
        names_columns(row, table) || table == Table::Ties && names_ends(row, above)
    };
    match find(&sheet, is_header) {
        Some(row) => below(&sheet, row, problems),
        None => sheet,
    }
}

/// A table by itself, from the row that says what it is: a list by its columns, a table of actors
/// by its name and columns, a matrix below titles by the names and marks in it.
pub(crate) fn of_single(sheet: Sheet, name: &str, problems: &mut Vec<Problem>) -> Sheet {
    if shape::is_plain(&sheet, name) {
        return sheet;
    }
    let tables = [Some(Table::Ties), Some(Table::Participation), Table::named(name)];
    let is_header = |row: &[&str], above: &[usize]| {
        tables.iter().flatten().any(|table| names_columns(row, *table)) || names_ends(row, above)
    };
    let row = find(&sheet, is_header).or_else(|| matrix_below_titles(&sheet));
    match row {
        Some(row) => below(&sheet, row, problems),
        None => sheet,
    }
}

/// The first row under the header that is a header itself, from its cells and the numbers of cells
/// in the rows above it; none if the header is one.
fn find(sheet: &Sheet, is_header: impl Fn(&[&str], &[usize]) -> bool) -> Option<usize> {
    let first: Vec<&str> = sheet.header().iter().map(String::as_str).collect();
    if is_header(&first, &[]) {
        return None;
    }
    let mut above = vec![filled(&first)];
    (0..sheet.len().min(FIRST)).find(|&row| {
        let cells: Vec<&str> = sheet.row(row).cells().collect();
        let found = is_header(&cells, &above);
        above.push(filled(&cells));
        found
    })
}

/// Whether a row holds every column that a table must have, and one more if that is a single one:
/// a cell of the table may say `id`.
fn names_columns(row: &[&str], table: Table) -> bool {
    let words: Vec<String> = row.iter().map(|cell| header_word(cell)).collect();
    let has = |name: &str| words.iter().any(|word| word == name);
    let spec = table.spec();
    let there = |column: &&tertius::study::ColumnSpec| {
        has(column.name) || column.synonyms.iter().any(|name| has(name))
    };
    spec.columns.iter().filter(|column| column.required).all(|column| there(&column))
        && spec.all_columns().filter(there).count() >= 2
}

/// Whether a row names two ends in other usual words and stands under shorter rows: `person 1` and
/// `person 2` may as well be a row of a list without a header.
fn names_ends(row: &[&str], above: &[usize]) -> bool {
    let cells: Vec<String> = row.iter().map(|&cell| cell.to_owned()).collect();
    above.iter().all(|&cells_above| cells_above < filled(row))
        && [Table::Ties, Table::Participation]
            .iter()
            .any(|&table| shape::ends(&cells, table).is_some())
}

/// The row under rows with a single cell each, if that makes the rest a matrix.
fn matrix_below_titles(sheet: &Sheet) -> Option<usize> {
    let is_title = |cells: &[&str]| filled(cells) == 1;
    let first: Vec<&str> = sheet.header().iter().map(String::as_str).collect();
    let rows = || (0..sheet.len().min(FIRST)).map(|row| sheet.row(row).cells().collect::<Vec<_>>());
    if !is_title(&first) {
        return None;
    }
    let row = rows().position(|cells| !is_title(&cells))?;
    shape::is_matrix(&from_row(sheet, row)).then_some(row)
}

fn filled(row: &[&str]) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// The table from a row on, which becomes its header, and a note of it.
fn below(sheet: &Sheet, row: usize, problems: &mut Vec<Problem>) -> Sheet {
    let found = from_row(sheet, row);
    let (first, last) = (sheet.header_row, found.header_row - 1);
    let above = if first == last {
        format!("row {first} above it is not read")
    } else {
        format!("rows {first} to {last} above it are not read")
    };
    let place = sheet.place(Some(found.header_row), None);
    let message = format!("the header is in row {}; {above}", found.header_row);
    let title = sheet.header().iter().find(|cell| !cell.trim().is_empty());
    let note = Problem::new("header-row", place, message);
    problems.push(match title {
        Some(title) => note.value(title.trim()),
        None => note,
    });
    found
}

fn from_row(sheet: &Sheet, row: usize) -> Sheet {
    let header = sheet.row(row);
    let mut cells: Vec<String> = header.cells().map(str::to_owned).collect();
    cells.truncate(cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1));
    let width = cells.len();
    let mut below = Sheet::new(&sheet.file, sheet.sheet.clone(), header.number, cells);
    for row in (row + 1..sheet.len()).map(|row| sheet.row(row)) {
        // Blank cells at the end of a row were cut to the width of the title.
        below.push_row(row.number, (0..row.len().max(width)).map(|column| row.cell(column)));
    }
    below
}
