//! Dates, waves and intervals.

use tertius::Study;

use super::{fine_and, problems};
use crate::tables::reading;

#[test]
fn bad_date() {
    let tables = "
        activities | id   | start      | end
                   | talk | 30/02/2019 | spring
        ";
    insta::assert_snapshot!(fine_and(tables), @r"
    error bad-date: activities.csv, cell B2 (start): `30/02/2019` this is not a date | there is no such day: write 2019-02 if the day is not known
    error bad-date: activities.csv, cell C2 (end): `spring` this is not a date | write 2017, 2019-03, 2017-10-17, 2018/19 or recurring
    ");
}

#[test]
fn day_first() {
    let tables = "
        activities | id   | start
                   | talk | 03/04/2019
        ";
    insta::assert_snapshot!(fine_and(tables), @"note day-first: activities.csv, cell B2 (start): `03/04/2019` read as day/month/year: 1 cell");
}

#[test]
fn month_not_years() {
    let tables = "
        activities | id   | start
                   | talk | 2011-12
                   | book | 2012-13
        ";
    insta::assert_snapshot!(fine_and(tables), @"note month-not-years: activities.csv, cell B2 (start): `2011-12` read as a month; two years are written with a stroke, 2011/12: 1 cell");
}

#[test]
fn years_not_month() {
    let tables = "
        activities | id   | start
                   | talk | 2011/12
                   | book | 2012/13
        ";
    insta::assert_snapshot!(fine_and(tables), @"note years-not-month: activities.csv, cell B2 (start): `2011/12` read as two years; a month is written with a dash, 2011-12: 1 cell");
}

#[test]
fn interval_reversed() {
    let tables = "
        organisations | id  | count_min | count_max | opened | closed
                      | uni | 5         | 3         | 2019   | 2018
                      | col | 3         | 5         | 2018   | 2018-03
        ties          | from | to  | start   | end
                      | uni  | col | 2019-03 | 2019-02
        ";
    insta::assert_snapshot!(problems(tables), @r"
    error interval-reversed: organisations.csv, cell E2 (closed): `2018` `closed` is 2018, before `opened` 2019 | check whether the two are swapped
    error interval-reversed: organisations.csv, cell C2 (count_max): `3` `count_max` is 3, less than `count_min` 5
    error interval-reversed: ties.csv, cell D2 (end): `2019-02` `end` is 2019-02, before `start` 2019-03 | check whether the two are swapped
    ");
}

#[test]
fn a_wave_that_is_a_year_dates_what_has_no_other_date() {
    let tables = "
        organisations | id
                      | uni
                      | col
        people        | id
                      | ann
        affiliations  | person | organisation | wave | start
                      | ann    | uni          | 1    |
                      | ann    | uni          | 2018 |
                      | ann    | uni          | 2030 | 2017
        ties          | from | to  | wave
                      | uni  | col | 2019
                      | uni  | col | second
        activities    | id
                      | talk
                      | book
        participation | actor | activity | wave
                      | uni   | talk     | 2021
                      | uni   | book     | 1
        ";
    let study = Study::from_reading(reading(tables));
    let waves: Vec<_> = study.affiliations.iter().map(|post| post.wave.as_deref()).collect();
    assert_eq!(waves, [Some("1"), Some("2018"), Some("2030")]);
    let summary = study.summary();
    assert_eq!((summary.period, summary.dated), (Some((2017, 2021)), (4, 7)));
    // What is counted as dated is what a view of those years takes.
    let period = tertius::study::Period::parse("2019");
    let view = tertius::View { period, ..study.default_view().expect("a view") };
    let net = study.network(&view).expect("a network");
    assert_eq!(net.ties().len(), 1);
}
