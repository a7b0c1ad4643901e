//! Measures with one value, or one profile, for each tie or pair of actors.

pub(crate) mod bridges;
pub(crate) mod crossing;

pub use bridges::bridges;
pub(crate) mod betweenness;

pub use betweenness::betweenness;
pub use crossing::crossing;
