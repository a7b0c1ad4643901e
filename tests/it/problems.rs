//! Every kind of problem that the core can find, shown as `tertius check` would tell it.
//!
//! One test for each kind, called like its code. Each shows all problems of a small study: severity,
//! code, place, the cell as written, what is wrong, and what would work.

use tertius::Study;
use tertius::study::{PROBLEMS, Problem, Reading, Severity, Sheet, Table};

use crate::tables::{reading, study_with};

/// Kinds that only readers of files find: they are tested with those.
const OF_FILES: [&str; 15] = [
    "binary-file",
    "unreadable-file",
    "bad-settings",
    "not-square",
    "unused-file",
    "encoding",
    "separator",
    "shape",
    "skipped-file",
    "header-row",
    "merged-cells",
    "blank-cells",
    "unanswered-row",
    "unread-sheets",
    "blank-among-zeros",
];

#[test]
fn every_kind_has_a_test() {
    let tests = include_str!("problems.rs");
    for kind in PROBLEMS.iter().filter(|kind| !OF_FILES.contains(&kind.code)) {
        let test = format!("\nfn {}()", kind.code.replace('-', "_"));
        assert!(tests.contains(&test), "{}", kind.code);
    }
    let known = |code: &&str| PROBLEMS.iter().any(|kind| kind.code == *code);
    assert!(OF_FILES.iter().all(known));
}

#[test]
fn every_kind_has_a_code_of_its_own_and_a_page() {
    let mut codes: Vec<_> = PROBLEMS.iter().map(|kind| kind.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), PROBLEMS.len());
    for kind in PROBLEMS {
        assert!(!kind.title.ends_with('.') && kind.page.ends_with('.'), "{}", kind.code);
    }
}

