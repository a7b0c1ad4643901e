//! The compiled half of the Python package `tertius`: thin, flat and private. What users see is in
//! `python/tertius/`.

#![expect(clippy::needless_pass_by_value, reason = "what comes from Python is owned")]

mod catalogue;
mod command;
mod comparison;
mod drawing;
mod error;
mod figure;
mod file;
mod frame;
mod measure;
mod network;
mod page;
mod said;
mod study;
mod table;
mod watch;
mod write;

use pyo3::prelude::*;

/// The compiled half of `tertius`; import from `tertius` instead.
#[pymodule]
mod _tertius {
    #[pymodule_export]
    use super::catalogue::{explain, measures, version};
    #[pymodule_export]
    use super::command::command;
    #[pymodule_export]
    use super::comparison::Comparison;
    #[pymodule_export]
    use super::error::panic_for_a_test;
    #[pymodule_export]
    use super::figure::Figure;
    #[pymodule_export]
    use super::measure::{combine, measure, partial, splits};
    #[pymodule_export]
    use super::network::Network;
    #[pymodule_export]
    use super::page::Page;
    #[pymodule_export]
    use super::study::{Study, view_told};
    #[pymodule_export]
    use super::table::Table;
    #[pymodule_export]
    use super::write::{write_network, write_study};
}
