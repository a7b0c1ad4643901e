//! Measures with one value for the whole network.

mod alike;
pub(crate) mod assortativity;
pub(crate) mod brokerage;
pub(crate) mod centralization;
pub(crate) mod communities;
pub(crate) mod components;
pub(crate) mod core_periphery;
pub(crate) mod density;
pub(crate) mod ei_index;
pub(crate) mod fragmentation;
pub(crate) mod geodesics;
pub(crate) mod krackhardt;
pub(crate) mod reciprocity;
pub(crate) mod robustness;
pub(crate) mod segregation;
pub(crate) mod transitivity;
pub(crate) mod triad_census;
pub(crate) mod two_mode_clustering;

pub use assortativity::{Trait, assortativity};
pub use brokerage::brokerage;
pub use centralization::{Centrality, centralization};
pub use communities::{CommunityOptions, communities};
pub(crate) use components::members;
pub use components::{component_of, components};
pub use core_periphery::{CoreOptions, Pattern, core_periphery};
pub use density::density;
pub use ei_index::ei_index;
pub use fragmentation::fragmentation;
pub use geodesics::geodesics;
pub use krackhardt::krackhardt;
pub use reciprocity::reciprocity;
pub use robustness::robustness;
pub use segregation::segregation;
pub use transitivity::transitivity;
pub use triad_census::{TRIADS, triad_census};
pub use two_mode_clustering::two_mode_clustering;
