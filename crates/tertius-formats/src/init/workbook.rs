use std::path::Path;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Formula,
    Note, Workbook, Worksheet, XlsxError,
};
use tertius::study::{Cells, ColumnSpec, TABLES, Table, TableSpec};

use super::cells_in_words;
use super::guide::guide;
use crate::Error;
use crate::read::KEYS;
use crate::whole::{refuse_existing, write_bytes};

/// Rows of a table that get drop-down lists.
const ROWS: u32 = 1_000;

/// Makes a workbook with every table empty: headers with notes, drop-down lists where a column has
/// a vocabulary or points to another table, and a sheet that says how to fill it in.
///
/// # Errors
///
/// If the file is already there, or the system does not let us.
pub fn init_workbook(path: &Path) -> Result<(), Error> {
    refuse_existing([&path.to_path_buf()])?;
    let bytes = workbook()
        .map_err(|error| Error::Io { path: path.to_path_buf(), why: error.to_string() })?;
    write_bytes(path, &bytes)
}

fn workbook() -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    read_me(workbook.add_worksheet())?;
    study(workbook.add_worksheet())?;
    for spec in TABLES {
        table(workbook.add_worksheet(), spec)?;
    }
    actors(workbook.add_worksheet())?;
    workbook.save_to_buffer()
}

fn read_me(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("read me")?.set_column_width(0, 110)?;
    let plain = Format::new().set_font_name("Consolas").set_font_size(10);
    let heading = plain.clone().set_bold();
    for (row, line) in (0..).zip(guide(true).lines()) {
        let is_heading =
            row == 0 || line.contains(": one row is ") || line.starts_with("At the end");
        sheet.write_string_with_format(row, 0, line, if is_heading { &heading } else { &plain })?;
    }
    Ok(())
}

fn study(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("study")?.set_column_width(0, 16)?.set_column_width(1, 80)?;
    sheet.set_freeze_panes(1, 0)?;
    let head = header_format(false);
    sheet
        .write_string_with_format(0, 0, "key", &head)?
        .write_string_with_format(0, 1, "value", &head)?;
    for (row, key) in (1..).zip(KEYS) {
        sheet.write_string(row, 0, *key)?;
    }
    let row_of =
        |key: &str| 1 + KEYS.iter().position(|known| *known == key).unwrap_or_default() as u32;
    let synthetic = one_of(&["yes", "no"])?;
    sheet.add_data_validation(row_of("synthetic"), 1, row_of("synthetic"), 1, &synthetic)?;
    sheet.insert_note(row_of("authors"), 0, &note("several, separated by ;"))?;
    sheet.insert_note(row_of("synthetic"), 0, &note("yes if the data are invented"))?;
    sheet.insert_note(
        row_of("groupings"),
        0,
        &note("columns that group actors, the main one first, separated by ;"),
    )?;
    sheet.insert_note(
        row_of("notice"),
        0,
        &note("a sentence that must be seen wherever the study is shown"),
    )?;
    Ok(())
}

fn table(sheet: &mut Worksheet, spec: &TableSpec) -> Result<(), XlsxError> {
    sheet.set_name(spec.name)?.set_freeze_panes(1, 1)?;
    let text = Format::new().set_num_format("@");
    for (at, column) in (0..).zip(spec.all_columns()) {
        sheet.write_string_with_format(0, at, column.name, &header_format(column.required))?;
        let must = if column.required { " (must be filled in)" } else { "" };
        let cells = cells_in_words(column).unwrap_or_default();
        let about = format!("{}{must}\n{cells}", column.about);
        sheet.insert_note(0, at, &note(&about))?;
        sheet.set_column_width(at, width(column))?;
        if !matches!(column.cells, Cells::Number | Cells::Coordinate | Cells::Whole | Cells::Share)
        {
            // Otherwise Excel makes a day of 2019-03 and a number of 007.
            sheet.set_column_format(at, &text)?;
        }
        if let Some(list) = list(column)? {
            sheet.add_data_validation(1, at, ROWS, at, &list)?;
        }
    }
    Ok(())
}

/// A hidden sheet with the ids of organisations and then of people: a drop-down list takes one
/// range only.
fn actors(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(ACTORS)?.set_hidden(true);
    let ids = |table: Table| format!("{}!$A$2:$A${}", table.spec().name, ROWS + 1);
    let (organisations, people) = (ids(Table::Organisations), ids(Table::People));
    for row in 0..2 * ROWS {
        let at = row + 1;
        let formula = format!(
            "=IF({at}<=COUNTA({organisations}),INDEX({organisations},{at}),IF({at}<=COUNTA({organisations})+COUNTA({people}),INDEX({people},{at}-COUNTA({organisations})),\"\"))"
        );
        // Without a result of its own, a reader that does not calculate would see 0.
        sheet.write_formula(row, 0, Formula::new(formula).set_result(""))?;
    }
    Ok(())
}

const ACTORS: &str = "actor list";

/// The drop-down list of a column, if it has one.
fn list(column: &ColumnSpec) -> Result<Option<DataValidation>, XlsxError> {
    let listed = match column.cells {
        Cells::YesNo => one_of(&["yes", "no"])?,
        Cells::Words(words) => one_of(words)?,
        Cells::Ref([table]) => one_of_ids(&[*table], table.spec().name)?,
        Cells::Ref(tables) => one_of_ids(tables, &format!("'{ACTORS}'"))?,
        _ => return Ok(None),
    };
    Ok(Some(listed))
}

fn one_of(words: &[&str]) -> Result<DataValidation, XlsxError> {
    let list =
        DataValidation::new().allow_list_strings(words)?.set_error_title("Not in the list")?;
    list.set_error_message(format!(
        "One of: {}. Leave it blank if it is not known.",
        words.join(", ")
    ))
}

/// A list that grows with the ids entered. Other entries are allowed after a warning: the row they
/// point to may be entered later.
fn one_of_ids(tables: &[Table], sheet: &str) -> Result<DataValidation, XlsxError> {
    let names: Vec<_> = tables.iter().map(|table| table.spec().name).collect();
    let counts: Vec<_> =
        names.iter().map(|name| format!("COUNTA({name}!$A$2:$A${})", ROWS + 1)).collect();
    let first = if tables.len() == 1 { "$A$2" } else { "$A$1" };
    let range = format!("=OFFSET({sheet}!{first},0,0,MAX(1,{}),1)", counts.join("+"));
    DataValidation::new()
        .allow_list_formula(Formula::new(range))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("No such id yet")?
        .set_error_message(format!("No row of {} has this id yet.", names.join(" or ")))
}

fn header_format(required: bool) -> Format {
    let fill = if required { Color::RGB(0x00C9_DDF0) } else { Color::RGB(0x00EC_EFF3) };
    Format::new()
        .set_bold()
        .set_background_color(fill)
        .set_border_bottom(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
}

fn note(text: &str) -> Note {
    Note::new(text).add_author_prefix(false).set_width(260).set_height(90)
}

fn width(column: &ColumnSpec) -> f64 {
    match column.name {
        "note" | "quote" => 48.0,
        "name" | "title" | "aliases" => 34.0,
        "localities" => 22.0,
        name => (name.len() as f64 + 4.0).max(13.0),
    }
}
