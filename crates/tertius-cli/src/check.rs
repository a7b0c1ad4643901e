use std::fmt::Write as _;

use clap::ArgMatches;
use serde_json::json;
use tertius::study::{Counted, Problem, ProblemKind, Severity, Summary};
use tertius::{Study, counted};

use crate::failure::Failure;
use crate::wrap::{width, wrapped};
use crate::{output, record, study};

/// Cells shown of each kind of problem, unless all are asked for.
const SHOWN: usize = 5;
/// Stands for a space at which no line is broken: between a number and what it counts.
const TIED: char = '\u{a0}';
/// Words shown of each vocabulary.
const LISTED: usize = 12;

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
    let mut any = false;
    let mut line = |what: &str, words: String| {
        if !words.is_empty() {
            any = true;
            text += &wrapped(&format!("  {what:16} {words}"), 19, width).replace(TIED, " ");
        }
    };
    line("organisations", with_total(&summary.organisations));
    line("  of them groups", groups(&summary.groups));
    line("people", nonzero(summary.people));
    line("posts", nonzero(summary.posts));
    line("sectors", listed(&summary.sectors));
    line("ties", with_total(&summary.ties));
    line("activities", with_total(&summary.activities));
    line("participation", with_total(&summary.participation));
    line("localities", places(&summary.localities));
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
    if any {
        text.push('\n');
    }
    text
}

fn nonzero(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
}

/// Words with their counts; of many, the most frequent, in the order they have.
fn listed(counts: &[Counted]) -> String {
    let mut frequent: Vec<usize> = (0..counts.len()).collect();
    frequent.sort_by_key(|&at| std::cmp::Reverse(counts[at].count));
    frequent.truncate(LISTED);
    frequent.sort_unstable();
    let words = frequent.iter().map(|&at| format!("{}{TIED}{}", counts[at].count, counts[at].word));
    and_more(words, ", ", counts.len())
}

/// Groups with how many each stands for.
fn groups(groups: &[(String, String)]) -> String {
    let words = groups.iter().take(SHOWN).map(|(name, count)| format!("{name} ({count})"));
    and_more(words, "; ", groups.len())
}

/// How many localities there are, and those named most.
fn places(localities: &[Counted]) -> String {
    if localities.is_empty() {
        return String::new();
    }
    let names = localities.iter().take(SHOWN).map(|it| it.word.clone());
    format!("{}: {}", localities.len(), and_more(names, ", ", localities.len()))
}

/// Words, and how many of all are not among them.
fn and_more(words: impl Iterator<Item = String>, between: &str, all: usize) -> String {
    let words: Vec<_> = words.collect();
    let said = words.join(between);
    match all - words.len() {
        0 => said,
        more => format!("{said} and {more} more"),
    }
}

fn with_total(counts: &[Counted]) -> String {
    let total: usize = counts.iter().map(|it| it.count).sum();
    match counts {
        [] => String::new(),
        // A tie of no stated relation.
        [one] if one.word == "tie" => total.to_string(),
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
