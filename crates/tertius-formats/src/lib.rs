//! Reading and writing the files of a study.
//!
//! | to | use |
//! |---|---|
//! | read a folder, a workbook, one table or JSON | [`read`] |
//! | say what shape a single table has | [`read_as`] |
//! | write a folder of CSV, or JSON | [`write_folder`], [`write_json`], [`to_json`] |
//! | make an empty study to fill in | [`init_folder`], [`init_workbook`] |
//! | write any file whole or not at all, or several of them | [`write_bytes`], [`write_together`] |
//! | know before long work whether a file could be written | [`may_write`] |
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
//! Deliberately absent: repairing files in place, guessing at names, fetching anything.

mod error;
mod header;
mod init;
mod listed;
mod near;
mod read;
mod shape;
mod whole;
mod write;

pub use error::Error;
pub use init::{init_folder, init_workbook};
pub use read::{read, read_as};
pub use shape::Shape;
pub use whole::{may_write, write_bytes, write_together};
pub use write::{to_json, write_folder, write_json};
