//! The command line as clap sees it: a loop over the catalogue, and the commands beside it.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use clap_complete::Shell;
use tertius::catalogue::{OptionSpec, Takes};
use tertius::{MEASURES, Measure, Unit};

use crate::failure::{EXIT_CODES, Failure};
use crate::{chart, compare, convert, disclosure, layout, page, report, results, study};

/// A command in each line, then what it does.
pub(crate) const EXAMPLES: &str = "\
  tertius init my-study                                  empty tables to fill in
  tertius check my-study                                 what was understood, then every problem with its cell
  tertius report my-study -o report.html                 the main job: one page with everything
  tertius page my-study -o page.html                     the network to look around in, with its evidence
  tertius actor brokerage my-study --by sector           one measure, as a table
  tertius whole ei_index my-study -o ei.csv -o ei.md     also as a spreadsheet and for a text
  tertius chart sociogram my-study -o network.png        a figure; .svg for print
  tertius compare my-study --from 1 --to 2               what changed between two waves, in sentences
  tertius convert my-study network.graphml               for Gephi, igraph, NetworkX; .net for Pajek, .dl for UCINET
  tertius explain brokerage                              what it means, its formula, its source";

/// Every command.
pub(crate) fn command() -> Command {
    let units = Unit::ALL.map(|unit| {
        let measures = MEASURES.iter().filter(|measure| measure.unit == unit).map(measure_command);
        Command::new(unit.name())
            .about(format!("{} …", capital(unit.about())))
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommands(measures)
    });
    Command::new("tertius")
        .about("Collaboration networks from evidence: who holds a local learning system together")
        .version(env!("CARGO_PKG_VERSION"))
        .after_help(format!("Examples:\n  {EXAMPLES}\n\n{EXIT_CODES}"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(json())
        .arg(Arg::new("quiet").short('q').long("quiet").global(true).action(ArgAction::SetTrue).help("No progress and no remarks on standard error"))
        .subcommand(
            Command::new("check")
                .about("Say what was understood of a study, then every problem with its cell")
                .arg(study::argument())
                .arg(study::shape())
                .arg(Arg::new("all").long("all").action(ArgAction::SetTrue).help("Show every cell, not the first few of each kind")),
        )
        .subcommand(
            Command::new("init")
                .about("Write empty tables to fill in")
                .arg(Arg::new("dir").value_name("DIR").required(true).value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath).help("Folder to make, or the name of a workbook, ending in .xlsx"))
                .arg(Arg::new("xlsx").long("xlsx").action(ArgAction::SetTrue).help("One workbook with drop-down lists, instead of a folder of CSV files")),
        )
        .subcommand(
            Command::new("report")
                .about("Write one self-contained page on a study")
                .arg(study::argument())
                .arg(study::shape())
                .arg(study::outputs("Report to write", "FILE.html"))
                .arg(report::beside())
                .arg(study::anonymise())
                .arg(study::key())
                .args(study::view_flags()),
        )
        .subcommand(page::command())
        .subcommand(chart::command())
        .subcommand(layout::command())
        .subcommand(compare::command())
        .subcommand(disclosure::command())
        .subcommand(
            Command::new("join")
                .about("Join studies into one: organisations and people of the same name become one")
                .arg(Arg::new("studies").value_name("STUDY").required(true).num_args(2..).value_parser(value_parser!(PathBuf)).help("Studies to join, the first naming what they share"))
                .arg(Arg::new("output").short('o').long("output").required(true).value_name("DIR").value_parser(value_parser!(PathBuf)).help("Folder to make"))
                .arg(Arg::new("title").long("title").value_name("TEXT").help("Title of the joined study"))
                .arg(Arg::new("notice").long("notice").value_name("TEXT").help("Sentence that must be seen wherever the joined study is shown, instead of those of the studies"))
                .arg(Arg::new("force").long("force").action(ArgAction::SetTrue).help("Replace the files of an earlier join")),
        )
        .subcommand(convert::command())
        .subcommand(
            Command::new("explain")
                .about("Explain a measure, a problem that check found, a table, the view, the JSON or the terms in use")
                .arg(Arg::new("term").value_name("TERM").num_args(0..).help("brokerage, actor brokerage, unknown-id, ties …; without it, a list")),
        )
        .subcommands(units)
        .subcommand(
            Command::new("completions")
                .about("Write a script that completes commands on the Tab key, for a shell")
                .arg(Arg::new("shell").required(true).value_parser(value_parser!(Shell))),
        )
        .subcommand(Command::new("man").about("Write the manual page to standard output"))
}

fn measure_command(measure: &'static Measure) -> Command {
    Command::new(measure.name)
        .about(measure.about())
        .after_help(format!(
            "`tertius explain {} {}` tells formula, limits and source",
            measure.unit, measure.name
        ))
        .arg(study::argument())
        .arg(study::shape())
        .args(results::arguments())
        .args(measure.options.iter().map(option))
        .args(study::view_flags())
}

fn option(spec: &'static OptionSpec) -> Arg {
    let arg = Arg::new(spec.name)
        .long(spec.name)
        .help(match spec.default {
            "" => capital(spec.about),
            default => format!("{} [default: {default}]", capital(spec.about)),
        })
        .help_heading("Options of the measure");
    match spec.takes {
        Takes::Words(words) => arg.value_name("WORD").value_parser(words.to_vec()),
        Takes::Grouping => arg.value_name("COLUMN"),
        Takes::Number { .. } => arg.value_name("NUMBER").allow_negative_numbers(true),
        Takes::Count { .. } => arg.value_name("N").allow_negative_numbers(true),
        Takes::Names => arg.value_name("NAME"),
    }
}

fn json() -> Arg {
    Arg::new("json")
        .long("json")
        .global(true)
        .action(ArgAction::SetTrue)
        .help("JSON on standard output (`tertius explain json`)")
}

/// A text that begins with a capital letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Completions for a shell.
pub(crate) fn completions(matches: &ArgMatches) -> Result<(), Failure> {
    refuse_json(matches, "completions are a script")?;
    let shell = *matches.get_one::<Shell>("shell").expect("required");
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(), "tertius", &mut script);
    crate::output::print(&script)
}

/// Refuses JSON where there is none to give.
pub(crate) fn refuse_json(matches: &ArgMatches, what: &str) -> Result<(), Failure> {
    if matches.get_flag("json") {
        return Err(Failure::usage(format!("{what} and cannot be JSON")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_two_options_of_a_command_share_a_name() {
        super::command().debug_assert();
    }
}
