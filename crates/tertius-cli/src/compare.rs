//! What changed between two waves or periods, in plain sentences.

use clap::{Arg, ArgMatches, Command};
use serde_json::json;
use tertius::{Arguments, Results, Study, View, Watch};
use tertius_report::Comparison;

use crate::failure::Failure;
use crate::wrap::{width, wrapped};
use crate::{grouping, output, progress, record, results, study};

/// `tertius compare STUDY`.
pub(crate) fn command() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    Command::new("compare")
        .about("Say in sentences what changed between two waves or periods")
        .after_help(
            "Examples:\n  tertius compare my-study                                first wave with last\n  \
             tertius compare my-study --from 2016..2017 --to 2018..  two periods\n  \
             tertius compare my-study --by locality --relation trusts\n\n\
             `tertius change ties my-study` and the others of `tertius change` give the tables",
        )
        .arg(study::argument())
        .arg(study::shape())
        .arg(option("from", "WAVE", "The time before: a wave, or a period such as 2016..2017 [default: the first wave]"))
        .arg(option("to", "WAVE", "The time after, in the same way [default: the last wave]"))
        .arg(option("by", "COLUMN", "Attribute that groups the actors [default: sector]"))
        .arg(option("without", "NAME", "Actors left out, by identifier, with commas between several"))
        .args(study::view_flags())
}

/// Compares, and prints what changed.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let evidence = study::read_sound(matches)?;
    let view = study::view(&evidence, matches)?;
    let found = progress::show("compare", matches.get_flag("quiet"), |watch| {
        find(&evidence, &view, matches, watch)
    });
    let found = found.map_err(|error| grouping::failure(error, &evidence, &view))?;
    let text = told(&evidence, &found);
    if !matches.get_flag("json") {
        return output::print(text.as_bytes());
    }
    let part = |it: &Results| json!({ "rows": results::rows(it), "method": it.method });
    let value = json!({
        "schema": "tertius.compare/1",
        "ties": part(&found.ties),
        "groups": found.groups.as_ref().map(part),
        "closure": part(&found.closure),
        "text": text,
        "record": record::json(&evidence.inputs),
    });
    output::print(output::pretty(&value).as_bytes())
}

fn find(
    study: &Study,
    view: &View,
    matches: &ArgMatches,
    watch: &Watch,
) -> tertius::Result<Comparison> {
    let given = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let with = |all: Arguments, name: &str| match given(name) {
        Some(value) => all.with(name, value),
        None => all,
    };
    let times = ["from", "to", "without"].into_iter().fold(Arguments::default(), with);
    Comparison::of_study(study, view, &times, given("by"), watch)
}

/// All of it, as a text.
fn told(study: &Study, found: &Comparison) -> String {
    let method = &found.ties.method;
    let option = |name: &str| method.option(name).unwrap_or_default();
    let mut lines = Vec::new();
    if !method.provenance.notice.is_empty() {
        lines.extend([method.provenance.notice.clone(), String::new()]);
    }
    lines.push(format!("{}: from {} to {}", study.title(), option("from"), option("to")));
    lines.push(format!("view: {}", method.provenance.view));
    for (title, sentences) in found.parts(study) {
        lines.extend([String::new(), title]);
        lines.extend(sentences.into_iter().map(|sentence| format!("  {sentence}")));
    }
    let mut text = String::new();
    for line in lines {
        let indent = if line.starts_with("  ") { 4 } else { 0 };
        text += &wrapped(&line, indent, width());
    }
    text
}
