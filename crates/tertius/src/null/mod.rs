//! What a finding is worth: tests against chance, intervals, and bounds where evidence is missing.

mod adjust;
pub(crate) mod boundaries;
mod cells;
mod census;
mod chance;
pub(crate) mod cug;
mod deals;
mod dyads;
mod edges;
mod kinds;
mod options;
mod plan;
mod rewiring;
mod size;
mod tally;
pub(crate) mod test;

pub use adjust::Adjust;
pub use boundaries::boundaries;
pub(crate) use chance::Chance;
pub use chance::Null;
pub use cug::{Given, cug};
pub(crate) use deals::Deals;
pub(crate) use kinds::Kinds;
pub use options::Finding;
pub(crate) use options::{MEASURE as MEASURE_OPTION, ONLY, SET};
pub(crate) use plan::{Pick, Plan};
pub(crate) use tally::Tally;
pub use test::{TestOptions, test};
