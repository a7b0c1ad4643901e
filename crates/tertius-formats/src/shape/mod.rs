//! A table by itself: what shape it has, and the tables of a study in it.

mod adjacency;
mod blanks;
mod edge_list;
mod headerless;
mod incidence;
mod leftovers;
mod matrix;

use std::collections::HashSet;

use tertius::study::{Problem, Reading, Sheet, Table, decimal, header_word};

pub(crate) use edge_list::{ends, ties};
use matrix::Matrix;

/// The shape of a single table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One row is a tie: two columns name the actors.
    EdgeList,
    /// One row is an actor's part in an activity.
    ParticipationList,
    /// Actors in the rows, the same actors in the columns, ties in the cells.
    AdjacencyMatrix,
    /// Actors in the rows, activities in the columns, participation in the cells.
    IncidenceMatrix,
}

/// Problem code of the note that says which shape was found.
pub(crate) const SHAPE: &str = "shape";

/// Rows up to which a table is tried for a matrix: more actors than this are never in one.
const MOST_ROWS: usize = 16_384;

/// Takes a single table into a reading, in the shape asked for or the one it has.
pub(crate) fn open_table(sheet: Sheet, shape: Option<Shape>, reading: &mut Reading) {
    if shape.is_none()
        && let Some(table) = named_table(&sheet, &reading.name)
    {
        reading.sheets.push((table, sheet));
        return;
    }
    if shape.is_none() && detect(&sheet).is_none() && lists_actors(&sheet) {
        let message =
            "read as a table of organisations: its columns name each row and say nothing of ties";
        reading.problems.push(Problem::new(SHAPE, sheet.place(None, None), message));
        reading.sheets.push((Table::Organisations, sheet));
        return;
    }
    let (shape, why) = match shape {
        Some(shape) => (shape, "as asked".to_owned()),
        None => detect(&sheet).unwrap_or_else(|| (Shape::EdgeList, FIRST_TWO.to_owned())),
    };
    reading.implied = true;
    let message = format!("read as {}: {why}", shape.in_words());
    let note = Problem::new(SHAPE, sheet.place(None, None), message);
    reading.problems.push(if shape != Shape::AdjacencyMatrix && has_same_names(&sheet) {
        note.suggest("if its rows and columns are the same actors: `--shape adjacency-matrix`")
    } else {
        note
    });
    match shape {
        Shape::EdgeList => edge_list::open(sheet, Table::Ties, reading),
        Shape::ParticipationList => edge_list::open(sheet, Table::Participation, reading),
        Shape::AdjacencyMatrix => adjacency::open(&Matrix::new(&sheet), reading),
        Shape::IncidenceMatrix => incidence::open(&Matrix::new(&sheet), reading),
    }
}

impl Shape {
    /// Every shape.
    pub const ALL: [Self; 4] =
        [Self::EdgeList, Self::ParticipationList, Self::AdjacencyMatrix, Self::IncidenceMatrix];

    /// Its name, as options call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::EdgeList => "edge-list",
            Self::ParticipationList => "participation-list",
            Self::AdjacencyMatrix => "adjacency-matrix",
            Self::IncidenceMatrix => "incidence-matrix",
        }
    }

    /// The shape of a name.
    ///
    /// ```
    /// use tertius_formats::Shape;
    /// assert_eq!(Shape::named("adjacency-matrix"), Some(Shape::AdjacencyMatrix));
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shape| shape.name() == name)
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::EdgeList => "a list of ties",
            Self::ParticipationList => "a list of participation",
            Self::AdjacencyMatrix => "an adjacency matrix",
            Self::IncidenceMatrix => "an incidence matrix",
        }
    }
}

/// The table of actors, places or sources that a file alone is, by its name and its columns.
fn named_table(sheet: &Sheet, name: &str) -> Option<Table> {
    let table =
        Table::named(name).filter(|table| !matches!(table, Table::Ties | Table::Participation))?;
    let mut required = table.spec().columns.iter().filter(|column| column.required);
    let has =
        |name: &str| sheet.header().iter().any(|header| header.trim().eq_ignore_ascii_case(name));
    required
        .all(|column| has(column.name) || column.synonyms.iter().any(|name| has(name)))
        .then_some(table)
}

/// Whether a table has a column of identifiers that are there once each, and another of names.
fn lists_actors(sheet: &Sheet) -> bool {
    let words: Vec<String> = sheet.header().iter().map(|name| header_word(name)).collect();
    let at = |name: &str| words.iter().position(|word| word == name);
    let (Some(id), Some(_)) = (at("id"), at("name").or_else(|| at("label"))) else { return false };
    let mut seen = HashSet::new();
    sheet.rows().all(|row| seen.insert(row.cell(id).trim()))
}

/// Why a table of no shape is taken for a list of ties.
const FIRST_TWO: &str =
    "its first two columns are taken for the actors, as nothing else is recognised";

/// Whether a table says what it is with its first row for a header.
pub(crate) fn is_plain(sheet: &Sheet, name: &str) -> bool {
    named_table(sheet, name).is_some() || detect(sheet).is_some()
}

/// Whether a sheet that is named after a table is rather a list or matrix by itself, if no other
/// sheet says who the actors are.
pub(crate) fn is_single(sheet: &Sheet, name: &str) -> bool {
    named_table(sheet, name).is_none() && detect(sheet).is_some()
}

/// Whether a table is a matrix, with names and not numbers in its header.
pub(crate) fn is_matrix(sheet: &Sheet) -> bool {
    if sheet.len() > MOST_ROWS {
        return false;
    }
    let matrix = Matrix::new(sheet);
    let named = matrix.columns.iter().all(|(_, name)| decimal(name).is_none());
    matrix.is_adjacency() || named && matrix.is_incidence()
}

/// Whether several names are in the first column and in the header.
fn has_same_names(sheet: &Sheet) -> bool {
    sheet.len() <= MOST_ROWS && Matrix::new(sheet).shared_names().0 >= 2
}

/// The shape of a table, and why, if it has one.
fn detect(sheet: &Sheet) -> Option<(Shape, String)> {
    if let Some((from, to)) = edge_list::ends(sheet.header(), Table::Ties) {
        return Some((Shape::EdgeList, format!("its columns {from:?} and {to:?} name two actors")));
    }
    if let Some((actor, activity)) = edge_list::ends(sheet.header(), Table::Participation) {
        return Some((
            Shape::ParticipationList,
            format!("its columns {actor:?} and {activity:?} name actors and activities"),
        ));
    }
    if sheet.len() > MOST_ROWS {
        return None;
    }
    let matrix = Matrix::new(sheet);
    let (shared, most) = matrix.shared_names();
    if matrix.is_adjacency() {
        return Some((
            Shape::AdjacencyMatrix,
            format!("{shared} of its {most} row and column names are the same"),
        ));
    }
    let (rows, columns) = (matrix.rows.len(), matrix.columns.len());
    matrix.is_incidence().then(|| {
        let why = format!(
            "{rows} names in its rows, {columns} others in its header, and marks or numbers in its cells"
        );
        (Shape::IncidenceMatrix, why)
    })
}
