//! The `tertius` command, which the wheel carries.

use std::ffi::OsString;

use pyo3::prelude::*;

/// Runs a command, whose first word is the name of the program, and gives its exit code.
#[pyfunction]
pub(crate) fn command(py: Python<'_>, words: Vec<OsString>) -> u8 {
    py.detach(|| tertius_cli::run(words))
}
