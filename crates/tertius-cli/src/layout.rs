use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;
use tertius_chart::{Page, point};
use tertius_report::{Placed, Places};

use crate::failure::Failure;
use crate::{grouping, output, progress, record, study};

/// `tertius layout STUDY`.
pub(crate) fn command() -> Command {
    Command::new("layout")
        .about("Give the actors of a picture their places, keep them, and say how good they are")
        .after_help(help())
        .arg(study::argument())
        .arg(study::shape())
        .arg(study::outputs("File to keep the places in, as id,x,y in points", "FILE.csv"))
        .arg(argument())
        .arg(Arg::new("quality").long("quality").action(ArgAction::SetTrue).help(
            "Print how good the drawing is instead of the places: stress, neighbourhood, crossings, silhouette, overlaps",
        ))
        .arg(study::anonymise())
        .args(study::view_flags())
}

/// `--layout`, for whatever draws actors.
pub(crate) fn argument() -> Arg {
    Arg::new("layout")
        .long("layout")
        .value_name("WORD|FILE")
        .default_value("stress")
        .help("How actors are given their places, or a file of them (id,x,y)")
}

fn help() -> String {
    let words = Places::WORDS.map(|(word, about)| format!("  {word:<16} {about}"));
    format!(
        "Layouts:\n{}\n  FILE.csv         as kept, moved by hand or made elsewhere; whoever is not in it finds a place",
        words.join("\n")
    )
}

/// The layout asked for: a word, or a file of places.
pub(crate) fn asked(matches: &ArgMatches) -> Result<Places, Failure> {
    let word = matches.get_one::<String>("layout").expect("it has a default");
    let path = Path::new(word);
    if output::is_csv(path) || path.is_file() {
        let rows = tertius_formats::read_layout(path)?;
        return Ok(Places::Given(rows.into_iter().map(|it| (it.id, point(it.x, it.y))).collect()));
    }
    Places::named(word).map_err(|error| Failure::usage(error.to_string()))
}

/// Lays out, keeps the places where asked, and prints them or their quality.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let wanted = asked(matches)?;
    let evidence = study::read_sound(matches)?;
    // Without a file, or with -, the places are what is printed.
    let files =
        output::files(matches, &evidence)?.into_iter().filter(|file| !output::is_stdout(file));
    let files: Vec<PathBuf> = files.cloned().collect();
    if let Some(wrong) = files.iter().find(|file| !output::is_csv(file)) {
        let message = format!("{}: places are kept in a table", wrong.display());
        return Err(Failure::usage(message).hint("use .csv"));
    }
    let view = study::view(&evidence, matches)?;
    let about = record::run(matches);
    let placed = progress::show("layout", matches.get_flag("quiet"), |watch| {
        tertius_report::layout(&evidence, &view, &wanted, &about, &Page::double(), watch)
    });
    let placed = placed.map_err(|error| grouping::failure(error, &evidence, &view))?;
    let json = matches.get_flag("json");
    let printed = match (matches.get_flag("quality"), json) {
        (_, true) => output::pretty(&as_json(&placed, &evidence)),
        (true, false) => quality(&placed),
        (false, false) if files.is_empty() => placed.csv(),
        (false, false) => String::new(),
    };
    let outputs: Vec<_> = files.into_iter().map(|file| (file, placed.csv().into_bytes())).collect();
    output::keep(&outputs, matches)?;
    output::print(printed.as_bytes())
}

fn quality(placed: &Placed) -> String {
    let line = |(name, value, about): (&str, Option<f64>, &str)| {
        let value = match value {
            None => "-".to_owned(),
            Some(whole) if whole.fract() == 0.0 => format!("{whole:.0}"),
            Some(share) => format!("{share:.4}"),
        };
        format!("{name:<14} {value:>8}  {about}\n")
    };
    let lines: String = placed.measured().map(line).concat();
    format!("{lines}{} actors; layout: {}\n", placed.rows.len(), placed.method)
}

fn as_json(placed: &Placed, study: &tertius::Study) -> serde_json::Value {
    let place =
        |(id, at): &(String, tertius_chart::Point)| json!({ "id": id, "x": at.x, "y": at.y });
    let quality: serde_json::Map<String, serde_json::Value> = placed
        .measured()
        .into_iter()
        .map(|(name, value, _)| (name.to_owned(), json!(value)))
        .collect();
    json!({
        "schema": "tertius.layout/1",
        "method": placed.method,
        "quality": quality,
        "places": placed.rows.iter().map(place).collect::<Vec<_>>(),
        "record": record::json(&study.inputs),
    })
}
