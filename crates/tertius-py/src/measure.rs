//! Measures: one call for all of the catalogue, or the parts of one for several processes.

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use tertius::shards::{Call, Shard};
use tertius::{Arguments, Measure};

use crate::error::py_err;
use crate::network::Network;
use crate::table::Table;
use crate::watch;

/// Options of a measure, each with its value as it is typed.
type Options = Vec<(String, String)>;

/// Runs a measure, such as `actor brokerage`, on a network with the evidence it was cut from.
#[pyfunction]
#[pyo3(signature = (name, net, options, progress = None))]
pub(crate) fn measure(
    py: Python<'_>,
    name: &str,
    net: &Bound<'_, Network>,
    options: Options,
    progress: Option<Py<PyAny>>,
) -> PyResult<Table> {
    let measure = Measure::named(name).map_err(py_err)?;
    let (net, arguments) = (net.get().clone(), arguments(&options));
    let found = watch::run(py, progress, move |watch| {
        measure.of_cut(&net.net, (&net.study, &net.view), &arguments, watch)
    })?;
    Table::new(&found)
}

/// Whether a measure can be worked out in parts.
#[pyfunction]
pub(crate) fn splits(name: &str) -> PyResult<bool> {
    Measure::named(name).map(Measure::splits).map_err(py_err)
}

/// Works out one part of a measure: that with the number `at`, of so many, after the rounds of `parts`.
#[pyfunction]
pub(crate) fn partial<'py>(
    py: Python<'py>,
    name: &str,
    net: &Bound<'py, Network>,
    options: Options,
    at: usize,
    of: usize,
    parts: Vec<Vec<u8>>,
) -> PyResult<Bound<'py, PyBytes>> {
    let measure = Measure::named(name).map_err(py_err)?;
    let (net, arguments) = (net.get().clone(), arguments(&options));
    let shard = Shard::new(at, of).map_err(py_err)?;
    let part = watch::run(py, None, move |watch| {
        let call = Call::of_cut(measure, &net.net, (&net.study, &net.view), &arguments)?;
        call.partial(shard, &parts, watch)
    })?;
    Ok(PyBytes::new(py, &part))
}

/// Puts the parts of a measure together; `None` if it takes another round.
#[pyfunction]
pub(crate) fn combine(
    py: Python<'_>,
    name: &str,
    net: &Bound<'_, Network>,
    options: Options,
    parts: Vec<Vec<u8>>,
) -> PyResult<Option<Table>> {
    let measure = Measure::named(name).map_err(py_err)?;
    let (net, arguments) = (net.get().clone(), arguments(&options));
    let found = watch::run(py, None, move |watch| {
        let call = Call::of_cut(measure, &net.net, (&net.study, &net.view), &arguments)?;
        call.combine(&parts, watch)
    })?;
    found.as_ref().map(Table::new).transpose()
}

fn arguments(options: &Options) -> Arguments {
    options.iter().fold(Arguments::default(), |all, (name, value)| all.with(name, value))
}
