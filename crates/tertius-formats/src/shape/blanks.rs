//! What the blank cells of a matrix say: nothing, or that nobody knows.
//!
//! Who types 0 where there is nothing leaves a cell blank for another reason; and who leaves a whole
//! row blank, while others name its actor, gave no account. Only a matrix of marks alone says nothing
//! by its blanks.

use tertius::study::{Problem, fold};

use super::matrix::{Mark, Matrix};

/// How the blank cells of a matrix are read.
pub(super) struct Blanks<'m, 's> {
    matrix: &'m Matrix<'s>,
    /// Positions among the rows of those that are blank altogether although others name them.
    silent: Vec<usize>,
    /// Whether nothing is written as 0.
    zeros: bool,
    /// Row (by its position among the rows) and column of each.
    cells: Vec<(usize, usize)>,
}

impl<'m, 's> Blanks<'m, 's> {
    /// The blank cells among those that were to be filled in, by the names of row and column.
    pub(super) fn new(matrix: &'m Matrix<'s>, is_asked: impl Fn(&str, &str) -> bool) -> Self {
        let mut blanks = Self { matrix, silent: Vec::new(), zeros: false, cells: Vec::new() };
        for (at, (row, name)) in matrix.rows.iter().enumerate() {
            for (column, _) in matrix.columns.iter().filter(|(_, other)| is_asked(name, other)) {
                match matrix.mark(*row, *column) {
                    (_, "") => blanks.cells.push((at, *column)),
                    (mark, _) => blanks.zeros |= mark == Mark::Nothing,
                }
            }
        }
        blanks
    }

    /// The same for actors by actors, where rows may be silent.
    pub(super) fn with_silent_rows(mut self) -> Self {
        let Matrix { rows, columns, .. } = self.matrix;
        let is_tie = |row, column| matches!(self.matrix.mark(row, column).0, Mark::Tie(_));
        let is_named = |name: &str| {
            let column = columns.iter().find(|(_, other)| fold(other) == fold(name));
            column.is_some_and(|(column, _)| {
                rows.iter().any(|(row, other)| fold(other) != fold(name) && is_tie(*row, *column))
            })
        };
        let is_blank = |row: usize, name: &str| {
            let others = columns.iter().filter(|(_, other)| fold(other) != fold(name));
            others.into_iter().all(|(column, _)| self.matrix.mark(row, *column).1.is_empty())
        };
        let silent = rows.iter().enumerate();
        let silent = silent.filter(|(_, (row, name))| is_blank(*row, name) && is_named(name));
        self.silent = silent.map(|(at, _)| at).collect();
        self
    }

    /// The cells that are read as not observed: row (by its position among the rows) and column.
    pub(super) fn unknown(&self) -> impl Iterator<Item = (usize, usize)> {
        let cells = self.cells.iter().copied();
        cells.filter(|(row, _)| self.zeros || self.silent.contains(row))
    }

    /// Says how they were read.
    pub(super) fn tell(&self, nothing: &str, problems: &mut Vec<Problem>) {
        let sheet = self.matrix.sheet;
        for &at in &self.silent {
            let (row, name) = self.matrix.rows[at];
            let place = sheet.place(Some(sheet.row(row).number), None);
            let message = "this row is blank, and other rows name its actor: read as one who gave no account, not observed";
            problems.push(
                Problem::new("unanswered-row", place, message)
                    .value(name)
                    .suggest(format!("type 0 in its cells if that means {nothing}")),
            );
        }
        let others: Vec<_> =
            self.cells.iter().filter(|(row, _)| !self.silent.contains(row)).collect();
        let Some((at, column)) = others.first() else { return };
        let row = sheet.row(self.matrix.rows[*at].0).number;
        let place = sheet.place(Some(row), Some(*column));
        let cells = match others.len() {
            1 => "1 blank cell is".to_owned(),
            blank => format!("{blank} blank cells are"),
        };
        problems.push(if self.zeros {
            let message = format!(
                "{cells} read as not observed, as other cells say 0 where there is nothing"
            );
            Problem::new("blank-among-zeros", place, message)
                .suggest(format!("type 0 where a blank means {nothing}, and NA where nobody knows"))
        } else {
            Problem::new("blank-cells", place, format!("{cells} read as {nothing}"))
                .suggest("write NA where nobody was asked")
        });
    }
}
