use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rayon::prelude::*;
use serde::Deserialize;

use crate::network::{Network, Rows};
use crate::{Arguments, Result, Results, Watch};

/// Options of [`betweenness`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BetweennessOptions {
    /// How long a tie is.
    pub paths: Paths,
    /// What is reported.
    pub scale: Scale,
}

/// How long a tie is on a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paths {
    /// 1/strength: strong ties are short.
    #[default]
    Strength,
    /// 1.
    Binary,
}

/// Whether scores are raw or shares of the largest possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// As counted.
    #[default]
    Raw,
    /// Share of the largest possible.
    Normalised,
}

impl BetweennessOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self { paths: arguments.choice("paths")?, scale: arguments.choice("scale")? })
    }
}

#[doc = include_str!("betweenness.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let path = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?;
/// let betweenness = actor::betweenness(&path, &Default::default(), &Watch::new())?;
/// assert_eq!(betweenness.value("b", "value"), Some(2.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn betweenness(net: &Network, options: &BetweennessOptions, watch: &Watch) -> Result<Results> {
    let n = net.actors().len();
    let weighted = options.paths == Paths::Strength && net.is_weighted();
    let mut scores = dependencies(net.out(), weighted, watch)?;
    // Every unordered pair has been counted from both its ends.
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    let most = match options.scale {
        Scale::Raw => 1.0,
        Scale::Normalised => (n as f64 - 1.0) * (n as f64 - 2.0) / ways,
    };
    scores.iter_mut().for_each(|score| *score /= ways * most);
    let two_modes = most > 1.0 && net.first_mode().is_some() && options.scale == Scale::Normalised;
    let value = |score: f64| {
        if two_modes {
            Err("between two modes the largest possible is another; take the raw scores")
        } else if most > 0.0 {
            Ok(score)
        } else {
            Err("it takes three actors to be between two")
        }
    };
    let results = Results::by_actor(net).number("value", scores.into_iter().map(value));
    let paths = if weighted { "1/strength" } else { "1" };
    Ok(results
        .option("length of a tie", paths)
        .option("scale", if options.scale == Scale::Raw { "raw" } else { "normalised" }))
}

/// How many sources are added up by one task: fixed, so that the order of additions, and so every
/// bit of the result, does not depend on the number of threads.
const TASKS: usize = 64;

/// Dependencies of all sources on each actor, added up.
fn dependencies(rows: &Rows, weighted: bool, watch: &Watch) -> Result<Vec<f64>> {
    let n = rows.len();
    watch.expect(n);
    let task = n.div_ceil(TASKS).max(1);
    let starts: Vec<usize> = (0..n).step_by(task).collect();
    let parts: Vec<Vec<f64>> = starts
        .into_par_iter()
        .map(|start| {
            let mut paths = ShortestPaths::new(n);
            let mut sum = vec![0.0; n];
            for source in start..(start + task).min(n) {
                watch.tick()?;
                if weighted {
                    paths.by_strength(rows, source);
                } else {
                    paths.by_steps(rows, source);
                }
                paths.accumulate(source, &mut sum);
            }
            Ok(sum)
        })
        .collect::<Result<_>>()?;
    let mut sum = vec![0.0; n];
    for part in parts {
        sum.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
    }
    Ok(sum)
}

/// Shortest paths from one source: `sigma` their number, `order` the actors by distance.
struct ShortestPaths {
    distance: Vec<f64>,
    sigma: Vec<f64>,
    delta: Vec<f64>,
    order: Vec<usize>,
    predecessors: Vec<Vec<usize>>,
    settled: Vec<bool>,
}

/// Lengths that differ by less than this part of the longer count as equal.
const EQUAL: f64 = 1e-9;

impl ShortestPaths {
    fn new(n: usize) -> Self {
        Self {
            distance: vec![f64::INFINITY; n],
            sigma: vec![0.0; n],
            delta: vec![0.0; n],
            order: Vec::with_capacity(n),
            predecessors: vec![Vec::new(); n],
            settled: vec![false; n],
        }
    }

    fn reset(&mut self, source: usize) {
        self.distance.fill(f64::INFINITY);
        self.sigma.fill(0.0);
        self.delta.fill(0.0);
        self.settled.fill(false);
        self.predecessors.iter_mut().for_each(Vec::clear);
        self.order.clear();
        self.distance[source] = 0.0;
        self.sigma[source] = 1.0;
    }

    fn by_steps(&mut self, rows: &Rows, source: usize) {
        self.reset(source);
        self.order.push(source);
        let mut at = 0;
        while at < self.order.len() {
            let v = self.order[at];
            at += 1;
            for &w in rows.alters(v) {
                let w = w as usize;
                if self.distance[w].is_infinite() {
                    self.distance[w] = self.distance[v] + 1.0;
                    self.order.push(w);
                }
                if self.distance[w] > self.distance[v] {
                    self.sigma[w] += self.sigma[v];
                    self.predecessors[w].push(v);
                }
            }
        }
    }

    fn by_strength(&mut self, rows: &Rows, source: usize) {
        self.reset(source);
        let mut heap = BinaryHeap::from([(Reverse(Length(0.0)), source)]);
        while let Some((_, v)) = heap.pop() {
            if std::mem::replace(&mut self.settled[v], true) {
                continue;
            }
            self.order.push(v);
            for (w, strength) in rows.row(v).filter(|&(w, _)| w != v) {
                let length = self.distance[v] + strength.recip();
                let tie = (length - self.distance[w]).abs() <= EQUAL * length;
                if tie && !self.settled[w] {
                    self.sigma[w] += self.sigma[v];
                    self.predecessors[w].push(v);
                } else if length < self.distance[w] && !self.settled[w] {
                    self.distance[w] = length;
                    self.sigma[w] = self.sigma[v];
                    self.predecessors[w].clear();
                    self.predecessors[w].push(v);
                    heap.push((Reverse(Length(length)), w));
                }
            }
        }
    }

    /// Brandes' accumulation: δ(v) = Σ_w σ_v/σ_w (1 + δ(w)) over the actors w that v precedes.
    fn accumulate(&mut self, source: usize, sum: &mut [f64]) {
        for &w in self.order.iter().rev() {
            let share = (1.0 + self.delta[w]) / self.sigma[w];
            for &v in &self.predecessors[w] {
                self.delta[v] += self.sigma[v] * share;
            }
            if w != source {
                sum[w] += self.delta[w];
            }
        }
    }
}

/// A length, ordered.
struct Length(f64);

impl PartialEq for Length {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl PartialOrd for Length {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Eq for Length {}

impl Ord for Length {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
