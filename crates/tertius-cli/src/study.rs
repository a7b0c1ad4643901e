//! What every command that takes a study shares: its arguments, the view flags, reading it.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, ValueHint, value_parser};
use tertius::network::VIEW_OPTIONS;
use tertius::{Study, View};
use tertius_formats::Shape;

use crate::failure::Failure;
use crate::record::typed;

/// The study to read.
pub(crate) fn argument() -> Arg {
    Arg::new("study")
        .value_name("STUDY")
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::AnyPath)
        .help("A folder of tables, a workbook, one edge list or matrix, a network of another program (.graphml .gexf .net .dl .json), or - for CSV on standard input")
}

/// How a single table is to be read.
pub(crate) fn shape() -> Arg {
    Arg::new("shape")
        .long("shape")
        .value_name("WORD")
        .value_parser(Shape::ALL.map(Shape::name))
        .help("What a single table holds, if tertius takes it for something else")
}

/// What groups the actors.
pub(crate) fn by() -> Arg {
    Arg::new("by")
        .long("by")
        .value_name("COLUMN")
        .default_value("sector")
        .help("Attribute that groups the actors")
}

/// Pseudonyms instead of names.
pub(crate) fn anonymise() -> Arg {
    Arg::new("anonymise")
        .long("anonymise")
        .action(ArgAction::SetTrue)
        .help("Codes instead of names; position in the network may still give actors away")
}

/// Where to write which code stands for whom.
pub(crate) fn key() -> Arg {
    Arg::new("key")
        .long("key")
        .value_name("FILE.csv")
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
        .requires("anonymise")
        .help("With --anonymise: a new file that says which code stands for whom; keep it apart")
}

/// Files to write.
pub(crate) fn outputs(help: &'static str, name: &'static str) -> Arg {
    Arg::new("output")
        .short('o')
        .long("output")
        .value_name(name)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
        .action(ArgAction::Append)
        .help(help)
}

/// The options of a view: the same in every command.
pub(crate) fn view_flags() -> Vec<Arg> {
    let flag = |spec: &'static tertius::network::ViewOption| {
        let arg = Arg::new(spec.name)
            .long(spec.name)
            .help(spec.about)
            .help_heading("View: what becomes a network (where not given, what study.toml says; `tertius explain view`)");
        let arg = arg.value_name(if spec.several { "WORD,…" } else { "WORD" });
        let arg = if spec.words.is_empty() { arg } else { arg.value_parser(spec.words.to_vec()) };
        if spec.several { arg.value_delimiter(',').action(ArgAction::Append) } else { arg }
    };
    VIEW_OPTIONS.iter().map(flag).collect()
}

/// Reads the study; what is wrong in it is in its problems.
pub(crate) fn read(matches: &ArgMatches) -> Result<Study, Failure> {
    read_path(matches.get_one::<PathBuf>("study").expect("required"), matches)
}

fn read_path(path: &Path, matches: &ArgMatches) -> Result<Study, Failure> {
    let word = matches.try_get_one::<String>("shape").ok().flatten();
    let reading = match word.and_then(|word| Shape::named(word)) {
        Some(shape) => tertius_formats::read_as(path, shape)?,
        None => tertius_formats::read(path)?,
    };
    Ok(Study::from_reading(reading))
}

/// Reads a study for an analysis: errors stop it.
pub(crate) fn read_sound(matches: &ArgMatches) -> Result<Study, Failure> {
    let study = read(matches)?;
    refuse_errors(&study, matches.get_one::<PathBuf>("study").expect("required"))?;
    Ok(study)
}

/// Refuses a study with errors, and says which command shows them.
pub(crate) fn refuse_errors(study: &Study, path: &Path) -> Result<(), Failure> {
    study.refuse_errors().map_err(|error| {
        let check = typed(&["check".into(), path.into()]);
        Failure::from(error).hint(format!("`tertius {check}` shows them all, each with its cell"))
    })
}

/// The study's own view, with what the flags say instead.
pub(crate) fn view(study: &Study, matches: &ArgMatches) -> Result<View, Failure> {
    let mut view = study.default_view()?;
    for spec in VIEW_OPTIONS {
        if let Some(words) = matches.get_many::<String>(spec.name) {
            view.set(spec.name, &words.map(String::as_str).collect::<Vec<_>>())?;
        }
    }
    Ok(view)
}
