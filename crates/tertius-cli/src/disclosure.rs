use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use tertius::network::FEWEST_ALIKE;

use crate::failure::Failure;
use crate::{grouping, results, study};

/// `tertius disclosure STUDY`.
pub(crate) fn command() -> Command {
    Command::new("disclosure")
        .about("List the actors who could be named in spite of codes")
        .arg(study::argument())
        .arg(study::shape())
        .args(results::arguments())
        .arg(
            Arg::new("by")
                .long("by")
                .value_name("COLUMN,…")
                .value_delimiter(',')
                .action(ArgAction::Append)
                .help("What a reader may know of actors [default: sector and locality]"),
        )
        .arg(
            Arg::new("at-least")
                .long("at-least")
                .value_name("K")
                .value_parser(value_parser!(u64).range(2..))
                .help(format!("So many alike hide one another [default: {FEWEST_ALIKE}]")),
        )
        .args(study::view_flags())
}

/// Lists them, the most exposed first.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let evidence = study::read_sound(matches)?;
    let view = study::view(&evidence, matches)?;
    let asked = results::asked(matches, &evidence)?;
    let by: Vec<&str> =
        matches.get_many::<String>("by").into_iter().flatten().map(String::as_str).collect();
    let at_least = matches.get_one::<u64>("at-least").map_or(FEWEST_ALIKE, |&k| k as usize);
    let found = evidence.network(&view)?.disclosure(&by, at_least);
    let found = found.map_err(|error| grouping::failure(error, &evidence, &view))?;
    results::write(&evidence, &found, asked, matches)
}
