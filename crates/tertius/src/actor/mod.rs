//! Measures with one value, or one profile, for each actor.

mod betweenness;
mod brokerage;
mod constraint;
mod degree;
mod removal;
mod spanners;

pub use betweenness::{BetweennessOptions, Paths, Scale, betweenness};
pub(crate) use brokerage::{Brokers, zscore};
pub use brokerage::{Convention, ROLES, brokerage};
pub use constraint::constraint;
pub use degree::degree;
pub use removal::removal;
pub use spanners::spanners;
