//! Empty studies for a researcher to fill in.

mod folder;
mod guide;
mod workbook;

pub use folder::init_folder;
pub use workbook::init_workbook;

use tertius::study::{Cells, ColumnSpec, Table};

/// What may be written in a column, in a few words, where its description does not say.
fn cells_in_words(column: &ColumnSpec) -> Option<String> {
    let tables = |tables: &[Table]| {
        let names: Vec<_> = tables.iter().map(|table| table.spec().name).collect();
        names.join(" or ")
    };
    Some(match column.cells {
        Cells::Text | Cells::Texts | Cells::Share => return None,
        Cells::Id => "each once".to_owned(),
        Cells::Ref(of) => format!("an id from {}", tables(of)),
        Cells::Refs(of) => format!("ids from {}", tables(of)),
        Cells::Date => "a date".to_owned(),
        Cells::Number => "a number, zero or more".to_owned(),
        Cells::Coordinate => "a number".to_owned(),
        Cells::Whole => "a whole number".to_owned(),
        Cells::YesNo => "yes or no".to_owned(),
        Cells::Words(words) if words.iter().all(|word| column.about.contains(word)) => return None,
        Cells::Words(words) => words.join(", "),
        Cells::Declared(_) => "your own words".to_owned(),
    })
}
