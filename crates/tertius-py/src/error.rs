//! Errors of the core as Python exceptions, and panics too: none ends the interpreter.

use std::any::Any;

use pyo3::exceptions::PyKeyboardInterrupt;
use pyo3::{import_exception, prelude::*};

use crate::said::in_python;

import_exception!(tertius.errors, TertiusError);
import_exception!(tertius.errors, StudyError);
import_exception!(tertius.errors, NotApplicableError);
import_exception!(tertius.errors, FileError);
import_exception!(tertius.errors, BugError);

/// The exception for an error of the core.
pub(crate) fn py_err(error: tertius::Error) -> PyErr {
    let said = in_python(&error.to_string());
    match error {
        tertius::Error::Problems { .. } => StudyError::new_err(format!(
            "{said}; study.problems() lists them all, each with its cell"
        )),
        tertius::Error::NotApplicable { .. } => NotApplicableError::new_err(said),
        tertius::Error::Stopped => PyKeyboardInterrupt::new_err(()),
        _ => TertiusError::new_err(said),
    }
}

/// The exception for a file that cannot be read or written.
pub(crate) fn file_err(error: tertius_formats::Error) -> PyErr {
    FileError::new_err(in_python(&error.to_string()))
}

/// The exception for a panic: a fault of ours, told as such.
pub(crate) fn bug(panic: &(dyn Any + Send)) -> PyErr {
    let words = panic.downcast_ref::<String>().map(String::as_str);
    let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it panicked");
    BugError::new_err(format!(
        "tertius has a fault: {words}; nothing was changed, and the session can go on. Please report it with what was asked"
    ))
}

/// Panics where a measure would, so that a test can see what becomes of it.
#[pyfunction]
pub(crate) fn panic_for_a_test(py: Python<'_>) -> PyResult<()> {
    crate::watch::run(py, None, |_| panic!("asked for by a test"))
}
