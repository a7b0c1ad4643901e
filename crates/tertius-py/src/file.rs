//! Where files may be written.

use std::path::{Path, absolute};

use pyo3::prelude::*;

use crate::error::FileError;

/// The ending of a file, which must be one of these.
pub(crate) fn refuse_ending(path: &Path, endings: &[&str]) -> PyResult<String> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if endings.contains(&ending.as_str()) {
        return Ok(ending);
    }
    let endings = endings.iter().map(|it| format!(".{it}")).collect::<Vec<_>>().join(" or ");
    let shown = path.display();
    Err(FileError::new_err(format!("{shown}: the ending tells the format; use {endings}")))
}

/// Whether a file is, or would be, what was read.
pub(crate) fn is_part_of(path: &Path, study: &Path) -> bool {
    let whole = |it: &Path| it.canonicalize().or_else(|_| absolute(it));
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = path.file_name().unwrap_or_default();
    match (whole(folder), whole(study)) {
        (Ok(folder), Ok(study)) => folder.join(file).starts_with(study),
        _ => false,
    }
}
