//! Networks and studies as files for other programs.

use std::path::PathBuf;

use pyo3::prelude::*;
use tertius_formats::{Format, Loss};

use crate::error::{FileError, file_err, py_err};
use crate::network::Network;
use crate::study::Study;

/// What is lost: a word for it, how often, and a sentence.
type Losses = Vec<(&'static str, usize, String)>;

/// Writes a network for other programs and says what the file does not hold. `study` is where it was
/// cut from: what was read for it is never written over.
#[pyfunction]
pub(crate) fn write_network(
    py: Python<'_>,
    net: &Bound<'_, Network>,
    study: &Bound<'_, Study>,
    path: PathBuf,
    format: Option<&str>,
    anonymise: bool,
    replace: bool,
) -> PyResult<Losses> {
    let (net, study) = (net.get(), study.get());
    let unknown = || tertius_formats::Error::UnknownFormat { path: path.clone() };
    let format = match format {
        None => Format::of_path(&path).ok_or_else(unknown).map_err(file_err)?,
        Some(word) => format_named(word)?,
    };
    study.refuse_part(&path)?;
    py.detach(|| {
        let coded = anonymise.then(|| tertius_report::coded(&net.study, &net.view));
        let cut = coded.as_ref().map(|(study, view)| study.network(view)).transpose();
        let cut = cut.map_err(py_err)?;
        let shown = cut.as_ref().unwrap_or(&net.net);
        let files = tertius_formats::network_files(&path, shown, format).map_err(file_err)?;
        // A file beside the one that was named is perhaps not from an earlier time.
        let is_named = |it: &PathBuf| *it == path;
        if !replace
            && let Some((there, _)) = files.iter().find(|(it, _)| it.exists() && !is_named(it))
        {
            return Err(FileError::new_err(format!(
                "{} is already there; give replace=True to write over it",
                there.display()
            )));
        }
        let mut lost =
            tertius_formats::write_network(&path, shown, Some(format)).map_err(file_err)?;
        lost.extend(tertius_formats::study_losses(&net.study, shown));
        Ok(lost.into_iter().map(|Loss { what, count, message }| (what, count, message)).collect())
    })
}

/// Writes all tables of a study as they are: as JSON if the path ends so, else as a folder.
#[pyfunction]
pub(crate) fn write_study(
    py: Python<'_>,
    study: &Bound<'_, Study>,
    path: PathBuf,
    replace: bool,
) -> PyResult<()> {
    let study = study.get();
    study.refuse_part(&path)?;
    let (sheets, settings) = (&study.evidence.sheets, &study.evidence.settings);
    let is_json = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("json"));
    py.detach(|| {
        if is_json {
            tertius_formats::write_json(sheets, settings, &path, replace)
        } else {
            tertius_formats::write_folder(sheets, settings, &path, replace).map(drop)
        }
    })
    .map_err(file_err)
}

/// The format of a name, such as `graphml`.
pub(crate) fn format_named(word: &str) -> PyResult<Format> {
    let names = Format::ALL.map(Format::name);
    let unknown = || py_err(tertius::Error::unknown("format", word, names));
    Format::named(word).ok_or_else(unknown)
}
