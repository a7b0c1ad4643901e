use serde::{Deserialize, Serialize};

/// One table as it was read: text cells and where each came from, nothing interpreted.
///
/// Readers of files and frames fill it ([`Sheet::new`], [`Sheet::push_row`]); a
/// [`Study`](crate::Study) gives it meaning. All cells share one string, so that a table of
/// hundreds of megabytes costs little more than its text.
///
/// ```
/// use tertius::study::Sheet;
/// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
/// sheet.push_row(2, ["uni", "col"]);
/// assert_eq!(sheet.row(0).cell(1), "col");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// File as the user named it, relative to the study.
    pub file: String,
    /// Worksheet, for a workbook.
    pub sheet: Option<String>,
    /// Row of the header, as a spreadsheet numbers it.
    pub header_row: u32,
    header: Vec<String>,
    text: String,
    cell_ends: Vec<usize>,
    row_ends: Vec<usize>,
    row_numbers: Vec<u32>,
    /// Whether its columns are not those of the file.
    #[serde(default)]
    derived: bool,
}

/// One row of a [`Sheet`].
///
/// ```
/// use tertius::study::Sheet;
/// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
/// sheet.push_row(2, ["uni", "col"]);
/// let row = sheet.row(0);
/// assert_eq!((row.number, row.cell(0)), (2, "uni"));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct SheetRow<'a> {
    sheet: &'a Sheet,
    first: usize,
    end: usize,
    /// The row as a spreadsheet numbers it: the header is usually row 1.
    pub number: u32,
}

impl Sheet {
    /// An empty table with a header.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert_eq!((sheet.header_row, sheet.len()), (1, 1));
    /// ```
    pub fn new(
        file: impl Into<String>,
        sheet: Option<String>,
        header_row: u32,
        header: Vec<String>,
    ) -> Self {
        Self { file: file.into(), sheet, header_row, header, ..Self::default() }
    }

    /// An empty table for what another says in another form, as a matrix says ties: its rows are
    /// numbered as there, and its places have no column, which would not be found there.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// let derived = Sheet::derived(&sheet, vec!["actor".to_owned()]);
    /// assert_eq!((derived.file.as_str(), derived.len()), ("ties.csv", 0));
    /// ```
    pub fn derived(of: &Self, header: Vec<String>) -> Self {
        let sheet = Self::new(&of.file, of.sheet.clone(), of.header_row, header);
        Self { derived: true, ..sheet }
    }

    /// Whether it is what another table says in another form.
    pub(super) fn is_derived(&self) -> bool {
        self.derived
    }

    /// Adds a row; it may have fewer or more cells than the header (that is reported, not mended).
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// sheet.push_row(3, ["col"]);
    /// assert_eq!(sheet.row(1).cell(1), "", "past the end of the row");
    /// ```
    pub fn push_row<'c>(&mut self, number: u32, cells: impl IntoIterator<Item = &'c str>) {
        for cell in cells {
            self.text.push_str(cell);
            self.cell_ends.push(self.text.len());
        }
        self.row_ends.push(self.cell_ends.len());
        self.row_numbers.push(number);
    }

    /// Gives a column another name.
    ///
    /// # Panics
    ///
    /// Past the last column.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// sheet.rename_column(1, "target");
    /// assert_eq!(sheet.header()[1], "target");
    /// ```
    pub fn rename_column(&mut self, column: usize, name: &str) {
        name.clone_into(&mut self.header[column]);
    }

    /// Column names as written.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert_eq!(sheet.header(), ["from", "to"]);
    /// ```
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// Number of rows under the header.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert_eq!(sheet.len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.row_ends.len()
    }

    /// Whether there is no row under the header.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert!(!sheet.is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.row_ends.is_empty()
    }

    /// Bytes of text held.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert_eq!(sheet.bytes(), 6);
    /// ```
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// The rows in order.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert_eq!(sheet.rows().map(|row| row.cell(0)).collect::<Vec<_>>(), ["uni"]);
    /// ```
    pub fn rows(&self) -> impl Iterator<Item = SheetRow<'_>> {
        (0..self.len()).map(|row| self.row(row))
    }

    /// The row at a position, from zero under the header.
    ///
    /// # Panics
    ///
    /// Past the last row.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert_eq!(sheet.row(0).number, 2);
    /// ```
    pub fn row(&self, row: usize) -> SheetRow<'_> {
        let first = if row == 0 { 0 } else { self.row_ends[row - 1] };
        SheetRow { sheet: self, first, end: self.row_ends[row], number: self.row_numbers[row] }
    }

    /// The place of a cell of this table; `None` for a whole row or column.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert_eq!(sheet.place(Some(2), Some(1)).to_string(), "ties.csv, cell B2 (to)");
    /// ```
    pub fn place(&self, row: Option<u32>, column: Option<usize>) -> Place {
        let column = column.filter(|_| !self.derived);
        Place {
            file: self.file.clone(),
            sheet: self.sheet.clone(),
            row,
            column: column.map(column_letters),
            header: column.and_then(|column| self.header.get(column)).cloned(),
        }
    }
}

