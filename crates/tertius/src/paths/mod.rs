//! Shortest paths: the room that closeness, betweenness and everything else about distance share.

mod shortest;
mod steps;

pub(crate) use shortest::ShortestPaths;
pub(crate) use steps::{Steps, nearness};
