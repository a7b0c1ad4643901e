//! Measures with one value for the whole network.

pub(crate) mod brokerage;
pub(crate) mod components;
pub(crate) mod density;
pub(crate) mod ei_index;
pub(crate) mod geodesics;

pub use brokerage::brokerage;
pub use components::{component_of, components};
pub use density::density;
pub use ei_index::ei_index;
pub use geodesics::geodesics;
