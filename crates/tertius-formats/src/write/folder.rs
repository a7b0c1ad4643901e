use std::fs;
use std::path::{Path, PathBuf};

use csv::WriterBuilder;
use tertius::study::{Settings, Sheet, Table};

use crate::Error;
use crate::whole::{refuse_existing, write_together};

/// Writes a study as a folder: one CSV file (UTF-8) for each table, and study.toml. Returns the
/// files written.
///
/// The folder is made if it is not there; other files in it are left alone. All files are
/// written, or none.
///
/// # Errors
///
/// If a file is already there and `overwrite` is not asked for: then nothing is written. If the
/// system does not let us.
pub fn write_folder(
    tables: &[(Table, Sheet)],
    settings: &Settings,
    folder: &Path,
    overwrite: bool,
) -> Result<Vec<PathBuf>, Error> {
    let about = toml::to_string_pretty(settings)
        .map_err(|error| Error::Io { path: folder.join("study.toml"), why: error.to_string() })?;
    let mut files = vec![(folder.join("study.toml"), about.into_bytes())];
    for (table, sheet) in tables {
        files.push((folder.join(format!("{}.csv", table.spec().name)), csv(sheet)));
    }
    if !overwrite {
        refuse_existing(files.iter().map(|(path, _)| path))?;
    }
    fs::create_dir_all(folder).map_err(|error| Error::io(folder, &error))?;
    write_together(&files)?;
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// A table as CSV: the header and every row as it was read.
pub(crate) fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut writer = WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut row = |cells: &mut dyn Iterator<Item = &str>| {
        writer.write_record(cells).expect("writing to memory does not fail");
    };
    row(&mut sheet.header().iter().map(String::as_str));
    for cells in sheet.rows() {
        row(&mut cells.cells());
    }
    writer.into_inner().expect("writing to memory does not fail")
}

/// Rows of text as CSV.
pub(crate) fn csv_rows(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(header).expect("writing to memory does not fail");
    for row in rows {
        writer.write_record(row).expect("writing to memory does not fail");
    }
    writer.into_inner().expect("writing to memory does not fail")
}
