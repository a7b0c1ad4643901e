use std::fs;
use std::path::Path;

use tertius::study::{Place, Problem, Reading, Table};

use super::{add, extension, name_of, read_file, settings, skipped, stem, text, unused_table};
use crate::{Error, header};

/// Files that other commands of tertius write and read.
const OURS: &[&str] = &["aliases", "layout"];

/// Reads a folder: text files named after tables, and study.toml.
pub(super) fn read(folder: &Path, reading: &mut Reading) -> Result<(), Error> {
    for path in files(folder)? {
        let (file, name) = (name_of(&path), stem(&path, false).trim().to_lowercase());
        match extension(&path).as_str() {
            "toml" if name == "study" => {
                let bytes = read_file(&path, &file, reading)?;
                reading.settings = settings::from_toml(bytes, &file, &mut reading.problems);
            }
            "csv" | "tsv" | "txt" | "tab" => match Table::named(&name) {
                Some(table) => read_table(table, &path, &file, reading)?,
                None => not_a_table(&file, &name, reading),
            },
            "xlsx" | "xlsm" | "xls" | "xlsb" | "ods" => {
                let problem = Problem::new(
                    "unused-file",
                    Place::file(&file),
                    "a workbook in a folder of tables is not read",
                );
                reading.problems.push(
                    problem.suggest(format!("give {file} itself, or save its sheets as CSV")),
                );
            }
            _ => {}
        }
    }
    reading.sheets.sort_by_key(|(table, _)| *table);
    Ok(())
}

/// The files of a folder: those named exactly after a table first, so that they are preferred to
/// synonyms; by name, so that the order does not depend on the disk.
fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>, Error> {
    let failed = |error: std::io::Error| Error::io(folder, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = name_of(&path);
        // `.~lock.ties.csv#` and `~$survey.xlsx` are left by programs that have a file open.
        if path.is_file() && !name.starts_with(['.', '~']) {
            files.push(path);
        }
    }
    files.sort_by_key(|path| {
        let name = stem(path, false).to_lowercase();
        let exact = Table::named(&name).is_some_and(|table| table.spec().name == name);
        (!exact, name_of(path))
    });
    Ok(files)
}

fn read_table(table: Table, path: &Path, file: &str, reading: &mut Reading) -> Result<(), Error> {
    if let Some((_, first)) = reading.sheets.iter().find(|(read, _)| *read == table) {
        let message = format!("not read: {} is in {}", table.spec().name, first.file);
        reading.problems.push(Problem::new("unused-file", Place::file(file), message));
        return Ok(());
    }
    let bytes = read_file(path, file, reading)?;
    if let Some(sheet) = text::table(bytes, file, &mut reading.problems) {
        let sheet = header::of_table(sheet, table, &mut reading.problems);
        add(table, sheet, reading);
    }
    Ok(())
}

fn not_a_table(file: &str, name: &str, reading: &mut Reading) {
    if OURS.contains(&name) {
        return;
    }
    if name.ends_with("(ignore)") {
        reading.problems.push(skipped(Place::file(file), "file"));
        return;
    }
    let problem = unused_table(Place::file(file), name, "file");
    // A text file is prose unless its name says otherwise.
    if !file.to_lowercase().ends_with(".txt") || problem.suggestion.is_some() {
        reading.problems.push(problem);
    }
}
