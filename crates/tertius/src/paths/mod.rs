//! Paths: the room that closeness, betweenness and everything else about distance share, and where
//! paths break.

mod cuts;
mod shortest;
mod steps;

pub(crate) use cuts::Cuts;
pub(crate) use shortest::ShortestPaths;
pub(crate) use steps::{Steps, nearness};
