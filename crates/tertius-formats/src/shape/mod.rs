//! A table by itself: what shape it has, and the tables of a study in it.

mod adjacency;
mod edge_list;
mod headerless;
mod incidence;
mod matrix;

use tertius::study::{Problem, Reading, Sheet, Table};

pub(crate) use edge_list::ties;
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
const SHAPE: &str = "shape";

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
    let (shape, why) = match shape {
        Some(shape) => (shape, "as asked".to_owned()),
        None => detect(&sheet),
    };
    reading.implied = true;
    let message = format!("read as {}: {why}", shape.in_words());
    reading.problems.push(Problem::new(SHAPE, sheet.place(None, None), message));
    match shape {
        Shape::EdgeList => edge_list::open(sheet, Table::Ties, reading),
        Shape::ParticipationList => edge_list::open(sheet, Table::Participation, reading),
        Shape::AdjacencyMatrix => adjacency::open(&Matrix::new(&sheet), reading),
        Shape::IncidenceMatrix => incidence::open(&Matrix::new(&sheet), reading),
    }
}

impl Shape {
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

/// The shape of a table, and why.
fn detect(sheet: &Sheet) -> (Shape, String) {
    if let Some((from, to)) = edge_list::ends(sheet.header(), Table::Ties) {
        return (Shape::EdgeList, format!("its columns {from:?} and {to:?} name two actors"));
    }
    if let Some((actor, activity)) = edge_list::ends(sheet.header(), Table::Participation) {
        return (
            Shape::ParticipationList,
            format!("its columns {actor:?} and {activity:?} name actors and activities"),
        );
    }
    if sheet.len() <= MOST_ROWS {
        let matrix = Matrix::new(sheet);
        let (shared, most) = matrix.shared_names();
        if matrix.is_adjacency() {
            return (
                Shape::AdjacencyMatrix,
                format!("{shared} of its {most} row and column names are the same"),
            );
        }
        if matrix.is_incidence() {
            let (rows, columns) = (matrix.rows.len(), matrix.columns.len());
            return (
                Shape::IncidenceMatrix,
                format!(
                    "{rows} names in its rows, {columns} others in its header, and marks or numbers in its cells"
                ),
            );
        }
    }
    (
        Shape::EdgeList,
        "its first two columns are taken for the actors, as nothing else is recognised".to_owned(),
    )
}
