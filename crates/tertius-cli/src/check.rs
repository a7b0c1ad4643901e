use std::fmt::Write as _;

use clap::ArgMatches;
use serde_json::json;
use tertius::study::{Problem, ProblemKind, Severity, Summary};
use tertius::{Study, counted};

use crate::failure::Failure;
use crate::wrap::{width, wrapped};
use crate::{output, record, study};

/// Cells shown of each kind of problem, unless all are asked for.
const SHOWN: usize = 5;

/// `tertius check`: what was understood, then every problem with its cell.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let study = study::read(matches)?;
    if matches.get_flag("json") {
        let value = json!({
            "schema": "tertius.check/1",
            "understood": study.summary(),
            "problems": study.problems,
            "record": record::json(&study.inputs),
        });
        output::print(output::pretty(&value).as_bytes())?;
    } else {
        let text =
            understood(&study.summary(), width()) + &problems(&study, matches.get_flag("all"));
        output::print(text.as_bytes())?;
    }
    let errors = count(&study.problems, Severity::Error);
    if errors > 0 {
        return Err(Failure::problems(format!(
            "{} must be mended before an analysis",
            counted(errors, "error", "errors")
        )));
    }
    Ok(())
}

/// What was understood of the study.
fn understood(summary: &Summary, width: usize) -> String {
    let mut text = format!("{}\n", summary.title);
    if !summary.notice.is_empty() {
        text += &wrapped(&summary.notice, 0, width);
    }
    text.push('\n');
    let lines = summary.lines();
    for (what, words) in &lines {
        text += &wrapped(&format!("  {what:16} {words}"), 19, width).replace('\u{a0}', " ");
    }
    if !lines.is_empty() {
        text.push('\n');
    }
    text
}

/// Every problem, grouped by kind.
fn problems(study: &Study, all: bool) -> String {
    if study.problems.is_empty() {
        return "No problem found.\n".to_owned();
    }
    let mut text = String::new();
    for same in study.problems.chunk_by(|a, b| a.code == b.code) {
        let kind = ProblemKind::find(same[0].code).expect("every problem is of a known kind");
        let severity = format!("{:?}", kind.severity).to_lowercase();
        let _ = writeln!(text, "{severity}[{}] {}", kind.code, kind.title);
        let shown = if all { same.len() } else { SHOWN };
        for problem in same.iter().take(shown) {
            text += &one(problem);
        }
        if same.len() > shown {
            let _ = writeln!(text, "  … and {} more (--all shows them)", same.len() - shown);
        }
        text.push('\n');
    }
    let counts = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Note, "note", "notes"),
    ];
    let counts: Vec<_> = counts
        .map(|(severity, one, many)| counted(count(&study.problems, severity), one, many))
        .into();
    let _ = writeln!(text, "{}", counts.join(", "));
    let free = if study.has_errors() { "" } else { "Nothing stops an analysis. " };
    let _ = writeln!(text, "{free}`tertius explain CODE` tells more.");
    text
}

fn one(problem: &Problem) -> String {
    let value = problem
        .value
        .as_ref()
        .map(|value| format!(" \"{}\"", shortened(value)))
        .unwrap_or_default();
    let mut text = format!("  {}:{value} {}\n", problem.place, problem.message);
    if let Some(suggestion) = &problem.suggestion {
        let _ = writeln!(text, "      → {suggestion}");
    }
    text
}

/// The first 80 letters of a cell.
fn shortened(value: &str) -> String {
    if value.chars().count() <= 80 {
        value.to_owned()
    } else {
        value.chars().take(79).chain(['…']).collect()
    }
}

fn count(problems: &[Problem], severity: Severity) -> usize {
    problems.iter().filter(|problem| problem.severity == severity).count()
}
