//! Places of actors, as `tertius layout` writes them and as a spreadsheet or another program may.

use std::fs;
use std::path::Path;

use tertius::study::{Severity, Sheet};

use super::text;
use crate::Error;

/// Where an actor stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// The actor's identifier.
    pub id: String,
    /// Rightwards, in points where tertius wrote it.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// Reads where actors stand: a text table with the columns `id`, `x` and `y`, in any order and among others. Of
/// rows without an identifier or without both numbers nothing is taken; so of actors whose place is to be found.
///
/// ```
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("layout.csv");
/// std::fs::write(&path, "id,x,y\nuni,12.5,30\ncol,,\n")?;
/// let spots = tertius_formats::read_layout(&path)?;
/// assert_eq!((spots.len(), spots[0].id.as_str(), spots[0].x), (1, "uni", 12.5));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// When the file cannot be opened or is not a text table; when a column is missing; when a cell of x or y has
/// something in it that is not a number.
pub fn read_layout(path: &Path) -> Result<Vec<Spot>, Error> {
    let wrong = |why: String| Error::NoLayout { path: path.to_path_buf(), why };
    let bytes = fs::read(path).map_err(|error| Error::io(path, &error))?;
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let mut problems = Vec::new();
    let sheet = text::table(bytes, &file, &mut problems);
    if let Some(problem) = problems.iter().find(|it| it.severity == Severity::Error) {
        return Err(wrong(problem.message.clone()));
    }
    let sheet = sheet.ok_or_else(|| wrong("there is no table in it".to_owned()))?;
    let column = |name: &str| column(&sheet, name).ok_or_else(|| wrong(missing(&sheet, name)));
    let [id, x, y] = [column("id")?, column("x")?, column("y")?];
    let mut rows = Vec::new();
    for row in sheet.rows() {
        let number = |column: usize, name: &str| {
            let cell = row.cell(column).trim();
            if cell.is_empty() {
                return Ok(None);
            }
            let value = cell.parse().or_else(|_| cell.replace(',', ".").parse());
            let value: Option<f64> = value.ok().filter(|it: &f64| it.is_finite());
            value.map(Some).ok_or_else(|| {
                wrong(format!("row {}, column {name}: `{cell}` is not a number", row.number))
            })
        };
        let id = row.cell(id).trim();
        if let (false, Some(x), Some(y)) = (id.is_empty(), number(x, "x")?, number(y, "y")?) {
            rows.push(Spot { id: id.to_owned(), x, y });
        }
    }
    Ok(rows)
}

fn column(sheet: &Sheet, name: &str) -> Option<usize> {
    sheet.header().iter().position(|cell| cell.trim().eq_ignore_ascii_case(name))
}

fn missing(sheet: &Sheet, name: &str) -> String {
    format!("there is no column {name}; it has {}", sheet.header().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Spot>, Error> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("layout.csv");
        fs::write(&path, text).unwrap();
        read_layout(&path)
    }

    #[test]
    fn what_a_spreadsheet_made_of_it_is_read_too() {
        let rows =
            read("\u{feff}X;label;Y;ID\r\n1,5;the uni;-2;uni\r\n;;;\r\n3;;;col\r\n").unwrap();
        assert_eq!(rows, [Spot { id: "uni".to_owned(), x: 1.5, y: -2.0 }]);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let said = |text: &str| read(text).unwrap_err().to_string();
        assert!(
            said("name,x,y\na,1,2\n")
                .ends_with("layout.csv is no layout: there is no column id; it has name, x, y")
        );
        assert!(said("id,x,y\na,left,2\n").ends_with("row 2, column x: `left` is not a number"));
    }
}
