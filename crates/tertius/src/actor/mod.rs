//! Measures with one value, or one profile, for each actor.

pub(crate) mod betweenness;
pub(crate) mod betweenness_between;
pub(crate) mod betweenness_by_role;
pub(crate) mod brokerage;
pub(crate) mod constraint;
pub(crate) mod degree;
pub(crate) mod ego_betweenness;
pub(crate) mod reach;
pub(crate) mod removal;
pub(crate) mod spanners;

pub use betweenness::{BetweennessOptions, betweenness};
pub use betweenness_between::{BetweennessBetweenOptions, betweenness_between};
pub use betweenness_by_role::{BetweennessByRoleOptions, betweenness_by_role};
pub(crate) use brokerage::{Brokers, zscore};
pub use brokerage::{Convention, ROLES, brokerage};
pub use constraint::constraint;
pub use degree::degree;
pub use ego_betweenness::ego_betweenness;
pub use reach::{ReachOptions, reach};
pub use removal::removal;
pub use spanners::spanners;
