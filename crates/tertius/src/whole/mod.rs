//! Measures with one value for the whole network.

mod brokerage;
mod components;
mod density;
mod ei_index;

pub use brokerage::brokerage;
pub use components::{component_of, components};
pub use density::density;
pub use ei_index::{Ties, ei_index};
