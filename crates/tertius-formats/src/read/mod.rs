//! From files to a [`Reading`].

mod cell;
mod encoding;
mod folder;
mod graph;
mod json;
mod layout;
mod looks;
mod merged;
mod quiet;
mod records;
mod separator;
mod settings;
mod text;
mod workbook;

use std::fmt::Write;
use std::fs;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};
use tertius::study::{Input, Place, Problem, Reading, Sheet, Table};

use workbook::Worksheet;

use crate::shape::{self, Shape, open_table};
use crate::{Error, Format, header, near};

pub use layout::{Spot, read_layout};
pub(crate) use settings::KEYS;

/// Name under which standard input is reported.
const STDIN: &str = "standard input";

/// Reads a study: a folder, a workbook, a single table, JSON, a file of a network program (GraphML,
/// GEXF, Pajek .net, UCINET .dl, node-link JSON), or a table from standard input (`-`).
///
/// A table by itself may be a list of ties, a list of participation, an adjacency matrix or an
/// incidence matrix; which one is found out and said ([`read_as`] overrides it).
///
/// # Errors
///
/// Only for what cannot be opened or is of an unknown kind. What is wrong inside is in
/// [`Reading::problems`].
pub fn read(path: &Path) -> Result<Reading, Error> {
    read_path(path, None)
}

/// Reads a single table of a given shape: a text file, a workbook (its first worksheet) or
/// standard input.
///
/// # Errors
///
/// As [`read`]; also for a folder or JSON, which are not a single table.
pub fn read_as(path: &Path, shape: Shape) -> Result<Reading, Error> {
    read_path(path, Some(shape))
}

/// Reads a file of a network program, or an edge list, whatever its ending.
///
/// # Errors
///
/// As [`read`]; also for statnet, which is written and not read.
///
/// ```
/// use tertius_formats::{Format, read_network};
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("melton.xml");
/// let net = tertius::Network::from_ties(false, [("uni", "col", 2.0)])?;
/// tertius_formats::write_network(&path, &net, Some(Format::GraphMl))?;
/// assert_eq!(read_network(&path, Format::GraphMl)?.sheets.len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_network(path: &Path, format: Format) -> Result<Reading, Error> {
    let ending = match format {
        Format::GraphMl => "graphml",
        Format::Gexf => "gexf",
        Format::Pajek => "net",
        Format::Dl => "dl",
        Format::EdgeList => return read_as(path, Shape::EdgeList),
        Format::NodeLink => "json",
        Format::Statnet => return Err(Error::UnknownKind { path: path.to_path_buf() }),
    };
    let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let mut reading = Reading { name: stem(&whole, false), ..Reading::default() };
    let file = name_of(path);
    let bytes = read_file(path, &file, &mut reading)?;
    if format == Format::NodeLink {
        json::read(bytes, &file, &mut reading);
    } else {
        graph::read(ending, bytes, &file, &mut reading);
    }
    Ok(reading)
}

fn read_path(path: &Path, shape: Option<Shape>) -> Result<Reading, Error> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|error| Error::io(path, &error))?;
        let mut reading = Reading { name: STDIN.to_owned(), ..Reading::default() };
        reading.inputs.push(input(STDIN, &bytes));
        read_text(bytes, STDIN, shape, &mut reading);
        return Ok(reading);
    }
    let known = fs::metadata(path).map_err(|error| Error::io(path, &error))?;
    let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let mut reading = Reading { name: stem(&whole, known.is_dir()), ..Reading::default() };
    let not_one = |what| Error::NotOneTable { path: path.to_path_buf(), what };
    if known.is_dir() {
        if shape.is_some() {
            return Err(not_one("a folder"));
        }
        folder::read(path, &mut reading)?;
        return Ok(reading);
    }
    let file = name_of(path);
    match extension(path).as_str() {
        "csv" | "tsv" | "txt" | "tab" | "" => {
            let bytes = read_file(path, &file, &mut reading)?;
            read_text(bytes, &file, shape, &mut reading);
        }
        "xlsx" | "xlsm" | "xls" | "xlsb" | "ods" => {
            let bytes = read_file(path, &file, &mut reading)?;
            read_workbook(&bytes, &file, shape, &mut reading);
        }
        "json" if shape.is_some() => return Err(not_one("a study in JSON")),
        "json" => {
            let bytes = read_file(path, &file, &mut reading)?;
            json::read(bytes, &file, &mut reading);
        }
        ending if graph::is_one(ending) && shape.is_some() => {
            return Err(not_one("a file of a network program"));
        }
        ending if graph::is_one(ending) => {
            let bytes = read_file(path, &file, &mut reading)?;
            graph::read(ending, bytes, &file, &mut reading);
        }
        _ => return Err(Error::UnknownKind { path: path.to_path_buf() }),
    }
    Ok(reading)
}

