use tertius::study::{Place, Problem, Sheet};

use super::encoding::{Decoded, decode};
use super::looks::{Looks, is_noise, looks};
use super::records;
use super::separator::{in_words, separator};

/// The table in the bytes of a text file, if it is text.
pub(super) fn table(bytes: Vec<u8>, file: &str, problems: &mut Vec<Problem>) -> Option<Sheet> {
    if let Some(looks) = looks(&bytes) {
        problems.push(binary(file, looks));
        return None;
    }
    let Decoded { text, assumed } = decode(bytes);
    if is_noise(&text) {
        let noise = Looks::Other("binary data", "save the table as CSV (UTF-8)");
        problems.push(binary(file, noise));
        return None;
    }
    let separator = separator(&text);
    let tabs_promised = separator.byte == b'\t' && file.to_lowercase().ends_with(".tsv");
    if separator.skip > 0 {
        let message =
            format!("cells are separated by {}, as the first line says", in_words(separator.byte));
        problems.push(Problem::new("separator", Place::file(file), message));
    } else if separator.byte != b',' && !tabs_promised {
        let message = format!("cells are separated by {}", in_words(separator.byte));
        problems.push(Problem::new("separator", Place::file(file), message));
    }
    let sheet = records::sheet(&text, separator, file, problems);
    drop(text);
    if let Some(assumed) = assumed {
        problems.push(encoding_note(&sheet, &assumed));
    }
    Some(sheet)
}

fn binary(file: &str, looks: Looks) -> Problem {
    Problem::new(
        "binary-file",
        Place::file(file),
        format!("this is {}, not a text table", looks.what()),
    )
    .suggest(looks.advice())
}

/// Says what was assumed, at the first cell that shows whether it was right.
fn encoding_note(sheet: &Sheet, assumed: &str) -> Problem {
    let message = format!("read as {assumed}");
    let header = sheet
        .header()
        .iter()
        .enumerate()
        .map(|(column, cell)| (sheet.header_row, column, cell.as_str()));
    let body = sheet
        .rows()
        .flat_map(|row| (0..row.len()).map(move |column| (row.number, column, row.cell(column))));
    match header.chain(body).find(|(.., cell)| !cell.is_ascii()) {
        Some((row, column, cell)) => {
            Problem::new("encoding", sheet.place(Some(row), Some(column)), message).value(cell)
        }
        None => Problem::new("encoding", Place::file(&sheet.file), message),
    }
}
