use std::io::Cursor;

use calamine::{
    Cell as FoundCell, Data, DataRef, Dimensions, Ods, Reader, SheetType, SheetVisible, Sheets,
    Xls, Xlsb, Xlsx,
};
use tertius::study::{Place, Problem, Sheet};

use super::cell;
use super::looks::{Looks, looks};
use super::quiet::quietly;

/// A worksheet of a workbook as a sheet, with the name it has there.
#[derive(Debug)]
pub(super) struct Worksheet {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) sheet: Sheet,
    /// What is wrong in its cells: it matters only if the sheet is used.
    pub(super) problems: Vec<Problem>,
    /// Its merged cells, as far as the kind of workbook lets us know.
    pub(super) merged: Vec<Dimensions>,
}

/// Cells a worksheet may have, blank ones between others included: more is a stray cell far out.
const MOST_CELLS: usize = 200_000_000;

/// The worksheets of a workbook, whatever kind of workbook its bytes are.
pub(super) fn worksheets(bytes: &[u8], file: &str, problems: &mut Vec<Problem>) -> Vec<Worksheet> {
    // calamine reads damaged files from strangers: should it panic on one, it is that file's fault,
    // and the user is told so in place of the message of the panic.
    let read = quietly(|| {
        let mut workbook = open(bytes)?;
        let sheets = workbook.sheets_metadata().to_vec();
        let mut found = Vec::new();
        for listed in sheets.iter().filter(|listed| listed.typ == SheetType::WorkSheet) {
            let cells = cells(&mut workbook, &listed.name)?;
            let (sheet, problems) = sheet(&cells, file, &listed.name);
            let hidden = listed.visible != SheetVisible::Visible;
            let merged = merged(&mut workbook, &listed.name)?;
            found.push(Worksheet { name: listed.name.clone(), hidden, sheet, problems, merged });
        }
        Ok(found)
    });
    let why = match read {
        Some(Ok(found)) => return found,
        Some(Err(why)) => why,
        None => Unreadable::damaged("its parts contradict each other"),
    };
    problems
        .push(Problem::new("unreadable-file", Place::file(file), why.message).suggest(why.advice));
    Vec::new()
}

/// Why a workbook cannot be read.
struct Unreadable {
    message: String,
    advice: &'static str,
}

impl Unreadable {
    fn damaged(why: impl std::fmt::Display) -> Self {
        let why = why.to_string();
        if why.contains("password") {
            return Self::closed(Looks::Protected);
        }
        Self {
            message: format!("the workbook is damaged ({why})"),
            advice: "open it in Excel or LibreOffice and save it again as .xlsx",
        }
    }

    fn closed(looks: Looks) -> Self {
        let message = format!("this is {}, not a workbook that can be read", looks.what());
        Self { message, advice: looks.advice() }
    }
}

/// Opens by what the bytes are: workbooks are often saved under the name of another kind.
fn open(bytes: &[u8]) -> Result<Sheets<Cursor<&[u8]>>, Unreadable> {
    let from = Cursor::new(bytes);
    match looks(bytes) {
        Some(Looks::Xlsx) => Xlsx::new(from).map(Sheets::Xlsx).map_err(Unreadable::damaged),
        Some(Looks::Xlsb) => Xlsb::new(from).map(Sheets::Xlsb).map_err(Unreadable::damaged),
        Some(Looks::Ods) => Ods::new(from).map(Sheets::Ods).map_err(Unreadable::damaged),
        Some(Looks::OldOffice) => Xls::new(from).map(Sheets::Xls).map_err(Unreadable::damaged),
        Some(other) => Err(Unreadable::closed(other)),
        None => Err(Unreadable {
            message: "this is text, not a workbook".to_owned(),
            advice: "rename to .csv, or open it in Excel and save it as .xlsx",
        }),
    }
}

/// A cell with anything in it: row and column from zero, and what it says or its error.
type Cell = (u32, u32, Result<String, calamine::CellErrorType>);

