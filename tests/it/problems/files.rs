//! Tables, columns and rows that are missing, empty, too many or not as expected.

use tertius::Study;
use tertius::study::{Problem, Reading, Sheet, Table};

use super::{FINE, fine_and, problems, shown};
use crate::tables::reading;

#[test]
fn missing_table() {
    insta::assert_snapshot!(problems("sources | id\n | s"), @r"
    error missing-table: study: no table of actors: a study needs organisations or people | add organisations.csv or people.csv
    error missing-table: study: no table of what joins actors: a study needs ties, affiliations or participation | add ties.csv or affiliations.csv or participation.csv
    ");
}

#[test]
fn missing_column() {
    let tables = "
        organisations | id
                      | uni
        ties          | form | too | weight
                      | uni  | uni | 1
        ";
    insta::assert_snapshot!(problems(tables), @r"
    error missing-column: ties.csv, row 1: ties needs a column `from`: the actor it starts at | rename `form` to `from`
    error missing-column: ties.csv, row 1: ties needs a column `to`: the actor it goes to | the header has: form, too, weight
    warning unused-column: ties.csv, cell A1 (form): `form` kept as an attribute, not read as a known column | rename it to `from` if that is what it holds
    ");
}

#[test]
fn empty_table() {
    insta::assert_snapshot!(problems("organisations | id\nties | from | to"), @r"
    error empty-table: organisations.csv: organisations has a header and no rows
    error empty-table: ties.csv: ties has a header and no rows
    ");
}

#[test]
fn empty_optional_table() {
    insta::assert_snapshot!(fine_and("people | id\nrespondents | actor | status"), @r"
    note empty-optional-table: people.csv: people has a header and no rows
    note empty-optional-table: respondents.csv: respondents has a header and no rows
    ");
}

#[test]
fn ragged_row() {
    let tables = "
        organisations | id  | name
                      | uni | University | of Melton
                      | col | College    |
        ties          | from | to
                      | uni  | col
        ";
    insta::assert_snapshot!(problems(tables), @"error ragged-row: organisations.csv, cell C2: `of Melton` the row has 3 cells and the header 2 | quote the cell that holds the separator");
}

#[test]
fn short_row() {
    let tables = "
        organisations | id  | name
                      | uni
                      | col | College
        ties          | from | to
                      | uni  | col
        ";
    insta::assert_snapshot!(problems(tables), @"note short-row: organisations.csv, row 2: cells left off at the end are read as blank: 1 row");
}

#[test]
fn large_table() {
    let mut reading = reading(FINE);
    let mut sources = Sheet::new("sources.csv", None, 1, vec!["id".to_owned(), "note".to_owned()]);
    sources.push_row(2, ["s", &" ".repeat(101 << 20)]);
    reading.sheets.push((Table::Sources, sources));
    insta::assert_snapshot!(shown(&Study::from_reading(reading)), @"warning large-table: sources.csv: 1 row, 101 MB of text");
}

#[test]
fn unused_column() {
    let tables = "
        organisations | id  | secter | budget
                      | uni | HE     | 3
                      | col | FE     | 4
        ties          | from | to
                      | uni  | col
        ";
    insta::assert_snapshot!(problems(tables), @"warning unused-column: organisations.csv, cell B1 (secter): `secter` kept as an attribute, not read as a known column | rename it to `sector` if that is what it holds");
}

#[test]
fn unread_column() {
    let tables = "
        people       | id  | phase
                     | ann | 1
        affiliations | person | organisation | study | office | floor
                     | ann    | uni          | one   | A      | 2
        ";
    insta::assert_snapshot!(fine_and(tables), @"note unread-column: affiliations.csv, cell D1 (office): not used in any analysis: `office`, `floor`");
}
#[test]
fn duplicate_column() {
    let tables = "
        organisations | id  | sector | name | sector | localities | locality |
                      | uni | HE     | Uni  | FE     | north      | south    | stray
                      | col | FE     | Col  |        |            |          |
        ties          | from | to
                      | uni  | col
        ";
    insta::assert_snapshot!(problems(tables), @r"
    warning duplicate-column: organisations.csv, cell D1 (sector): `sector` another column of this name is read | name every column once
    warning duplicate-column: organisations.csv, cell F1 (locality): `locality` another column of this name is read | name every column once
    warning duplicate-column: organisations.csv, cell G1: cells stand under a blank header | give the column a name
    ");
    let uni = &Study::from_reading(reading(tables)).organisations[0];
    assert_eq!((uni.sector.as_deref(), uni.more.len()), (Some("HE"), 0));
}

#[test]
fn renamed_column() {
    let tables = "
        organisations | code | organisation
                      | uni  | University
                      | col  | College
        ties          | ego | Alter
                      | uni | col
        ";
    insta::assert_snapshot!(problems(tables), @r"
    note renamed-column: organisations.csv, cell A1 (code): `code` read as `id`
    note renamed-column: organisations.csv, cell B1 (organisation): `organisation` read as `name`
    note renamed-column: ties.csv, cell A1 (ego): `ego` read as `from`
    note renamed-column: ties.csv, cell B1 (Alter): `Alter` read as `to`
    ");
}

#[test]
fn a_folder_without_a_table_says_what_tables_are_called() {
    let unused = |file| {
        let place = tertius::study::Place::file(file);
        Problem::new("unused-file", place, "no table of a study has the name of this file")
    };
    let problems = vec![unused("partners 2019.csv"), unused("notes.csv")];
    let study = Study::from_reading(Reading { problems, ..Reading::default() });
    insta::assert_snapshot!(shown(&study), @r"
    error missing-table: study: no file here has the name of a table, only: partners 2019.csv, notes.csv | name tables organisations, people, affiliations, activities, participation, ties, localities, respondents, sources, story; or give a single list or matrix by itself; `tertius init` writes empty tables
    warning unused-file: notes.csv: no table of a study has the name of this file
    warning unused-file: partners 2019.csv: no table of a study has the name of this file
    ");
    insta::assert_snapshot!(shown(&Study::from_reading(Reading::default())), @"error missing-table: study: there is no table here | name tables organisations, people, affiliations, activities, participation, ties, localities, respondents, sources, story; or give a single list or matrix by itself; `tertius init` writes empty tables");
}

#[test]
fn one_cause_is_told_once() {
    let binary = |tables: &str| {
        let reading = reading(tables);
        let place = tertius::study::Place::file("organisations.csv");
        let problems = vec![Problem::new("binary-file", place, "this is a PDF document")];
        shown(&Study::from_reading(Reading { problems, ..reading }))
    };
    // The table is there, and cannot be read: it is not missing, and nobody points nowhere.
    insta::assert_snapshot!(binary("ties | from | to\n | a | b"), @"error binary-file: organisations.csv: this is a PDF document");
    insta::assert_snapshot!(binary(""), @"error binary-file: organisations.csv: this is a PDF document");
    let unnamed = "
        organisations | name
                      | University
        ties          | from | to
                      | University | College
        ";
    insta::assert_snapshot!(problems(unnamed), @"error missing-column: organisations.csv, row 1: organisations needs a column `id`: short name that other tables point to | add one, or rename `name` to `id` if every name is there once");
    let no_people = "
        affiliations | person | organisation
                     | ann    | uni
                     | bob    | uni
        ";
    insta::assert_snapshot!(fine_and(no_people), @"error missing-table: affiliations.csv, cell A2 (person): `ann` this names a row of people, and people has no rows: 2 cells, the first here | add people.csv, with a row for each");
    let no_to = "
        ties | from | too_late
             | uni  | 1
             | uni  | 1
        ";
    insta::assert_snapshot!(problems(&format!("organisations | id\n | uni\n{no_to}")), @"error missing-column: ties.csv, row 1: ties needs a column `to`: the actor it goes to | the header has: from, too_late");
    insta::assert_snapshot!(problems("ties | Partners of the project\n | uni | col"), @r"
    error missing-table: study: no table of actors: a study needs organisations or people | add organisations.csv or people.csv
    error missing-column: ties.csv, row 1: `Partners of the project` row 1 is read as the header of ties, and holds none of its columns: it needs `from` and `to` | name the columns `from` and `to`; if the header is further down, delete the rows above it
    ");
}
