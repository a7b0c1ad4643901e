//! Measures with one value, or one profile, for each actor.

pub(crate) mod alters;
pub(crate) mod betweenness;
pub(crate) mod betweenness_between;
pub(crate) mod betweenness_by_role;
pub(crate) mod bridging;
pub(crate) mod brokerage;
pub(crate) mod brokerage_exclusivity;
pub(crate) mod constraint;
pub(crate) mod degree;
pub(crate) mod effective_size;
pub(crate) mod hierarchy;
pub(crate) mod homophily;
pub(crate) mod honest_broker;
pub(crate) mod participation;
pub(crate) mod removal;
pub(crate) mod spanners;

pub use crate::brokerage::{BrokerageOptions, Counting, Null, ROLES};
pub use alters::{AltersOptions, alters};
pub use betweenness::{BetweennessOptions, betweenness};
pub use betweenness_between::{BetweennessBetweenOptions, betweenness_between};
pub use betweenness_by_role::{BetweennessByRoleOptions, betweenness_by_role};
pub use bridging::{Bridging, bridging};
pub use brokerage::brokerage;
pub use brokerage_exclusivity::brokerage_exclusivity;
pub use constraint::constraint;
pub use degree::degree;
pub use effective_size::effective_size;
pub use hierarchy::hierarchy;
pub use homophily::homophily;
pub use honest_broker::{Contacts, honest_broker};
pub use participation::{ParticipationOptions, Spread, participation};
pub use removal::removal;
pub use spanners::spanners;
