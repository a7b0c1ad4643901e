use tertius::study::header_word;

/// Rows of a table: columns of its own, and others that turn up one by one.
#[derive(Debug)]
pub(super) struct Rows {
    /// Columns of its own, then the others.
    pub(super) columns: Vec<String>,
    own: usize,
    list: Vec<Row>,
}

/// A row and the line of the file it comes from.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: u32,
    cells: Vec<String>,
}

impl Rows {
    /// No rows, with these columns of its own.
    pub(super) fn new(own: &[&str]) -> Self {
        let columns = own.iter().map(|&name| name.to_owned()).collect();
        Self { columns, own: own.len(), list: Vec::new() }
    }

    /// Begins a row with the cells of its own columns.
    pub(super) fn push(&mut self, line: u32, own: &[&str]) {
        let cells = own.iter().map(|&cell| cell.to_owned()).collect();
        self.list.push(Row { line, cells });
    }

    /// Sets what the last row says in another column; what is said first stays.
    pub(super) fn set(&mut self, column: &str, cell: impl Into<String>) {
        let others = &self.columns[self.own..];
        let at = others.iter().position(|known| known == column).map(|at| at + self.own);
        let at = at.unwrap_or_else(|| {
            self.columns.push(column.to_owned());
            self.columns.len() - 1
        });
        let row = self.list.last_mut().expect("a row was begun");
        if row.cells.len() <= at {
            row.cells.resize(at + 1, String::new());
        }
        if row.cells[at].is_empty() {
            row.cells[at] = cell.into();
        }
    }

    /// Puts cells in a column of its own, one for each row.
    pub(super) fn fill(&mut self, column: usize, cells: impl IntoIterator<Item = String>) {
        for (row, cell) in self.list.iter_mut().zip(cells) {
            row.cells[column] = cell;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Row> {
        self.list.iter()
    }

    /// A column that is not one of its own, by its name.
    pub(super) fn other(&self, name: &str) -> Option<usize> {
        let found = self.columns[self.own..].iter().position(|known| header_word(known) == name);
        found.map(|at| at + self.own)
    }

    /// The columns that are not its own.
    pub(super) fn others(&self) -> std::ops::Range<usize> {
        self.own..self.columns.len()
    }

    /// The cells of a column.
    pub(super) fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        self.list.iter().map(move |row| row.cell(at))
    }
}

impl Row {
    /// A cell; blank where nothing was said.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}
