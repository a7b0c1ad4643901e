//! Every kind of problem that the core can find, shown as `tertius check` would tell it.
//!
//! One test for each kind, called like its code. Each shows all problems of a small study: severity,
//! code, place, the cell as written, what is wrong, and what would work.

mod cells;
mod dates;
mod files;
mod names;
mod repeats;

use tertius::Study;
use tertius::study::{PROBLEMS, Problem, Severity, Table};

use crate::tables::reading;

/// Kinds that only readers of files find: they are tested with those.
const OF_FILES: [&str; 18] = [
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
    "network-file",
    "unread-part",
    "unread-detail",
];

/// The tests, by theme.
const TESTS: [&str; 5] = [
    include_str!("cells.rs"),
    include_str!("dates.rs"),
    include_str!("files.rs"),
    include_str!("names.rs"),
    include_str!("repeats.rs"),
];

#[test]
fn every_kind_has_a_test() {
    for kind in PROBLEMS.iter().filter(|kind| !OF_FILES.contains(&kind.code)) {
        let test = format!("\nfn {}()", kind.code.replace('-', "_"));
        assert!(TESTS.iter().any(|file| file.contains(&test)), "{}", kind.code);
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
