//! Measures with one value, or one profile, for each tie or pair of actors.

pub(crate) mod backbone;
pub(crate) mod crossing;
mod sdsm;

pub use backbone::{BackboneOptions, Model, backbone};
pub use crossing::crossing;