/// The cells of a worksheet with anything in them, by row and column.
///
/// Where calamine can, they are taken one by one: a range would fill the space up to a stray cell
/// in the last row and column of the sheet.
fn cells(workbook: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<Vec<Cell>, Unreadable> {
    let mut cells = Vec::new();
    match workbook {
        Sheets::Xlsx(workbook) => {
            let mut reader = workbook.worksheet_cells_reader(name).map_err(Unreadable::damaged)?;
            while let Some((found, style)) =
                reader.next_cell_with_style_id().map_err(Unreadable::damaged)?
            {
                let format =
                    reader.styles().get(style).and_then(|style| style.number_format.as_ref());
                keep(&mut cells, &found, format.map(|format| format.format_code.as_str()));
            }
        }
        Sheets::Xlsb(workbook) => {
            let mut reader = workbook.worksheet_cells_reader(name).map_err(Unreadable::damaged)?;
            while let Some(found) = reader.next_cell().map_err(Unreadable::damaged)? {
                keep(&mut cells, &found, None);
            }
        }
        Sheets::Xls(_) | Sheets::Ods(_) => {
            let range = workbook.worksheet_range(name).map_err(Unreadable::damaged)?;
            let (row, column) = range.start().unwrap_or_default();
            for (below, right, value) in range.used_cells() {
                let at = (row + below as u32, column + right as u32);
                keep(&mut cells, &FoundCell::new(at, borrowed(value)), None);
            }
        }
    }
    cells.sort_by_key(|(row, column, _)| (*row, *column));
    Ok(cells)
}

/// The merged cells of a worksheet. calamine does not tell those of .ods and .xlsb.
fn merged(workbook: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<Vec<Dimensions>, Unreadable> {
    let mut merged = match workbook {
        Sheets::Xlsx(workbook) => {
            workbook.merge_cells_by_sheet_name(name).map_err(Unreadable::damaged)?
        }
        Sheets::Xls(workbook) => {
            workbook.merge_cells_by_sheet_name(name).map_err(Unreadable::damaged)?
        }
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    };
    merged.sort_by_key(|it| it.start);
    Ok(merged)
}

fn keep(cells: &mut Vec<Cell>, found: &FoundCell<DataRef>, format: Option<&str>) {
    let said = cell::text(found.get_value(), format);
    if said.as_ref().is_ok_and(|text| text.trim().is_empty()) {
        return;
    }
    let (row, column) = found.get_position();
    cells.push((row, column, said));
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(truth) => DataRef::Bool(*truth),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Cells as a sheet: the first row with anything in it is the header; rows and columns keep the
/// numbers and letters they have in the workbook.
fn sheet(cells: &[Cell], file: &str, name: &str) -> (Sheet, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut rows = cells.chunk_by(|a, b| a.0 == b.0);
    let new = |row, header| Sheet::new(file, Some(name.to_owned()), row, header);
    let Some(header) = rows.next() else {
        return (new(1, Vec::new()), problems);
    };
    let mut sheet = new(header[0].0 + 1, spread(header).into_iter().map(str::to_owned).collect());
    let mut held = 0;
    for row in rows {
        let number = row[0].0 + 1;
        let mut texts = spread(row);
        // A spreadsheet has no short rows, only blank cells.
        texts.resize(texts.len().max(sheet.header().len()), "");
        held += texts.len();
        if held > MOST_CELLS {
            let place = sheet.place(Some(number), Some(texts.len() - 1));
            let message = "stray cells far to the right make the table too wide: rows from here on are not read";
            problems.push(Problem::new("unreadable-file", place, message).suggest("delete them"));
            break;
        }
        sheet.push_row(number, texts);
    }
    for (row, column, said) in cells {
        if let Err(error) = said {
            let place = sheet.place(Some(row + 1), Some(*column as usize));
            let message = "a formula failed in this cell: read as blank";
            problems.push(Problem::new("bad-number", place, message).value(error.to_string()));
        }
    }
    (sheet, problems)
}

/// The cells of a row from column A on, the empty ones too.
fn spread(row: &[Cell]) -> Vec<&str> {
    let mut texts = Vec::new();
    for (_, column, said) in row {
        texts.resize(*column as usize, "");
        texts.push(said.as_deref().unwrap_or_default());
    }
    texts
}
