use clap::ArgMatches;
use tertius::{Arguments, Measure, Unit};

use crate::failure::Failure;
use crate::{grouping, progress, results, study};

/// `tertius UNIT MEASURE STUDY`: any measure of the catalogue.
pub(crate) fn run(unit: &str, matches: &ArgMatches) -> Result<(), Failure> {
    let (name, matches) = matches.subcommand().expect("clap requires a measure");
    let unit = Unit::ALL.into_iter().find(|it| it.name() == unit).expect("clap knows the units");
    let measure = Measure::find(unit, name).expect("clap knows the measures");
    let evidence = study::read_sound(matches)?;
    let view = study::view(&evidence, matches)?;
    let asked = results::asked(matches, &evidence)?;
    let given = |arguments: Arguments, spec: &tertius::catalogue::OptionSpec| match matches
        .get_one::<String>(spec.name)
    {
        Some(value) => arguments.with(spec.name, value),
        None => arguments,
    };
    let arguments = measure.options.iter().fold(Arguments::default(), given);
    let found = progress::show(name, matches.get_flag("quiet"), |watch| {
        measure.of_study(&evidence, &view, &arguments, watch)
    });
    let found = found.map_err(|error| grouping::failure(error, &evidence, &view))?;
    results::write(&evidence, &found, asked, matches)
}
