use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use serde_json::json;
use tertius::study::{Sheet, Table};
use tertius::{Network, Study, counted};
use tertius_formats::{Format, Loss};

use crate::failure::Failure;
use crate::wrap::{width, wrapped};
use crate::{interrupt, output, study};

const EXAMPLES: &str = "\
Examples:
  tertius convert my-study network.graphml               the default view of the study, for Gephi, igraph, NetworkX
  tertius convert my-study cobros.net --level person     people instead of organisations, for Pajek
  tertius convert survey.csv for-r --to statnet          a folder for R: NA where nobody was asked
  tertius convert network.gexf my-study                  from Gephi to tables to fill in
  tertius convert survey.xlsx survey.json --to study-json    a whole study, nothing lost

A network holds less than a study: what is lost is said on standard error, with --json on standard output.";

/// What a study is written as.
#[derive(Clone, Copy)]
enum To {
    /// A network cut from it.
    Network(Format),
    /// All its tables, as a folder.
    Folder,
    /// All its tables, as JSON.
    Json,
}

/// `tertius convert IN OUT`.
pub(crate) fn command() -> Command {
    let formats = Format::ALL.map(Format::name).into_iter().chain(["study", "study-json"]);
    Command::new("convert")
        .about("Write a study as a file of other network programs, or such a file as a study")
        .after_help(EXAMPLES)
        .arg(study::argument())
        .arg(
            Arg::new("output")
                .value_name("OUT")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::AnyPath)
                .help("File to write; the ending tells the format: .graphml .gexf .net .dl .csv .json; without an ending, a folder with the tables of the study"),
        )
        .arg(
            Arg::new("to")
                .long("to")
                .value_name("FORMAT")
                .value_parser(formats.map(PossibleValue::new).collect::<Vec<_>>())
                .help("What to write, where the ending does not tell"),
        )
        .arg(study::shape())
        .arg(study::anonymise())
        .arg(
            Arg::new("force")
                .long("force")
                .action(ArgAction::SetTrue)
                .help("Replace the files of an earlier conversion to a folder, or beside an edge list"),
        )
        .args(study::view_flags())
}

pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let path = matches.get_one::<PathBuf>("output").expect("required");
    let to = asked(matches, path)?;
    match to {
        To::Network(format) => network(matches, path, format),
        To::Folder | To::Json => whole(matches, path, to),
    }
}

/// What to write: as `--to` says, or the ending.
fn asked(matches: &ArgMatches, path: &Path) -> Result<To, Failure> {
    if let Some(word) = matches.get_one::<String>("to") {
        return Ok(match word.as_str() {
            "study" => To::Folder,
            "study-json" => To::Json,
            word => To::Network(Format::named(word).expect("clap knows the formats")),
        });
    }
    if output::is_stdout(path) {
        return Err(Failure::usage("nothing says in which format to write to standard output")
            .hint("say it with --to, such as --to graphml"));
    }
    match (Format::of_path(path), path.extension()) {
        (Some(format), _) => Ok(To::Network(format)),
        (None, None) => Ok(To::Folder),
        (None, Some(_)) => {
            Err(Failure::usage(format!("{}: the ending tells the format", path.display()))
                .hint("use .graphml, .gexf, .net, .dl, .csv or .json, or give --to"))
        }
    }
}

/// A network cut from the study, by the view.
fn network(matches: &ArgMatches, path: &Path, format: Format) -> Result<(), Failure> {
    let evidence = study::read_sound(matches)?;
    let view = study::view(&evidence, matches)?;
    let coded = matches.get_flag("anonymise").then(|| tertius_report::coded(&evidence, &view));
    let (shown, view) = coded.as_ref().map_or((&evidence, &view), |(study, view)| (study, view));
    let net = shown.network(view)?;
    let files = tertius_formats::network_files(path, &net, format)?;
    if output::is_stdout(path) {
        if files.len() > 1 {
            return Err(Failure::usage(format!("{} is several files", format.name()))
                .hint("name a file or a folder to write"));
        }
        output::or_stdout(&[], matches, "network.graphml")?;
        let lost = lost(&net, shown, format);
        say(&net, &lost, matches);
        return output::print(&files[0].1);
    }
    let names: Vec<PathBuf> = files.iter().map(|(file, _)| file.clone()).collect();
    if format == Format::Statnet {
        refuse_in_folder(path, &names, &evidence, matches)?;
        std::fs::create_dir_all(path)?;
    } else {
        output::refuse_part_of_study(&names, &evidence, matches)?;
        if !path.exists() {
            // A file beside the one that was named is perhaps not from an earlier conversion.
            refuse_existing(&names, matches)?;
        }
    }
    let held = interrupt::writing();
    tertius_formats::write_together(&files)?;
    drop(held);
    let lost = lost(&net, shown, format);
    if matches.get_flag("json") {
        let mut value = output::written(&names, &evidence);
        value["problems"] = output::problems(&evidence);
        let about = net.provenance();
        value["losses"] = json!(lost);
        value["view"] = json!(about.view);
        value["notes"] = json!(about.notes);
        return output::print(output::pretty(&value).as_bytes());
    }
    if !matches.get_flag("quiet") {
        names.iter().for_each(|file| anstream::eprintln!("wrote {}", file.display()));
    }
    say(&net, &lost, matches);
    Ok(())
}

