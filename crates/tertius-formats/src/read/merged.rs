//! Merged cells: a workbook holds the value in the first cell of them, and blanks in the others.

use std::collections::HashMap;

use calamine::Dimensions;
use tertius::study::{Problem, Sheet};

/// The table with the value of cells merged over several rows in each of those rows, and a note of
/// each. Cells merged over several columns are noted and left as they are: their columns say
/// different things. Titles above the header do not matter.
pub(super) fn fill(sheet: Sheet, merged: &[Dimensions], problems: &mut Vec<Problem>) -> Sheet {
    let rows: HashMap<u32, usize> = sheet.rows().map(|row| row.number).zip(0..).collect();
    let mut filled: HashMap<usize, Vec<(usize, String)>> = HashMap::new();
    for Dimensions { start, end } in merged {
        let (column, last_column) = (start.1 as usize, end.1 as usize);
        let Some(&first) = rows.get(&(start.0 + 1)) else { continue };
        let value = sheet.row(first).cell(column);
        if value.trim().is_empty() {
            continue;
        }
        let mut said = Vec::new();
        if end.0 > start.0 {
            said.push(format!("read as the same in rows {} to {}", start.0 + 1, end.0 + 1));
            let below =
                (first + 1..sheet.len()).take_while(|row| sheet.row(*row).number <= end.0 + 1);
            below.for_each(|row| filled.entry(row).or_default().push((column, value.to_owned())));
        }
        if last_column > column {
            said.push("read in its first column, and as blank in the others".to_owned());
        }
        let place = sheet.place(Some(start.0 + 1), Some(column));
        let message = format!("this cell is merged: {}", said.join("; "));
        problems.push(Problem::new("merged-cells", place, message).value(value));
    }
    if filled.is_empty() { sheet } else { with(&sheet, &filled) }
}

/// The table with these cells filled, by the position of their row.
fn with(sheet: &Sheet, filled: &HashMap<usize, Vec<(usize, String)>>) -> Sheet {
    let mut whole =
        Sheet::new(&sheet.file, sheet.sheet.clone(), sheet.header_row, sheet.header().to_vec());
    for (at, row) in sheet.rows().enumerate() {
        let mut cells: Vec<&str> = row.cells().collect();
        for (column, value) in filled.get(&at).into_iter().flatten() {
            cells.resize(cells.len().max(column + 1), "");
            cells[*column] = value;
        }
        whole.push_row(row.number, cells);
    }
    whole
}
