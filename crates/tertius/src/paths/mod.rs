//! Shortest paths: the room that closeness, betweenness and everything else about distance share.

mod shortest;

pub(crate) use shortest::ShortestPaths;
