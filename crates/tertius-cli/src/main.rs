//! `tertius`: from evidence about who worked with whom to numbers, pictures and a report.

mod chart;
mod check;
mod command;
mod explain;
mod failure;
mod init;
mod join;
mod measure;
mod output;
mod progress;
mod report;
mod study;
mod table;

use std::process::ExitCode;

use clap::ArgMatches;

use failure::Failure;

fn main() -> ExitCode {
    let matches = command::command().get_matches();
    match run(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(matches.get_flag("json")),
    }
}

/// The commands: one line each.
fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let (name, sub) = matches.subcommand().expect("clap requires a command");
    match name {
        "check" => check::run(sub),
        "init" => init::run(sub),
        "report" => report::run(sub),
        "chart" => chart::run(sub),
        "join" => join::run(sub),
        "explain" => explain::run(sub),
        "completions" => command::completions(sub),
        "man" => command::man(),
        unit => measure::run(unit, sub),
    }
}
