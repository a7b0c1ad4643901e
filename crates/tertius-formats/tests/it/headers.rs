//! Headers below titles, notes and blank rows, and cells merged over several rows.

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use tertius_formats::read;

use crate::support::{folder, read_file, shown, told};

fn in_folder(name: &str, text: &str) -> String {
    let folder = folder(&[(name, text.as_bytes())]);
    let reading = read(folder.path()).unwrap();
    shown(&reading) + &told(&reading)
}

fn alone(text: &str) -> String {
    let reading = read_file("survey.csv", text);
    shown(&reading) + &told(&reading)
}

#[test]
fn a_table_is_read_from_the_row_that_holds_its_columns() {
    let text = "Partners of the project\nDate,2019-03-01\n\nID,Name,Sector,Notes\nuni,University,HE,\ncol,College\n";
    insta::assert_snapshot!(in_folder("organisations.csv", text), @r"
    organisations (4: ID | Name | Sector | Notes)
      5: uni | University | HE | 
      6: col | College |  | 
    Note header-row at organisations.csv, row 4: the header is in row 4; rows 1 to 3 above it are not read [Partners of the project]
    ");
    insta::assert_snapshot!(in_folder("ties.csv", "As of 2019; draft\nego;alter;weight\na;b;2,5\n"), @r"
    ties (2: ego | alter | weight)
      3: a | b | 2,5
    Note separator at ties.csv: cells are separated by semicolons
    Note header-row at ties.csv, row 2: the header is in row 2; row 1 above it is not read [As of 2019]
    ");
    insta::assert_snapshot!(in_folder("ties.csv", "Survey\nPerson A,Person B\nAnn,Bob\n"), @r"
    ties (2: from | to)
      3: Ann | Bob
    Note header-row at ties.csv, row 2: the header is in row 2; row 1 above it is not read [Survey]
    Note renamed-column at ties.csv, cell A2 (Person A): read as `from` [Person A]
    Note renamed-column at ties.csv, cell B2 (Person B): read as `to` [Person B]
    ");
}

#[test]
fn where_no_row_is_surely_the_header_the_first_one_is() {
    insta::assert_snapshot!(in_folder("organisations.csv", "label,town\nid,Leeds\nuni,York\n"), @r"
    organisations (1: label | town)
      2: id | Leeds
      3: uni | York
    ");
    // A list without a header, of people who have no names: the second row is none either.
    insta::assert_snapshot!(alone("person 3,person 4\nperson 1,person 2\nperson 4,person 1\n"), @r"
    ties (1: from | to)
      1: person 3 | person 4
      2: person 1 | person 2
      3: person 4 | person 1
    Note shape at survey.csv: read as a list of ties: its first two columns are taken for the actors, as nothing else is recognised
    Note renamed-column at survey.csv, row 1: the first row holds names that occur again below: it is read as a row, and the columns as from, to -> put a header above it: from,to
    ");
}

#[test]
fn a_single_table_is_found_below_its_title() {
    insta::assert_snapshot!(alone("Who works with whom,,\n,,\nfrom,to,year\na,b,2017\n"), @r#"
    ties (3: from | to | year)
      4: a | b | 2017
    Note header-row at survey.csv, row 3: the header is in row 3; rows 1 to 2 above it are not read [Who works with whom]
    Note shape at survey.csv: read as a list of ties: its columns "from" and "to" name two actors
    "#);
    insta::assert_snapshot!(alone("Who works with whom\n2019\n,A,B\nA,0,1\nB,1,0\n"), @r"
    organisations (3: id | name)
      4: A | A
      5: B | B
    ties (3: from | to | directed | weight | status)
      4: A | B | no | 1 | 
    Note header-row at survey.csv, row 3: the header is in row 3; rows 1 to 2 above it are not read [Who works with whom]
    Note shape at survey.csv: read as an adjacency matrix: 2 of its 2 row and column names are the same
    Note shape at survey.csv: the matrix is symmetric: ties are read as undirected
    ");
}

#[test]
fn rows_keep_their_numbers_in_a_workbook() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("ties").unwrap();
    sheet.merge_range(0, 0, 0, 2, "Partners, 2019", &Format::new()).unwrap();
    sheet.write_row(3, 0, ["from", "to", "weight"]).unwrap();
    sheet.write_row(5, 0, ["a", "b"]).unwrap();
    let reading = read_file("survey.xlsx", workbook.save_to_buffer().unwrap());
    insta::assert_snapshot!(shown(&reading) + &told(&reading), @r#"
    ties (4: from | to | weight)
      6: a | b | 
    Note shape at survey.xlsx, sheet ties: no other sheet is a table of the study: read as a list or matrix by itself
    Note header-row at survey.xlsx, sheet ties, row 4: the header is in row 4; rows 1 to 3 above it are not read [Partners, 2019]
    Note shape at survey.xlsx, sheet ties: read as a list of ties: its columns "from" and "to" name two actors
    "#);
}

#[test]
fn merged_cells_are_the_same_in_each_of_their_rows() {
    let mut workbook = Workbook::new();
    let plain = Format::new();
    let fill = |sheet: &mut Worksheet| {
        sheet.write_row(0, 0, ["from", "to", "relation", "note"]).unwrap();
        for (row, to) in (1..).zip(["b", "c", "d"]) {
            sheet.write(row, 1, to).unwrap();
        }
        sheet.merge_range(1, 0, 3, 0, "a", &plain).unwrap();
        sheet.merge_range(2, 2, 2, 3, "funds", &plain).unwrap();
        sheet.write_row(5, 0, ["e", "f"]).unwrap();
    };
    fill(workbook.add_worksheet().set_name("ties").unwrap());
    let reading = read_file("survey.xlsx", workbook.save_to_buffer().unwrap());
    insta::assert_snapshot!(shown(&reading) + &told(&reading), @r#"
    ties (1: from | to | relation | note)
      2: a | b |  | 
      3: a | c | funds | 
      4: a | d |  | 
      6: e | f |  | 
    Note shape at survey.xlsx, sheet ties: no other sheet is a table of the study: read as a list or matrix by itself
    Note merged-cells at survey.xlsx, sheet ties, cell A2 (from): this cell is merged: read as the same in rows 2 to 4 [a]
    Note merged-cells at survey.xlsx, sheet ties, cell C3 (relation): this cell is merged: read in its first column, and as blank in the others [funds]
    Note shape at survey.xlsx, sheet ties: read as a list of ties: its columns "from" and "to" name two actors
    "#);
}
