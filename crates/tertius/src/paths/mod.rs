//! Paths: the room that closeness, betweenness and everything else about distance share, and where
//! paths break.

mod alike;
mod arcs;
mod between;
mod distances;
mod lanes;
mod cuts;
mod shortest;
mod tasks;
mod words;
mod steps;

pub(crate) use arcs::Arcs;
pub(crate) use between::dependencies;
pub(crate) use distances::Distances;
pub(crate) use cuts::Cuts;
pub(crate) use shortest::ShortestPaths;
pub(crate) use tasks::in_tasks;
pub(crate) use words::{SOURCES, Steps};
pub(crate) use steps::{Steps, nearness};
