//! Where outputs go: standard output, or files that are all written whole or not at all.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;
use tertius::Study;
use tertius::study::Severity;

use crate::failure::Failure;
use crate::{interrupt, record};

/// Writes to standard output.
pub(crate) fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// JSON for people to read too.
pub(crate) fn pretty(value: &serde_json::Value) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("a JSON value can always be written");
    text.push('\n');
    text
}

/// Whether a file name stands for standard output.
pub(crate) fn is_stdout(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// The files to write, as far as can be known before the work: each could be written, and none is a
/// file that the study was read from.
pub(crate) fn files<'m>(
    matches: &'m ArgMatches,
    study: &Study,
) -> Result<Vec<&'m PathBuf>, Failure> {
    let files: Vec<&PathBuf> = matches.get_many("output").into_iter().flatten().collect();
    let path: &PathBuf = matches.get_one("study").expect("every command that writes reads a study");
    let inputs = study.inputs.iter().flat_map(|it| [path.join(&it.file), path.clone()]);
    let inputs: Vec<PathBuf> = inputs.filter_map(|it| it.canonicalize().ok()).collect();
    for file in files.iter().filter(|file| !is_stdout(file)) {
        tertius_formats::may_write(file)?;
        if file.canonicalize().is_ok_and(|file| file.is_file() && inputs.contains(&file)) {
            return Err(Failure::file(format!("{} is part of the study", file.display()))
                .hint("choose another name to write to"));
        }
    }
    Ok(files)
}

/// Writes the files, all of them or none, then what goes to standard output; says what was written,
/// and what whoever publishes it should know.
pub(crate) fn deliver(
    outputs: &[(PathBuf, Vec<u8>)],
    study: &Study,
    notes: &[String],
    matches: &ArgMatches,
) -> Result<(), Failure> {
    let (printed, files): (Vec<_>, Vec<_>) =
        outputs.iter().cloned().partition(|(file, _)| is_stdout(file));
    let held = interrupt::writing();
    tertius_formats::write_together(&files)?;
    drop(held);
    let files: Vec<PathBuf> = files.into_iter().map(|(file, _)| file).collect();
    if matches.get_flag("json") && printed.is_empty() {
        let count = |severity| study.problems.iter().filter(|it| it.severity == severity).count();
        let problems = json!({
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "notes": count(Severity::Note),
        });
        let mut value = written(&files, study);
        value["problems"] = problems;
        value["notes"] = json!(notes);
        return print(pretty(&value).as_bytes());
    }
    if !matches.get_flag("quiet") {
        files.iter().for_each(|file| anstream::eprintln!("wrote {}", file.display()));
        notes.iter().for_each(|note| anstream::eprintln!("note: {note}"));
    }
    printed.iter().try_for_each(|(_, bytes)| print(bytes))
}

/// The files that a command wrote, and what made them.
pub(crate) fn written(files: &[PathBuf], study: &Study) -> serde_json::Value {
    let file = |file: &PathBuf| {
        let bytes = std::fs::metadata(file).ok().map(|it| it.len());
        json!({ "file": file.to_string_lossy(), "bytes": bytes })
    };
    json!({
        "schema": "tertius.written/1",
        "written": files.iter().map(file).collect::<Vec<_>>(),
        "record": record::json(&study.inputs),
    })
}

/// Where a page or a picture goes; with `--json`, standard output says what was written, so it must
/// go to a file.
pub(crate) fn or_stdout(
    files: &[&PathBuf],
    matches: &ArgMatches,
    example: &str,
) -> Result<Vec<PathBuf>, Failure> {
    let files: Vec<PathBuf> = files.iter().map(|file| (*file).clone()).collect();
    if matches.get_flag("json") && (files.is_empty() || files.iter().any(|it| is_stdout(it))) {
        return Err(Failure::usage("with --json, standard output says what was written")
            .hint(format!("name a file: -o {example}")));
    }
    Ok(if files.is_empty() { vec![PathBuf::from("-")] } else { files })
}