/// What the file does not say: first of the network, then of the study.
fn lost(net: &Network, study: &Study, format: Format) -> Vec<Loss> {
    let mut lost = tertius_formats::losses(net, format);
    lost.extend(tertius_formats::study_losses(study, net));
    lost
}

/// Says on standard error what was written and what was lost.
fn say(net: &Network, lost: &[Loss], matches: &ArgMatches) {
    if matches.get_flag("quiet") || matches.get_flag("json") {
        return;
    }
    let way = if net.is_directed() { "directed ties" } else { "undirected ties" };
    let ties = counted(net.ties().len(), way.trim_end_matches('s'), way);
    let actors = counted(net.actors().len(), "actor", "actors");
    let about = net.provenance();
    let mut lines = vec![format!("network: {actors}, {ties}"), format!("view: {}", about.view)];
    lines.extend(about.notes.iter().map(|note| format!("note: {note}")));
    if !about.notice.is_empty() {
        lines.push(format!("notice: {}", about.notice));
    }
    if lost.is_empty() {
        lines.push("nothing is lost".to_owned());
    } else {
        lines.push("not in the file:".to_owned());
        lines.extend(lost.iter().map(|it| format!("  {}", it.message)));
    }
    lines.iter().for_each(|line| anstream::eprint!("{}", wrapped(line, 4, width())));
}

/// All tables of the study as they are.
fn whole(matches: &ArgMatches, path: &Path, to: To) -> Result<(), Failure> {
    if matches.get_flag("anonymise")
        || tertius::network::VIEW_OPTIONS.iter().any(|it| matches.contains_id(it.name))
    {
        return Err(Failure::usage("a whole study has all its names and all its rows: --anonymise and the flags of the view are for networks")
            .hint("give the name of a network file, such as network.graphml, or leave the flag away"));
    }
    let evidence = study::read_sound(matches)?;
    let (sheets, settings) = (&tables(&evidence), &evidence.settings);
    let files = if matches!(to, To::Folder) {
        if output::is_stdout(path) {
            return Err(Failure::usage("a folder cannot go to standard output")
                .hint("--to study-json is one text"));
        }
        let tables =
            sheets.iter().map(|(table, _)| path.join(format!("{}.csv", table.spec().name)));
        let names: Vec<PathBuf> = tables.chain([path.join("study.toml")]).collect();
        refuse_in_folder(path, &names, &evidence, matches)?;
        let held = interrupt::writing();
        let files =
            tertius_formats::write_folder(sheets, settings, path, matches.get_flag("force"));
        drop(held);
        files?
    } else {
        if output::is_stdout(path) {
            output::or_stdout(&[], matches, "study.json")?;
            return output::print(tertius_formats::to_json(sheets, settings).as_bytes());
        }
        let names = vec![path.to_path_buf()];
        output::refuse_part_of_study(&names, &evidence, matches)?;
        let held = interrupt::writing();
        tertius_formats::write_bytes(path, tertius_formats::to_json(sheets, settings).as_bytes())?;
        drop(held);
        names
    };
    if matches.get_flag("json") {
        let mut value = output::written(&files, &evidence);
        value["problems"] = output::problems(&evidence);
        value["losses"] = json!([]);
        return output::print(output::pretty(&value).as_bytes());
    }
    if !matches.get_flag("quiet") {
        files.iter().for_each(|file| anstream::eprintln!("wrote {}", file.display()));
    }
    Ok(())
}

/// The tables as they were read; of a list by itself, with tables of those whom it names.
fn tables(study: &Study) -> Vec<(Table, Sheet)> {
    let mut tables = study.sheets.clone();
    let organisations = study.organisations.iter().map(|it| it.id.as_str()).collect();
    let activities = study.activities.iter().map(|it| it.id.as_str()).collect();
    let named: [(Table, Vec<&str>); 2] =
        [(Table::Organisations, organisations), (Table::Activities, activities)];
    for (table, ids) in named {
        if ids.is_empty() || study.sheets.iter().any(|(known, _)| *known == table) {
            continue;
        }
        let file = format!("{}.csv", table.spec().name);
        let mut sheet = Sheet::new(file, None, 1, vec!["id".to_owned()]);
        for (id, row) in ids.into_iter().zip(2..) {
            sheet.push_row(row, [id]);
        }
        tables.push((table, sheet));
    }
    tables.sort_by_key(|(table, _)| *table);
    tables
}

/// Refuses to write files into a folder where any of them is part of the study, or is there already
/// and not to be replaced.
fn refuse_in_folder(
    folder: &Path,
    files: &[PathBuf],
    study: &Study,
    matches: &ArgMatches,
) -> Result<(), Failure> {
    if folder.is_file() {
        return Err(exists(folder).hint("a folder needs a name of its own"));
    }
    if folder.is_dir() {
        output::refuse_part_of_study(files, study, matches)?;
    }
    refuse_existing(files, matches)
}

/// Refuses files that are there already, unless they are to be replaced.
fn refuse_existing(files: &[PathBuf], matches: &ArgMatches) -> Result<(), Failure> {
    let there = files.iter().find(|file| file.exists() && !matches.get_flag("force"));
    there.map_or(Ok(()), |file| {
        Err(exists(file).hint("--force replaces the files of an earlier conversion"))
    })
}

fn exists(path: &Path) -> Failure {
    tertius_formats::Error::Exists { path: path.to_owned() }.into()
}
