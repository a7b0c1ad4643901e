//! `tertius`: from evidence about who worked with whom to numbers, pictures and a report.

mod anonymise;
mod chart;
mod check;
mod command;
mod compare;
mod convert;
mod disclosure;
mod explain;
mod failure;
mod grouping;
mod init;
mod interrupt;
mod join;
mod layout;
mod look;
mod man;
mod measure;
mod misread;
mod output;
mod page;
mod progress;
mod record;
mod report;
mod results;
mod study;
mod table;
mod words;
mod wrap;

use std::ffi::OsString;

use clap::ArgMatches;

pub use explain::{explainable, explained};

use failure::Failure;

/// Runs a command, whose first word is the name of the program, and gives its exit code. It speaks on
/// standard output and standard error, and ends the process where clap does: after help, say. A
/// process runs one.
///
/// ```no_run
/// let words = ["tertius", "check", "my-study"].map(Into::into);
/// std::process::exit(tertius_cli::run(words.into()).into());
/// ```
#[must_use]
pub fn run(words: Vec<OsString>) -> u8 {
    let words = words::keep(words);
    // What clap does not understand must be said in JSON too, if that was asked for.
    let json = words.iter().any(|word| word == "--json");
    interrupt::listen(json);
    let matches = match command::command().try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(error) => return misread::report(error, words, json),
    };
    match dispatch(&matches) {
        Ok(()) => 0,
        Err(failure) => failure.report(json),
    }
}

/// The commands: one line each.
fn dispatch(matches: &ArgMatches) -> Result<(), Failure> {
    let (name, sub) = matches.subcommand().expect("clap requires a command");
    match name {
        "check" => check::run(sub),
        "init" => init::run(sub),
        "report" => report::run(sub),
        "page" => page::run(sub),
        "chart" => chart::run(sub),
        "layout" => layout::run(sub),
        "compare" => compare::run(sub),
        "disclosure" => disclosure::run(sub),
        "join" => join::run(sub),
        "convert" => convert::run(sub),
        "explain" => explain::run(sub),
        "completions" => command::completions(sub),
        "man" => man::run(sub),
        unit => measure::run(unit, sub),
    }
}
