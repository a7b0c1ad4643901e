use csv::{ReaderBuilder, StringRecord};
use tertius::study::{TABLES, header_word};

use super::looks::sample;

/// What separates the cells of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Separator {
    pub(super) byte: u8,
    /// Bytes taken by a first line that only says so (`sep=;`, as Excel writes).
    pub(super) skip: usize,
}

const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Finds the separator: the one a first line declares, else the only one that cuts known column
/// names out of one of the first rows, else the one that cuts the beginning of the text into rows
/// most alike.
pub(super) fn separator(text: &str) -> Separator {
    if let Some(declared) = declared(text) {
        return declared;
    }
    let mut sample = sample(text);
    if sample.len() < text.len() {
        // The last row of a sample is cut off.
        sample = &sample[..sample.rfind('\n').unwrap_or(sample.len())];
    }
    let mut headed = SEPARATORS.into_iter().filter(|byte| cuts_a_header(sample, *byte));
    if let (Some(byte), None) = (headed.next(), headed.next()) {
        return Separator { byte, skip: 0 };
    }
    let mut best = (b',', 0.0, 1);
    for byte in SEPARATORS {
        let (alike, cells) = evenness(sample, byte);
        if cells > 1 && (alike, cells) > (best.1, best.2) {
            best = (byte, alike, cells);
        }
    }
    Separator { byte: best.0, skip: 0 }
}

/// In words, for a message.
pub(super) fn in_words(byte: u8) -> String {
    match byte {
        b';' => "semicolons".to_owned(),
        b'\t' => "tabs".to_owned(),
        byte => format!("`{}`", char::from(byte)),
    }
}

fn declared(text: &str) -> Option<Separator> {
    let line = &text[..text.find('\n').unwrap_or(text.len())];
    let said = line.trim_end_matches('\r').trim_matches('"');
    let (key, byte) = said.split_at_checked(4)?;
    match byte.as_bytes() {
        [byte] if key.eq_ignore_ascii_case("sep=") && byte.is_ascii() => {
            Some(Separator { byte: *byte, skip: (line.len() + 1).min(text.len()) })
        }
        _ => None,
    }
}

/// Whether one of the first rows, cut so, holds two columns that a table must have or may have.
fn cuts_a_header(sample: &str, byte: u8) -> bool {
    sample.lines().take(20).any(|line| {
        let cells = line.split(char::from(byte));
        let words: Vec<String> = cells
            .map(|cell| header_word(cell.trim_matches('"')))
            .filter(|it| is_column(it))
            .collect();
        words.len() > 1
    })
}

fn is_column(word: &str) -> bool {
    let mut columns = TABLES.iter().flat_map(|table| table.columns);
    columns.any(|column| column.name == word || column.synonyms.contains(&word))
}

/// The share of rows with as many cells as the header, and how many those are.
fn evenness(sample: &str, byte: u8) -> (f64, usize) {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(byte)
        .from_reader(sample.as_bytes());
    let mut row = StringRecord::new();
    let (mut header, mut rows, mut alike) = (0, 0, 0);
    while reader.read_record(&mut row).unwrap_or(false) {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if header == 0 {
            header = row.len();
        }
        rows += 1;
        alike += usize::from(row.len() == header);
    }
    (f64::from(alike as u32) / f64::from(rows.max(1)), header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_cuts_rows_alike() {
        for (text, byte) in [
            ("from,to\na,b\n", b','),
            ("from;to;weight\na;b;1,5\nc;d;2,5\n", b';'),
            ("from\tto\na, b\tc\n", b'\t'),
            ("id,name,aliases\na,Alpha,x;y;z\nb,Beta,p;q;r\n", b','),
            ("id;name\na;\"Alpha; Beta, and Co\"\n", b';'),
            ("id,note\na,\"first; line\nsecond; line\"\n", b','),
            ("name\nAlpha\n", b','),
            ("", b','),
        ] {
            assert_eq!(separator(text), Separator { byte, skip: 0 }, "{text}");
        }
    }

    #[test]
    fn a_first_line_may_declare_it() {
        assert_eq!(separator("sep=;\r\nfrom;to\r\n"), Separator { byte: b';', skip: 7 });
        assert_eq!(separator("SEP=|\nfrom|to\n"), Separator { byte: b'|', skip: 6 });
        assert_eq!(separator("\"sep=\t\"\nfrom\tto\n"), Separator { byte: b'\t', skip: 8 });
        assert_eq!(separator("sep=,"), Separator { byte: b',', skip: 5 });
        assert_eq!(separator("sep=é\na;b").skip, 0);
    }
}
