//! Results as Arrow tables, which every frame library reads.

use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray, StructArray};
use arrow_schema::{ArrowError, Field};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::ffi::{ArrayIterator, to_stream_pycapsule};
use tertius::{Results, Values};

use crate::said::in_python;

/// Columns with names, and how they were found.
#[pyclass(frozen, module = "tertius._tertius")]
pub(crate) struct Table {
    batch: RecordBatch,
    method: String,
}

impl Table {
    pub(crate) fn new(results: &Results) -> PyResult<Self> {
        let columns = results.columns.iter().map(|it| (it.name.as_str(), array(&it.values), true));
        let batch = RecordBatch::try_from_iter_with_nullable(columns).map_err(arrow_err)?;
        let mut method = results.method.clone();
        let notes = method.notes.iter_mut().chain(&mut method.provenance.notes);
        let reasons = method.undefined.iter_mut().map(|it| &mut it.reason);
        notes.chain(reasons).for_each(|it| *it = in_python(it));
        let method = serde_json::to_string(&method);
        let method = method.map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok(Self { batch, method })
    }
}

#[pymethods]
impl Table {
    /// How it was found, as JSON.
    #[getter]
    fn method(&self) -> &str {
        &self.method
    }

    /// The table by the Arrow PyCapsule interface.
    #[pyo3(signature = (requested_schema: "object | None" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let field = Field::new_struct("", self.batch.schema().fields().clone(), false);
        let rows: ArrayRef = Arc::new(StructArray::from(self.batch.clone()));
        let stream = ArrayIterator::new(std::iter::once(Ok(rows)), Arc::new(field));
        Ok(to_stream_pycapsule(py, Box::new(stream), requested_schema)?)
    }
}

fn array(values: &Values) -> ArrayRef {
    match values {
        Values::Text(texts) => {
            Arc::new(texts.iter().map(Option::as_deref).collect::<StringArray>())
        }
        Values::Count(counts) => Arc::new(Int64Array::from(counts.clone())),
        Values::Number(numbers) => Arc::new(Float64Array::from(numbers.clone())),
    }
}

pub(crate) fn arrow_err(error: ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}
