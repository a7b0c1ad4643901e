//! What passes over actors and ties if every pair uses its shortest paths: what betweenness that
//! splits or chooses the pairs shares.

use rayon::prelude::*;

use crate::network::{Network, Rows};
use crate::paths::ShortestPaths;
use crate::{Result, Watch};

/// The shortest paths from one actor, as the steps they are made of.
pub(crate) struct FromOne<'n> {
    out: &'n Rows,
    into: &'n Rows,
    weighted: bool,
    pub(crate) paths: ShortestPaths,
    /// When each actor was reached: the first is the source.
    rank: Vec<usize>,
    steps: Vec<Step>,
    passed: Vec<f64>,
}

/// A step that shortest paths take.
struct Step {
    from: usize,
    to: usize,
    /// The share of the shortest paths to `to` that take it.
    share: f64,
}

/// Lengths that differ by less than this part count as equal, as they do where paths are found.
const EQUAL: f64 = 1e-9;

impl<'n> FromOne<'n> {
    fn new(net: &'n Network, weighted: bool) -> Self {
        let (out, into) = (net.out(), net.into_rows());
        let n = out.len();
        let (rank, passed) = (vec![usize::MAX; n], vec![0.0; n]);
        Self { out, into, weighted, paths: ShortestPaths::new(n), rank, steps: vec![], passed }
    }

    /// Finds the shortest paths from a source.
    pub(crate) fn search(&mut self, source: usize) {
        if self.weighted {
            self.paths.by_strength(self.out, source);
        } else {
            self.paths.by_steps(self.out, source);
        }
        self.rank.fill(usize::MAX);
        self.paths.order.iter().enumerate().for_each(|(rank, &actor)| self.rank[actor] = rank);
        self.steps.clear();
        for &to in self.paths.order.iter().skip(1).rev() {
            for (from, strength) in self.into.row(to) {
                if self.rank[from] < self.rank[to] && self.is_shortest(from, to, strength) {
                    let share = self.paths.sigma[from] / self.paths.sigma[to];
                    self.steps.push(Step { from, to, share });
                }
            }
        }
    }

    fn is_shortest(&self, from: usize, to: usize, strength: f64) -> bool {
        let length = self.paths.distance[from] + if self.weighted { strength.recip() } else { 1.0 };
        (length - self.paths.distance[to]).abs() <= EQUAL * length
    }

    /// Actors who can be reached, the source left out.
    pub(crate) fn reached(&self) -> &[usize] {
        self.paths.order.get(1..).unwrap_or_default()
    }

    /// Sends `credit(t)` from the source to each actor t it can reach, divided over the shortest
    /// paths (Brandes 2001, 2008), and tells how much of it takes each step. What all steps from
    /// an actor carry has passed through that actor.
    pub(crate) fn send(
        &mut self,
        credit: impl Fn(usize) -> f64,
        mut passes: impl FnMut(usize, usize, f64),
    ) {
        self.paths.order.iter().for_each(|&actor| self.passed[actor] = 0.0);
        for step in &self.steps {
            let flow = step.share * (credit(step.to) + self.passed[step.to]);
            self.passed[step.from] += flow;
            passes(step.from, step.to, flow);
        }
    }
}

/// How many sources are added up by one task: the order of additions, and so every bit of the
/// result, does not depend on the number of threads.
const TASKS: usize = 32;

/// Adds up what each source sends, in as many sums as asked for.
pub(crate) fn from_all(
    net: &Network,
    weighted: bool,
    sums: usize,
    watch: &Watch,
    send: impl Fn(usize, &mut FromOne<'_>, &mut [f64]) + Sync,
) -> Result<Vec<f64>> {
    let n = net.actors().len();
    watch.expect(n);
    let task = n.div_ceil(TASKS).max(1);
    let starts: Vec<usize> = (0..n).step_by(task).collect();
    let parts: Vec<Vec<f64>> = starts
        .into_par_iter()
        .map(|start| {
            let mut from = FromOne::new(net, weighted);
            let mut part = vec![0.0; sums];
            for source in start..(start + task).min(n) {
                watch.tick()?;
                send(source, &mut from, &mut part);
            }
            Ok(part)
        })
        .collect::<Result<_>>()?;
    let mut all = vec![0.0; sums];
    for part in parts {
        all.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
    }
    Ok(all)
}
