//! Where to put the actors, and how good the answer is.

mod clear;
mod descent;
mod distance;
mod majorise;
mod orient;
mod pack;
mod quality;
mod random;
mod scaling;
mod spread;
mod stress;

pub(crate) use clear::clear;
pub(crate) use distance::{components, neighbours};
pub(crate) use pack::pack;
pub use quality::{Quality, quality};
pub(crate) use random::Random;
pub(crate) use spread::spread;
pub(crate) use stress::component;
pub use stress::{StressOptions, stress};

use crate::geometry::Point;

/// The most actors one component can hold for [`stress`] to lay it out in reasonable time and memory.
/// It keeps the distance of every pair; nobody can read a picture of more in any case. Whoever draws
/// decides what to do beyond: nothing here refuses.
pub const MOST_CONNECTED: usize = 2_500;

/// Positions of all actors, how they were found and how good they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// One position per actor, in the order of the actors.
    pub xy: Vec<Point>,
    /// How it was made, as a caption would say it.
    pub method: String,
    /// How good it is.
    pub quality: Quality,
}
