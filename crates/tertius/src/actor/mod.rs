//! Measures with one value, or one profile, for each actor.

pub(crate) mod betweenness;
pub(crate) mod brokerage;
pub(crate) mod closeness;
pub(crate) mod constraint;
pub(crate) mod degree;
pub(crate) mod removal;
pub(crate) mod spanners;

pub use betweenness::{BetweennessOptions, betweenness};
pub(crate) use brokerage::{Brokers, zscore};
pub use brokerage::{Convention, ROLES, brokerage};
pub use closeness::{Closeness, ClosenessOptions, closeness};
pub use constraint::constraint;
pub use degree::degree;
pub use removal::removal;
pub use spanners::spanners;
