//! A list whose first row is no header.

use std::collections::HashSet;

use tertius::study::{Problem, Sheet, Table, decimal, is_missing};

use super::edge_list::required;

/// Whether the first row is no header: its names occur again further down, or are numbers.
pub(super) fn header_is_a_row(sheet: &Sheet, (first, second): (usize, usize)) -> bool {
    let cells = sheet.rows().flat_map(|row| [row.cell(first), row.cell(second)]);
    let names: HashSet<&str> = cells.map(str::trim).collect();
    let header = [sheet.header()[first].trim(), sheet.header()[second].trim()];
    let numbers = header.iter().all(|name| name.parse::<f64>().is_ok());
    numbers || header.iter().any(|name| names.contains(name))
}

/// A table whose first row is no header, with one.
pub(super) fn with_header(
    sheet: &Sheet,
    table: Table,
    at: (usize, usize),
    problems: &mut Vec<Problem>,
) -> Sheet {
    let header = header_for(sheet, table, at);
    let named: Vec<&str> =
        header.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    let place = sheet.place(Some(sheet.header_row), None);
    let message = format!(
        "the first row holds names that occur again below: it is read as a row, and the columns as {}",
        named.join(", ")
    );
    problems.push(
        Problem::new("renamed-column", place, message)
            .suggest(format!("put a header above it: {}", header.join(","))),
    );
    let mut mended = Sheet::new(&sheet.file, sheet.sheet.clone(), sheet.header_row, header);
    mended.push_row(sheet.header_row, sheet.header().iter().map(String::as_str));
    for row in sheet.rows() {
        mended.push_row(row.number, row.cells());
    }
    mended
}

/// Names for the columns of a table without a header: the two ends; a weight, if the next column
/// holds numbers and the table has weights; the others by their number, blank ones not at all.
fn header_for(sheet: &Sheet, table: Table, at: (usize, usize)) -> Vec<String> {
    let mut header = vec![String::new(); sheet.header().len()];
    let [first, second] = required(table);
    first.clone_into(&mut header[at.0]);
    second.clone_into(&mut header[at.1]);
    let weighted = table.spec().columns.iter().any(|column| column.name == "weight");
    let more = (0..header.len())
        .filter(|column| ![at.0, at.1].contains(column))
        .filter(|&column| with_first_row(sheet, column).next().is_some());
    for (nth, column) in more.enumerate() {
        let is_weight = nth == 0 && weighted && holds_numbers(sheet, column);
        header[column] =
            if is_weight { "weight".to_owned() } else { format!("column {}", column + 1) };
    }
    header
}

/// Whether there are numbers in a column, and nothing else but words for a missing value.
fn holds_numbers(sheet: &Sheet, column: usize) -> bool {
    let mut cells = with_first_row(sheet, column).filter(|cell| !is_missing(cell)).peekable();
    cells.peek().is_some() && cells.all(|cell| decimal(cell).is_some())
}

/// The cells of a column that are not blank, that in the place of the header too.
fn with_first_row(sheet: &Sheet, column: usize) -> impl Iterator<Item = &str> {
    let first = sheet.header()[column].as_str();
    let cells = std::iter::once(first).chain(sheet.rows().map(move |row| row.cell(column)));
    cells.map(str::trim).filter(|cell| !cell.is_empty())
}
