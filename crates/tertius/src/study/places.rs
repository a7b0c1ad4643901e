use std::collections::BTreeMap;

use super::columns::Columns;
use super::names::fold;
use super::{Place, Problem, Sheet, Table};

/// A cell by table, row as a spreadsheet numbers it, and documented column name.
pub(super) type Cell = (Table, u32, &'static str);

/// The sheets of a study and their columns: where every cell is.
#[derive(Default)]
pub(super) struct Places {
    pub(super) sheets: Vec<(Table, Sheet)>,
    pub(super) columns: BTreeMap<Table, Columns>,
    /// Tables that are there in a file that could not be read: that has been said.
    pub(super) unread: Vec<Table>,
}

impl Places {
    pub(super) fn sheet(&self, table: Table) -> Option<&Sheet> {
        self.sheets.iter().find(|(it, _)| *it == table).map(|(_, sheet)| sheet)
    }

    /// Whether the rows of a table cannot be known, for a reason that has been said: its file could
    /// not be read, or it has no column of identifiers.
    pub(super) fn is_unknown(&self, table: Table) -> bool {
        self.unread.contains(&table) || self.sheet(table).is_some() && !self.has(table, "id")
    }

    /// Whether a table has a documented column.
    pub(super) fn has(&self, table: Table, column: &str) -> bool {
        self.columns.get(&table).is_some_and(|columns| columns.position(column).is_some())
    }

    /// Whether the user wrote a table of these things, rather than a list or matrix that names them.
    pub(super) fn is_listed(&self, table: Table) -> bool {
        self.sheet(table).is_some_and(|sheet| !sheet.is_derived())
    }

    /// Where a row of a table has its name; of a name that only a list mentions, where it does.
    pub(super) fn of_name(&self, table: Table, row: u32, name: &str) -> Place {
        if let Some(sheet) = self.sheet(table) {
            let column = self.columns.get(&table).and_then(|columns| columns.position("name"));
            return sheet.place(Some(row), column);
        }
        for (_, sheet) in &self.sheets {
            for mentions in sheet.rows().filter(|it| it.number == row) {
                let column = mentions.cells().position(|cell| fold(cell) == fold(name));
                if column.is_some() {
                    return sheet.place(Some(row), column);
                }
            }
        }
        Place::default()
    }

    /// A problem with a cell.
    pub(super) fn problem(&self, code: &str, cell: Cell, message: impl Into<String>) -> Problem {
        let (table, row, column) = cell;
        let position = self.columns.get(&table).and_then(|columns| columns.position(column));
        let place = match self.sheet(table) {
            Some(sheet) => sheet.place(Some(row), position),
            None => Place::default(),
        };
        Problem::new(code, place, message)
    }
}