/// The bytes of a file, which is put on record.
fn read_file(path: &Path, name: &str, reading: &mut Reading) -> Result<Vec<u8>, Error> {
    let bytes = fs::read(path).map_err(|error| Error::io(path, &error))?;
    reading.inputs.push(input(name, &bytes));
    Ok(bytes)
}

fn input(file: &str, bytes: &[u8]) -> Input {
    let mut sha256 = String::new();
    for byte in Sha256::digest(bytes) {
        let _ = write!(sha256, "{byte:02x}");
    }
    Input { file: file.to_owned(), bytes: bytes.len() as u64, sha256 }
}

fn read_text(bytes: Vec<u8>, file: &str, shape: Option<Shape>, reading: &mut Reading) {
    if let Some(sheet) = text::table(bytes, file, &mut reading.problems) {
        let sheet = header::of_single(sheet, &reading.name, &mut reading.problems);
        open_table(sheet, shape, reading);
    }
}

/// Sheets named after tables are the tables. If there is none, or a shape is given, the first sheet
/// is a single table; so is the only one named after a table, if it is a list or matrix.
fn read_workbook(bytes: &[u8], file: &str, shape: Option<Shape>, reading: &mut Reading) {
    let (mut tables, mut others) = (Vec::new(), Vec::new());
    let mut aside = Vec::new();
    for found in workbook::worksheets(bytes, file, &mut reading.problems) {
        let name = found.name.trim().to_lowercase();
        if name.ends_with("(ignore)") {
            reading.problems.push(skipped(found.sheet.place(None, None), "sheet"));
        } else if let (None, Some(table)) = (shape, Table::named(&name)) {
            tables.push((table, found));
        } else if shape.is_none() && name == "study" {
            reading.problems.extend(found.problems);
            reading.settings = settings::from_sheet(&found.sheet, &mut reading.problems);
        } else if !found.sheet.header().is_empty() {
            if found.hidden || FOR_PEOPLE.contains(&name.as_str()) {
                aside.push(found.name);
            } else {
                others.push(found);
            }
        }
    }
    if is_single(&tables, &others) {
        others.splice(..0, tables.drain(..).map(|(_, only)| only));
    }
    if tables.is_empty() && !others.is_empty() {
        let only = others.remove(0);
        aside.extend(others.iter().map(|other| other.name.clone()));
        open_worksheet(only, &aside, shape, reading);
        for other in others.iter().filter(|_| shape.is_none()) {
            let sheet = header::of_single(other.sheet.clone(), "", &mut Vec::new());
            if shape::is_plain(&sheet, "") {
                let message = "not read: a list or matrix by itself is one sheet";
                let place = other.sheet.place(None, None);
                let problem = Problem::new("unused-file", place, message);
                reading.problems.push(problem.suggest("save it as a workbook of its own"));
            }
        }
        return;
    }
    for (table, found) in tables {
        add_worksheet(table, found, reading);
    }
    reading.sheets.sort_by_key(|(table, _)| *table);
    let unused = others
        .iter()
        .map(|other| unused_table(other.sheet.place(None, None), &other.name, "sheet"));
    reading.problems.extend(unused);
}

