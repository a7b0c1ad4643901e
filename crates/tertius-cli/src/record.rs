//! What made an output: enough to make it again.

use std::ffi::OsString;
use std::path::Path;

use clap::ArgMatches;
use serde_json::json;
use tertius::study::Input;
use tertius_report::Run;

use crate::words::words;

/// The form of the record as JSON.
const SCHEMA: &str = "tertius.record/1";

/// The record as JSON.
pub(crate) fn json(inputs: &[Input]) -> serde_json::Value {
    json!({
        "schema": SCHEMA,
        "command": command_line(),
        "version": env!("CARGO_PKG_VERSION"),
        "inputs": inputs,
    })
}

/// Whether a file holds a record: nobody names the file beside a table, so nothing else is replaced.
pub(crate) fn is_in(file: &Path) -> bool {
    let json = std::fs::read(file).ok().and_then(|it| serde_json::from_slice(&it).ok());
    json.is_some_and(|json: serde_json::Value| json["record"]["schema"] == SCHEMA)
}

/// The record in lines, for an output that is text.
pub(crate) fn lines(inputs: &[Input]) -> Vec<String> {
    let made = [format!("made by: tertius {}", env!("CARGO_PKG_VERSION"))];
    let command = [format!("command: {}", command_line())];
    let inputs = inputs.iter().map(|it| format!("input: {} sha256:{}", it.file, it.sha256));
    made.into_iter().chain(command).chain(inputs).collect()
}

/// The command as it was typed, with the name of the program alone.
pub(crate) fn command_line() -> String {
    format!("tertius {}", typed(words()))
}

/// How a report or a figure comes about.
pub(crate) fn run(matches: &ArgMatches) -> Run {
    Run {
        command: command_line(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        seed: 1,
        anonymise: matches.get_flag("anonymise"),
    }
}

/// Words of a command as they are typed, in quotes where a shell needs them.
pub(crate) fn typed(words: &[OsString]) -> String {
    let words = words.iter().map(|word| {
        let word = word.to_string_lossy();
        let plain = !word.is_empty()
            && word.chars().all(|c| c.is_alphanumeric() || "-_./=:,%+@".contains(c));
        if plain { word.into_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
    });
    words.collect::<Vec<_>>().join(" ")
}
