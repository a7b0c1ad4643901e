use std::collections::{BTreeMap, HashMap};

use tertius::counted;
use tertius::study::{Problem, Reading, Sheet, Table, fold};

use super::SHAPE;
use super::matrix::{Mark, Matrix};
use crate::listed::listed;

/// Takes a matrix of actors by the same actors into a reading: organisations and ties.
pub(super) fn open(matrix: &Matrix, reading: &mut Reading) {
    let sheet = matrix.sheet;
    check_names(matrix, &mut reading.problems);
    let actors = actors(matrix);
    let cells = cells(matrix, &actors, &mut reading.problems);
    let half = filled_half(&cells);
    let symmetric = half.is_some() || is_symmetric(&cells);
    let direction = match half {
        Some(half) => format!("only the {half} half is filled: ties are read as undirected"),
        None if symmetric => "the matrix is symmetric: ties are read as undirected".to_owned(),
        None => {
            "the matrix is not symmetric: ties are read as directed, from row to column".to_owned()
        }
    };
    reading.problems.push(Problem::new(SHAPE, sheet.place(None, None), direction));
    if !matrix.totals.is_empty() {
        reading.problems.push(totals(matrix));
    }

    // Of half a matrix, the other half is blank because it would say the same.
    let positions = positions(&actors);
    let is_asked = |row: &str, column: &str| {
        let (from, to) = (positions[&fold(row)], positions[&fold(column)]);
        match half {
            Some("upper") => from < to,
            Some(_) => from > to,
            None => from != to,
        }
    };
    reading.problems.extend(blanks(matrix, "no tie", is_asked));

    let mut organisations = table(sheet, &["id", "name"]);
    for (name, row) in &actors {
        organisations.push_row(*row, [*name, *name]);
    }
    let mut ties = table(sheet, &["from", "to", "directed", "weight", "status"]);
    let directed = if symmetric { "no" } else { "yes" };
    for ((from, to), cell) in &cells {
        let (weight, status) = match cell.mark {
            Mark::Tie(_) => (cell.weight(), ""),
            Mark::Unknown => ("", "unknown"),
            Mark::Nothing | Mark::Unreadable => continue,
        };
        // Of a symmetric matrix that is filled on both sides, one side tells all.
        if !symmetric || half.is_some() || from <= to {
            ties.push_row(cell.row, [actors[*from].0, actors[*to].0, directed, weight, status]);
        }
    }
    reading.sheets.extend([(Table::Organisations, organisations), (Table::Ties, ties)]);
}

/// The cells that are not blank, by the positions of the actors of their row and column.
type Cells<'s> = BTreeMap<(usize, usize), Cell<'s>>;

/// A cell between two actors.
struct Cell<'s> {
    mark: Mark,
    text: &'s str,
    row: u32,
}

impl<'s> Cell<'s> {
    /// The weight as written; a mark that is no number counts as 1.
    fn weight(&self) -> &'s str {
        if self.mark == Mark::Tie(1.0) { "1" } else { self.text }
    }
}

fn cells<'s>(
    matrix: &Matrix<'s>,
    actors: &[(&str, u32)],
    problems: &mut Vec<Problem>,
) -> Cells<'s> {
    let positions = positions(actors);
    let columns: Vec<(usize, usize)> =
        matrix.columns.iter().map(|(column, name)| (*column, positions[&fold(name)])).collect();
    let mut cells = Cells::new();
    for (row, name) in &matrix.rows {
        let from = positions[&fold(name)];
        let number = matrix.sheet.row(*row).number;
        for (column, to) in &columns {
            let (mark, text) = matrix.mark(*row, *column);
            if mark == Mark::Unreadable {
                problems.push(unreadable(matrix.sheet, number, *column, text));
            }
            if !text.is_empty() {
                // Of a name that occurs twice, the first is meant: the second was told.
                cells.entry((from, *to)).or_insert(Cell { mark, text, row: number });
            }
        }
    }
    cells
}

/// The position of each actor by the folded name.
fn positions(actors: &[(&str, u32)]) -> HashMap<String, usize> {
    actors.iter().enumerate().map(|(actor, (name, _))| (fold(name), actor)).collect()
}

fn is_symmetric(cells: &Cells) -> bool {
    let mark = |from, to| cells.get(&(from, to)).map_or(Mark::Nothing, |cell| cell.mark);
    cells.iter().all(|((from, to), cell)| cell.mark == mark(*to, *from))
}

