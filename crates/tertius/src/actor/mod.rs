//! Measures with one value, or one profile, for each actor.

pub(crate) mod alters;
pub(crate) mod betweenness;
pub(crate) mod betweenness_between;
pub(crate) mod betweenness_by_role;
pub(crate) mod brokerage;
pub(crate) mod community;
pub(crate) mod constraint;
pub(crate) mod core;
pub(crate) mod degree;
pub(crate) mod homophily;
pub(crate) mod key_players;
pub(crate) mod participation;
pub(crate) mod removal;
mod sets;
pub(crate) mod spanners;

pub use alters::{AltersOptions, alters};
pub use betweenness::{BetweennessOptions, betweenness};
pub use betweenness_between::{BetweennessBetweenOptions, betweenness_between};
pub use betweenness_by_role::{BetweennessByRoleOptions, betweenness_by_role};
pub(crate) use brokerage::{Brokers, zscore};
pub use brokerage::{Convention, ROLES, brokerage};
pub use community::community;
pub use constraint::constraint;
pub use core::core;
pub use degree::degree;
pub use homophily::homophily;
pub use key_players::{Criterion, Denominator, KeyPlayersOptions, key_players};
pub use participation::{ParticipationOptions, Spread, participation};
pub use removal::removal;
pub use spanners::spanners;
