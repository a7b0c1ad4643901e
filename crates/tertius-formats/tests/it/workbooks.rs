use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use tertius::Study;
use tertius::study::Reading;
use tertius_formats::{Shape, read, read_as};

use crate::support::{folder, read_file, shown, told};

type Fill<'f> = &'f dyn Fn(&mut Worksheet);

/// A workbook of sheets, each with a name and what fills it.
fn workbook(sheets: &[(&str, Fill)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, fill) in sheets {
        fill(workbook.add_worksheet().set_name(*name).unwrap());
    }
    workbook.save_to_buffer().unwrap()
}

fn rows(rows: &[&[&str]]) -> impl Fn(&mut Worksheet) {
    move |sheet| {
        for (at, row) in (0..).zip(rows) {
            sheet.write_row(at, 0, row.iter().copied()).unwrap();
        }
    }
}

fn both(reading: &Reading) -> String {
    shown(reading) + &told(reading)
}

#[test]
fn cells_are_read_as_a_person_sees_them() {
    let date = |format: &str| Format::new().set_num_format(format);
    let day = ExcelDateTime::from_ymd(2017, 10, 17).unwrap();
    let late = ExcelDateTime::from_ymd(2019, 3, 1).unwrap().and_hms(16, 30, 0).unwrap();
    let bytes = workbook(&[("Ties", &|sheet: &mut Worksheet| {
        rows(&[&["from", "to", "weight", "start", "end", "directed", "share", "note"]])(sheet);
        sheet.write(1, 0, 7).unwrap().write(1, 1, "b").unwrap().write(1, 2, 2.5).unwrap();
        sheet.write_with_format(1, 3, &day, &date("dd/mm/yyyy")).unwrap();
        sheet.write_with_format(1, 4, &late, &date("mmm-yy")).unwrap();
        sheet.write(1, 5, true).unwrap();
        sheet.write_with_format(1, 6, 0.4, &date("0%")).unwrap();
        sheet.write(1, 7, Formula::new("0.1+0.2").set_result("0.30000000000000004")).unwrap();
        sheet.write_with_format(2, 3, &late, &date("d mmm yyyy hh:mm")).unwrap();
        sheet.write_with_format(2, 4, &day, &date("yyyy")).unwrap();
        sheet.write(2, 2, Formula::new("NA()").set_result("#N/A")).unwrap();
    })]);
    insta::assert_snapshot!(both(&read_file("survey.xlsx", bytes)), @r#"
    ties (1: from | to | weight | start | end | directed | share | note)
      2: 7 | b | 2.5 | 2017-10-17 | 2019-03 | TRUE | 0.4 | 0.3
      3:  |  |  | 2019-03-01 | 2017 |  |  | 
    Note shape at survey.xlsx, sheet Ties: no other sheet is a table of the study: read as a list or matrix by itself
    Error bad-number at survey.xlsx, sheet Ties, cell C3 (weight): a formula failed in this cell: read as blank [#N/A]
    Note shape at survey.xlsx, sheet Ties: read as a list of ties: its columns "from" and "to" name two actors
    "#);
}

#[test]
fn rows_and_columns_are_those_of_the_sheet() {
    let bytes = workbook(&[("ties", &|sheet: &mut Worksheet| {
        sheet.write_row(3, 1, ["from", "to", "weight"]).unwrap();
        sheet.write_row(5, 1, ["a", "b"]).unwrap();
        sheet.write_row(8, 1, ["c", "d", "3"]).unwrap();
        sheet.write(8, 6, " ").unwrap();
    })]);
    insta::assert_snapshot!(both(&read_file("survey.xlsx", bytes)), @r#"
    ties (4:  | from | to | weight)
      6:  | a | b | 
      9:  | c | d | 3
    Note shape at survey.xlsx, sheet ties: no other sheet is a table of the study: read as a list or matrix by itself
    Note shape at survey.xlsx, sheet ties: read as a list of ties: its columns "from" and "to" name two actors
    "#);
}

#[test]
fn sheets_are_tables_by_name_and_the_others_are_told() {
    let bytes = workbook(&[
        (
            "Study",
            &rows(&[
                &["title", "Partners"],
                &["authors", "Ann; Bob"],
                &["synthetic", "yes"],
                &["groupngs", "sector"],
            ]),
        ),
        ("Orgs", &rows(&[&["id"], &["a"], &["b"]])),
        ("Ties", &rows(&[&["from", "to"], &["a", "b"]])),
        ("edges", &rows(&[&["from", "to"]])),
        ("Organisatons", &rows(&[&["id"]])),
        ("Old ties (ignore)", &|sheet: &mut Worksheet| {
            sheet.write(0, 0, Formula::new("NA()").set_result("#N/A")).unwrap();
        }),
        ("Read me", &rows(&[&["Hello"]])),
        ("Sheet9", &|_: &mut Worksheet| {}),
    ]);
    let reading = read_file("survey.xlsx", bytes);
    assert_eq!(reading.settings.title, "Partners");
    assert_eq!(reading.settings.authors, ["Ann", "Bob"]);
    assert!(reading.settings.synthetic && !reading.implied);
    insta::assert_snapshot!(both(&reading), @r"
    organisations (1: id)
      2: a
      3: b
    ties (1: from | to)
      2: a | b
    Error bad-settings at survey.xlsx, sheet Study, cell A4 (title): unknown key; this sheet may say: title, description, authors, licence, notice, synthetic, groupings [groupngs] -> did you mean `groupings`?
    Note skipped-file at survey.xlsx, sheet Old ties (ignore): skipped, as the name of the sheet asks
    Warning unused-file at survey.xlsx, sheet edges: not read: ties is in sheet Ties
    Warning unused-file at survey.xlsx, sheet Organisatons: no table of a study has the name of this sheet -> if it is organisations, rename the sheet to organisations
    ");
}

#[test]
fn a_workbook_without_tables_is_a_single_table() {
    let bytes = workbook(&[
        ("Sheet1", &rows(&[&["", "A", "B"], &["A", "", "x"], &["B", "x", ""]])),
        ("Sheet2", &rows(&[&["remarks"]])),
    ]);
    insta::assert_snapshot!(both(&read_file("survey.xlsx", &bytes)), @r"
    organisations (1: id | name)
      2: A | A
      3: B | B
    ties (1: from | to | directed | weight | status)
      2: A | B | no | 1 | 
    Note unread-sheets at survey.xlsx, sheet Sheet1: this sheet is read, and not: Sheet2
    Note shape at survey.xlsx, sheet Sheet1: read as an adjacency matrix: 2 of its 2 row and column names are the same
    Note shape at survey.xlsx, sheet Sheet1: the matrix is symmetric: ties are read as undirected
    ");
    let folder = folder(&[("survey.xlsx", &bytes)]);
    let reading = read_as(&folder.path().join("survey.xlsx"), Shape::IncidenceMatrix).unwrap();
    assert_eq!(reading.sheets.len(), 3);
}

#[test]
fn the_only_table_may_be_a_single_one_whatever_its_sheet_is_called() {
    let list = rows(&[&["Organisation", "Event"], &["Ash", "Launch"], &["Oak", "Launch"]]);
    for name in ["Attendance", "Participation", "Events", "Organisations", "Ties", "Sheet1"] {
        let study = Study::from_reading(read_file("survey.xlsx", workbook(&[(name, &list)])));
        assert_eq!((study.organisations.len(), study.participation.len()), (2, 2), "{name}");
        assert!(!study.has_errors(), "{name}");
    }
    let matrix = rows(&[&["", "Ash", "Oak"], &["Ash", "", "x"], &["Oak", "x", ""]]);
    for name in ["Ties", "Links", "Organisations", "People", "Survey"] {
        let study = Study::from_reading(read_file("survey.xlsx", workbook(&[(name, &matrix)])));
        assert_eq!((study.organisations.len(), study.ties.len()), (2, 1), "{name}");
        assert!(!study.has_errors(), "{name}");
    }
    insta::assert_snapshot!(told(&read_file("survey.xlsx", workbook(&[("Attendance", &list)]))), @r#"
    Note shape at survey.xlsx, sheet Attendance: no other sheet is a table of the study: read as a list or matrix by itself
    Note shape at survey.xlsx, sheet Attendance: read as a list of participation: its columns "Organisation" and "Event" name actors and activities
    "#);
}

#[test]
fn a_list_beside_a_table_of_actors_is_a_table_of_the_study() {
    let ties = rows(&[&["from", "to"], &["a", "b"]]);
    for (name, actors) in [
        ("Organisations", rows(&[&["id"], &["a"], &["b"]])),
        ("Organisatons", rows(&[&["id"], &["a"], &["b"]])),
    ] {
        let reading = read_file("survey.xlsx", workbook(&[("Ties", &ties), (name, &actors)]));
        assert!(!reading.implied, "{name}");
    }
    let alone = read_file("survey.xlsx", workbook(&[("Organisations", &rows(&[&["id"], &["a"]]))]));
    assert!(!alone.implied);
}

#[test]
fn sheets_beside_a_single_table_are_named() {
    let matrix = rows(&[&["", "A", "B"], &["A", "", "x"], &["B", "x", ""]]);
    let bytes = workbook(&[
        ("Read me", &rows(&[&["Coded by JB"]])),
        ("Q7", &matrix),
        ("Q8", &rows(&[&["Question 8"], &["", "A", "B"], &["A", "", "x"], &["B", "", ""]])),
        ("Codebook", &rows(&[&["Code", "Meaning"], &["0", "never"]])),
        ("Sheet9", &|_: &mut Worksheet| {}),
    ]);
    insta::assert_snapshot!(told(&read_file("survey.xlsx", &bytes)), @r"
    Note unread-sheets at survey.xlsx, sheet Q7: this sheet is read, and not: Read me, Q8, Codebook
    Note shape at survey.xlsx, sheet Q7: read as an adjacency matrix: 2 of its 2 row and column names are the same
    Note shape at survey.xlsx, sheet Q7: the matrix is symmetric: ties are read as undirected
    Warning unused-file at survey.xlsx, sheet Q8: not read: a list or matrix by itself is one sheet -> save it as a workbook of its own
    ");
    let bytes = workbook(&[
        ("Links", &rows(&[&["a", "b"], &["A", "B"]])),
        ("Organisations", &rows(&[&["id"], &["A"]])),
    ]);
    let folder = folder(&[("survey.xlsx", &bytes)]);
    let asked = read_as(&folder.path().join("survey.xlsx"), Shape::EdgeList).unwrap();
    insta::assert_snapshot!(told(&asked), @r"
    Note unread-sheets at survey.xlsx, sheet Links: this sheet is read, and not: Organisations
    Note shape at survey.xlsx, sheet Links: read as a list of ties: as asked
    Note renamed-column at survey.xlsx, sheet Links, cell A1 (a): read as `from` [a]
    Note renamed-column at survey.xlsx, sheet Links, cell B1 (b): read as `to` [b]
    ");
}

#[test]
fn a_stray_cell_in_the_last_corner_does_no_harm() {
    let bytes = workbook(&[("ties", &|sheet: &mut Worksheet| {
        rows(&[&["from", "to"], &["a", "b"]])(sheet);
        sheet.write(1_048_575, 16_383, "x").unwrap();
    })]);
    let reading = read_file("survey.xlsx", bytes);
    let (_, ties) = &reading.sheets[0];
    assert_eq!((ties.len(), ties.row(1).number, ties.row(1).len()), (2, 1_048_576, 16_384));
}

#[test]
fn a_workbook_under_the_name_of_another_kind_is_read() {
    let bytes = workbook(&[("ties", &rows(&[&["from", "to"], &["a", "b"]]))]);
    assert_eq!(read_file("survey.xls", &bytes).sheets.len(), 1);
    assert_eq!(read_file("survey.ods", &bytes).sheets.len(), 1);
}

#[test]
fn what_is_no_workbook_says_so() {
    let mut said = String::new();
    let whole = workbook(&[("ties", &rows(&[&["from", "to"]]))]);
    for bytes in [
        &b"from,to\na,b\n"[..],
        b"%PDF-1.7",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        &whole[..whole.len() / 2],
        b"",
    ] {
        let reading = read_file("survey.xlsx", bytes);
        assert!(reading.sheets.is_empty());
        said += &told(&reading);
    }
    insta::assert_snapshot!(said, @r"
    Error unreadable-file at survey.xlsx: this is text, not a workbook -> rename to .csv, or open it in Excel and save it as .xlsx
    Error unreadable-file at survey.xlsx: this is a PDF document, not a workbook that can be read -> the table itself is needed, as CSV (UTF-8) or .xlsx
    Error unreadable-file at survey.xlsx: the workbook is damaged (Cfb error: Invalid OLE (8 bytes is too small)) -> open it in Excel or LibreOffice and save it again as .xlsx
    Error unreadable-file at survey.xlsx: the workbook is damaged (Zip error: invalid Zip archive: Could not find EOCD) -> open it in Excel or LibreOffice and save it again as .xlsx
    Error unreadable-file at survey.xlsx: this is text, not a workbook -> rename to .csv, or open it in Excel and save it as .xlsx
    ");
}

/// One table in two other kinds, starting at B3: the .xls was made with xlwt, the .ods by hand.
#[test]
fn other_kinds_of_workbook_are_read_alike() {
    for kind in ["xls", "ods"] {
        let path = format!("{}/tests/it/workbooks/ties.{kind}", env!("CARGO_MANIFEST_DIR"));
        let reading = read(path.as_ref()).unwrap();
        assert_eq!(
            shown(&reading),
            "ties (3:  | from | to | weight | start | directed)\n  4:  | Ysgol Siân | 7 | 2.5 | 2017-10-17 | TRUE\n",
            "{kind}"
        );
    }
}

#[test]
fn a_single_table_may_start_anywhere() {
    let at_c3 = |rows: &'static [&[&str]]| {
        let bytes = workbook(&[("Sheet1", &move |sheet: &mut Worksheet| {
            for (at, row) in (2..).zip(rows) {
                sheet.write_row(at, 2, row.iter().copied()).unwrap();
            }
        })]);
        shown(&read_file("survey.xlsx", bytes))
    };
    insta::assert_snapshot!(at_c3(&[&["", "A", "B"], &["A", "", "x"], &["B", "x", ""]]), @r"
    organisations (3: id | name)
      4: A | A
      5: B | B
    ties (3: from | to | directed | weight | status)
      4: A | B | no | 1 |
    ");
    insta::assert_snapshot!(at_c3(&[&["school", "college"], &["A", "B"]]), @r"
    ties (3:  |  | from | to)
      4:  |  | A | B
    ");
}
