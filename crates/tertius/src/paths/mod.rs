//! Paths: the room that closeness, betweenness and everything else about distance share, and where
//! paths break.

mod alike;
mod arcs;
mod between;
mod cuts;
mod distances;
mod lanes;
mod length;
mod queue;
mod reached;
mod routes;
mod steps;
mod tasks;
mod traffic;
mod words;

pub(crate) use between::dependencies;
pub(crate) use cuts::Cuts;
pub(crate) use distances::{Distances, Lengths};
pub(crate) use length::Length;
pub(crate) use reached::reached;
pub(crate) use steps::{Steps, add_pairs, nearness, pairs_by_steps};
pub(crate) use tasks::in_tasks;
pub(crate) use traffic::Traffic;
pub(crate) use words::{SOURCES, Set, StepsOfMany, steps_from_all};
