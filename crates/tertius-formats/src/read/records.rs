use csv::{ReaderBuilder, StringRecord};
use tertius::study::{Problem, Sheet};

use super::separator::Separator;

/// The rows of a text as a sheet: the first row with anything in it is the header, blank rows are
/// left out, and rows are numbered as a spreadsheet numbers them (a cell may span lines of text).
pub(super) fn sheet(
    text: &str,
    separator: Separator,
    file: &str,
    problems: &mut Vec<Problem>,
) -> Sheet {
    let text = &text[separator.skip..];
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.byte)
        .from_reader(text.as_bytes());
    let mut sheet: Option<Sheet> = None;
    let mut record = StringRecord::new();
    let (mut number, mut start) = (0, 0);
    loop {
        let before = reader.position().byte() as usize;
        if !reader.read_record(&mut record).unwrap_or(false) {
            break;
        }
        start = before;
        number += 1 + blank_lines(text, start);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match &mut sheet {
            None => {
                let header = record.iter().map(str::to_owned).collect();
                sheet = Some(Sheet::new(file, None, number, header));
            }
            Some(sheet) => {
                let kept = kept_cells(&record, sheet.header().len());
                sheet.push_row(number, record.iter().take(kept));
            }
        }
    }
    let sheet = sheet.unwrap_or_else(|| Sheet::new(file, None, 1, Vec::new()));
    if never_closed(&text[start..], separator.byte) {
        problems.push(
            Problem::new(
                "ragged-row",
                sheet.place(Some(number), None),
                "a quotation mark opens a cell in this row and is never closed: the rest of the file was taken for that cell",
            )
            .suggest("delete the quotation mark, or close it"),
        );
    }
    sheet
}

/// How many cells of a row count: blank ones past the header are only trailing separators.
fn kept_cells(record: &StringRecord, header: usize) -> usize {
    let filled =
        (0..record.len()).rfind(|&cell| !record[cell].trim().is_empty()).map_or(0, |last| last + 1);
    record.len().min(filled.max(header))
}

/// How many empty lines come before the record that starts here: the reader passes over them.
fn blank_lines(text: &str, start: usize) -> u32 {
    let bytes = text.as_bytes();
    let mut at = start;
    // The second half of the \r\n that ended the row before.
    if at > 0 && bytes[at - 1] == b'\r' && bytes.get(at) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0;
    while let Some(b'\r' | b'\n') = bytes.get(at) {
        at += if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
        lines += 1;
    }
    lines
}

/// Whether the last record swallowed lines because of a lone quotation mark.
fn never_closed(last: &str, separator: u8) -> bool {
    let last = last.trim_matches(['\r', '\n']);
    let opens =
        last.starts_with('"') || last.as_bytes().windows(2).any(|pair| pair == [separator, b'"']);
    opens
        && last.contains(['\r', '\n'])
        && last.bytes().filter(|byte| *byte == b'"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Sheet, Vec<Problem>) {
        let mut problems = Vec::new();
        let sheet = sheet(text, Separator { byte: b',', skip: 0 }, "ties.csv", &mut problems);
        (sheet, problems)
    }

    fn numbered(text: &str) -> (u32, Vec<(u32, Vec<String>)>) {
        let (sheet, problems) = read(text);
        assert_eq!(problems, []);
        let rows = sheet
            .rows()
            .map(|row| (row.number, row.cells().map(str::to_owned).collect()))
            .collect();
        (sheet.header_row, rows)
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "||,,|from,to|a,\"b|c\"||, ,|d,e|||f,g|".replace('|', end);
            let (header_row, rows) = numbered(&text);
            assert_eq!(header_row, 4);
            let cell = format!("b{end}c");
            let expected = [(5, ["a", &cell]), (8, ["d", "e"]), (11, ["f", "g"])];
            assert_eq!(rows, expected.map(|(row, cells)| (row, cells.map(str::to_owned).to_vec())));
        }
    }

    #[test]
    fn only_filled_cells_past_the_header_make_a_row_long() {
        let (_, rows) = numbered("from,to\na,b,,\nc\nd,e,f,\n");
        let lengths: Vec<_> = rows.iter().map(|(_, cells)| cells.len()).collect();
        assert_eq!(lengths, [2, 1, 3]);
    }

    #[test]
    fn quotes_inside_cells_are_text() {
        let (_, rows) = numbered("from,to\n\"The \"\"Hub\"\", Leeds\",5\" pipe\n");
        assert_eq!(rows[0].1, ["The \"Hub\", Leeds", "5\" pipe"]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told() {
        let (sheet, problems) = read("from,to\na,b\nc,\"d\ne,f\n");
        assert_eq!(sheet.len(), 2);
        insta::assert_snapshot!(format!("{}: {}", problems[0].place, problems[0].message), @"ties.csv, row 3: a quotation mark opens a cell in this row and is never closed: the rest of the file was taken for that cell");
    }
}
