use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use tertius::Watch;
use tertius_chart::{Figure, Page};
use tertius_report::Chart;

use crate::failure::Failure;
use crate::{anonymise, grouping, output, progress, report, study};

/// `tertius chart KIND STUDY`.
pub(crate) fn command() -> Command {
    let kinds =
        Chart::ALL.map(|(_, name, about)| {
            Command::new(name)
                .about(about)
                .arg(study::argument())
                .arg(study::shape())
                .arg(study::outputs(
                    "Picture to write, also several; the ending tells the format: .svg or .png",
                    "FILE",
                ))
                .arg(study::by())
                .arg(
                    Arg::new("page")
                        .long("page")
                        .value_name("WORD")
                        .value_parser(["single", "double", "slide"])
                        .default_value("double")
                        .help("Width: one column of a journal (86 mm), two (178 mm), or a slide"),
                )
                .arg(Arg::new("grey").long("grey").action(clap::ArgAction::SetTrue).help(
                    "Greys instead of colours; shapes and patterns carry the meaning in both",
                ))
                .arg(
                    Arg::new("dpi")
                        .long("dpi")
                        .value_name("N")
                        .value_parser(value_parser!(u32).range(36..=1200))
                        .default_value("300")
                        .help("Dots per inch of a PNG, 36 to 1200"),
                )
                .arg(study::anonymise())
                .arg(study::key())
                .args(study::view_flags())
        });
    Command::new("chart")
        .about("Draw a figure, as SVG or PNG")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(kinds)
}

/// Draws once, writes every file asked for, or SVG to standard output.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let (name, matches) = matches.subcommand().expect("clap requires a kind");
    let (kind, ..) =
        Chart::ALL.into_iter().find(|(_, it, _)| *it == name).expect("clap knows the kinds");
    let mut asked = matches.get_many::<PathBuf>("output").into_iter().flatten();
    if let Some(wrong) = asked.find(|file| !output::is_stdout(file) && ending(file).is_none()) {
        return Err(Failure::usage(format!("{}: the ending tells the format", wrong.display()))
            .hint("use .svg or .png"));
    }
    let evidence = study::read_sound(matches)?;
    let files = output::files(matches, &evidence)?;
    let files = output::or_stdout(&files, matches, "figure.svg")?;
    let key = anonymise::key(matches, &evidence)?;
    let view = study::view(&evidence, matches)?;
    let by = matches.get_one::<String>("by").expect("it has a default");
    let (about, page) = (report::about(matches), page(matches));
    let figure = progress::show(name, matches.get_flag("quiet"), |_| {
        tertius_report::chart(kind, &evidence, &view, by, &about, &page, &Watch::new())
    });
    let figure = figure.map_err(|error| grouping::failure(error, &evidence, &view))?;
    let drawn = files.into_iter().map(|file| bytes(&figure, &file, matches).map(|it| (file, it)));
    let drawn = drawn.chain(key.map(Ok)).collect::<Result<Vec<_>, _>>()?;
    let notes = figure.notes().iter().cloned();
    let notes: Vec<String> = notes.chain(anonymise::warning(matches, &evidence, &view)?).collect();
    output::deliver(&drawn, &evidence, &notes, matches)
}

/// svg or png.
fn ending(file: &Path) -> Option<String> {
    let ending = file.extension()?.to_string_lossy().to_lowercase();
    ["svg", "png"].contains(&ending.as_str()).then_some(ending)
}

fn bytes(figure: &Figure, file: &Path, matches: &ArgMatches) -> Result<Vec<u8>, Failure> {
    if ending(file).as_deref() != Some("png") {
        return Ok(figure.svg_with_font().into_bytes());
    }
    let dpi = *matches.get_one::<u32>("dpi").expect("it has a default");
    figure.png(dpi).map_err(|error| Failure::usage(error.to_string()))
}

fn page(matches: &ArgMatches) -> Page {
    let page = match matches.get_one::<String>("page").map(String::as_str) {
        Some("single") => Page::single(),
        Some("slide") => Page::slide(),
        _ => Page::double(),
    };
    if matches.get_flag("grey") { page.in_grey() } else { page }
}
