use std::path::PathBuf;

use clap::ArgMatches;
use tertius_report::Run;

use crate::failure::Failure;
use crate::{output, study};

/// `tertius report`: one self-contained page on a study.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let evidence = study::read_sound(matches)?;
    let view = study::view(&evidence, matches)?;
    let files = output::files(matches, &evidence)?;
    let is_page = |file: &&&PathBuf| {
        let ending = file.extension().map(|it| it.to_string_lossy().to_lowercase());
        file.as_os_str() == "-" || ending.is_some_and(|it| it == "html" || it == "htm")
    };
    if let Some(wrong) = files.iter().find(|file| !is_page(file)) {
        let wrong = wrong.display();
        return Err(Failure::Usage(format!("{wrong}: a report is a web page; use .html")));
    }
    let page = tertius_report::report(&evidence, &view, &about(matches))?.html();
    if files.is_empty() {
        return output::print(page.as_bytes());
    }
    for file in files {
        if file.as_os_str() == "-" {
            output::print(page.as_bytes())?;
        } else {
            output::write(file, page.as_bytes(), matches.get_flag("quiet"))?;
        }
    }
    Ok(())
}

/// How a report or a figure comes about.
pub(crate) fn about(matches: &ArgMatches) -> Run {
    Run {
        command: output::command_line(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        seed: 1,
        anonymise: matches.get_flag("anonymise"),
    }
}
