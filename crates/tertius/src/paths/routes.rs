//! Brandes' algorithm from one source, along ways of different lengths.

use super::alike::Alike;
use super::queue::Queue;

/// Shortest paths by length from one source at a time.
pub(super) struct Routes<'g> {
    graph: &'g Alike,
    source: u32,
    distance: Vec<f64>,
    /// How many shortest paths lead to one actor of each class.
    sigma: Vec<f64>,
    /// What a path that goes on to a class brings back: (1 + δ)/σ, for each of its actors.
    shares: Vec<f64>,
    /// Inner classes, the nearest first.
    order: Vec<u32>,
    /// The ways that shortest paths take from those, the farthest first, and from the source last,
    /// as far as they have been found; and where those of each end.
    ways: Vec<usize>,
    ends: Vec<usize>,
    queue: Queue,
}

impl<'g> Routes<'g> {
    pub(super) fn new(graph: &'g Alike) -> Self {
        let classes = graph.len();
        Self {
            graph,
            source: 0,
            distance: vec![f64::INFINITY; classes],
            sigma: vec![0.0; classes],
            shares: vec![0.0; classes],
            order: Vec::with_capacity(classes),
            ways: Vec::new(),
            ends: Vec::new(),
            queue: Queue::new(&graph.out),
        }
    }

    /// Goes from a source to everybody it reaches.
    pub(super) fn forth(&mut self, source: u32) {
        self.distance.fill(f64::INFINITY);
        self.sigma.fill(0.0);
        self.order.clear();
        self.source = source;
        self.distance[source as usize] = 0.0;
        self.go(source, 0.0, 1.0);
        self.sigma[source as usize] = 1.0;
        while let Some((distance, here)) = self.queue.next() {
            let at = here as usize;
            if distance.to_bits() == self.distance[at].to_bits() {
                self.order.push(here);
                self.go(here, distance, self.sigma[at] * self.graph.size[at]);
            } // Else a shorter way has been found since.
        }
        self.ways.clear();
        self.ends.clear();
    }

    /// Takes so many paths on from a class.
    fn go(&mut self, here: u32, distance: f64, paths: f64) {
        let slack = self.graph.slack;
        for (there, length) in self.graph.out.row(here) {
            let (at, length) = (there as usize, distance + length);
            let before = self.distance[at];
            if length > before + slack * length {
                continue;
            }
            if length < before - slack * length {
                self.distance[at] = length;
                self.sigma[at] = paths;
                // No path passes the others.
                if there < self.graph.inner {
                    self.queue.push(length, there);
                }
            } else if distance < before {
                self.sigma[at] += paths;
            }
        }
    }

    /// Finds the ways that shortest paths take from here, by the distance of their ends.
    fn find_ways(&mut self, here: u32) {
        let (out, distance) = (&self.graph.out, self.distance[here as usize]);
        for (way, (there, length)) in out.places(here).zip(out.row(here)) {
            let length = distance + length;
            if (length - self.distance[there as usize]).abs() <= self.graph.slack * length {
                self.ways.push(way);
            }
        }
        self.ends.push(self.ways.len());
    }

    /// Adds what one actor of each class lies between, on the way from the source, by its weight, to
    /// such a share of each class; and, if asked for, what takes each arc. Brandes' accumulation, the
    /// farthest first.
    pub(super) fn back(
        &mut self,
        weight: f64,
        targets: &[f64],
        scores: &mut [f64],
        mut arcs: Option<&mut [f64]>,
    ) {
        let graph = self.graph;
        let all = self.sigma.iter().zip(targets.iter().zip(&graph.size));
        let all = all.zip(&mut self.shares).zip(scores.iter_mut());
        for (((sigma, (target, size)), share), score) in all.skip(graph.inner as usize) {
            *share = target * size / sigma;
            // No number, if there are more paths than can be counted.
            *score += sigma * 0.0;
        }
        let mut start = 0;
        for place in 0..=self.order.len() {
            let here = self.order.iter().rev().nth(place).copied().unwrap_or(self.source);
            // They are found once, however often one goes back.
            if self.ends.len() == place {
                self.find_ways(here);
            }
            let end = self.ends[place];
            let sigma = self.sigma[here as usize];
            let mut beyond = 0.0;
            for &way in &self.ways[start..end] {
                let shares = self.shares[graph.out.end(way) as usize];
                beyond += shares;
                if let Some(arcs) = &mut arcs {
                    arcs[way] += weight * sigma * shares;
                }
            }
            start = end;
            if here != self.source {
                let at = here as usize;
                scores[at] += weight * sigma * beyond;
                self.shares[at] = (targets[at] / sigma + beyond) * graph.size[at];
            }
        }
    }
}
