use std::path::PathBuf;

use clap::ArgMatches;
use tertius::Study;

use crate::failure::Failure;
use crate::{interrupt, output};

/// `tertius init`: empty tables to fill in.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let mut path = matches.get_one::<PathBuf>("dir").expect("required").clone();
    let workbook = matches.get_flag("xlsx") || path.extension().is_some_and(|it| it == "xlsx");
    let held = interrupt::writing();
    let files = if workbook {
        path.set_extension("xlsx");
        tertius_formats::init_workbook(&path)?;
        vec![path.clone()]
    } else {
        tertius_formats::init_folder(&path)?
    };
    drop(held);
    if matches.get_flag("json") {
        let value = output::written(&files, &Study::default());
        return output::print(output::pretty(&value).as_bytes());
    }
    let path = path.display();
    let place = if workbook { "workbook" } else { "folder" };
    let text = format!(
        "Wrote empty tables to the {place} {path}.\n\
         Fill in one table of actors (organisations or people) and one of what joins them (ties, affiliations or participation); leave the rest.\n\
         Then:  tertius check {path}\n"
    );
    output::print(text.as_bytes())
}
