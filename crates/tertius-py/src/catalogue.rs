//! What there is: measures with their options and pages, and all else that can be explained.

use pyo3::prelude::*;
use serde_json::json;
use tertius::catalogue::Takes;
use tertius::{Error, MEASURES, Measure};

use crate::error::py_err;
use crate::said::{in_python, parameter};

/// The version.
#[pyfunction]
pub(crate) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Every measure, as JSON: unit, name, about, source, page and options.
#[pyfunction]
pub(crate) fn measures() -> String {
    json!(MEASURES.iter().map(told).collect::<Vec<_>>()).to_string()
}

/// The pages of what bears a name: measures, a table of a study, a code of a problem, `view`, `terms`.
#[pyfunction]
pub(crate) fn explain(name: &str) -> PyResult<String> {
    let is_named = |it: &&Measure| it.name == name || format!("{} {}", it.unit, it.name) == name;
    let measures = MEASURES.iter().filter(is_named);
    let pages = measures.map(|it| format!("{} {}\n\n{}", it.unit, it.name, it.page.trim_end()));
    let pages: Vec<_> = tertius_cli::explained(name).into_iter().chain(pages).collect();
    if pages.is_empty() {
        let measures = MEASURES.iter().map(|it| it.name);
        let known = measures.chain(tertius_cli::explainable());
        return Err(py_err(Error::unknown("measure, problem code or table", name, known)));
    }
    Ok(in_python(&pages.join("\n\n")))
}

fn told(measure: &Measure) -> serde_json::Value {
    let option = |it: &tertius::catalogue::OptionSpec| {
        let (takes, words) = match it.takes {
            Takes::Words(words) => ("words", words),
            Takes::Grouping => ("grouping", &[][..]),
            Takes::Names => ("names", &[][..]),
            Takes::Number { .. } => ("number", &[][..]),
            Takes::Count { .. } => ("count", &[][..]),
        };
        json!({
            "name": it.name, "parameter": parameter(it.name), "takes": takes, "words": words,
            "default": it.default, "about": in_python(it.about),
        })
    };
    json!({
        "unit": measure.unit.name(), "name": measure.name, "about": measure.about(),
        "source": measure.source, "page": in_python(measure.page),
        "options": measure.options.iter().map(option).collect::<Vec<_>>(),
    })
}
