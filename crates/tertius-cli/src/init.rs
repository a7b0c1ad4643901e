use std::path::PathBuf;

use clap::ArgMatches;

use crate::failure::Failure;

/// `tertius init`: empty tables to fill in.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let mut path = matches.get_one::<PathBuf>("dir").expect("required").clone();
    let workbook = matches.get_flag("xlsx") || path.extension().is_some_and(|it| it == "xlsx");
    if workbook {
        path.set_extension("xlsx");
        tertius_formats::init_workbook(&path)?;
    } else {
        tertius_formats::init_folder(&path)?;
    }
    let path = path.display();
    let text = format!(
        "Wrote empty tables to {path}.\n\
         Fill in one table of actors (organisations or people) and one of what joins them (ties, affiliations or participation); leave the rest.\n\
         Then:  tertius check {path}\n"
    );
    crate::output::print(text.as_bytes())
}
