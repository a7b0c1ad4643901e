//! What goes with codes: the key to them, and a warning of whom they cannot hide.

use std::path::PathBuf;

use clap::ArgMatches;
use tertius::{Study, View};

use crate::failure::Failure;
use crate::record::typed;
use crate::{output, results};

/// The key to the codes as a file to be written, where one was asked for; it replaces nothing, as an
/// old key may be the only one to what it was made with.
pub(crate) fn key(
    matches: &ArgMatches,
    study: &Study,
) -> Result<Option<(PathBuf, Vec<u8>)>, Failure> {
    let Some(file) = matches.get_one::<PathBuf>("key") else { return Ok(None) };
    if !output::is_csv(file) {
        return Err(
            Failure::usage(format!("{}: a key is a table", file.display())).hint("use .csv")
        );
    }
    if file.exists() {
        return Err(Failure::file(format!(
            "{} is there already, and a key replaces nothing",
            file.display()
        ))
        .hint("choose another name, or take the old key away first"));
    }
    output::refuse_part_of_study([file], study, matches)?;
    let line = |cells: [&str; 3]| cells.map(|cell| results::quoted(cell, ',')).join(",") + "\n";
    let mut text = line(["code", "id", "name"]);
    for [code, id, name] in tertius_report::key(study) {
        text.push_str(&line([&code, &id, &name]));
    }
    Ok(Some((file.clone(), text.into_bytes())))
}

/// What whoever publishes should know of codes, and the command that tells more; nothing where there
/// are none.
pub(crate) fn warning(
    matches: &ArgMatches,
    study: &Study,
    view: &View,
) -> Result<Option<String>, Failure> {
    if !matches.get_flag("anonymise") {
        return Ok(None);
    }
    let path: &PathBuf = matches.get_one("study").expect("required");
    let command = typed(&["disclosure".into(), path.into()]);
    let said = tertius_report::disclosed(study, view)?;
    Ok(said.map(|said| format!("{said} `tertius {command}`, with the same view, lists them")))
}
