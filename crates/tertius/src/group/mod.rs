//! Measures with one value for each group, or pair of groups.

pub(crate) mod mixing;

pub use mixing::{Expected, mixing};
