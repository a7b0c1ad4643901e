//! What a finding is worth: tests against chance, intervals, and bounds where evidence is missing.

mod adjust;
pub(crate) mod bootstrap;
pub(crate) mod bounds;
mod cells;
mod census;
mod chance;
pub(crate) mod compare;
mod deals;
mod dyads;
mod edges;
mod interval;
pub(crate) mod jackknife;
mod kinds;
mod monotone;
mod options;
mod plan;
mod rewiring;
mod size;
mod tally;
pub(crate) mod test;
mod vertices;

pub use adjust::Adjust;
pub use bootstrap::{BootstrapOptions, bootstrap};
pub use bounds::bounds;
pub(crate) use chance::Chance;
pub use chance::Null;
pub use compare::{CompareOptions, Pairs, Size, compare};
pub(crate) use deals::Deals;
pub use interval::Interval;
pub use jackknife::{Varying, jackknife};
pub(crate) use kinds::Kinds;
pub use options::Finding;
pub(crate) use plan::{Pick, Plan};
pub(crate) use tally::Tally;
pub use test::{TestOptions, test};
