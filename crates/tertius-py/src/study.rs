//! Studies as Python sees them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use pyo3_arrow::PyTable;
use serde_json::json;
use tertius::study::{Problem, Reading, Table};
use tertius::{Error, View};
use tertius_formats::Shape;

use crate::error::{FileError, TertiusError, file_err, py_err};
use crate::file::{is_part_of, refuse_ending};
use crate::network::{self, Network};
use crate::write::format_named;
use crate::{frame, watch};

/// The evidence, and what was read to make it.
#[pyclass(frozen, module = "tertius._tertius")]
pub(crate) struct Study {
    pub(crate) evidence: Arc<tertius::Study>,
    /// What the reader of the files said, and whether names in ties are actors: to make it again.
    said: Vec<Problem>,
    implied: bool,
    /// Where it was read from, in this session.
    path: Option<PathBuf>,
}

impl Study {
    fn new(reading: Reading, path: Option<PathBuf>) -> Self {
        let (said, implied) = (reading.problems.clone(), reading.implied);
        Self { evidence: Arc::new(tertius::Study::from_reading(reading)), said, implied, path }
    }

    /// Refuses to write where the study was read from.
    pub(crate) fn refuse_part(&self, path: &Path) -> PyResult<()> {
        if self.path.as_deref().is_some_and(|own| is_part_of(path, own)) {
            return Err(FileError::new_err(format!(
                "{} is, or would become, a part of the study; write it somewhere else",
                path.display()
            )));
        }
        Ok(())
    }

    /// The address of a page as seen from its report; a page that could not be written is refused.
    fn way(&self, report: &Path, page: &Path) -> PyResult<String> {
        self.refuse(page.to_owned())?;
        tertius_formats::way(report, page).ok_or_else(|| {
            FileError::new_err(format!(
                "{} would be both the report and its page; give each a name of its own",
                page.display()
            ))
        })
    }

    /// The view that was asked for: in place of the study's own, or with what differs from it.
    fn view(&self, options: &Options, whole: bool) -> tertius::Result<View> {
        view_of(if whole { View::ties() } else { self.evidence.default_view()? }, options)
    }
}

/// Options of a view, each with its words.
type Options = Vec<(String, Vec<String>)>;

fn view_of(mut view: View, options: &Options) -> tertius::Result<View> {
    for (option, words) in options {
        view.set(option, &words.iter().map(String::as_str).collect::<Vec<_>>())?;
    }
    Ok(view)
}

/// A view in words.
#[pyfunction]
pub(crate) fn view_told(options: Options) -> PyResult<String> {
    view_of(View::ties(), &options).map(|it| it.to_string()).map_err(py_err)
}

#[pymethods]
impl Study {
    /// Reads a folder of tables, a workbook, or a single table.
    #[staticmethod]
    #[pyo3(signature = (path, shape = None, format = None))]
    fn read(
        py: Python<'_>,
        path: PathBuf,
        shape: Option<&str>,
        format: Option<&str>,
    ) -> PyResult<Self> {
        let shape = shape.map(shape_named).transpose()?;
        let format = format.map(format_named).transpose()?;
        py.detach(|| {
            let reading = match (shape, format) {
                (Some(shape), _) => tertius_formats::read_as(&path, shape),
                (None, Some(format)) => tertius_formats::read_network(&path, format),
                (None, None) => tertius_formats::read(&path),
            };
            let reading = reading.map_err(file_err)?;
            Ok(Self::new(reading, Some(path)))
        })
    }

    /// Makes a study of frames, each with the name of its table. With `implied`, names in ties and
    /// participation are actors although no table lists them.
    #[staticmethod]
    fn of_frames(
        py: Python<'_>,
        name: String,
        frames: Vec<(String, PyTable)>,
        implied: bool,
    ) -> PyResult<Self> {
        let mut sheets = Vec::new();
        for (table, frame) in frames {
            let named = Table::named(&table).ok_or_else(|| unknown_table(&table))?;
            sheets.push((named, frame::sheet(&table, frame)?));
        }
        sheets.sort_by_key(|(table, _)| *table);
        let reading = Reading { name, sheets, implied, ..Reading::default() };
        Ok(py.detach(|| Self::new(reading, None)))
    }

    /// Makes a study again from what `to_bytes` gave.
    #[staticmethod]
    fn of_bytes(py: Python<'_>, bytes: &[u8]) -> PyResult<Self> {
        let reading: Result<Reading, _> = py.detach(|| serde_json::from_slice(bytes));
        let reading =
            reading.map_err(|error| TertiusError::new_err(format!("no study: {error}")))?;
        Ok(py.detach(|| Self::new(reading, None)))
    }

