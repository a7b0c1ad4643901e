//! Brandes' algorithm from one source, along ways of different lengths.

use super::alike::Alike;
use super::queue::Queue;

/// Shortest paths by length from one source at a time.
pub(super) struct Routes<'g> {
    graph: &'g Alike,
    distance: Vec<f64>,
    /// How many shortest paths lead to one actor of each class.
    sigma: Vec<f64>,
    /// What a path that goes on to a class brings back: (1 + δ)/σ, for each of its actors.
    shares: Vec<f64>,
    /// Inner classes, the nearest first.
    order: Vec<u32>,
    queue: Queue,
}

impl<'g> Routes<'g> {
    pub(super) fn new(graph: &'g Alike) -> Self {
        let classes = graph.len();
        Self {
            graph,
            distance: vec![f64::INFINITY; classes],
            sigma: vec![0.0; classes],
            shares: vec![0.0; classes],
            order: Vec::with_capacity(classes),
            queue: Queue::new(&graph.out),
        }
    }

    /// Adds what one actor of each class lies between, from a source by its weight.
    pub(super) fn add(&mut self, source: u32, weight: f64, scores: &mut [f64]) {
        self.forth(source);
        self.back(source, weight, scores);
    }

    fn forth(&mut self, source: u32) {
        self.distance.fill(f64::INFINITY);
        self.sigma.fill(0.0);
        self.order.clear();
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

    /// Brandes' accumulation, the farthest first; the next on a path are found by their distance.
    fn back(&mut self, source: u32, weight: f64, scores: &mut [f64]) {
        let graph = self.graph;
        let all = self.sigma.iter().zip(&graph.size).zip(&mut self.shares).zip(scores.iter_mut());
        for (((sigma, size), share), score) in all.skip(graph.inner as usize) {
            *share = size / sigma;
            // No number, if there are more paths than can be counted.
            *score += sigma * 0.0;
        }
        for &here in self.order.iter().rev() {
            let at = here as usize;
            let (distance, sigma) = (self.distance[at], self.sigma[at]);
            let mut beyond = 0.0;
            for (there, length) in graph.out.row(here) {
                let length = distance + length;
                if (length - self.distance[there as usize]).abs() <= graph.slack * length {
                    beyond += self.shares[there as usize];
                }
            }
            scores[at] += weight * sigma * beyond;
            self.shares[at] = (sigma.recip() + beyond) * graph.size[at];
        }
        self.shares[source as usize] = 0.0;
    }
}
