//! Narrated pages as Python sees them.

use std::path::PathBuf;

use pyo3::prelude::*;
use tertius_report::NarratedPage;

use crate::error::file_err;
use crate::figure::Figure;
use crate::file::refuse_ending;

/// A narrated page, made.
#[pyclass(frozen, module = "tertius._tertius")]
pub(crate) struct Page(pub(crate) NarratedPage);

#[pymethods]
impl Page {
    /// The page, as one file.
    #[getter]
    fn html(&self) -> &str {
        self.0.html()
    }

    /// The printed figure whose positions it has.
    #[getter]
    fn figure(&self) -> Figure {
        Figure(self.0.figure().clone())
    }

    /// Writes it.
    fn save(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        refuse_ending(&path, &["html", "htm"])?;
        py.detach(|| {
            tertius_formats::write_bytes(&path, self.0.html().as_bytes()).map_err(file_err)
        })
    }
}
