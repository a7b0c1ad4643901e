//! Where outputs go: standard output, or files that are all written whole or not at all.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;
use tertius::Study;
use tertius::study::{Severity, Table};

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

/// Whether a file name is that of a table with commas.
pub(crate) fn is_csv(file: &Path) -> bool {
    file.extension().is_some_and(|it| it.eq_ignore_ascii_case("csv"))
}

/// The files to write, as far as can be known before the work: each could be written, and none is or
/// would become part of the study.
pub(crate) fn files<'m>(
    matches: &'m ArgMatches,
    study: &Study,
) -> Result<Vec<&'m PathBuf>, Failure> {
    let files: Vec<&PathBuf> = matches.get_many("output").into_iter().flatten().collect();
    refuse_part_of_study(files.iter().copied(), study, matches)?;
    Ok(files)
}

/// Documents of other programs, which tertius never writes: who names one has mistyped.
const DOCUMENTS: [&str; 12] =
    ["doc", "docx", "odp", "ods", "odt", "pages", "pdf", "ppt", "pptx", "rtf", "xls", "xlsx"];

/// Refuses files that could not be written, documents that are there already, and what is or would
/// become part of the study.
pub(crate) fn refuse_part_of_study<'f>(
    files: impl IntoIterator<Item = &'f PathBuf>,
    study: &Study,
    matches: &ArgMatches,
) -> Result<(), Failure> {
    let path: &PathBuf = matches.get_one("study").expect("every command that writes reads a study");
    let inputs = study.inputs.iter().flat_map(|it| [path.join(&it.file), path.clone()]);
    let inputs: Vec<PathBuf> = inputs.filter_map(|it| it.canonicalize().ok()).collect();
    for file in files.into_iter().filter(|file| !is_stdout(file)) {
        tertius_formats::may_write(file)?;
        let ending = file.extension().map(|it| it.to_string_lossy().to_lowercase());
        if file.is_file() && ending.is_some_and(|it| DOCUMENTS.contains(&it.as_str())) {
            let message = format!("{} is there already, and not from tertius", file.display());
            return Err(Failure::file(message).hint("choose another name to write to"));
        }
        if file.canonicalize().is_ok_and(|file| file.is_file() && inputs.contains(&file)) {
            return Err(Failure::file(format!("{} is part of the study", file.display()))
                .hint("choose another name to write to"));
        }
        if let Some(table) = would_join(file, path) {
            let message =
                format!("{} would become part of the study: {table} is read there", file.display());
            return Err(Failure::file(message).hint("choose another name or another folder"));
        }
    }
    Ok(())
}

/// What a new file in the folder of a study would be read as from then on.
fn would_join(file: &Path, study: &Path) -> Option<String> {
    let folder = file.parent()?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    if !study.is_dir() || folder.canonicalize().ok()? != study.canonicalize().ok()? {
        return None;
    }
    let part = |part: Option<&std::ffi::OsStr>| Some(part?.to_string_lossy().to_lowercase());
    let (stem, ending) = (part(file.file_stem())?, part(file.extension())?);
    match ending.as_str() {
        "toml" if stem == "study" => Some("study.toml".to_owned()),
        "csv" | "tsv" | "txt" | "tab" => {
            Table::named(&stem).map(|table| format!("the table of {}", table.spec().name))
        }
        _ => None,
    }
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
    write(&files)?;
    let files: Vec<PathBuf> = files.into_iter().map(|(file, _)| file).collect();
    let json = matches.get_flag("json");
    if json && printed.is_empty() {
        let mut value = written(&files, study);
        value["problems"] = problems(study);
        value["notes"] = json!(notes);
        return print(pretty(&value).as_bytes());
    }
    if !json && !matches.get_flag("quiet") {
        files.iter().for_each(|file| anstream::eprintln!("wrote {}", file.display()));
        notes.iter().for_each(|note| anstream::eprintln!("note: {note}"));
    }
    printed.iter().try_for_each(|(_, bytes)| print(bytes))
}

/// Writes files beside what goes to standard output, and says which.
pub(crate) fn keep(files: &[(PathBuf, Vec<u8>)], matches: &ArgMatches) -> Result<(), Failure> {
    write(files)?;
    if !matches.get_flag("quiet") {
        files.iter().for_each(|(file, _)| anstream::eprintln!("wrote {}", file.display()));
    }
    Ok(())
}

fn write(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
    let _held = interrupt::writing();
    Ok(tertius_formats::write_together(files)?)
}

/// How many problems a study has, by how much they matter.
pub(crate) fn problems(study: &Study) -> serde_json::Value {
    let count = |severity| study.problems.iter().filter(|it| it.severity == severity).count();
    json!({
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notes": count(Severity::Note),
    })
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

/// Where web pages go: files that end like one, or standard output.
pub(crate) fn web_pages(
    matches: &ArgMatches,
    evidence: &Study,
    example: &str,
) -> Result<Vec<PathBuf>, Failure> {
    let files = files(matches, evidence)?;
    refuse_unless_web_page(files.iter().copied(), example)?;
    or_stdout(&files, matches, example)
}

/// Refuses files that do not end like a web page.
pub(crate) fn refuse_unless_web_page<'f>(
    files: impl IntoIterator<Item = &'f PathBuf>,
    example: &str,
) -> Result<(), Failure> {
    let is_page = |file: &PathBuf| {
        let ending = file.extension().map(|it| it.to_string_lossy().to_lowercase());
        is_stdout(file) || ending.is_some_and(|it| it == "html" || it == "htm")
    };
    match files.into_iter().find(|file| !is_page(file)) {
        None => Ok(()),
        Some(wrong) => {
            let what = example.trim_end_matches(".html");
            let message = format!("{}: a {what} is a web page", wrong.display());
            Err(Failure::usage(message).hint("use .html"))
        }
    }
}
