//! Reading and writing the files of a study, and networks for other programs.
//!
//! | to | use |
//! |---|---|
//! | read a folder, a workbook, one table, JSON or the file of a network program | [`read`] |
//! | say what shape a single table has | [`read_as`] |
//! | write a folder of CSV, or JSON | [`write_folder`], [`write_json`], [`to_json`] |
//! | read a file of a network program whatever its ending | [`read_network`] |
//! | write a network as GraphML, GEXF, Pajek, UCINET DL, node-link JSON, an edge list or for statnet | [`write_network`], [`network_files`] |
//! | know what such a file does not hold | [`losses`], [`study_losses`] |
//! | make an empty study to fill in | [`init_folder`], [`init_workbook`] |
//! | write any file whole or not at all, or several of them | [`write_bytes`], [`write_together`] |
//! | know before long work whether a file could be written | [`may_write`] |
//! | link one page that is written to another | [`way`] |
//!
//! A reader finds tables and says what it assumed; it interprets no cell. Whatever is wrong with
//! the *content* of a file is a [`Problem`](tertius::study::Problem) in the
//! [`Reading`](tertius::study::Reading); an [`Error`] is only for what cannot be read at all.
//!
//! ```
//! # use std::path::Path;
//! use tertius::study::Study;
//!
//! let reading = tertius_formats::read(Path::new("../../data/wolverhampton"))?;
//! let study = Study::from_reading(reading);
//! assert!(!study.has_errors());
//! # Ok::<(), tertius_formats::Error>(())
//! ```
//!
//! Of the file of a network program, nodes become organisations and edges ties, their attributes
//! columns; what a study has no place for is told as a problem. docs/formats.md says what goes in and
//! out, format by format.
//!
//! Deliberately absent: repairing files in place, guessing at names, fetching anything.

mod error;
mod header;
mod init;
mod listed;
mod near;
mod read;
mod shape;
mod way;
mod whole;
mod write;

pub use error::Error;
pub use init::{init_folder, init_workbook};
pub use read::{Spot, read, read_as, read_layout, read_network};
pub use shape::Shape;
pub use way::way;
pub use whole::{may_write, write_bytes, write_together};
pub use write::{
    Format, Loss, losses, network_files, study_losses, to_json, write_folder, write_json,
    write_network,
};
