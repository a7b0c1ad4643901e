use std::collections::{HashMap, HashSet};

use tertius::study::{Sheet, decimal, fold, is_missing, nearest};

/// A table read as a matrix: names in its first column and in the header.
#[derive(Debug)]
pub(super) struct Matrix<'s> {
    pub(super) sheet: &'s Sheet,
    /// Position in the sheet and name, of each row that has one.
    pub(super) rows: Vec<(usize, &'s str)>,
    /// Column and name, of each column after that which has one.
    pub(super) columns: Vec<(usize, &'s str)>,
    /// Rows and columns of totals, by name, which are left out.
    pub(super) totals: Vec<&'s str>,
    /// Position in the sheet and text of the rows below it that are no part of it.
    pub(super) footnotes: Vec<(usize, &'s str)>,
}

/// What a cell of a matrix says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Mark {
    /// Blank, 0 or no.
    Nothing,
    /// A number, or a mark that counts as 1.
    Tie(f64),
    /// NA, `.`, `-` or another word for a missing value: not observed.
    Unknown,
    /// Anything else.
    Unreadable,
}

impl<'s> Matrix<'s> {
    pub(super) fn new(sheet: &'s Sheet) -> Self {
        // In a workbook the table may start further right.
        let filled = |column: &usize| sheet.rows().any(|row| !row.cell(*column).trim().is_empty());
        let first = (0..sheet.header().len()).find(filled).unwrap_or(0);
        let mut rows: Vec<(usize, &str)> = sheet
            .rows()
            .map(|row| row.cell(first).trim())
            .enumerate()
            .filter(|(_, name)| !name.is_empty())
            .collect();
        let mut columns: Vec<(usize, &str)> = sheet
            .header()
            .iter()
            .map(|name| name.trim())
            .enumerate()
            .skip(first + 1)
            .filter(|(_, name)| !name.is_empty())
            .collect();
        let footnotes = cut_footnotes(sheet, &mut rows, &columns);
        let mut totals = Vec::new();
        for names in [&mut rows, &mut columns] {
            while names.len() > 1 && names.last().is_some_and(|(_, name)| is_total(name)) {
                totals.extend(names.pop().map(|(_, name)| name));
            }
        }
        Self { sheet, rows, columns, totals, footnotes }
    }

    /// What the cell of a row (by its position) and a column says, and its text.
    pub(super) fn mark(&self, row: usize, column: usize) -> (Mark, &'s str) {
        let text = self.sheet.row(row).cell(column).trim();
        (mark(text), text)
    }

    /// How many names are both in the rows and in the header, of how many in the longer of them.
    pub(super) fn shared_names(&self) -> (usize, usize) {
        let rows: HashSet<String> = self.rows.iter().map(|(_, name)| fold(name)).collect();
        let columns: HashSet<String> = self.columns.iter().map(|(_, name)| fold(name)).collect();
        (rows.intersection(&columns).count(), rows.len().max(columns.len()))
    }

    /// Whether it looks like one of actors by the same actors.
    pub(super) fn is_adjacency(&self) -> bool {
        // Misspelt names and actors without a row are mistakes to be told, not another shape; so is
        // a word in a cell, if the names agree.
        let (shared, _) = self.shared_names();
        shared >= 2 && shared * 2 > self.rows.len() && self.reads_as_marks(0.5)
    }

    /// Whether it looks like one of actors by activities: two columns of numbers could as well be
    /// the weights and the years of a list, so there must be marks only, or many blanks.
    pub(super) fn is_incidence(&self) -> bool {
        let unique = self.first_by_name().len() == self.rows.len();
        if !unique || self.rows.is_empty() || self.columns.len() < 2 || !self.reads_as_marks(0.8) {
            return false;
        }
        let (mut nothing, mut one, mut all) = (0, 0, 0);
        for (mark, _) in self.marks() {
            all += 1;
            nothing += usize::from(matches!(mark, Mark::Nothing | Mark::Unknown));
            one += usize::from(mark == Mark::Tie(1.0));
        }
        nothing + one == all || (self.columns.len() > 2 && nothing * 10 >= all * 3)
    }

    /// The first row of each name, by position among the rows.
    pub(super) fn first_by_name(&self) -> HashMap<String, usize> {
        let mut first = HashMap::new();
        for (at, (_, name)) in self.rows.iter().enumerate() {
            first.entry(fold(name)).or_insert(at);
        }
        first
    }

    fn marks(&self) -> impl Iterator<Item = (Mark, &'s str)> {
        self.rows
            .iter()
            .flat_map(|(row, _)| self.columns.iter().map(|(column, _)| self.mark(*row, *column)))
    }

    /// Whether this share of the cells at least is blank, a number or a mark.
    fn reads_as_marks(&self, share: f64) -> bool {
        let all = self.rows.len() * self.columns.len();
        let readable = self.marks().filter(|(mark, _)| *mark != Mark::Unreadable).count();
        all > 0 && readable as f64 >= share * all as f64
    }
}

/// Takes away the rows at the end that hold text in the first column alone and name no column: those
/// below a blank row or below totals, and below a square any that is not nearly a name of it.
fn cut_footnotes<'s>(
    sheet: &Sheet,
    rows: &mut Vec<(usize, &'s str)>,
    columns: &[(usize, &str)],
) -> Vec<(usize, &'s str)> {
    let names: HashSet<String> = columns.iter().map(|(_, name)| fold(name)).collect();
    let shared = rows.iter().filter(|(_, name)| names.contains(&fold(name))).count();
    let is_square = shared >= 2 && shared * 2 > rows.len();
    let mut footnotes = Vec::new();
    while let [.., (above, name_above), (last, text)] = rows[..] {
        let is_apart = sheet.row(above).number + 1 < sheet.row(last).number || is_total(name_above);
        let is_near = || nearest(text, columns.iter().map(|(_, name)| *name)).is_some();
        let is_alone =
            columns.iter().all(|(column, _)| sheet.row(last).cell(*column).trim().is_empty());
        if !is_alone
            || names.contains(&fold(text))
            || is_total(text)
            || !(is_apart || is_square && !is_near())
        {
            break;
        }
        footnotes.push((last, text));
        rows.pop();
    }
    footnotes.reverse();
    footnotes
}

/// Whether a name is that of a row or column of totals.
pub(super) fn is_total(name: &str) -> bool {
    const WORDS: [&str; 6] = ["total", "totals", "sum", "grand total", "row total", "column total"];
    let name = name.trim_end_matches(':').trim_end();
    WORDS.iter().any(|word| name.eq_ignore_ascii_case(word))
}

fn mark(text: &str) -> Mark {
    match text.to_lowercase().as_str() {
        "" | "no" | "n" | "false" => Mark::Nothing,
        "x" | "yes" | "y" | "true" | "✓" | "✔" => Mark::Tie(1.0),
        "." | "-" | "–" | "?" => Mark::Unknown,
        word if is_missing(word) => Mark::Unknown,
        number => match decimal(number) {
            Some((0.0, _)) => Mark::Nothing,
            Some((number, _)) if number > 0.0 => Mark::Tie(number),
            _ => Mark::Unreadable,
        },
    }
}
