use std::path::PathBuf;

use clap::{Arg, ArgMatches, ValueHint, value_parser};
use tertius::{Study, View, Watch};

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
    let files = output::web_pages(matches, &evidence, "report.html")?;
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
    let about = &record::run(matches);
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
    output::refuse_unless_web_page([page], "page.html")?;
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
