use std::path::PathBuf;

use clap::ArgMatches;
use tertius::{Study, Watch};
use tertius_report::Run;

use crate::failure::Failure;
use crate::{anonymise, output, progress, record, study};

/// `tertius report`: one self-contained page on a study.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let evidence = study::read_sound(matches)?;
    let view = study::view(&evidence, matches)?;
    let files = files(matches, &evidence, "report.html")?;
    let key = anonymise::key(matches, &evidence)?;
    let page = progress::show("report", matches.get_flag("quiet"), |_| {
        tertius_report::report(&evidence, &view, &about(matches), &Watch::new())
    })?;
    let page = page.html().into_bytes();
    let pages = files.into_iter().map(|file| (file, page.clone()));
    let pages: Vec<_> = pages.chain(key).collect();
    let notes: Vec<String> = anonymise::warning(matches, &evidence, &view)?.into_iter().collect();
    output::deliver(&pages, &evidence, &notes, matches)
}

/// Where web pages go: files that end like one, or standard output.
pub(crate) fn files(
    matches: &ArgMatches,
    evidence: &Study,
    example: &str,
) -> Result<Vec<PathBuf>, Failure> {
    let files = output::files(matches, evidence)?;
    let is_page = |file: &&&PathBuf| {
        let ending = file.extension().map(|it| it.to_string_lossy().to_lowercase());
        file.as_os_str() == "-" || ending.is_some_and(|it| it == "html" || it == "htm")
    };
    if let Some(wrong) = files.iter().find(|file| !is_page(file)) {
        let message =
            format!("{}: a {} is a web page", wrong.display(), example.trim_end_matches(".html"));
        return Err(Failure::usage(message).hint("use .html"));
    }
    output::or_stdout(&files, matches, example)
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
