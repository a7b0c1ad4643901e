//! What passes over actors and ties if pairs use their shortest paths: betweenness that splits or
//! chooses the pairs.

use super::alike::{Alike, is_passed};
use super::between::refuse_countless;
use super::lanes::{LANES, Lanes};
use super::length::Length;
use super::routes::Routes;
use super::tasks::in_tasks;
use crate::network::Network;
use crate::{Result, Watch};

/// The paths of a network.
pub(crate) struct Traffic {
    graph: Alike,
    weighted: bool,
}

/// How many tasks the sources are shared out to; each adds up for itself.
const TASKS: usize = 16;

impl Traffic {
    pub(crate) fn new(net: &Network, weighted: bool, watch: &Watch) -> Result<Self> {
        let (out, into) = (net.out(), net.into_rows());
        let length = if weighted { Length::by_strength(out) } else { Length::Step };
        let is_passed = |actor| net.is_directed() || is_passed(out, actor, length);
        let mut graph = Alike::apart(out, into, length, is_passed, watch)?;
        if weighted {
            graph.out = graph.out.without_detours(graph.slack, watch)?;
        }
        Ok(Self { graph, weighted })
    }

    /// Number of ways from one actor to another that a shortest path may take.
    pub(crate) fn ways(&self) -> usize {
        self.graph.out.ways()
    }

    /// The number of the way from one actor to another; `None` if no shortest path takes it.
    pub(crate) fn way(&self, from: u32, to: u32) -> Option<usize> {
        let class = |actor: u32| self.graph.class[actor as usize];
        self.graph.out.way(class(from), class(to))
    }

    /// Goes from all actors of each kind, some at a time, to others at most so many steps away where
    /// ties are steps, and adds up what is sent, in as many sums as asked for.
    pub(crate) fn flows(
        &self,
        kinds: &[Option<usize>],
        most: usize,
        sums: usize,
        watch: &Watch,
        send: impl Fn(usize, &mut Trip<'_>, &mut [f64]) -> Result<()> + Sync,
    ) -> Result<Vec<f64>> {
        let class = |actor: u32| self.graph.class[actor as usize];
        let mut sources: Vec<(usize, u32)> =
            (0..).zip(kinds).filter_map(|(actor, kind)| Some(((*kind)?, actor))).collect();
        // Actors near one another go together.
        sources.sort_by_key(|&(kind, actor)| (kind, class(actor)));
        let of_a_kind = sources.chunk_by(|a, b| a.0 == b.0);
        let batch = if self.weighted { 1 } else { LANES };
        let batches: Vec<&[(usize, u32)]> = of_a_kind.flat_map(|them| them.chunks(batch)).collect();
        let new = || (Trip::new(self, watch), vec![0.0; sums]);
        let parts =
            in_tasks(&batches, 1, TASKS, watch, new, |trip, part: &mut Vec<f64>, batches| {
                batches.iter().try_for_each(|batch| {
                    trip.go(batch.iter().map(|&(_, actor)| actor), most);
                    send(batch[0].0, trip, part)
                })
            })?;
        let mut all = vec![0.0; sums];
        for part in parts {
            all.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
        }
        refuse_countless(&all)?;
        Ok(all)
    }
}

/// The shortest paths from some actors of a kind: by length from one at a time.
pub(crate) struct Trip<'t> {
    traffic: &'t Traffic,
    watch: &'t Watch,
    kernel: Kernel<'t>,
    sources: Vec<u32>,
    targets: Vec<f64>,
    scores: Vec<f64>,
}

enum Kernel<'t> {
    Steps(Lanes<'t>),
    Lengths(Routes<'t>),
}

impl<'t> Trip<'t> {
    fn new(traffic: &'t Traffic, watch: &'t Watch) -> Self {
        let graph = &traffic.graph;
        let kernel = if traffic.weighted {
            Kernel::Lengths(Routes::new(graph))
        } else {
            Kernel::Steps(Lanes::new(graph))
        };
        let none = || vec![0.0; graph.len()];
        Self { traffic, watch, kernel, sources: Vec::new(), targets: none(), scores: none() }
    }

    fn go(&mut self, sources: impl Iterator<Item = u32>, most: usize) {
        self.sources.clear();
        self.sources.extend(sources);
        let class = |actor: &u32| self.traffic.graph.class[*actor as usize];
        let classes: Vec<u32> = self.sources.iter().map(class).collect();
        match &mut self.kernel {
            Kernel::Steps(lanes) => lanes.forth(&classes, most),
            Kernel::Lengths(routes) => routes.forth(classes[0]),
        }
    }

    /// The actors that the paths start from.
    pub(crate) fn sources(&self) -> &[u32] {
        &self.sources
    }

    /// Tells how much passes through each actor, ends left out, if one is sent to each target,
    /// divided over the shortest paths (Brandes 2001).
    pub(crate) fn send(
        &mut self,
        is_target: impl Fn(usize) -> bool,
        mut passed: impl FnMut(usize, f64),
    ) -> Result<()> {
        let class = &self.traffic.graph.class;
        for (actor, &class) in class.iter().enumerate() {
            self.targets[class as usize] = f64::from(u8::from(is_target(actor)));
        }
        self.scores.fill(0.0);
        self.back(None)?;
        for (actor, &class) in class.iter().enumerate() {
            passed(actor, self.scores[class as usize]);
        }
        Ok(())
    }

    /// Adds how much takes each way, if one is sent to everybody.
    pub(crate) fn send_all(&mut self, ways: &mut [f64]) -> Result<()> {
        self.targets.fill(1.0);
        self.back(Some(ways))
    }

    fn back(&mut self, ways: Option<&mut [f64]>) -> Result<()> {
        self.watch.go_on()?;
        let (targets, scores) = (&self.targets, &mut self.scores);
        match &mut self.kernel {
            Kernel::Steps(lanes) => lanes.back(&[1.0; LANES], targets, scores, ways),
            Kernel::Lengths(routes) => routes.back(1.0, targets, scores, ways),
        }
        Ok(())
    }
}
