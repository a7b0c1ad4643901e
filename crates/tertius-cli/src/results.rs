//! The result of a measure, in the formats that were asked for.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Arg, ArgMatches, value_parser};
use serde_json::json;
use tertius::{Results, Study, Values};

use crate::failure::Failure;
use crate::{output, record, study, table};

/// How a result is asked for: its format, the files, the order of its rows and how many of them.
pub(crate) fn arguments() -> [Arg; 4] {
    let formats = ["table", "csv", "tsv", "json", "md", "latex"].map(PossibleValue::new);
    // Known to every build, so that one without it can say how to get it.
    let parquet = PossibleValue::new("parquet").hide(!cfg!(feature = "frame"));
    [
        Arg::new("format")
            .long("format")
            .value_name("WORD")
            .value_parser(formats.into_iter().chain([parquet]).collect::<Vec<_>>())
            .help("Format of the result, where the ending of the file does not tell"),
        study::outputs(
            "File to write, also several; the ending tells the format: .csv .tsv .json .md .tex .txt",
            "FILE",
        ),
        Arg::new("sort")
            .long("sort")
            .value_name("COLUMN")
            .help("Sort a table by this column; numbers highest first"),
        Arg::new("top")
            .long("top")
            .value_name("N")
            .value_parser(value_parser!(usize))
            .help("Show only so many rows of a table"),
    ]
}

/// Where a result goes and in which format; `None` is standard output.
pub(crate) fn asked(
    matches: &ArgMatches,
    study: &Study,
) -> Result<Vec<(Option<PathBuf>, String)>, Failure> {
    let format = matches.get_one::<String>("format").map(String::as_str);
    let json = matches.get_flag("json");
    if let Some(format) = format.filter(|_| json) {
        return Err(Failure::usage("--json and --format cannot be used together").hint(format!(
            "--format {format} alone, or --json with -o and a file whose ending tells the format"
        )));
    }
    if format == Some("parquet") {
        parquet_is_built_in()?;
    }
    let printed = if json { "json" } else { format.unwrap_or("table") };
    let files = output::files(matches, study)?;
    if files.is_empty() {
        return Ok(vec![(None, printed.to_owned())]);
    }
    let with_format = |file: &&PathBuf| {
        let format = match format {
            _ if output::is_stdout(file) => printed.to_owned(),
            Some(format) => format.to_owned(),
            None => format_of(file)?,
        };
        Ok((Some((*file).clone()), format))
    };
    files.iter().map(with_format).collect()
}

/// Writes a result where and as it was asked for.
pub(crate) fn write(
    study: &Study,
    results: &Results,
    asked: Vec<(Option<PathBuf>, String)>,
    matches: &ArgMatches,
) -> Result<(), Failure> {
    let show = table::Show::new(results, matches)?;
    let mut files = Vec::new();
    for (file, format) in asked {
        let Some(file) = file else {
            return output::print(&render(study, results, &format, &show)?);
        };
        let bytes = render(study, results, &format, &show)?;
        // Nothing but cells has a place in these.
        let beside = matches!(format.as_str(), "csv" | "tsv" | "parquet");
        let name = PathBuf::from(format!("{}.meta.json", file.display()));
        let beside = beside && !output::is_stdout(&file);
        files.push((file, bytes));
        if beside {
            if name.is_file() && !record::is_in(&name) {
                return Err(tertius_formats::Error::Exists { path: name }.into());
            }
            let value = json!({ "record": record::json(&study.inputs), "method": results.method });
            files.push((name, output::pretty(&value).into_bytes()));
        }
    }
    output::deliver(&files, study, &[], matches)
}

/// The format that the ending of a file name asks for.
fn format_of(file: &Path) -> Result<String, Failure> {
    let ending = file.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "csv" | "tsv" | "json" | "md" => Ok(ending),
        "tex" => Ok("latex".to_owned()),
        "txt" => Ok("table".to_owned()),
        "parquet" => parquet_is_built_in().map(|()| ending),
        _ => Err(Failure::usage(format!("{}: the ending tells the format", file.display()))
            .hint("use .csv, .tsv, .json, .md, .tex or .txt, or give --format")),
    }
}

fn parquet_is_built_in() -> Result<(), Failure> {
    if cfg!(feature = "frame") {
        return Ok(());
    }
    Err(Failure::usage("this build of tertius does not write Parquet")
        .hint("`cargo install --path crates/tertius-cli --features frame` builds one that does"))
}

#[cfg_attr(not(feature = "frame"), expect(clippy::unnecessary_wraps, reason = "Parquet can fail"))]
fn render(
    study: &Study,
    results: &Results,
    format: &str,
    show: &table::Show,
) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        "json" => output::pretty(&as_json(study, results)).into_bytes(),
        "csv" => separated(results, ',').into_bytes(),
        "tsv" => separated(results, '\t').into_bytes(),
        "md" => table::markdown(results, show, &record::lines(&study.inputs)).into_bytes(),
        "latex" => table::latex(results, show, &record::lines(&study.inputs)).into_bytes(),
        #[cfg(feature = "frame")]
        "parquet" => {
            tertius_frame::parquet(results).map_err(|error| Failure::file(error.to_string()))?
        }
        _ => table::plain(results, show, &record::lines(&study.inputs)).into_bytes(),
    })
}

/// One object per row, then the method and what made it.
fn as_json(study: &Study, results: &Results) -> serde_json::Value {
    json!({
        "schema": "tertius.results/1",
        "rows": rows(results),
        "method": results.method,
        "record": record::json(&study.inputs),
    })
}

/// One object per row.
pub(crate) fn rows(results: &Results) -> Vec<serde_json::Value> {
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
    (0..results.len()).map(row).collect()
}

/// A cell, in quotes where what is in it would end it.
pub(crate) fn quoted(cell: &str, separator: char) -> String {
    if cell.contains([separator, '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Every column in full precision; undefined is blank.
fn separated(results: &Results, separator: char) -> String {
    let quoted = |cell: &str| quoted(cell, separator);
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
