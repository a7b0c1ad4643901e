use std::collections::HashSet;

use tertius::study::{Problem, Reading, Table};

use super::SHAPE;
use super::adjacency::{left_out, table, unreadable};
use super::blanks::Blanks;
use super::matrix::{Mark, Matrix};

/// Takes a matrix of actors by activities into a reading: organisations, activities, participation.
pub(super) fn open(matrix: &Matrix, reading: &mut Reading) {
    let sheet = matrix.sheet;
    let mut organisations = table(sheet, &["id", "name"]);
    for (row, name) in &matrix.rows {
        organisations.push_row(sheet.row(*row).number, [*name, *name]);
    }
    let mut activities = table(sheet, &["id", "name"]);
    for (_, name) in &matrix.columns {
        activities.push_row(sheet.header_row, [*name, *name]);
    }
    let mut participation = table(sheet, &["actor", "activity", "status"]);
    let mut weighted = None;
    let blanks = Blanks::new(matrix, |_, _| true);
    let unknown: HashSet<(usize, usize)> = blanks.unknown().collect();
    for (at, (row, actor)) in matrix.rows.iter().enumerate() {
        let number = sheet.row(*row).number;
        for (column, activity) in &matrix.columns {
            let (mark, text) = matrix.mark(*row, *column);
            let status = match mark {
                Mark::Nothing if unknown.contains(&(at, *column)) => "unknown",
                Mark::Nothing => continue,
                Mark::Unreadable => {
                    reading.problems.push(unreadable(sheet, number, *column, text));
                    continue;
                }
                Mark::Unknown => "unknown",
                Mark::Tie(_) => "",
            };
            if matches!(mark, Mark::Tie(weight) if (weight - 1.0).abs() > f64::EPSILON) {
                weighted = weighted.or(Some((number, *column, text)));
            }
            participation.push_row(number, [*actor, *activity, status]);
        }
    }
    if let Some((row, column, text)) = weighted {
        let place = sheet.place(Some(row), Some(column));
        let message = "numbers other than 0 and 1 are read as taking part: how much is not used";
        reading.problems.push(Problem::new(SHAPE, place, message).value(text));
    }
    blanks.tell("not taking part", &mut reading.problems);
    reading.problems.extend(left_out(matrix));
    reading.sheets.extend([
        (Table::Organisations, organisations),
        (Table::Activities, activities),
        (Table::Participation, participation),
    ]);
}