impl<'a> SheetRow<'a> {
    /// Number of cells in the row as written.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert_eq!(sheet.row(0).len(), 2);
    /// ```
    pub fn len(&self) -> usize {
        self.end - self.first
    }

    /// Whether the row has no cell at all.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert!(!sheet.row(0).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.first == self.end
    }

    /// A cell as written; empty past the end of the row.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert_eq!(sheet.row(0).cell(0), "uni");
    /// ```
    pub fn cell(&self, column: usize) -> &'a str {
        let cell = self.first + column;
        if cell >= self.end {
            return "";
        }
        let start = if cell == 0 { 0 } else { self.sheet.cell_ends[cell - 1] };
        &self.sheet.text[start..self.sheet.cell_ends[cell]]
    }

    /// The cells in order.
    ///
    /// ```
    /// use tertius::study::Sheet;
    /// let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".to_owned(), "to".to_owned()]);
    /// sheet.push_row(2, ["uni", "col"]);
    /// assert_eq!(sheet.row(0).cells().collect::<Vec<_>>(), ["uni", "col"]);
    /// ```
    pub fn cells(&self) -> impl Iterator<Item = &'a str> {
        let row = *self;
        (0..row.len()).map(move |column| row.cell(column))
    }
}

/// A place in the evidence, as a spreadsheet would name it.
///
/// ```
/// use tertius::study::Place;
/// let place = Place { row: Some(3), ..Place::file("ties.csv") };
/// assert_eq!(place.to_string(), "ties.csv, row 3");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Place {
    /// File as the user named it; empty for the study as a whole.
    pub file: String,
    /// Worksheet, for a workbook.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sheet: Option<String>,
    /// Row, the first row of the file being 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub row: Option<u32>,
    /// Column letters: A, B, … Z, AA.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub column: Option<String>,
    /// Column name as written in the header.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub header: Option<String>,
}

impl Place {
    /// A file as a whole.
    ///
    /// ```
    /// use tertius::study::Place;
    /// assert_eq!(Place::file("ties.csv").to_string(), "ties.csv");
    /// ```
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.file.is_empty() { "study" } else { &self.file })?;
        if let Some(sheet) = &self.sheet {
            write!(f, ", sheet {sheet}")?;
        }
        match (&self.column, self.row) {
            (Some(column), Some(row)) => write!(f, ", cell {column}{row}"),
            (None, Some(row)) => write!(f, ", row {row}"),
            (Some(column), None) => write!(f, ", column {column}"),
            (None, None) => Ok(()),
        }?;
        match (&self.header, &self.column) {
            (Some(header), Some(_)) if !header.is_empty() => write!(f, " ({header})"),
            _ => Ok(()),
        }
    }
}

/// The letters a spreadsheet gives a column: 0 is A, 26 is AA.
fn column_letters(column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let letters: Vec<_> = [0, 25, 26, 51, 52, 701, 702].map(column_letters).into();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn short_and_long_rows_keep_their_cells() {
        let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".into(), "to".into()]);
        sheet.push_row(2, ["a"]);
        sheet.push_row(3, ["b", "c", "d"]);
        assert_eq!(sheet.row(0).cell(1), "");
        assert_eq!(sheet.row(1).cells().collect::<Vec<_>>(), ["b", "c", "d"]);
        assert_eq!(sheet.place(Some(3), Some(1)).to_string(), "ties.csv, cell B3 (to)");
    }
}
