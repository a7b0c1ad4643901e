//! Figures as Python sees them.

use std::path::PathBuf;

use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::error::{TertiusError, file_err};
use crate::file::refuse_ending;

/// A figure, drawn.
#[pyclass(frozen, module = "tertius._tertius")]
pub(crate) struct Figure(pub(crate) tertius_chart::Figure);

impl Figure {
    fn drawn(&self, dpi: u32) -> PyResult<Vec<u8>> {
        self.0.png(dpi).map_err(|error| TertiusError::new_err(error.to_string()))
    }
}

#[pymethods]
impl Figure {
    /// The title.
    #[getter]
    fn title(&self) -> &str {
        self.0.title()
    }

    /// What it shows, in words.
    #[getter]
    fn description(&self) -> &str {
        self.0.description()
    }

    /// What had to be left out.
    #[getter]
    fn notes(&self) -> Vec<String> {
        self.0.notes().to_vec()
    }

    /// As SVG, with its font inside.
    fn svg(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.svg_with_font())
    }

    /// As PNG.
    fn png<'py>(&self, py: Python<'py>, dpi: u32) -> PyResult<Bound<'py, PyBytes>> {
        let drawn = py.detach(|| self.drawn(dpi))?;
        Ok(PyBytes::new(py, &drawn))
    }

    /// Writes it; the ending tells the format.
    fn save(&self, py: Python<'_>, path: PathBuf, dpi: u32) -> PyResult<()> {
        let ending = refuse_ending(&path, &["svg", "png"])?;
        py.detach(|| {
            let bytes = if ending == "png" {
                self.drawn(dpi)?
            } else {
                self.0.svg_with_font().into_bytes()
            };
            tertius_formats::write_bytes(&path, &bytes).map_err(file_err)
        })
    }
}
