use std::fmt::Write;
use std::fs;

use tempfile::TempDir;
use tertius::study::{Reading, Sheet, Table};
use tertius_formats::{Shape, read, read_as};

/// A temporary folder with these files.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

/// Reads one file with this name and content.
pub(crate) fn read_file(name: &str, bytes: impl AsRef<[u8]>) -> Reading {
    let folder = folder(&[(name, bytes.as_ref())]);
    read(&folder.path().join(name)).unwrap()
}

pub(crate) fn read_file_as(name: &str, bytes: &str, shape: Shape) -> Reading {
    let folder = folder(&[(name, bytes.as_bytes())]);
    read_as(&folder.path().join(name), shape).unwrap()
}

pub(crate) fn sheet(reading: &Reading, table: Table) -> &Sheet {
    &reading.sheets.iter().find(|(found, _)| *found == table).expect("the table was read").1
}

/// Tables as text: the header, then each row with its number.
pub(crate) fn shown(reading: &Reading) -> String {
    reading.sheets.iter().map(|(table, _)| shown_table(reading, *table)).collect()
}

/// One table as text.
pub(crate) fn shown_table(reading: &Reading, table: Table) -> String {
    let sheet = sheet(reading, table);
    let header = sheet.header().join(" | ");
    let mut text = format!("{} ({}: {header})\n", table.spec().name, sheet.header_row);
    for row in sheet.rows() {
        let cells: Vec<_> = row.cells().collect();
        let _ = writeln!(text, "  {}: {}", row.number, cells.join(" | "));
    }
    text
}

/// Problems as text.
pub(crate) fn told(reading: &Reading) -> String {
    let mut text = String::new();
    for problem in &reading.problems {
        let _ = write!(
            text,
            "{:?} {} at {}: {}",
            problem.severity, problem.code, problem.place, problem.message
        );
        if let Some(value) = &problem.value {
            let _ = write!(text, " [{value}]");
        }
        if let Some(suggestion) = &problem.suggestion {
            let _ = write!(text, " -> {suggestion}");
        }
        text.push('\n');
    }
    text
}

/// Codes of the problems, without those notes that say what shape a table has.
pub(crate) fn codes(reading: &Reading) -> Vec<&'static str> {
    let problems = reading.problems.iter().map(|problem| problem.code);
    problems.filter(|code| *code != "shape").collect()
}
