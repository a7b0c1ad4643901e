//! What the first bytes of a file say it is, whatever its name says.

/// What a file looks like that is not a text table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looks {
    Xlsx,
    Xlsb,
    Ods,
    /// The container of .xls; also of old Word files and of workbooks with a password.
    OldOffice,
    Protected,
    /// Anything else, in words, with what to do.
    Other(&'static str, &'static str),
}

const SAVE_AS_CSV: &str = "open it in the program that made it and save the table as CSV (UTF-8)";
const RETYPE: &str = "the table itself is needed, as CSV (UTF-8) or .xlsx";

/// Beginnings that give a file away.
const MARKS: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "a PDF document", RETYPE),
    (b"\x89PNG", "a picture (PNG)", RETYPE),
    (b"\xff\xd8\xff", "a picture (JPEG)", RETYPE),
    (b"GIF8", "a picture (GIF)", RETYPE),
    (b"II*\0", "a picture (TIFF)", RETYPE),
    (b"MM\0*", "a picture (TIFF)", RETYPE),
    (b"{\\rtf", "a word-processor document (RTF)", SAVE_AS_CSV),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first"),
    (b"7z\xbc\xaf", "a compressed file (7-Zip)", "unpack it first"),
    (b"Rar!", "a compressed file (RAR)", "unpack it first"),
    (b"SQLite format 3", "a database (SQLite)", SAVE_AS_CSV),
    (b"PAR1", "a Parquet file", SAVE_AS_CSV),
    (b"$FL2", "an SPSS file", SAVE_AS_CSV),
    (b"<stata_dta>", "a Stata file", SAVE_AS_CSV),
];

/// How many bytes are looked at.
pub(super) const SAMPLE: usize = 64 * 1024;

/// What a file looks like, if not like text.
pub(super) fn looks(bytes: &[u8]) -> Option<Looks> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(looks_zipped(bytes));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        let protected: Vec<u8> =
            "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        return Some(if mentions(bytes, &protected) { Looks::Protected } else { Looks::OldOffice });
    }
    if let Some((_, what, advice)) = MARKS.iter().find(|(mark, ..)| bytes.starts_with(mark)) {
        return Some(Looks::Other(what, advice));
    }
    if looks_like_a_page(bytes) {
        return Some(Looks::Other(
            "a web page",
            "the download may have led to a sign-in page: download the table itself",
        ));
    }
    None
}

/// The beginning of a text.
pub(super) fn sample(text: &str) -> &str {
    let end = (0..=SAMPLE.min(text.len())).rfind(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

/// Whether text holds more control characters than text does; asked once the encoding is known.
pub(super) fn is_noise(text: &str) -> bool {
    let sample = sample(text);
    let control = sample
        .chars()
        .filter(|c| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c' | '\x1a'))
        .count();
    control * 200 > sample.chars().count()
}

impl Looks {
    /// What it is, in words.
    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Xlsx | Self::Xlsb => "an Excel workbook",
            Self::Ods => "an OpenDocument spreadsheet",
            Self::OldOffice => "an old Excel workbook or Word document",
            Self::Protected => "a workbook with a password",
            Self::Other(what, _) => what,
        }
    }

    /// What to do about it.
    pub(super) fn advice(self) -> &'static str {
        match self {
            Self::Xlsx => "rename to .xlsx",
            Self::Xlsb => "rename to .xlsb",
            Self::Ods => "rename to .ods",
            Self::OldOffice => "rename to .xls if it is a workbook",
            Self::Protected => "open it in Excel and save it without the password",
            Self::Other(_, advice) => advice,
        }
    }
}

fn looks_zipped(bytes: &[u8]) -> Looks {
    if mentions(bytes, b"xl/workbook.bin") {
        Looks::Xlsb
    } else if mentions(bytes, b"xl/") {
        Looks::Xlsx
    } else if mentions(bytes, b"opendocument.spreadsheet") {
        Looks::Ods
    } else if mentions(bytes, b"word/") || mentions(bytes, b"opendocument.text") {
        Looks::Other("a word-processor document", SAVE_AS_CSV)
    } else {
        Looks::Other("a compressed file (zip)", "unpack it first")
    }
}

/// Whether something occurs near either end of a file: a zip lists its members at the end.
fn mentions(bytes: &[u8], what: &[u8]) -> bool {
    let occurs = |part: &[u8]| part.windows(what.len()).any(|window| window == what);
    occurs(&bytes[..bytes.len().min(SAMPLE)])
        || occurs(&bytes[bytes.len().saturating_sub(SAMPLE)..])
}

fn looks_like_a_page(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}