fn shown(study: &Study) -> String {
    let line = |problem: &Problem| {
        let Problem { severity, code, place, value, message, suggestion } = problem;
        let severity = format!("{severity:?}").to_lowercase();
        let value = value.as_ref().map_or(String::new(), |value| format!(" `{value}`"));
        let help = suggestion.as_ref().map_or(String::new(), |help| format!(" | {help}"));
        format!("{severity} {code}: {place}:{value} {message}{help}")
    };
    study.problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn problems(tables: &str) -> String {
    shown(&Study::from_reading(reading(tables)))
}

/// Two organisations, and a tie between them.
const FINE: &str = "
    organisations | id  | name
                  | uni | University
                  | col | College
    ties          | from | to
                  | uni  | col
    ";

fn fine_and(tables: &str) -> String {
    problems(&format!("{FINE}{tables}"))
}

#[test]
fn a_study_without_fault_has_no_problem() {
    insta::assert_snapshot!(problems(FINE), @"");
}

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
fn blank_id() {
    let tables = "
        organisations | id  | name
                      |     | University
                      | col | College
        ties          | from | to
                      | col  |
        ";
    insta::assert_snapshot!(problems(tables), @r"
    error blank-id: organisations.csv, cell A2 (id): a row of organisations needs an identifier
    error blank-id: ties.csv, cell B2 (to): `to` is blank, and a row of ties needs it | write it in every row, even if it is that of the row above
    ");
}

#[test]
fn duplicate_id() {
    let tables = "
        people     | id
                   | col
        activities | id
                   | uni
        localities | id
                   | uni
        ";
    insta::assert_snapshot!(fine_and(tables), @r"
    error duplicate-id: activities.csv, cell A2 (id): `uni` row 2 of organisations has this identifier too | rename one, or merge the two rows
    error duplicate-id: people.csv, cell A2 (id): `col` row 3 of organisations has this identifier too | rename one, or merge the two rows
    ");
}

#[test]
fn unknown_id() {
    let tables = "
        people       | id  | name
                     | ann | Ann Other
                     | any | Ann Other
        affiliations | person    | organisation | source
                     | ann       | colege       |
                     | Ann Other | hospital     | page 3
                     | ann       | talk         |
        activities   | id
                     | talk
        sources      | id
                     | minutes
        ";
    insta::assert_snapshot!(fine_and(tables), @r"
    error unknown-id: affiliations.csv, cell B2 (organisation): `colege` no row of organisations has this identifier or name | did you mean `College`?
    error unknown-id: affiliations.csv, cell A3 (person): `Ann Other` 2 rows answer to this name | write the identifier of the one meant
    error unknown-id: affiliations.csv, cell B3 (organisation): `hospital` no row of organisations has this identifier or name
    error unknown-id: affiliations.csv, cell C3 (source): `page 3` no row of sources has this identifier or name
    error unknown-id: affiliations.csv, cell B4 (organisation): `talk` no row of organisations has this identifier or name
    warning near-duplicate-name: people.csv, cell B3 (name): `Ann Other` the same as `Ann Other` in row 2 | if they are one, merge the rows and keep the other spelling in `aliases`
    ");
}

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
fn every_spelling_of_a_date_is_on_the_page_of_bad_dates() {
    let kind = PROBLEMS.iter().find(|kind| kind.code == "bad-date").unwrap();
    assert!(tertius::study::DATES.iter().all(|(spelling, _)| kind.page.contains(spelling)));
}

#[test]
fn unknown_word() {
    let settings = "
        [[sector]]
        id = \"higher-education\"
        label = \"Higher education\"
        ";
    let tables = "
        organisations | id  | sector           | kind
                      | uni | Higher Education | unti
                      | col | higer-education  |
                      | vcs | voluntary        | organisation
        ties          | from | to  | directed | status   | certainty
                      | uni  | col | perhaps  | obsreved | certain
        ";
    insta::assert_snapshot!(shown(&study_with(settings, tables)), @r"
    error unknown-word: organisations.csv, cell C2 (kind): `unti` `kind` is one of organisation, unit, partnership, network, fund, group | did you mean `unit`?
    error unknown-word: organisations.csv, cell B3 (sector): `higer-education` this sector is not in the vocabulary of study.toml | did you mean `higher-education`?
    error unknown-word: organisations.csv, cell B4 (sector): `voluntary` this sector is not in the vocabulary of study.toml | declare it in study.toml under [[sector]]
    error unknown-word: ties.csv, cell C2 (directed): `perhaps` this is neither yes nor no | write yes, no, or leave the cell blank
    error unknown-word: ties.csv, cell D2 (status): `obsreved` `status` is one of observed, aggregate, wished, reported_absent, unknown | did you mean `observed`?
    note folded-match: organisations.csv, cell B2 (sector): `Higher Education` read as the same word in another spelling: 1 cell
    ");
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
fn parent_loop() {
    let tables = "
        organisations | id   | parent
                      | uni  | lab
                      | lab  | desk
                      | desk | uni
                      | self | self
                      | col  | uni
        ties          | from | to
                      | uni  | col
        ";
    insta::assert_snapshot!(problems(tables), @r"
    error parent-loop: organisations.csv, cell B2 (parent): `lab` a circle: uni in lab in desk in uni | blank the cell of the outermost
    error parent-loop: organisations.csv, cell B5 (parent): `self` a circle: self in self | blank the cell of the outermost
    ");
}

#[test]
fn locality_loop() {
    let tables = "
        localities | id    | parent
                   | north | county
                   | county | north
        ";
    insta::assert_snapshot!(fine_and(tables), @"error locality-loop: localities.csv, cell B2 (parent): `county` a circle: north in county in north | blank the cell of the outermost");
}

#[test]
fn tie_to_activity() {
    let tables = "
        organisations | id
                      | uni
        activities    | id   | name
                      | talk | Open talk
        ties          | from | to
                      | uni  | talk
                      | uni  | Open Talk
        ";
    insta::assert_snapshot!(problems(tables), @r"
    error tie-to-activity: ties.csv, cell B2 (to): `talk` this is an activity, and a tie joins two actors | record who took part in participation, with a role
    error tie-to-activity: ties.csv, cell B3 (to): `Open Talk` this is an activity, and a tie joins two actors | record who took part in participation, with a role
    ");
}

#[test]
fn post_of_organisation() {
    let tables = "
        people       | id
                     | ann
        affiliations | person  | organisation
                     | College | uni
        ";
    insta::assert_snapshot!(fine_and(tables), @"error post-of-organisation: affiliations.csv, cell A2 (person): `College` this is an organisation, and posts are held by people | put the relation into ties, or the nesting into `parent`");
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
    note folded-match: ties.csv, cell B3 (to): `UNI` read as `uni`, by its name or another spelling
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

    let mut reading = reading("organisations | id\nties | from | to");
    for at in 0..1_003 {
        let id = format!("o{at}");
        reading.sheets[0].1.push_row(at + 2, [id.as_str()]);
        reading.sheets[1].1.push_row(2 * at + 2, [id.as_str(), "o2000"]);
        reading.sheets[1].1.push_row(2 * at + 3, [id.as_str(), "o2000"]);
    }
    reading.sheets[0].1.push_row(2_000, ["o2000"]);
    let study = Study::from_reading(reading);
    assert_eq!(study.problems.len(), 1_001);
    let last = study.problems.last().unwrap();
    assert_eq!(last.message, "3 more rows, the first here, record a tie again");
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
fn a_post_has_a_wave_as_a_tie_has() {
    let tables = "
        people       | id
                     | ann
        affiliations | person | organisation | wave
                     | ann    | uni          | 1
                     | ann    | uni          |
        ";
    let study = Study::from_reading(reading(&format!("{FINE}{tables}")));
    let waves: Vec<_> = study.affiliations.iter().map(|post| post.wave.as_deref()).collect();
    assert_eq!(waves, [Some("1"), None]);
    assert_eq!(study.summary().dated, (1, 3));
}

#[test]
fn near_duplicate_name() {
    let tables = "
        organisations | id | name                       | aliases
                      | a  | University of Wolverhampton |
                      | b  | University of Wolverhamton  |
                      | c  | Ward 3                     |
                      | d  | Ward 4                     |
                      | e  | College                    | WMCETT
                      | f  | Centre                     | wmcett
        ties          | from | to
                      | a    | b
        people        | id | name
                      | p  | Cath Gripton
                      | q  | Catherine Gripton
        ";
    insta::assert_snapshot!(problems(tables), @r"
    warning near-duplicate-name: organisations.csv, cell B3 (name): `University of Wolverhamton` nearly `University of Wolverhampton` in row 2 | if they are one, merge the rows and keep the other spelling in `aliases`
    warning near-duplicate-name: organisations.csv, cell B7 (name): `Centre` has a name or alias in common with `College` in row 6 | if they are one, merge the rows and keep the other spelling in `aliases`
    warning near-duplicate-name: people.csv, cell B3 (name): `Catherine Gripton` nearly `Cath Gripton` in row 2 | if they are one, merge the rows and keep the other spelling in `aliases`
    ");
}

#[test]
fn near_names_that_only_a_list_mentions_have_the_cell_of_the_first_mention() {
    let list = "participation | organisation | event\n | Oak & Elm | Launch\n | Hub | Forum\n | Oak and Elm | Forum\n | Oak and elm | Launch";
    let study = Study::from_reading(Reading { implied: true, ..reading(list) });
    let near = study.problems.iter().filter(|it| it.code == "near-duplicate-name").cloned();
    let near = Study { problems: near.collect(), ..Study::default() };
    insta::assert_snapshot!(shown(&near), @"warning near-duplicate-name: participation.csv, cell A4 (organisation): `Oak and Elm` nearly `Oak & Elm` in row 2 | if they are one, write one spelling in column organisation");
}

#[test]
fn near_duplicate_word() {
    let tables = "
        organisations | id | sector           | localities
                      | a  | Higher education | Leeds
                      | b  | higher Education | leeds; York
                      | c  | FE               | Leds
                      | d  | FE               | Leeds;York
                      | e  | FEE              | Ward 11
                      | f  | HE               | Ward 12
        activities    | id | kind             | locality
                      | t1 | Event            | Leeds
                      | t2 | event            | Yrok
                      | t3 | Evnet            |
        ties          | from | to | relation
                      | a    | b  | advises
                      | a    | c  | advises
                      | a    | d  | advise
        ";
    insta::assert_snapshot!(problems(tables), @r"
    warning near-duplicate-word: activities.csv, cell C3 (locality): `Yrok` 1 row looks like `York` (2 rows) | write `York` if that is meant; they are kept apart
    warning near-duplicate-word: activities.csv, cell B4 (kind): `Evnet` 1 row looks like `Event` (2 rows) | write `Event` if that is meant; they are kept apart
    warning near-duplicate-word: organisations.csv, cell C4 (localities): `Leds` 1 row looks like `Leeds` (4 rows) | write `Leeds` if that is meant; they are kept apart
    warning near-duplicate-word: organisations.csv, cell B6 (sector): `FEE` 1 row looks like `FE` (2 rows) | write `FE` if that is meant; they are kept apart
    warning near-duplicate-word: ties.csv, cell C4 (relation): `advise` 1 row looks like `advises` (2 rows) | write `advises` if that is meant; they are kept apart
    note folded-match: activities.csv, cell B3 (kind): `event` read as the same word in another spelling: 1 cell
    note folded-match: organisations.csv, cell B3 (sector): `higher Education` read as the same word in another spelling: 1 cell
    note folded-match: organisations.csv, cell C3 (localities): `leeds` read as `Leeds`, by its name or another spelling
    ");
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
fn large_table() {
    let mut reading = reading(FINE);
    let mut sources = Sheet::new("sources.csv", None, 1, vec!["id".to_owned(), "note".to_owned()]);
    sources.push_row(2, ["s", &" ".repeat(101 << 20)]);
    reading.sheets.push((Table::Sources, sources));
    insta::assert_snapshot!(shown(&Study::from_reading(reading)), @"warning large-table: sources.csv: 1 rows, 101 MB of text");
}

#[test]
fn empty_optional_table() {
    insta::assert_snapshot!(fine_and("people | id\nrespondents | actor | status"), @r"
    note empty-optional-table: people.csv: people has a header and no rows
    note empty-optional-table: respondents.csv: respondents has a header and no rows
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
fn contradictory_response() {
    let tables = "
        respondents | actor | wave | status
                    | uni   | 1    | responded
                    | uni   | 2    | refused
                    | uni   | 1    | refused
        ";
    insta::assert_snapshot!(fine_and(tables), @"error contradictory-response: respondents.csv, cell C4 (status): `uni` row 2 says otherwise of this actor and wave");
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
fn day_first() {
    let tables = "
        activities | id   | start
                   | talk | 03/04/2019
        ";
    insta::assert_snapshot!(fine_and(tables), @"note day-first: activities.csv, cell B2 (start): `03/04/2019` read as day/month/year: 1 cell");
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
fn folded_match() {
    let tables = "
        organisations | id  | name       | aliases
                      | uni | University | The Uni; UoM
                      | col | College    |
        ties          | from       | to
                      | UNIVERSITY | col
                      | uom        | col
        ";
    insta::assert_snapshot!(problems(tables), @r"
    warning repeated-tie: ties.csv, cell A3 (from): `uni – col` row 2 records the same tie
    note folded-match: ties.csv, cell A2 (from): `UNIVERSITY` read as `uni`, by its name or another spelling; 2 such cells, the first here
    ");
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
fn implied_actors() {
    let reading =
        Reading { implied: true, ..reading("ties | from | to\n | uni | col\n | col | Uni") };
    let study = Study::from_reading(reading);
    assert_eq!(study.organisations.len(), 2);
    insta::assert_snapshot!(shown(&study), @r"
    note folded-match: ties.csv, cell B3 (to): `Uni` read as `uni`, by its name or another spelling
    note implied-actors: ties.csv: 2 actors are named here and in no table of actors
    ");
}

#[test]
fn errors_stop_a_network_and_name_the_first() {
    let tables = "
        organisations | id
                      | uni
        ties          | from | to  | weight
                      | uni  | col | 2
                      | uni  | uni | often
        ";
    let study = Study::from_reading(reading(tables));
    assert!(study.has_errors());
    let refused = study.network(&study.default_view().expect("a view")).expect_err("refused");
    insta::assert_snapshot!(refused, @"inline has 2 errors that must be mended first; the first: ties.csv, cell B2 (to): `col` no row of organisations or people has this identifier or name");
}

#[test]
fn warnings_and_notes_stop_nothing() {
    let tables = "
        organisations | id  | name
                      | uni
                      | col | The  College
        ties          | from | to  | weight
                      | uni  | col | 2,5
                      | uni  | uni | 1
                      | uni  | COL | 2
        ";
    let study = Study::from_reading(reading(tables));
    assert!(!study.has_errors());
    assert!(study.problems.iter().any(|it| it.severity == Severity::Warning));
    assert!(study.problems.iter().any(|it| it.severity == Severity::Note));
    let net = study.network(&study.default_view().expect("a view")).expect("a network");
    assert_eq!(net.ties().len(), 1);
    assert_eq!(net.ties()[0].strength.to_string(), "4.5");
}

#[test]
fn errors_come_first_and_kinds_keep_together() {
    let tables = "
        organisations | id  | name | count_min
                      | uni |
                      | col | A  B | x
                      | col | C    | y
        ties          | from | to
                      | uni  | uni
                      | no   | col
        ";
    let study = Study::from_reading(reading(tables));
    let found: Vec<_> = study.problems.iter().map(|it| (it.code, it.place.row)).collect();
    let severities: Vec<_> = study.problems.iter().map(|it| it.severity).collect();
    assert!(severities.is_sorted(), "{found:?}");
    assert_eq!(
        found,
        [
            ("duplicate-id", Some(4)),
            ("unknown-id", Some(3)),
            ("bad-number", Some(3)),
            ("bad-number", Some(4)),
            ("self-tie", Some(2)),
            ("short-row", Some(2)),
            ("stray-space", Some(3)),
        ]
    );
}

#[test]
fn every_row_stays_in_the_evidence() {
    let tables = "
        organisations | id  | name | sector | kind
                      |     | Uni  |        | unti
                      | col | Col  |        | unit | surplus
                      | col | Col
        people        | id  | designated_spanner
                      | ann | perhaps
        affiliations  | person | organisation | share
                      | nobody | nowhere      | 300%
        activities    | id | start
                      | a  | soon
        participation | actor | activity | status
                      | no    | never    | maybe
        ties          | from | to  | weight | status
                      | col  | col | -3     | sometimes
                      |      | no  | x      |
        localities    | id | parent
                      | n  | n
        respondents   | actor | status
                      | no    | absent
        sources       | id | date
                      |    | then
        ";
    let study = Study::from_reading(reading(tables));
    assert_eq!(study.organisations.len(), 3);
    assert_eq!(study.people.len(), 1);
    assert_eq!(study.affiliations.len(), 1);
    assert_eq!(study.activities.len(), 1);
    assert_eq!(study.participation.len(), 1);
    assert_eq!(study.ties.len(), 2);
    assert_eq!(study.localities.len(), 1);
    assert_eq!(study.sources.len(), 1);
    assert_eq!(study.respondents[0].status, None);
    let rows = |table| study.sheets.iter().find(|(it, _)| *it == table).map(|(_, it)| it.len());
    assert_eq!(rows(Table::Respondents), Some(1));
    // A value that cannot be read is blank, and its cell is among the problems.
    assert_eq!((study.ties[0].weight, study.ties[1].weight), (None, None));
    for written in ["-3", "x", "sometimes", "300%", "soon", "maybe", "absent", "then", "perhaps"] {
        let said = study.problems.iter().any(|it| it.value.as_deref() == Some(written));
        assert!(said, "{written}");
    }
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
    insta::assert_snapshot!(fine_and(no_people), @"error missing-table: affiliations.csv, cell A2 (person): `ann` this names a row of people, and people has no rows; 2 such cells, the first here | add people.csv, with a row for each");
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

#[test]
fn a_folder_without_a_table_says_what_tables_are_called() {
    let unused = |file| {
        let place = tertius::study::Place::file(file);
        Problem::new("unused-file", place, "no table of a study has the name of this file")
    };
    let problems = vec![unused("partners 2019.csv"), unused("notes.csv")];
    let study = Study::from_reading(Reading { problems, ..Reading::default() });
    insta::assert_snapshot!(shown(&study), @r"
    error missing-table: study: no file here has the name of a table, only: partners 2019.csv, notes.csv | name tables organisations, people, affiliations, activities, participation, ties, localities, respondents, sources; or give a single list or matrix by itself; `tertius init` writes empty tables
    warning unused-file: notes.csv: no table of a study has the name of this file
    warning unused-file: partners 2019.csv: no table of a study has the name of this file
    ");
    insta::assert_snapshot!(shown(&Study::from_reading(Reading::default())), @"error missing-table: study: there is no table here | name tables organisations, people, affiliations, activities, participation, ties, localities, respondents, sources; or give a single list or matrix by itself; `tertius init` writes empty tables");
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
