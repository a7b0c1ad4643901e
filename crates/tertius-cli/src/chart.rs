use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use tertius::Watch;
use tertius_chart::{Figure, Page};
use tertius_report::{Chart, Choice, Look, Places};

use crate::failure::Failure;
use crate::{anonymise, grouping, layout, look, output, progress, record, study};

/// `tertius chart KIND STUDY`.
pub(crate) fn command() -> Command {
    let kinds = Chart::ALL.map(|(kind, name, about)| {
        let command =
            Command::new(name)
                .about(about)
                .arg(study::argument())
                .arg(study::shape())
                .arg(study::outputs(
                    "Picture to write, also several; the ending tells the format: .svg or .png",
                    "FILE",
                ))
                .arg(study::by().visible_aliases(["color-by", "colour-by"]))
                .arg(
                    Arg::new("page")
                        .long("page")
                        .value_name("WORD")
                        .value_parser(Page::NAMED.map(|(name, _)| name))
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
                .args(study::view_flags());
        let command = if kind.takes_measures() { command.arg(measures()) } else { command };
        let command = if kind.takes_ego() { command.args(ego()) } else { command };
        let command = if kind.takes_look() { command.args(look::arguments(kind)) } else { command };
        if kind.takes_places() { command.arg(layout::argument()) } else { command }
    });
    Command::new("chart")
        .about("Draw a figure, as SVG or PNG")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(kinds)
}

fn measures() -> Arg {
    Arg::new("measure")
        .long("measure")
        .value_name("NAME")
        .value_delimiter(',')
        .action(clap::ArgAction::Append)
        .help("Measure of actors, such as closeness, or degree:in_degree; a figure has its own unless given")
}

fn ego() -> [Arg; 2] {
    let ego = Arg::new("ego").long("ego").value_name("ID");
    let steps = Arg::new("steps").long("steps").value_name("N").value_parser(["1", "2"]);
    [
        ego.help("The actor in the centre: its identifier, or a name that it alone has"),
        steps.default_value("1").help("How many steps from it others may be"),
    ]
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
    let choice = choice(kind, matches)?;
    let (about, page) = (record::run(matches), page(matches));
    let figure = progress::show(name, matches.get_flag("quiet"), |_| {
        tertius_report::chart(kind, &evidence, &view, &choice, &about, &page, &Watch::new())
    });
    let figure = figure.map_err(|error| match &choice.ego {
        None if kind.takes_ego() => Failure::usage(error.to_string()),
        _ => grouping::failure(error, &evidence, &view),
    })?;
    let drawn = files.into_iter().map(|file| bytes(&figure, &file, matches).map(|it| (file, it)));
    let drawn = drawn.chain(key.map(Ok)).collect::<Result<Vec<_>, _>>()?;
    let notes = figure.notes().iter().cloned().chain(other_view(kind, matches));
    let notes: Vec<String> = notes.chain(anonymise::warning(matches, &evidence, &view)?).collect();
    output::deliver(&drawn, &evidence, &notes, matches)
}

/// That a figure goes by another view than was asked for.
fn other_view(kind: Chart, matches: &ArgMatches) -> Option<String> {
    let asked: Vec<&str> = matches.get_many::<String>("via")?.map(String::as_str).collect();
    (kind == Chart::TwoMode && asked != ["two-mode"]).then(|| {
        format!(
            "this figure is always via two-mode: --via {} has no place in it; `tertius chart sociogram` draws it",
            asked.join(",")
        )
    })
}

fn choice(kind: Chart, matches: &ArgMatches) -> Result<Choice, Failure> {
    let by = matches.get_one::<String>("by").expect("it has a default");
    // clap panics where it is asked for an option that a command does not have.
    let measures = if kind.takes_measures() { matches.get_many("measure") } else { None };
    let places = if kind.takes_places() { layout::asked(matches)? } else { Places::default() };
    let measures = measures.into_iter().flatten().cloned().collect();
    let look = if kind.takes_look() { look::asked(matches)? } else { Look::default() };
    let choice = Choice { measures, places, look, ..Choice::by(by) };
    if !kind.takes_ego() {
        return Ok(choice);
    }
    let two = matches.get_one::<String>("steps").is_some_and(|it| it == "2");
    let ego = matches.get_one::<String>("ego").cloned();
    Ok(Choice { ego, steps: if two { 2 } else { 1 }, ..choice })
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
    let word = matches.get_one::<String>("page").expect("it has a default");
    let page = Page::named(word).expect("clap knows the pages");
    if matches.get_flag("grey") { page.in_grey() } else { page }
}
