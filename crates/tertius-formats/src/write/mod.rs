//! From sheets to files.

mod folder;
mod json;

pub use folder::write_folder;
pub use json::{to_json, write_json};

pub(crate) use folder::csv;
