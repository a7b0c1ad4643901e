use rayon::prelude::*;
use tertius::{Result, Watch};

use super::crossings::crossings;
use super::distance::Distances;
use super::graph::Graph;
use super::majorise::polish;
use super::orient::orient;
use super::random::Random;
use super::{descent, scaling, sparse};
use crate::geometry::Point;

/// The most actors of one component whose distances are all kept: beyond, stress is [`sparse`].
pub(super) const MOST_EXACT: usize = 2_500;

/// Actors held apart by what they belong to.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Apart {
    /// For each actor the groups it belongs to; empty for nobody held apart.
    pub(crate) groups: Vec<Vec<usize>>,
    /// How many steps further apart two actors of altogether different groups are drawn.
    pub(crate) steps: f64,
}

impl Apart {
    /// What is added to the steps between two actors: all of it for those who share no group, a part for those
    /// who share some (one minus the Jaccard index), nothing where a group is not known.
    pub(crate) fn extra(&self, a: usize, b: usize) -> f64 {
        let (Some(a), Some(b)) = (self.groups.get(a), self.groups.get(b)) else { return 0.0 };
        if a.is_empty() || b.is_empty() {
            return 0.0;
        }
        let both = a.iter().filter(|group| b.contains(group)).count();
        self.steps * (1.0 - both as f64 / (a.len() + b.len() - both) as f64)
    }
}

/// A connected network drawn so that lengths follow `steps + extra`, in tie lengths and standard position.
pub(crate) fn draw(
    graph: &Graph,
    extra: &(dyn Fn(usize, usize) -> f64 + Sync),
    seed: u64,
    watch: &Watch,
) -> Result<Vec<Point>> {
    let mut xy = match graph.len() {
        0..=1 => vec![Point::default(); graph.len()],
        2..=MOST_EXACT => exact(graph, &Distances::of(graph, extra, watch)?, seed, watch)?,
        _ => sparse::draw(graph, extra, seed, watch)?,
    };
    orient(&mut xy, graph);
    Ok(xy)
}

/// The best of several starts: many where that costs nothing, one where a single start takes a second.
/// Best is the lowest stress, or, among drawings that a reader could not tell from it by stress, the one with
/// the fewest crossings.
pub(super) fn exact(
    graph: &Graph,
    wanted: &Distances,
    seed: u64,
    watch: &Watch,
) -> Result<Vec<Point>> {
    let (starts, tolerance, sweeps) = match wanted.n {
        0..=150 => (16, 1e-6, 1_000),
        151..=600 => (6, 1e-5, 300),
        601..=1_000 => (2, 1e-5, 150),
        _ => (1, 1e-4, 60),
    };
    // Each start has numbers of its own, so that it does not matter which thread takes it.
    let descended = (0..starts).into_par_iter().map(|start| {
        let mut random = Random::seeded(seed.wrapping_add(start << 32));
        descent::descend(wanted, &mut random, watch)
    });
    let mut drawn = descended.collect::<Result<Vec<_>>>()?;
    if wanted.n <= 600 {
        drawn.push(scaling::classical(wanted));
    }
    let polished = drawn.into_par_iter().map(|mut xy| {
        let stress = polish(&mut xy, wanted, tolerance, sweeps, watch)?;
        Ok((stress, xy))
    });
    let drawn = polished.collect::<Result<Vec<_>>>()?;
    let lowest = drawn.iter().map(|(stress, _)| *stress).fold(f64::INFINITY, f64::min);
    let alike = drawn.into_iter().filter(|(stress, _)| *stress <= lowest * 1.005 + 1e-9);
    Ok(alike.map(|(_, xy)| xy).min_by_key(|xy| crossings(xy, graph)).unwrap_or_default())
}
