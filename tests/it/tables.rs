//! Studies from text tables.
//!
//! A table is a block of lines with cells between `|`. The first cell names the table on the line of
//! its header, and is blank on its rows, which are numbered as in a file of their own: the header is
//! row 1. A line with fewer `|` than the header is a row with fewer cells.
//!
//! ```text
//! organisations | id  | sector
//!               | uni | HE
//!               | col |
//! ```

use tertius::Study;
use tertius::study::{Reading, Settings, Sheet, Table};

/// The tables of a text, as a reader of files would hand them over.
pub(crate) fn reading(tables: &str) -> Reading {
    let mut sheets: Vec<(Table, Sheet)> = Vec::new();
    for line in tables.lines().filter(|line| !line.trim().is_empty()) {
        let mut cells = line.split('|').map(str::trim);
        let name = cells.next().expect("a line has a first cell");
        if name.is_empty() {
            let (_, sheet) = sheets.last_mut().expect("rows follow a header");
            sheet.push_row(sheet.len() as u32 + 2, cells);
        } else {
            let table = Table::named(name).expect("the name of a table");
            let header = cells.map(str::to_owned).collect();
            sheets.push((table, Sheet::new(format!("{name}.csv"), None, 1, header)));
        }
    }
    Reading { name: "inline".to_owned(), sheets, ..Reading::default() }
}

/// The study that tables make, with what `study.toml` says.
pub(crate) fn study_with(settings: &str, tables: &str) -> Study {
    let settings: Settings = toml::from_str(settings).expect("settings as in study.toml");
    Study::from_reading(Reading { settings, ..reading(tables) })
}
