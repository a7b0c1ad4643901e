//! Brandes' algorithm from one source, along ways of different lengths.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::alike::Alike;

/// Shortest paths by length from one source at a time.
pub(super) struct Routes<'g> {
    graph: &'g Alike,
    places: Vec<Place>,
    /// What a path that goes on to a class brings back: (1 + δ)/σ, for each of its actors.
    shares: Vec<f64>,
    /// Inner classes, the nearest first.
    order: Vec<u32>,
    /// Those to go on from. The bits of lengths are in the order of lengths.
    heap: BinaryHeap<Reverse<(u64, u32)>>,
}

/// How far a class is, and by how many shortest paths.
#[derive(Clone, Copy)]
struct Place {
    distance: f64,
    sigma: f64,
}

const AWAY: Place = Place { distance: f64::INFINITY, sigma: 0.0 };

impl<'g> Routes<'g> {
    pub(super) fn new(graph: &'g Alike) -> Self {
        let classes = graph.len();
        Self {
            graph,
            places: vec![AWAY; classes],
            shares: vec![0.0; classes],
            order: Vec::with_capacity(classes),
            heap: BinaryHeap::new(),
        }
    }

    /// Adds what one actor of each class lies between, from a source by its weight.
    pub(super) fn add(&mut self, source: u32, weight: f64, scores: &mut [f64]) {
        self.forth(source);
        self.back(source, weight, scores);
    }

    fn forth(&mut self, source: u32) {
        self.places.fill(AWAY);
        self.order.clear();
        self.places[source as usize] = Place { distance: 0.0, sigma: 1.0 };
        self.go(source, 0.0, 1.0);
        while let Some(Reverse((bits, here))) = self.heap.pop() {
            let Place { distance, sigma } = self.places[here as usize];
            if bits == distance.to_bits() {
                self.order.push(here);
                self.go(here, distance, sigma * self.graph.size[here as usize]);
            } // Else a shorter way has been found since.
        }
    }

    /// Takes so many paths on from a class.
    fn go(&mut self, here: u32, distance: f64, paths: f64) {
        let slack = self.graph.slack;
        for (there, length) in self.graph.out.row(here) {
            let place = &mut self.places[there as usize];
            let length = distance + length;
            if length > place.distance + slack * length {
                continue;
            }
            if length < place.distance - slack * length {
                *place = Place { distance: length, sigma: paths };
                // No path passes the others.
                if there < self.graph.inner {
                    self.heap.push(Reverse((length.to_bits(), there)));
                }
            } else if distance < place.distance {
                place.sigma += paths;
            }
        }
    }

    /// Brandes' accumulation, the farthest first; the next on a path are found by their distance.
    fn back(&mut self, source: u32, weight: f64, scores: &mut [f64]) {
        let (graph, places) = (self.graph, &self.places);
        for class in graph.inner as usize..graph.len() {
            self.shares[class] = graph.size[class] / places[class].sigma;
            // No number, if there are more paths than can be counted.
            scores[class] += places[class].sigma * 0.0;
        }
        for &here in self.order.iter().rev() {
            let at = here as usize;
            let Place { distance, sigma } = places[at];
            let mut beyond = 0.0;
            for (there, length) in graph.out.row(here) {
                let (length, to) = (distance + length, places[there as usize].distance);
                if (length - to).abs() <= graph.slack * length {
                    beyond += self.shares[there as usize];
                }
            }
            scores[at] += weight * sigma * beyond;
            self.shares[at] = (sigma.recip() + beyond) * graph.size[at];
        }
        self.shares[source as usize] = 0.0;
    }
}
