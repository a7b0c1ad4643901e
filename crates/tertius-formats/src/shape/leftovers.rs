//! Rows of a list that name nobody: totals below it, and words for a missing value.

use tertius::study::{Problem, Sheet, decimal, is_missing};

use super::SHAPE;
use super::matrix::is_total;

/// What is wrong with a row.
enum Leftover<'s> {
    Totals(&'s str),
    Nobody(usize, &'s str),
}

/// The list without the rows that name nobody in one of these columns, each of which is told.
pub(super) fn cut(sheet: Sheet, ends: [usize; 2], problems: &mut Vec<Problem>) -> Sheet {
    let found: Vec<_> = (0..sheet.len()).map(|row| leftover(&sheet, row, ends)).collect();
    if found.iter().all(Option::is_none) {
        return sheet;
    }
    let mut rest =
        Sheet::new(&sheet.file, sheet.sheet.clone(), sheet.header_row, sheet.header().to_vec());
    for (row, leftover) in sheet.rows().zip(found) {
        problems.push(match leftover {
            None => {
                rest.push_row(row.number, row.cells());
                continue;
            }
            Some(Leftover::Totals(name)) => {
                let place = sheet.place(Some(row.number), None);
                Problem::new(SHAPE, place, "left out, because it is a row of totals").value(name)
            }
            Some(Leftover::Nobody(column, word)) => {
                let place = sheet.place(Some(row.number), Some(column));
                let message = "this is no name, and every row of a list needs one here";
                Problem::new("blank-id", place, message)
                    .value(word)
                    .suggest("write the name, or delete the row")
            }
        });
    }
    rest
}

fn leftover(sheet: &Sheet, row: usize, ends: [usize; 2]) -> Option<Leftover<'_>> {
    let row = sheet.row(row);
    let named = || ends.into_iter().map(|column| (column, row.cell(column).trim()));
    if let Some((at, name)) = named().find(|(_, name)| is_total(name)) {
        let mut others = row.cells().enumerate().filter(|(column, _)| *column != at);
        if others.all(|(_, cell)| cell.trim().is_empty() || decimal(cell.trim()).is_some()) {
            return Some(Leftover::Totals(name));
        }
    }
    let (column, word) = named().find(|(_, name)| is_nobody(name))?;
    Some(Leftover::Nobody(column, word))
}

/// Whether a cell that should name something holds what people write where there is nothing.
fn is_nobody(name: &str) -> bool {
    const WORDS: [&str; 7] = ["-", "–", "—", ".", "?", "none", "n.a."];
    is_missing(name) || WORDS.iter().any(|word| name.eq_ignore_ascii_case(word))
}
