use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;
use tertius::{Study, counted};

use crate::failure::Failure;
use crate::{interrupt, output, study};

/// `tertius join`: several studies as one. Nothing is written if the joined study has errors.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let dir = matches.get_one::<PathBuf>("output").expect("required");
    let mut studies = Vec::new();
    for path in matches.get_many::<PathBuf>("studies").expect("required") {
        let study = Study::from_reading(tertius_formats::read(path)?);
        study::refuse_errors(&study, path)?;
        studies.push(study);
    }
    let name = dir.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let title = matches.get_one::<String>("title").unwrap_or(&name);
    let mut joined = tertius::study::join(title, &studies);
    if let Some(notice) = matches.get_one::<String>("notice") {
        joined.reading.settings.notice.clone_from(notice);
    }
    let study = Study::from_reading(joined.reading);
    study.refuse_errors().map_err(|error| {
        let notes = joined.notes.join("\n");
        Failure::problems(format!("{error}\nNothing was written. What was joined:\n{notes}"))
    })?;
    let held = interrupt::writing();
    let force = matches.get_flag("force");
    let files = tertius_formats::write_folder(&study.sheets, &study.settings, dir, force);
    let files = files.map_err(|error| match error {
        tertius_formats::Error::Exists { .. } => {
            Failure::from(error).hint("--force replaces the files of an earlier join")
        }
        error => error.into(),
    })?;
    drop(held);
    if matches.get_flag("json") {
        let mut value = output::written(&files, &study);
        value["notes"] = json!(joined.notes);
        value["joined"] = json!({
            "studies": studies.len(),
            "organisations": study.organisations.len(),
            "people": study.people.len(),
            "activities": study.activities.len(),
        });
        return output::print(output::pretty(&value).as_bytes());
    }
    let counts = format!(
        "{}, {}, {} from {} studies: {} in {}",
        counted(study.organisations.len(), "organisation", "organisations"),
        counted(study.people.len(), "person", "people"),
        counted(study.activities.len(), "activity", "activities"),
        studies.len(),
        counted(files.len(), "file", "files"),
        dir.display()
    );
    let text =
        joined.notes.iter().chain([&counts]).fold(String::new(), |text, line| text + line + "\n");
    output::print(text.as_bytes())
}
