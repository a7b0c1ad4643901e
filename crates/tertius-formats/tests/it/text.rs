use std::io::{BufWriter, Write};

use tertius::study::Table;
use tertius_formats::read;

use crate::support::{codes, read_file, sheet, shown, told};

const TIES: &str = "from,to\nYsgol Siân,Llangefni\n";

fn first_cell(bytes: impl AsRef<[u8]>) -> (String, Vec<&'static str>) {
    let reading = read_file("ties.csv", bytes);
    let cell = sheet(&reading, Table::Ties).row(0).cell(0).to_owned();
    (cell, codes(&reading))
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn every_usual_encoding_is_read() {
    let marked = format!("\u{feff}{TIES}");
    let name = "Ysgol Siân".to_owned();
    assert_eq!(first_cell(TIES), (name.clone(), vec![]));
    assert_eq!(first_cell(&marked), (name.clone(), vec![]));
    for bytes in [
        utf16(TIES, u16::to_le_bytes),
        utf16(TIES, u16::to_be_bytes),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
        b"from,to\nYsgol Si\xe2n,Llangefni\n".to_vec(),
    ] {
        assert_eq!(first_cell(bytes), (name.clone(), vec!["encoding"]));
    }
}

#[test]
fn the_encoding_is_said_with_the_first_cell_that_tells() {
    let reading = read_file("ties.csv", b"from,to,weight\nA,B,1\nC,St Mary\x92s,2\n");
    insta::assert_snapshot!(told(&reading), @r#"
    Note encoding at ties.csv, cell B3 (to): read as Windows-1252 (Western European), because it is not UTF-8 [St Mary’s]
    Note shape at ties.csv: read as a list of ties: its columns "from" and "to" name two actors
    "#);
}

#[test]
fn semicolons_tabs_and_declared_separators_are_read() {
    for (text, code) in [
        ("from;to;weight\nA;B;1,5\n", Some("separator")),
        ("from\tto\tweight\nA\tB\t1,5\n", Some("separator")),
        ("sep=;\r\nfrom;to;weight\r\nA;B;1,5\r\n", Some("separator")),
        ("sep=|\nfrom|to|weight\nA|B|1,5\n", Some("separator")),
        ("from,to,weight\nA,B,\"1,5\"\n", None),
    ] {
        let reading = read_file("ties.csv", text);
        assert_eq!(shown(&reading), "ties (1: from | to | weight)\n  2: A | B | 1,5\n", "{text}");
        assert_eq!(codes(&reading), Vec::from_iter(code), "{text}");
    }
    assert_eq!(codes(&read_file("ties.tsv", "from\tto\nA\tB\n")), [""; 0]);
}

#[test]
fn rows_are_numbered_as_in_a_spreadsheet() {
    let text =
        "\n,,\nfrom,to,note\nA,B,\"two\nlines\"\n\n , ,\nC,\"D, E\",\"a \"\"quoted\"\" word\"\n";
    insta::assert_snapshot!(shown(&read_file("ties.csv", text)), @r#"
    ties (3: from | to | note)
      4: A | B | two
    lines
      7: C | D, E | a "quoted" word
    "#);
}

#[test]
fn a_table_may_have_a_header_only_or_nothing() {
    assert_eq!(shown(&read_file("ties.csv", "from,to\n")), "ties (1: from | to)\n");
    assert_eq!(shown(&read_file("ties.csv", "")), "ties (1: )\n");
    assert_eq!(shown(&read_file("ties.csv", "\n\n ,\n")), "ties (1: )\n");
}

#[test]
fn a_file_that_is_not_text_says_what_it_looks_like() {
    let utf16 = |text: &str| utf16(text, u16::to_le_bytes);
    let zip = |inside: &str| [&b"PK\x03\x04"[..], inside.as_bytes()].concat();
    let old = |inside: Vec<u8>| [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), inside].concat();
    let mut said = String::new();
    for bytes in [
        zip("xl/workbook.xml"),
        zip("xl/workbook.bin"),
        zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
        zip("word/document.xml"),
        zip("photo"),
        old(vec![]),
        old(utf16("EncryptedPackage")),
        b"%PDF-1.7".to_vec(),
        b"\x89PNG\r\n".to_vec(),
        b"\xff\xd8\xff\xe0".to_vec(),
        b"\x1f\x8b\x08".to_vec(),
        b"{\\rtf1".to_vec(),
        b"\n<!DOCTYPE html><title>Sign in</title>".to_vec(),
        b"from,to\nA,B\x01\x02\x03\n".to_vec(),
        b"from,to\nA,B\0\n".to_vec(),
    ] {
        let reading = read_file("ties.csv", bytes);
        assert!(reading.sheets.is_empty());
        said += &told(&reading);
    }
    insta::assert_snapshot!(said, @r"
    Error binary-file at ties.csv: this is an Excel workbook, not a text table -> rename to .xlsx
    Error binary-file at ties.csv: this is an Excel workbook, not a text table -> rename to .xlsb
    Error binary-file at ties.csv: this is an OpenDocument spreadsheet, not a text table -> rename to .ods
    Error binary-file at ties.csv: this is a word-processor document, not a text table -> open it in the program that made it and save the table as CSV (UTF-8)
    Error binary-file at ties.csv: this is a compressed file (zip), not a text table -> unpack it first
    Error binary-file at ties.csv: this is an old Excel workbook or Word document, not a text table -> rename to .xls if it is a workbook
    Error binary-file at ties.csv: this is a workbook with a password, not a text table -> open it in Excel and save it without the password
    Error binary-file at ties.csv: this is a PDF document, not a text table -> the table itself is needed, as CSV (UTF-8) or .xlsx
    Error binary-file at ties.csv: this is a picture (PNG), not a text table -> the table itself is needed, as CSV (UTF-8) or .xlsx
    Error binary-file at ties.csv: this is a picture (JPEG), not a text table -> the table itself is needed, as CSV (UTF-8) or .xlsx
    Error binary-file at ties.csv: this is a compressed file (gzip), not a text table -> unpack it first
    Error binary-file at ties.csv: this is a word-processor document (RTF), not a text table -> open it in the program that made it and save the table as CSV (UTF-8)
    Error binary-file at ties.csv: this is a web page, not a text table -> the download may have led to a sign-in page: download the table itself
    Error binary-file at ties.csv: this is binary data, not a text table -> save the table as CSV (UTF-8)
    Error binary-file at ties.csv: this is binary data, not a text table -> save the table as CSV (UTF-8)
    ");
}

#[test]
fn a_table_of_two_hundred_megabytes_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ties.csv");
    let mut file = BufWriter::new(std::fs::File::create(&path).unwrap());
    file.write_all(b"from,to,weight,note\n").unwrap();
    let note = "seen in minutes of the steering group, ".repeat(8);
    for row in 0..600_000 {
        writeln!(file, "actor {row},actor {},{}.5,\"{note}\"", row / 7, row % 9).unwrap();
    }
    drop(file);
    let reading = read(&path).unwrap();
    let ties = sheet(&reading, Table::Ties);
    assert!(reading.inputs[0].bytes > 200_000_000);
    assert_eq!(ties.len(), 600_000);
    let last = ties.row(599_999);
    assert_eq!((last.number, last.cell(0), last.cell(2)), (600_001, "actor 599999", "5.5"));
}
