//! Where results go: standard output, or files written whole or not at all.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::json;
use tertius::{Results, Study, Values};

use crate::failure::Failure;
use crate::table;

/// Writes to standard output.
pub(crate) fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}

/// Writes a file whole or not at all, and says so.
pub(crate) fn write(path: &Path, bytes: &[u8], quiet: bool) -> Result<(), Failure> {
    tertius_formats::write_bytes(path, bytes)?;
    if !quiet {
        anstream::eprintln!("wrote {}", path.display());
    }
    Ok(())
}

/// The files to write; a file that the study was read from is never one of them.
pub(crate) fn files<'m>(
    matches: &'m ArgMatches,
    study: &Study,
) -> Result<Vec<&'m PathBuf>, Failure> {
    let files: Vec<&PathBuf> = matches.get_many("output").into_iter().flatten().collect();
    let path: &PathBuf = matches.get_one("study").expect("every command that writes reads a study");
    let inputs = study.inputs.iter().flat_map(|it| [path.join(&it.file), path.clone()]);
    let inputs: Vec<PathBuf> = inputs.filter_map(|it| it.canonicalize().ok()).collect();
    let is_input = |file: &&&PathBuf| {
        file.canonicalize().is_ok_and(|file| file.is_file() && inputs.contains(&file))
    };
    match files.iter().find(is_input) {
        Some(file) => Err(Failure::Usage(format!(
            "{} is part of the study: choose another name to write to",
            file.display()
        ))),
        None => Ok(files),
    }
}

/// What made a result: enough to make it again.
pub(crate) fn record(study: &Study) -> serde_json::Value {
    json!({
        "schema": "tertius.record/1",
        "command": command_line(),
        "version": env!("CARGO_PKG_VERSION"),
        "inputs": study.inputs,
    })
}

/// The command as it was typed, with the name of the program alone.
pub(crate) fn command_line() -> String {
    let words = std::env::args().enumerate().map(|(at, word)| {
        let word = if at == 0 { "tertius".to_owned() } else { word };
        let plain = !word.is_empty()
            && word.chars().all(|c| c.is_alphanumeric() || "-_./=:,%+@".contains(c));
        if plain { word } else { format!("'{}'", word.replace('\'', "'\\''")) }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Writes a result where and as the flags say.
pub(crate) fn results(
    study: &Study,
    results: &Results,
    matches: &ArgMatches,
) -> Result<(), Failure> {
    let asked = matches.get_one::<String>("format").map(String::as_str);
    let asked = if matches.get_flag("json") { Some("json") } else { asked };
    let files = files(matches, study)?;
    let show = table::Show::new(results, matches)?;
    if files.is_empty() {
        let bytes = render(study, results, asked.unwrap_or("table"), &show)?;
        return print(&bytes);
    }
    for file in files {
        let format = match asked {
            Some(format) => format.to_owned(),
            None => format_of(file)?,
        };
        if file.as_os_str() == "-" {
            print(&render(study, results, &format, &show)?)?;
            continue;
        }
        write(file, &render(study, results, &format, &show)?, matches.get_flag("quiet"))?;
        if matches!(format.as_str(), "csv" | "tsv" | "parquet") {
            let beside = PathBuf::from(format!("{}.meta.json", file.display()));
            let record = json!({ "record": record(study), "method": results.method });
            write(&beside, pretty(&record).as_bytes(), matches.get_flag("quiet"))?;
        }
    }
    Ok(())
}

/// The format that the ending of a file name asks for.
fn format_of(file: &Path) -> Result<String, Failure> {
    if file.as_os_str() == "-" {
        return Ok("table".to_owned());
    }
    let ending = file.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "csv" | "tsv" | "json" | "md" => Ok(ending),
        "tex" => Ok("latex".to_owned()),
        "txt" => Ok("table".to_owned()),
        "parquet" if cfg!(feature = "frame") => Ok(ending),
        "parquet" => Err(Failure::Usage(
            "this build of tertius does not write Parquet; build it with `--features frame`"
                .to_owned(),
        )),
        _ => Err(Failure::Usage(format!(
            "{}: the ending tells the format; use .csv, .tsv, .json, .md, .tex or .txt, or give --format",
            file.display()
        ))),
    }
}

#[cfg_attr(not(feature = "frame"), expect(clippy::unnecessary_wraps, reason = "Parquet can fail"))]
fn render(
    study: &Study,
    results: &Results,
    format: &str,
    show: &table::Show,
) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        "json" => pretty(&as_json(study, results)).into_bytes(),
        "csv" => separated(results, ',').into_bytes(),
        "tsv" => separated(results, '\t').into_bytes(),
        "md" => table::markdown(results, show).into_bytes(),
        "latex" => table::latex(results, show).into_bytes(),
        #[cfg(feature = "frame")]
        "parquet" => {
            tertius_frame::parquet(results).map_err(|error| Failure::File(error.to_string()))?
        }
        _ => table::plain(results, show).into_bytes(),
    })
}

/// One object per row, then the method and what made it.
fn as_json(study: &Study, results: &Results) -> serde_json::Value {
    let value = |values: &Values, row: usize| match values {
        Values::Text(values) => json!(values[row]),
        Values::Count(values) => json!(values[row]),
        Values::Number(values) => json!(values[row]),
    };
    let row = |row: usize| {
        let cells =
            results.columns.iter().map(|column| (column.name.clone(), value(&column.values, row)));
        serde_json::Value::Object(cells.collect())
    };
    json!({
        "schema": "tertius.results/1",
        "rows": (0..results.len()).map(row).collect::<Vec<_>>(),
        "method": results.method,
        "record": record(study),
    })
}

/// JSON for people to read too.
pub(crate) fn pretty(value: &serde_json::Value) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("a JSON value can always be written");
    text.push('\n');
    text
}

/// Every column in full precision; undefined is blank.
fn separated(results: &Results, separator: char) -> String {
    let quoted = |cell: &str| {
        if cell.contains([separator, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    };
    let mut text = String::new();
    let line = |cells: Vec<String>| cells.join(&separator.to_string());
    let header = results.columns.iter().map(|column| quoted(&column.name)).collect();
    let _ = writeln!(text, "{}", line(header));
    for row in 0..results.len() {
        let cells = results
            .columns
            .iter()
            .map(|column| quoted(&column.values.text(row).unwrap_or_default()));
        let _ = writeln!(text, "{}", line(cells.collect()));
    }
    text
}
