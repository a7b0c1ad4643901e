use std::path::PathBuf;

use clap::{Arg, ArgMatches, ValueHint, value_parser};
use tertius::{Study, View, Watch};
use tertius_report::Run;

use crate::failure::Failure;
use crate::{anonymise, output, page, progress, record, study};

/// Where to write the narrated page beside the report.
pub(crate) fn beside() -> Arg {
    Arg::new("page")
        .long("page")
        .value_name("FILE.html")
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
        .requires("output")
        .help(
            "Write the page to look around in too, as `tertius page` does; the report links to it",
        )
}

/// `tertius report`: one self-contained page on a study.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let evidence = study::read_sound(matches)?;
    let view = study::view(&evidence, matches)?;
    let files = files(matches, &evidence, "report.html")?;
    let key = anonymise::key(matches, &evidence)?;
    let beside = matches.get_one::<PathBuf>("page");
    if let Some(page) = beside {
        refuse_beside(page, &files, &evidence, matches)?;
    }
    let made = progress::show("report", matches.get_flag("quiet"), |_| {
        made(&files, beside, &evidence, &view, matches)
    })?;
    let pages: Vec<_> = made.files.into_iter().chain(key).collect();
    let warning = anonymise::warning(matches, &evidence, &view)?;
    let notes: Vec<String> = made.notes.into_iter().chain(warning).collect();
    output::deliver(&pages, &evidence, &notes, matches)
}

/// Reports, the page beside them, and what was noted on the way.
struct Made {
    files: Vec<(PathBuf, Vec<u8>)>,
    notes: Vec<String>,
}

fn made(
    files: &[PathBuf],
    beside: Option<&PathBuf>,
    study: &Study,
    view: &View,
    matches: &ArgMatches,
) -> tertius::Result<Made> {
    let about = &about(matches);
    let watch = &Watch::new();
    let Some(other) = beside else {
        let report = tertius_report::report(study, view, about, watch)?.html().into_bytes();
        let files = files.iter().map(|file| (file.clone(), report.clone())).collect();
        return Ok(Made { files, notes: Vec::new() });
    };
    let narrated = page::narrated(matches, study, view, "sector", about)?;
    let mut written = Vec::new();
    for file in files {
        let way = tertius_formats::way(file, other).expect("another file than the report");
        let report = tertius_report::report_beside(&way, study, view, about, watch)?;
        written.push((file.clone(), report.html().into_bytes()));
    }
    written.push((other.clone(), narrated.html().as_bytes().to_vec()));
    Ok(Made { files: written, notes: narrated.figure().notes().to_vec() })
}

/// Refuses a page that could not be written, or that no link could lead to.
fn refuse_beside(
    page: &PathBuf,
    reports: &[PathBuf],
    study: &Study,
    matches: &ArgMatches,
) -> Result<(), Failure> {
    refuse_other_endings([page], "page.html")?;
    if reports.iter().chain([page]).any(|file| output::is_stdout(file)) {
        return Err(Failure::usage("a report links to its page from file to file")
            .hint("-o report.html --page page.html"));
    }
    output::refuse_part_of_study([page], study, matches)?;
    if reports.iter().any(|report| tertius_formats::way(report, page).is_none()) {
        let message = format!("{} would be both the report and its page", page.display());
        return Err(Failure::usage(message).hint("give each a name of its own"));
    }
    Ok(())
}

/// Where web pages go: files that end like one, or standard output.
pub(crate) fn files(
    matches: &ArgMatches,
    evidence: &Study,
    example: &str,
) -> Result<Vec<PathBuf>, Failure> {
    let files = output::files(matches, evidence)?;
    refuse_other_endings(files.iter().copied(), example)?;
    output::or_stdout(&files, matches, example)
}

/// Refuses files that do not end like a web page.
fn refuse_other_endings<'f>(
    files: impl IntoIterator<Item = &'f PathBuf>,
    example: &str,
) -> Result<(), Failure> {
    let is_page = |file: &PathBuf| {
        let ending = file.extension().map(|it| it.to_string_lossy().to_lowercase());
        output::is_stdout(file) || ending.is_some_and(|it| it == "html" || it == "htm")
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

/// How a report or a figure comes about.
pub(crate) fn about(matches: &ArgMatches) -> Run {
    Run {
        command: record::command_line(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        seed: 1,
        anonymise: matches.get_flag("anonymise"),
    }
}
