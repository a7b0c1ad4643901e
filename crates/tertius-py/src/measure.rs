//! Measures: one call for all of the catalogue.

use pyo3::prelude::*;
use tertius::{Arguments, Measure};

use crate::error::py_err;
use crate::network::Network;
use crate::table::Table;
use crate::watch;

/// Runs a measure, such as `actor brokerage`, on a network with the evidence it was cut from.
#[pyfunction]
#[pyo3(signature = (name, net, options, progress = None))]
pub(crate) fn measure(
    py: Python<'_>,
    name: &str,
    net: &Bound<'_, Network>,
    options: Vec<(String, String)>,
    progress: Option<Py<PyAny>>,
) -> PyResult<Table> {
    let measure = Measure::named(name).map_err(py_err)?;
    let given = |all: Arguments, (name, value): &(String, String)| all.with(name, value);
    let arguments = options.iter().fold(Arguments::default(), given);
    let net = net.get();
    let found = watch::run(py, progress, |watch| {
        measure.of_cut(&net.net, (&net.study, &net.view), &arguments, watch)
    })?;
    Table::new(&found)
}
