//! Measures with one value for each group, or pair of groups.

mod mixing;

pub use mixing::{Expected, mixing};
