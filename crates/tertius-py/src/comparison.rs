//! What changed between two networks, as Python sees it.

use std::sync::Arc;

use pyo3::prelude::*;

use crate::network::Network;
use crate::said::in_python;
use crate::table::Table;
use crate::watch;

/// What changed between two networks.
#[pyclass(frozen, module = "tertius._tertius")]
pub(crate) struct Comparison {
    found: tertius_report::Comparison,
    parts: Vec<(String, Vec<String>)>,
}

#[pymethods]
impl Comparison {
    /// Compares two networks.
    #[staticmethod]
    #[pyo3(signature = (before, after, by = None))]
    fn of(
        py: Python<'_>,
        before: &Bound<'_, Network>,
        after: &Bound<'_, Network>,
        by: Option<&str>,
    ) -> PyResult<Self> {
        let study = Arc::clone(&before.get().study);
        let [before, after] = [before, after].map(|it| Arc::clone(&it.get().net));
        let by = by.map(str::to_owned);
        let found = watch::run(py, None, move |watch| {
            tertius_report::Comparison::of_networks(&before, &after, by.as_deref(), watch)
        })?;
        let mut parts = found.parts(&study);
        parts.iter_mut().flat_map(|(_, said)| said).for_each(|it| *it = in_python(it));
        Ok(Self { found, parts })
    }

    /// Actors and ties kept, gained and lost.
    fn ties(&self) -> PyResult<Table> {
        Table::new(&self.found.ties)
    }

    /// Ties within and between groups, if there is anything to group by.
    fn groups(&self) -> PyResult<Option<Table>> {
        self.found.groups.as_ref().map(Table::new).transpose()
    }

    /// What became of the pairs that brokers stood between.
    fn closure(&self) -> PyResult<Table> {
        Table::new(&self.found.closure)
    }

    /// What changed in sentences, in parts with a title each.
    fn parts(&self) -> Vec<(String, Vec<String>)> {
        self.parts.clone()
    }
}