/// An empty sheet for what a matrix says.
pub(super) fn table(of: &Sheet, columns: &[&str]) -> Sheet {
    let columns = columns.iter().map(|&column| column.to_owned()).collect();
    Sheet::derived(of, columns)
}

pub(super) fn unreadable(sheet: &Sheet, row: u32, column: usize, text: &str) -> Problem {
    Problem::new(
        "bad-number",
        sheet.place(Some(row), Some(column)),
        "not a number that is zero or more, a mark or a blank",
    )
    .value(text)
    .suggest("write a number, x or yes; 0 or blank for nothing; NA if not known")
}

pub(super) fn totals(matrix: &Matrix) -> Problem {
    let message = format!("left out, because they are totals: {}", matrix.totals.join(", "));
    Problem::new(SHAPE, matrix.sheet.place(None, None), message)
}

/// Says what the blank cells between these names were read as, if there are any.
pub(super) fn blanks(
    matrix: &Matrix,
    read_as: &str,
    counts: impl Fn(&str, &str) -> bool,
) -> Option<Problem> {
    let mut blank = 0;
    let mut first = None;
    for (row, name) in &matrix.rows {
        for (column, other) in &matrix.columns {
            if matrix.mark(*row, *column).1.is_empty() && counts(name, other) {
                blank += 1;
                first = first.or(Some((matrix.sheet.row(*row).number, *column)));
            }
        }
    }
    let (row, column) = first?;
    let cells = counted(blank, "blank cell is", "blank cells are");
    let message = format!("{cells} read as {read_as}");
    let place = matrix.sheet.place(Some(row), Some(column));
    Some(Problem::new("blank-cells", place, message).suggest("write NA where nobody was asked"))
}

/// All names with their rows: those of the rows in order, then those of the header only.
fn actors<'s>(matrix: &Matrix<'s>) -> Vec<(&'s str, u32)> {
    let sheet = matrix.sheet;
    let rows = matrix.rows.iter().map(|(row, name)| (*name, sheet.row(*row).number));
    let columns = matrix.columns.iter().map(|(_, name)| (*name, sheet.header_row));
    let mut seen = std::collections::HashSet::new();
    rows.chain(columns).filter(|(name, _)| seen.insert(fold(name))).collect()
}

/// The half above or below the diagonal, if the other is blank: half a matrix is the usual way to
/// write one that has no direction.
fn filled_half(cells: &Cells) -> Option<&'static str> {
    let upper = cells.keys().any(|(from, to)| from < to);
    let lower = cells.keys().any(|(from, to)| from > to);
    match (upper, lower) {
        (true, false) => Some("upper"),
        (false, true) => Some("lower"),
        _ => None,
    }
}

/// Tells of names that are not once in the rows and once in the header.
fn check_names(matrix: &Matrix, problems: &mut Vec<Problem>) {
    let sheet = matrix.sheet;
    let [rows, columns] = [&matrix.rows, &matrix.columns].map(|names| {
        let mut counts: BTreeMap<String, (usize, &str)> = BTreeMap::new();
        for (_, name) in names {
            counts.entry(fold(name)).or_insert((0, name)).0 += 1;
        }
        counts
    });
    let only = |these: &BTreeMap<String, (usize, &str)>,
                those: &BTreeMap<String, (usize, &str)>| {
        let names = these.iter().filter(|(name, _)| !those.contains_key(*name));
        names.map(|(_, (_, name))| (*name).to_owned()).collect::<Vec<_>>()
    };
    let twice = |names: &BTreeMap<String, (usize, &str)>| {
        let names = names.values().filter(|(count, _)| *count > 1);
        names.map(|(_, name)| (*name).to_owned()).collect::<Vec<_>>()
    };
    for (names, what) in [
        (only(&rows, &columns), "in the first column and not in the header"),
        (only(&columns, &rows), "in the header and not in the first column"),
        (twice(&rows), "more than once in the first column"),
        (twice(&columns), "more than once in the header"),
    ] {
        if !names.is_empty() {
            // Ten names are enough to see what is wrong.
            let message = format!("{what}: {}", listed(&names, 10));
            problems.push(Problem::new("not-square", sheet.place(None, None), message));
        }
    }
}
