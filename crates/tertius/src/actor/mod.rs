//! Measures with one value, or one profile, for each actor.

pub(crate) mod betweenness;
pub(crate) mod bonacich_power;
pub(crate) mod brokerage;
pub(crate) mod constraint;
pub(crate) mod coreness;
pub(crate) mod cut_points;
pub(crate) mod degree;
pub(crate) mod eigenvector;
pub(crate) mod hits;
pub(crate) mod information;
pub(crate) mod katz;
pub(crate) mod pagerank;
pub(crate) mod removal;
pub(crate) mod spanners;

pub use betweenness::{BetweennessOptions, betweenness};
pub use bonacich_power::{BonacichPowerOptions, bonacich_power};
pub(crate) use brokerage::{Brokers, zscore};
pub use brokerage::{Convention, ROLES, brokerage};
pub use constraint::constraint;
pub use coreness::coreness;
pub use cut_points::cut_points;
pub use degree::degree;
pub use eigenvector::{Components, EigenvectorOptions, Norm, eigenvector};
pub use hits::hits;
pub use information::{InformationOptions, Scaling, information};
pub use katz::{KatzOptions, katz};
pub use pagerank::{PagerankOptions, pagerank};
pub use removal::removal;
pub use spanners::spanners;