    /// Which code stands for whom: code, identifier and name of each.
    fn key(&self, py: Python<'_>) -> Vec<[String; 3]> {
        py.detach(|| tertius_report::key(&self.evidence))
    }

    /// All that is needed to make it again.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = py.detach(|| {
            let study = &*self.evidence;
            serde_json::to_vec(&Reading {
                name: study.name.clone(),
                settings: study.settings.clone(),
                sheets: study.sheets.clone(),
                problems: self.said.clone(),
                implied: self.implied,
                inputs: study.inputs.clone(),
            })
        });
        let bytes = bytes.map_err(|error| TertiusError::new_err(error.to_string()))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Its title.
    #[getter]
    fn title(&self) -> &str {
        self.evidence.title()
    }

    /// What must be seen wherever it is shown.
    #[getter]
    fn notice(&self) -> String {
        self.evidence.summary().notice
    }

    /// What is in it, line by line.
    fn lines(&self) -> Vec<(&'static str, String)> {
        self.evidence.summary().lines()
    }

    /// What is wrong or was assumed, as JSON.
    fn problems(&self) -> String {
        json!(self.evidence.problems).to_string()
    }

    /// The waves there are.
    fn waves(&self) -> Vec<String> {
        self.evidence.waves().into_iter().map(str::to_owned).collect()
    }

    /// Its own view, as JSON.
    fn default_view(&self) -> PyResult<String> {
        self.evidence.default_view().map(|it| json!(it).to_string()).map_err(py_err)
    }

    /// Cuts a network by the options of a view: a whole one, or what differs from the study's own.
    #[pyo3(signature = (options, whole = false))]
    fn network(&self, py: Python<'_>, options: Options, whole: bool) -> PyResult<Network> {
        let study = Arc::clone(&self.evidence);
        py.detach(|| Network::cut(study, self.view(&options, whole)?)).map_err(py_err)
    }

    /// Cuts a network as another was cut.
    fn network_again(&self, py: Python<'_>, view: &str) -> PyResult<Network> {
        let view = serde_json::from_str(view);
        let view = view.map_err(|error| TertiusError::new_err(format!("no view: {error}")))?;
        let study = Arc::clone(&self.evidence);
        py.detach(|| Network::cut(study, view)).map_err(py_err)
    }

    /// Refuses to write a page where the study was read from.
    fn refuse(&self, path: PathBuf) -> PyResult<()> {
        refuse_ending(&path, &["html", "htm"])?;
        self.refuse_part(&path)?;
        tertius_formats::may_write(&path).map_err(file_err)
    }

    /// Writes the report, as one page, and beside it the page to look around in where one is asked for.
    #[pyo3(signature = (path, page, options, anonymise, whole = false))]
    fn report(
        &self,
        py: Python<'_>,
        path: PathBuf,
        page: Option<PathBuf>,
        options: Options,
        anonymise: bool,
        whole: bool,
    ) -> PyResult<()> {
        self.refuse(path.clone())?;
        let way = page.as_ref().map(|page| self.way(&path, page)).transpose()?;
        let file = path.file_name().unwrap_or_default().display();
        let command = format!("study.report(\"{file}\")");
        let about = network::run(command, 1, anonymise);
        let view = self.view(&options, whole).map_err(py_err)?;
        let evidence = Arc::clone(&self.evidence);
        let made = watch::run(py, None, move |watch| {
            let Some(way) = way else {
                let report = tertius_report::report(&evidence, &view, &about, watch)?;
                return Ok(vec![report.html()]);
            };
            let report = tertius_report::report_beside(&way, &evidence, &view, &about, watch)?;
            let make = if whole { tertius_report::page } else { tertius_report::page_of_waves };
            let page = make(&evidence, &view, "sector", &about, watch)?;
            Ok(vec![report.html(), page.html().to_owned()])
        })?;
        let paths = [path].into_iter().chain(page);
        let files: Vec<_> = paths.zip(made.into_iter().map(String::into_bytes)).collect();
        tertius_formats::write_together(&files).map_err(file_err)
    }
}

fn unknown_table(name: &str) -> PyErr {
    let names = tertius::study::TABLES.iter().map(|it| it.name);
    py_err(Error::unknown("table of a study", name, names))
}

fn shape_named(word: &str) -> PyResult<Shape> {
    let unknown = || py_err(Error::unknown("shape", word, Shape::ALL.map(Shape::name)));
    Shape::named(word).ok_or_else(unknown)
}
