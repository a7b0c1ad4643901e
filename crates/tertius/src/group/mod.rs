//! Measures with one value for each group, or pair of groups.

pub(crate) mod brokerage;
pub(crate) mod mixing;

pub use brokerage::brokerage;
pub use mixing::{Expected, mixing};
