//! A command line that is not understood, and what was perhaps meant.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use tertius::MEASURES;

use crate::failure::Failure;
use crate::record::typed;

/// Says what was not understood and what was perhaps meant; prints help where that was asked for.
pub(crate) fn report(mut error: clap::Error, words: &[OsString], json: bool) -> u8 {
    if !error.use_stderr() {
        error.exit();
    }
    if error.kind() == ErrorKind::UnknownArgument {
        // "to pass '--by' as a value, use '-- --by'" helps nobody here.
        error.remove(ContextKind::Suggested);
    }
    let meant = meant(&error, words);
    if !meant.is_empty() {
        error.remove(ContextKind::SuggestedSubcommand);
        let meant = meant.iter().map(|hint| hint.clone().into()).collect();
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(meant));
    }
    if !json {
        error.exit();
    }
    let text = error.render().to_string();
    let (message, more) = text.split_once("\n\n").unwrap_or((&text, ""));
    let hints: Vec<&str> =
        more.lines().filter_map(|line| line.trim().strip_prefix("tip: ")).collect();
    let failure = Failure::usage(message.trim_start_matches("error: "));
    let failure = if hints.is_empty() { failure } else { failure.hint(hints.join("; ")) };
    failure.report(json)
}

/// Commands that were perhaps meant, each a sentence.
fn meant(error: &clap::Error, words: &[OsString]) -> Vec<String> {
    let Some(ContextValue::String(wrong)) = error.get(ContextKind::InvalidSubcommand) else {
        return Vec::new();
    };
    let Some(at) = words.iter().position(|word| word.to_str() == Some(wrong)) else {
        return Vec::new();
    };
    if words.get(1).is_some_and(|word| word == "chart") {
        return Vec::new();
    }
    let rest = typed(&words[at + 1..]);
    let rest = if rest.is_empty() { "STUDY" } else { &rest };
    let command = |name: &str| {
        let same = MEASURES.iter().filter(|it| it.name == name);
        same.map(|it| format!("did you mean `tertius {} {name} {rest}`?", it.unit)).collect()
    };
    let exact: Vec<String> = command(wrong);
    if !exact.is_empty() {
        return exact;
    }
    if at == 1 && Path::new(wrong).exists() {
        let study = typed(&words[at..=at]);
        return vec![format!(
            "to look at a study, say what to do: `tertius check {study}`, or `tertius report {study} -o report.html`"
        )];
    }
    // Nobody looks for a command in a folder.
    if at == 1
        && wrong.contains(['/', '\\'])
        && let Err(error) = tertius_formats::read(Path::new(wrong))
    {
        return vec![error.to_string()];
    }
    if error.get(ContextKind::SuggestedSubcommand).is_some() {
        return Vec::new();
    }
    tertius::study::nearest(wrong, MEASURES.iter().map(|it| it.name)).map_or_else(Vec::new, command)
}
