//! What a finding is worth: tests against chance, intervals, and bounds where evidence is missing.

mod adjust;
mod cells;
mod census;
mod chance;
mod coefficients;
mod correlation;
mod deals;
mod design;
mod dyadic;
mod dyads;
mod edges;
mod kinds;
mod localities;
pub(crate) mod mrqap;
mod options;
mod plan;
pub(crate) mod qap;
mod regression;
mod rewiring;
mod size;
mod tally;
mod terms;
pub(crate) mod test;

pub use adjust::Adjust;
pub(crate) use chance::Chance;
pub use chance::Null;
pub(crate) use deals::Deals;
pub use dyadic::Dyadic;
pub(crate) use kinds::Kinds;
pub use mrqap::{MrqapOptions, Permute, mrqap};
pub use options::Finding;
pub(crate) use plan::{Pick, Plan};
pub use qap::{QapOptions, qap};
pub(crate) use tally::Tally;
pub use test::{TestOptions, test};