/// Whether the only sheet named after a table is a list or matrix by itself: no other is even nearly
/// named after a table of actors.
fn is_single(tables: &[(Table, Worksheet)], others: &[Worksheet]) -> bool {
    let [(_, only)] = tables else { return false };
    let lists_actors =
        |other: &Worksheet| matches!(near::table(&other.name), Some("organisations" | "people"));
    let sheet = header::of_single(only.sheet.clone(), &only.name, &mut Vec::new());
    !others.iter().any(lists_actors) && shape::is_single(&sheet, &only.name)
}

/// Sheets that hold no single table.
const FOR_PEOPLE: &[&str] = &["read me", "readme", "study"];

/// Reads a sheet as a single table, and says which sheets are not read.
fn open_worksheet(
    only: Worksheet,
    not_read: &[String],
    shape: Option<Shape>,
    reading: &mut Reading,
) {
    let place = only.sheet.place(None, None);
    if !not_read.is_empty() {
        let message = format!("this sheet is read, and not: {}", not_read.join(", "));
        reading.problems.push(Problem::new("unread-sheets", place, message));
    } else if Table::named(&only.name).is_some() && shape.is_none() {
        let message = "no other sheet is a table of the study: read as a list or matrix by itself";
        reading.problems.push(Problem::new(shape::SHAPE, place, message));
    }
    let sheet = header::of_single(only.sheet, &reading.name, &mut reading.problems);
    reading.problems.extend(in_table(only.problems, &sheet));
    let sheet = merged::fill(sheet, &only.merged, &mut reading.problems);
    open_table(sheet, shape, reading);
}

fn add_worksheet(table: Table, found: Worksheet, reading: &mut Reading) {
    if let Some((_, first)) = reading.sheets.iter().find(|(read, _)| *read == table) {
        let first = first.sheet.as_deref().unwrap_or_default();
        let message = format!("not read: {} is in sheet {first}", table.spec().name);
        let place = found.sheet.place(None, None);
        reading.problems.push(Problem::new("unused-file", place, message));
        return;
    }
    let sheet = header::of_table(found.sheet, table, &mut reading.problems);
    reading.problems.extend(in_table(found.problems, &sheet));
    let sheet = merged::fill(sheet, &found.merged, &mut reading.problems);
    add(table, sheet, reading);
}

/// What is wrong in the cells of a table, without those above it.
fn in_table(problems: Vec<Problem>, sheet: &Sheet) -> impl Iterator<Item = Problem> {
    let first = sheet.header_row;
    problems.into_iter().filter(move |problem| problem.place.row.is_none_or(|row| row >= first))
}

/// Adds a table of a study to a reading.
fn add(table: Table, sheet: Sheet, reading: &mut Reading) {
    let sheet =
        if table == Table::Ties { shape::ties(sheet, &mut reading.problems) } else { sheet };
    reading.sheets.push((table, sheet));
}

/// A file or sheet that is left out because its name ends in `(ignore)`.
fn skipped(place: Place, what: &str) -> Problem {
    let message = format!("skipped, as the name of the {what} asks");
    Problem::new("skipped-file", place, message)
}

/// A file or sheet whose name is not that of a table.
fn unused_table(place: Place, name: &str, what: &str) -> Problem {
    let problem = Problem::new(
        "unused-file",
        place,
        format!("no table of a study has the name of this {what}"),
    );
    match near::table(name) {
        Some(table) => problem.suggest(format!("if it is {table}, rename the {what} to {table}")),
        None => problem,
    }
}

fn stem(path: &Path, folder: bool) -> String {
    let name = if folder { path.file_name() } else { path.file_stem() };
    name.unwrap_or_default().to_string_lossy().into_owned()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn extension(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}
