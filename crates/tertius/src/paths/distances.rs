use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::arcs::Arcs;

/// Distances from one source along ways of different lengths (Dijkstra 1959).
pub(crate) struct Distances {
    distance: Vec<f64>,
    order: Vec<u32>,
    /// Places to go on from, the nearest first. The bits of lengths are in the order of lengths.
    heap: BinaryHeap<Reverse<(u64, u32)>>,
}

impl Distances {
    pub(crate) fn new(places: usize) -> Self {
        Self {
            distance: vec![f64::INFINITY; places],
            order: Vec::with_capacity(places),
            heap: BinaryHeap::new(),
        }
    }

    /// Goes from a source to everybody it reaches.
    pub(crate) fn from(&mut self, arcs: &Arcs, source: u32) {
        self.distance.fill(f64::INFINITY);
        self.order.clear();
        self.distance[source as usize] = 0.0;
        self.heap.push(Reverse((0, source)));
        while let Some(Reverse((bits, here))) = self.heap.pop() {
            let distance = self.distance[here as usize];
            if bits != distance.to_bits() {
                continue; // A shorter way has been found since.
            }
            self.order.push(here);
            for (there, length) in arcs.row(here) {
                let length = distance + length;
                if length < self.distance[there as usize] {
                    self.distance[there as usize] = length;
                    self.heap.push(Reverse((length.to_bits(), there)));
                }
            }
        }
    }

    /// Those reached, the nearest first; the source is the first.
    pub(crate) fn reached(&self) -> impl Iterator<Item = (u32, f64)> {
        self.order.iter().map(|&place| (place, self.distance[place as usize]))
    }
}
