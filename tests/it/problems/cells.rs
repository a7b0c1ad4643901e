//! Numbers and marks in cells.

use tertius::Study;

use super::problems;
use crate::tables::reading;

#[test]
fn bad_number() {
    let tables = "
        organisations | id  | count_min
                      | uni | some
                      | col | 2.5
        ties          | from | to  | weight
                      | uni  | col | often
                      | uni  | col | 1,200
                      | uni  | col | -1
        people        | id
                      | ann
        affiliations  | person | organisation | share
                      | ann    | uni          | 140%
        ";
    insta::assert_snapshot!(problems(tables), @r"
    error bad-number: affiliations.csv, cell C2 (share): `140%` this is not a share of full time | write a share between 0 and 1, or a percentage such as 40%
    error bad-number: organisations.csv, cell B2 (count_min): `some` this is not a number | write a number such as 3 or 2.5, or leave the cell blank
    error bad-number: organisations.csv, cell B3 (count_min): `2.5` this is not a whole number
    error bad-number: ties.csv, cell C2 (weight): `often` this is not a number | write a number such as 3 or 2.5, or leave the cell blank
    error bad-number: ties.csv, cell C3 (weight): `1,200` this is not a number | write 1200, or 1.200 if the comma is a decimal point
    error bad-number: ties.csv, cell C4 (weight): `-1` a weight or count cannot be negative
    warning repeated-tie: ties.csv, cell A3 (from): `uni – col` row 2 records the same tie, and so does row 4
    ");
}

#[test]
fn decimal_comma() {
    let tables = "
        organisations | id
                      | uni
                      | col
        ties          | from | to  | weight
                      | uni  | col | 2,5
                      | col  | uni | 0,125
        ";
    insta::assert_snapshot!(problems(tables), @"note decimal-comma: ties.csv, cell C2 (weight): `2,5` read as numbers with a decimal comma: 2 cells, the first here");
}

#[test]
fn missing_word() {
    let tables = "
        organisations | id  | sector | staff | name
                      | uni | NA     | n/a   | NA
                      | col | FE     | 12    | College
        ties          | from | to  | weight
                      | uni  | col | NaN
        ";
    insta::assert_snapshot!(problems(tables), @r"
    note missing-word: organisations.csv, cell B2 (sector): `NA` read as not known: 2 cells, the first here
    note missing-word: ties.csv, cell C2 (weight): `NaN` read as not known: 1 cell
    ");
    let study = Study::from_reading(reading(tables));
    let uni = &study.organisations[0];
    assert_eq!((uni.name.as_str(), &uni.sector, uni.more.get("staff")), ("NA", &None, None));
}

#[test]
fn stray_space() {
    let tables = "
        organisations | id  | name
                      | uni | University  of   Melton
                      | col | College
        ties          | from | to
                      | uni  | col
        ";
    insta::assert_snapshot!(problems(tables), @"note stray-space: organisations.csv, cell B2 (name): `University  of   Melton` read without spaces before, after or doubled inside: 1 cell");
}

#[test]
fn the_story_names_what_the_study_has() {
    let tables = "
        organisations | id  | name          | sector | localities
                      | uni | University    | HE     | north
                      | col | City College  | FE     | south
        ties          | from | to  | relation | wave
                      | uni  | col | funds    | 1
        story         | title | actors          | sector | locality | relation | wave | certainty          | status  | size      | color
                      | One   | uni; City College | he   | north    | funds    | 1    | certain; probable  | observed| degree    | sector
                      | Two   | unni            | HEE    | nort     | fund     | 7    | sure               | wanted  | betweness | sectr
                      |       |                 |        |          |          |      |                    |         |           |
        ";
    insta::assert_snapshot!(problems(tables), @r"
    error blank-id: story.csv, cell A4 (title): `title` is blank, and a step of the story needs one
    error unknown-id: story.csv, cell B3 (actors): `unni` no row of organisations or people has this identifier or name | did you mean `uni`?
    error unknown-word: story.csv, cell G3 (certainty): `sure` `certainty` is one of certain, probable, ambiguous
    error unknown-word: story.csv, cell H3 (status): `wanted` `status` is one of observed, aggregate, wished, reported_absent, unknown
    error unknown-word: story.csv, cell C3 (sector): `HEE` the study has no sector of this name to show | it can be HE, FE
    error unknown-word: story.csv, cell E3 (relation): `fund` the study has no relation of this name to show | did you mean `funds`?
    error unknown-word: story.csv, cell F3 (wave): `7` the study has no wave of this name to show | it can be 1
    error unknown-word: story.csv, cell D3 (locality): `nort` the study has no locality of this name to show | did you mean `north`?
    error unknown-word: story.csv, cell I3 (size): `betweness` the page has no measure of this name to show | did you mean `betweenness`?
    error unknown-word: story.csv, cell J3 (color): `sectr` the page has no grouping or measure of this name to show | did you mean `sector`?
    note folded-match: story.csv, cell B2 (actors): `City College` read as `col`, by its name or another spelling: 1 cell
    note folded-match: story.csv, cell C2 (sector): `he` read as the same word in another spelling: 1 cell
    ");
    let study = tertius::Study::from_reading(crate::tables::reading(tables));
    let step = &study.story[0];
    assert_eq!((step.actors.join(" "), step.sector.join(" ")), ("uni col".into(), "HE".into()));
    assert_eq!((step.certainty.len(), step.status.len(), study.story.len()), (2, 1, 3));
}
