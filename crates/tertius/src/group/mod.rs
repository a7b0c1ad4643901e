//! Measures with one value for each group, or pair of groups.

pub(crate) mod brokerage;
pub(crate) mod density;
pub(crate) mod ei_index;
pub(crate) mod gaps;
pub(crate) mod homophily;
pub(crate) mod mixing;
pub(crate) mod overlap;
mod sides;
mod table;

pub use brokerage::brokerage;
pub use density::density;
pub use ei_index::ei_index;
pub use gaps::gaps;
pub use homophily::homophily;
pub use mixing::{Expected, mixing};
pub use overlap::overlap;
