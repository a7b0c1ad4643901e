//! Measures with one value, or one profile, for each tie or pair of actors.

pub(crate) mod crossing;

pub use crossing::crossing;
