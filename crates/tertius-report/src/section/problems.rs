//! The problems that `tertius check` finds, by kind.

use std::collections::BTreeMap;

use tertius::study::{Problem, ProblemKind, Severity};

use crate::findings::Findings;
use crate::html::{Node, el, p};
use crate::table::{Cell, Table};

/// What `tertius check` says, grouped.
pub(super) fn problems(findings: &Findings<'_>) -> Vec<Node> {
    let problems = &findings.study.problems;
    if problems.is_empty() {
        return vec![p("None.").into()];
    }
    let mut grouped: BTreeMap<(Severity, &str), Vec<&Problem>> = BTreeMap::new();
    for problem in problems {
        grouped.entry((problem.severity, problem.code)).or_default().push(problem);
    }
    let mut table = Table::new(
        "Warnings and notes, by kind",
        &["kind", "code", "#how many", "what", "the first"],
    );
    for ((severity, code), same) in grouped {
        let what = ProblemKind::find(code).map_or("", |kind| kind.title);
        let first = same[0];
        let value = first.value.as_ref().map(|value| format!("“{value}” ")).unwrap_or_default();
        let place = if first.message.is_empty() {
            first.place.to_string()
        } else {
            format!("{}: {value}{}", first.place, first.message)
        };
        let severity = match severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        table.row(vec![
            Cell::words(severity),
            Cell::words(code),
            Cell::count(same.len()),
            Cell::words(what),
            Cell::words(place),
        ]);
    }
    vec![
        p("No error, or there would be no report. Warnings are worth a look; notes say what was assumed in reading.").into(),
        table.named_by(1).html().into(),
        el("p").class("note").with("tertius explain CODE says more about each.").into(),
    ]
}
