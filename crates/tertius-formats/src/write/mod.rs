//! From sheets to files, and from networks to the files of other programs.

mod folder;
mod json;
mod network;

pub use folder::write_folder;
pub use json::{to_json, write_json};
pub use network::{Format, Loss, losses, network_files, study_losses, write_network};

pub(crate) use folder::csv;
