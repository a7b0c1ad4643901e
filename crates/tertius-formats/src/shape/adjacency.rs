use std::collections::{BTreeMap, HashMap, HashSet};

use tertius::study::{Problem, Reading, Sheet, Table, decimal, fold, nearest};

use super::SHAPE;
use super::blanks::Blanks;
use super::matrix::{Mark, Matrix};
use crate::listed::listed;

/// Takes a matrix of actors by the same actors into a reading: organisations and ties.
pub(super) fn open(matrix: &Matrix, reading: &mut Reading) {
    let sheet = matrix.sheet;
    check_names(matrix, &mut reading.problems);
    let actors = actors(matrix);
    let positions = positions(&actors);
    let mut cells = cells(matrix, &positions, &mut reading.problems);
    let half = filled_half(&cells);
    // Of half a matrix, the other half is blank because it would say the same.
    let blanks = Blanks::new(matrix, |row, column| {
        let (from, to) = (positions[&fold(row)], positions[&fold(column)]);
        match half {
            Some("upper") => from < to,
            Some(_) => from > to,
            None => from != to,
        }
    });
    let blanks = if half.is_none() { blanks.with_silent_rows() } else { blanks };
    let column_names: HashMap<usize, &str> = matrix.columns.iter().copied().collect();
    for (at, column) in blanks.unknown() {
        let (row, name) = matrix.rows[at];
        let pair = (positions[&fold(name)], positions[&fold(column_names[&column])]);
        let row = sheet.row(row).number;
        cells.entry(pair).or_insert(Cell { mark: Mark::Unknown, text: "", row });
    }

    let symmetric = half.is_some() || is_symmetric(&cells);
    let direction = match half {
        Some(half) => format!("only the {half} half is filled: ties are read as undirected"),
        None if symmetric => "the matrix is symmetric: ties are read as undirected".to_owned(),
        None => {
            "the matrix is not symmetric: ties are read as directed, from row to column".to_owned()
        }
    };
    reading.problems.push(Problem::new(SHAPE, sheet.place(None, None), direction));
    reading.problems.extend(left_out(matrix));
    reading.problems.extend(diagonal(matrix));
    blanks.tell("no tie", &mut reading.problems);

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

/// The cells that say something, by the positions of the actors of their row and column.
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
    positions: &HashMap<String, usize>,
    problems: &mut Vec<Problem>,
) -> Cells<'s> {
    let columns: Vec<(usize, usize)> =
        matrix.columns.iter().map(|(column, name)| (*column, positions[&fold(name)])).collect();
    let mut cells = Cells::new();
    for (row, name) in &matrix.rows {
        let from = positions[&fold(name)];
        let number = matrix.sheet.row(*row).number;
        for (column, to) in &columns {
            // Nobody is asked about themselves: whatever fills the diagonal is no tie.
            if from == *to {
                continue;
            }
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

/// Says which rows and columns are no part of a matrix.
pub(super) fn left_out(matrix: &Matrix) -> Vec<Problem> {
    let sheet = matrix.sheet;
    let mut problems = Vec::new();
    if !matrix.totals.is_empty() {
        let message = format!("left out, because they are totals: {}", matrix.totals.join(", "));
        problems.push(Problem::new(SHAPE, sheet.place(None, None), message));
    }
    for (row, text) in &matrix.footnotes {
        let place = sheet.place(Some(sheet.row(*row).number), None);
        let message = "left out, because it is text below the matrix";
        problems.push(Problem::new(SHAPE, place, message).value(*text));
    }
    problems
}

/// Says that numbers of actors for themselves are not read, if there are any.
fn diagonal(matrix: &Matrix) -> Option<Problem> {
    let sheet = matrix.sheet;
    let pairs = matrix.rows.iter().flat_map(|row| matrix.columns.iter().map(move |it| (row, it)));
    let mut numbers = pairs.filter_map(|((row, name), (column, other))| {
        let text = matrix.mark(*row, *column).1;
        let is_number = decimal(text).is_some_and(|(number, _)| number > 0.0);
        (fold(name) == fold(other) && is_number).then_some((*row, *column, text))
    });
    let (row, column, text) = numbers.next()?;
    let message = match numbers.count() {
        0 => "not read: the number of an actor for itself".to_owned(),
        more => format!("not read: the numbers of {} actors for themselves", more + 1),
    };
    let place = sheet.place(Some(sheet.row(row).number), Some(column));
    Some(Problem::new(SHAPE, place, message).value(text))
}

/// All names with their rows: those of the rows in order, then those of the header only.
fn actors<'s>(matrix: &Matrix<'s>) -> Vec<(&'s str, u32)> {
    let sheet = matrix.sheet;
    let rows = matrix.rows.iter().map(|(row, name)| (*name, sheet.row(*row).number));
    let columns = matrix.columns.iter().map(|(_, name)| (*name, sheet.header_row));
    let mut seen = HashSet::new();
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
    let [mut rows, mut columns] =
        [only(&matrix.rows, &matrix.columns), only(&matrix.columns, &matrix.rows)];
    // A name that is nearly one on the other side is that one, misspelt.
    rows.retain(|(row, name)| {
        let Some(near) = nearest(name, columns.iter().map(|(_, name)| *name)) else { return true };
        let place = sheet.place(Some(sheet.row(*row).number), None);
        problems.push(
            Problem::new("not-square", place, "this name is not in the header")
                .value(*name)
                .suggest(format!("did you mean `{near}`? write it alike in both")),
        );
        columns.retain(|(_, name)| *name != near);
        false
    });
    for (names, what, advice) in [
        (
            rows,
            "in the first column and not in the header",
            Some(
                "add a column for each, with NA in the rows that were not asked about it; `--shape incidence-matrix` if the columns are activities",
            ),
        ),
        (
            columns,
            "in the header and not in the first column",
            Some("add a row for each, with NA in every cell if it gave no account"),
        ),
        (twice(&matrix.rows), "more than once in the first column", None),
        (twice(&matrix.columns), "more than once in the header", None),
    ] {
        if names.is_empty() {
            continue;
        }
        let mut names: Vec<String> = names.iter().map(|(_, name)| (*name).to_owned()).collect();
        names.sort_by_cached_key(|name| fold(name));
        let message = format!("{what}: {}", listed(&names, 10));
        let problem = Problem::new("not-square", sheet.place(None, None), message);
        problems.push(match advice {
            Some(advice) => problem.suggest(advice),
            None => problem,
        });
    }
}

/// The names of one side that are not on the other, once each.
fn only<'s>(names: &[(usize, &'s str)], others: &[(usize, &str)]) -> Vec<(usize, &'s str)> {
    let mut known: HashSet<String> = others.iter().map(|(_, name)| fold(name)).collect();
    names.iter().filter(|(_, name)| known.insert(fold(name))).copied().collect()
}

/// The names that are there more than once, once each.
fn twice<'s>(names: &[(usize, &'s str)]) -> Vec<(usize, &'s str)> {
    let mut times: HashMap<String, usize> = HashMap::new();
    let second = names.iter().filter(|(_, name)| {
        let times = times.entry(fold(name)).or_default();
        *times += 1;
        *times == 2
    });
    second.copied().collect()
}
