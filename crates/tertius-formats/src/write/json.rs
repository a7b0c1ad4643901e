use std::path::Path;

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};
use tertius::study::{Settings, Sheet, SheetRow, Table};

use crate::Error;
use crate::whole::{refuse_existing, write_bytes};

/// Writes a study as one JSON file, as [`to_json`] makes it.
///
/// # Errors
///
/// If the file is already there and `overwrite` is not asked for, or the system does not let us.
pub fn write_json(
    tables: &[(Table, Sheet)],
    settings: &Settings,
    path: &Path,
    overwrite: bool,
) -> Result<(), Error> {
    if !overwrite {
        refuse_existing([&path.to_path_buf()])?;
    }
    write_bytes(path, to_json(tables, settings).as_bytes())
}

/// A study as JSON: settings, the columns of each table in order, and the tables as lists of
/// records with only the cells that are not blank.
///
/// [`read`](crate::read) gives the same tables back. Of two columns with one name only the first
/// is written, and cells past the header are not: a study with either has errors anyway.
#[expect(clippy::missing_panics_doc, reason = "text under text keys is always JSON")]
pub fn to_json(tables: &[(Table, Sheet)], settings: &Settings) -> String {
    let study = Study { settings, columns: Columns(tables), tables: Tables(tables) };
    let mut json = serde_json::to_string_pretty(&study).expect("text and settings are always JSON");
    json.push('\n');
    json
}

#[derive(Serialize)]
struct Study<'s> {
    settings: &'s Settings,
    columns: Columns<'s>,
    tables: Tables<'s>,
}

struct Columns<'s>(&'s [(Table, Sheet)]);

impl Serialize for Columns<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(table, sheet)| (table.spec().name, sheet.header())))
    }
}

struct Tables<'s>(&'s [(Table, Sheet)]);

impl Serialize for Tables<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(table, sheet)| (table.spec().name, Records(sheet))))
    }
}

struct Records<'s>(&'s Sheet);

impl Serialize for Records<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut records = to.serialize_seq(Some(self.0.len()))?;
        for row in self.0.rows() {
            records.serialize_element(&Record(self.0.header(), row))?;
        }
        records.end()
    }
}

struct Record<'s>(&'s [String], SheetRow<'s>);

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Self(header, row) = self;
        let mut record = to.serialize_map(None)?;
        for (column, name) in header.iter().enumerate() {
            let cell = row.cell(column);
            if !cell.is_empty() && !header[..column].contains(name) {
                record.serialize_entry(name, cell)?;
            }
        }
        record.end()
    }
}
