//! Measures with one value, or one profile, for each tie or pair of actors.

pub(crate) mod backbone;
pub(crate) mod betweenness;
pub(crate) mod bridges;
pub(crate) mod crossing;
pub(crate) mod embeddedness;
mod reason;
mod sdsm;
mod shortcut;
pub(crate) mod suggestions;

pub use backbone::{BackboneOptions, Model, backbone};
pub use betweenness::betweenness;
pub use bridges::bridges;
pub use crossing::crossing;
pub use embeddedness::embeddedness;
pub use suggestions::{Among, SuggestionsOptions, suggestions};
