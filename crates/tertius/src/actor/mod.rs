//! Measures with one value, or one profile, for each actor.

pub(crate) mod alters;
pub(crate) mod betweenness;
pub(crate) mod betweenness_between;
pub(crate) mod betweenness_by_role;
pub(crate) mod bonacich_power;
pub(crate) mod brokerage;
pub(crate) mod constraint;
pub(crate) mod degree;
pub(crate) mod effective_size;
pub(crate) mod eigenvector;
pub(crate) mod hierarchy;
pub(crate) mod homophily;
pub(crate) mod katz;
pub(crate) mod participation;
pub(crate) mod removal;
pub(crate) mod spanners;

pub use alters::{AltersOptions, alters};
pub use betweenness::{BetweennessOptions, betweenness};
pub use betweenness_between::{BetweennessBetweenOptions, betweenness_between};
pub use betweenness_by_role::{BetweennessByRoleOptions, betweenness_by_role};
pub use bonacich_power::{BonacichPowerOptions, bonacich_power};
pub(crate) use brokerage::{Brokers, zscore};
pub use brokerage::{Convention, ROLES, brokerage};
pub use constraint::constraint;
pub use degree::degree;
pub use effective_size::effective_size;
pub use eigenvector::{Components, EigenvectorOptions, Norm, eigenvector};
pub use hierarchy::hierarchy;
pub use homophily::homophily;
pub use katz::{KatzOptions, katz};
pub use participation::{ParticipationOptions, Spread, participation};
pub use removal::removal;
pub use spanners::spanners;
