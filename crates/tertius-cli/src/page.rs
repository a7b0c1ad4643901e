use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use tertius::{Study, View, Watch};
use tertius_report::{NarratedPage, Run};

use crate::failure::Failure;
use crate::{anonymise, grouping, output, progress, record, study};

/// `tertius page STUDY`.
pub(crate) fn command() -> Command {
    Command::new("page")
        .about(
            "Write one page to look around in: search, filter, and the evidence behind every tie",
        )
        .arg(study::argument())
        .arg(study::shape())
        .arg(study::outputs("Page to write", "FILE.html"))
        .arg(study::by())
        .arg(
            Arg::new("seed")
                .long("seed")
                .value_name("N")
                .value_parser(value_parser!(u64))
                .default_value("1")
                .help("Where the random starts of the layout begin"),
        )
        .arg(study::anonymise())
        .arg(study::key())
        .args(study::view_flags())
}

/// The page of the view, and of the other waves too unless one was asked for.
pub(crate) fn narrated(
    matches: &ArgMatches,
    study: &Study,
    view: &View,
    by: &str,
    about: &Run,
) -> tertius::Result<NarratedPage> {
    let watch = Watch::new();
    if matches.contains_id("wave") {
        tertius_report::page(study, view, by, about, &watch)
    } else {
        tertius_report::page_of_waves(study, view, by, about, &watch)
    }
}

/// Writes the page to a file, or to standard output.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let evidence = study::read_sound(matches)?;
    let view = study::view(&evidence, matches)?;
    let files: Vec<PathBuf> = output::web_pages(matches, &evidence, "page.html")?;
    let key = anonymise::key(matches, &evidence)?;
    let by = matches.get_one::<String>("by").expect("it has a default");
    let seed = *matches.get_one::<u64>("seed").expect("it has a default");
    let about = Run { seed, ..record::run(matches) };
    let page = progress::show("page", matches.get_flag("quiet"), |_| {
        narrated(matches, &evidence, &view, by, &about)
    });
    let page = page.map_err(|error| grouping::failure(error, &evidence, &view))?;
    let html = page.html().as_bytes();
    let pages = files.into_iter().map(|file| (file, html.to_vec()));
    let pages: Vec<_> = pages.chain(key).collect();
    let notes = page.figure().notes().iter().cloned();
    let notes: Vec<String> = notes.chain(anonymise::warning(matches, &evidence, &view)?).collect();
    output::deliver(&pages, &evidence, &notes, matches)
}
