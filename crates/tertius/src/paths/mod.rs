//! Paths: the room that closeness, betweenness and everything else about distance share, and where
//! paths break.

mod cuts;
mod shortest;

pub(crate) use cuts::Cuts;
pub(crate) use shortest::ShortestPaths;
