use std::fmt::Write as _;

use clap::ArgMatches;
use serde_json::json;
use tertius::study::{Counted, Problem, ProblemKind, Severity, Summary};
use tertius::{Study, counted};

use crate::failure::Failure;
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
        let text = understood(&study.summary()) + &problems(&study, matches.get_flag("all"));
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
fn understood(summary: &Summary) -> String {
    let mut text = format!("{}\n", summary.title);
    if !summary.notice.is_empty() {
        let _ = writeln!(text, "{}", summary.notice);
    }
    text.push('\n');
    let mut line = |what: &str, words: String| {
        if !words.is_empty() {
            let _ = writeln!(text, "  {what:16} {words}");
        }
    };
    line("organisations", with_total(&summary.organisations));
    let groups: Vec<_> =
        summary.groups.iter().map(|(name, count)| format!("{name} ({count})")).collect();
    line("  of them groups", groups.join("; "));
    line("people", nonzero(summary.people));
    line("posts", nonzero(summary.posts));
    line("sectors", listed(&summary.sectors));
    line("ties", with_total(&summary.ties));
    line("activities", with_total(&summary.activities));
    line("participation", with_total(&summary.participation));
    line("localities", nonzero(summary.localities));
    let period = summary.period.map(|(first, last)| {
        if first == last { first.to_string() } else { format!("{first} to {last}") }
    });
    line(
        "period",
        period
            .map(|it| format!("{it} ({} of {} rows dated)", summary.dated.0, summary.dated.1))
            .unwrap_or_default(),
    );
    line("waves", summary.waves.join(", "));
    for response in &summary.responses {
        let wave = if response.wave.is_empty() {
            String::new()
        } else {
            format!("wave {}: ", response.wave)
        };
        let words = format!(
            "{wave}{} of {} asked responded, {} in part, {} refused",
            response.responded, response.asked, response.partial, response.refused
        );
        line("response", words);
    }
    line("certainty", listed(&summary.certainty));
    text.push('\n');
    text
}

fn nonzero(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

fn listed(counts: &[Counted]) -> String {
    counts.iter().map(|it| format!("{} {}", it.count, it.word)).collect::<Vec<_>>().join(", ")
}

fn with_total(counts: &[Counted]) -> String {
    let total: usize = counts.iter().map(|it| it.count).sum();
    match counts {
        [] => String::new(),
        [one] => format!("{total} ({})", one.word),
        counts => format!("{total}: {}", listed(counts)),
    }
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
