//! What is recorded twice, of itself, or in contradiction.

use tertius::Study;

use super::{fine_and, problems};
use crate::tables::reading;

#[test]
fn self_tie() {
    let tables = "
        organisations | id
                      | uni
                      | col
        ties          | from | to
                      | uni  | uni
                      | uni  | UNI
                      | uni  | col
        ";
    insta::assert_snapshot!(problems(tables), @r"
    warning self-tie: ties.csv, cell B2 (to): `uni` `from` and `to` are the same actor
    warning self-tie: ties.csv, cell B3 (to): `uni` `from` and `to` are the same actor
    note folded-match: ties.csv, cell B3 (to): `UNI` read as `uni`, by its name or another spelling: 1 cell
    ");
}

#[test]
fn repeated_tie() {
    let tables = "
        organisations | id
                      | uni
                      | col
        ties          | from | to  | relation | wave | reporter
                      | uni  | col | funds    | 1    |
                      | uni  | col | funds    | 1    |
                      | uni  | col | advises  | 1    |
                      | uni  | col | funds    | 2    |
                      | uni  | col | funds    | 1    | col
                      | col  | uni | funds    | 1    |
        ";
    insta::assert_snapshot!(problems(tables), @"warning repeated-tie: ties.csv, cell A3 (from): `uni – col` row 2 records the same tie");
}

#[test]
fn a_tie_recorded_many_times_is_told_once_and_a_thousand_such_ties_in_one_sentence() {
    let rows = |ends: &str, times: usize| format!(" | {ends}\n").repeat(times);
    let ties =
        |rows: &str| problems(&format!("organisations | id\n | a\n | b\nties | from | to\n{rows}"));
    insta::assert_snapshot!(ties(&(rows("a | b", 3) + &rows("b | a", 5))), @r"
    warning repeated-tie: ties.csv, cell A3 (from): `a – b` row 2 records the same tie, and so does row 4
    warning repeated-tie: ties.csv, cell A6 (from): `b – a` row 5 records the same tie, and so do row 7 and 2 more
    ");

    let last = |ties: u32| {
        let mut reading = reading("organisations | id\nties | from | to");
        for at in 0..ties {
            let id = format!("o{at}");
            reading.sheets[0].1.push_row(at + 2, [id.as_str()]);
            reading.sheets[1].1.push_row(2 * at + 2, [id.as_str(), "o2000"]);
            reading.sheets[1].1.push_row(2 * at + 3, [id.as_str(), "o2000"]);
        }
        reading.sheets[0].1.push_row(2_000, ["o2000"]);
        let study = Study::from_reading(reading);
        assert_eq!(study.problems.len(), 1_001);
        study.problems.last().expect("problems").message.clone()
    };
    assert_eq!(last(1_001), "a tie is recorded again: 1 more row");
    assert_eq!(last(1_003), "a tie is recorded again: 3 more rows, the first here");
}

#[test]
fn repeated_post() {
    let tables = "
        people       | id
                     | ann
        affiliations | person | organisation | role | share | start | year
                     | ann    | uni          | head |       | 2017  | 2019
                     | ann    | uni          | head |       | 2017  | 2019
                     | ann    | uni          | head |       | 2017  | 2020
                     | ann    | uni          | head | 40%   | 2017  | 2019
                     | ann    | uni          |      |       | 2017  | 2019
                     | ann    | col          | head |       | 2017  | 2019
                     | ann    | uni          | head |       | 2018  | 2019
        ";
    insta::assert_snapshot!(fine_and(tables), @r"
    warning repeated-post: affiliations.csv, cell A3 (person): `ann – uni` row 2 records the same post
    note renamed-column: affiliations.csv, cell F1 (year): `year` read as `wave`
    ");
}

#[test]
fn contradictory_response() {
    let tables = "
        respondents | actor | wave | status
                    | uni   | 1    | responded
                    | uni   | 2    | refused
                    | uni   | 1    | refused
        ";
    insta::assert_snapshot!(fine_and(tables), @"error contradictory-response: respondents.csv, cell C4 (status): `uni` row 2 says otherwise of this actor and wave");
}
