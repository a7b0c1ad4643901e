//! Measures with one value, or one profile, for each tie or pair of actors.

pub(crate) mod betweenness;
pub(crate) mod crossing;
pub(crate) mod embeddedness;
mod reason;
mod shortcut;
pub(crate) mod suggestions;

pub use betweenness::betweenness;
pub use crossing::crossing;
pub use embeddedness::embeddedness;
pub use suggestions::{Among, SuggestionsOptions, suggestions};
