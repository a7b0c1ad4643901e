use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::arcs::Arcs;

/// Places to go on from, the nearest first: those that are next in a heap, which stays small as
/// the others wait in a ring of heaps to come, each for as much of the distance.
pub(super) struct Queue {
    /// The bits of lengths are in the order of lengths.
    heap: BinaryHeap<Reverse<(u64, u32)>>,
    ring: Vec<Vec<(f64, u32)>>,
    /// How many parts of the distance make one.
    parts: f64,
    /// The part that the heap is for, and how many places wait for later ones.
    part: usize,
    waiting: usize,
}

impl Queue {
    /// A queue for ways of these lengths. The ring has a few parts for each way that a place has
    /// on average: to go round takes about as long as to follow them.
    pub(super) fn new(arcs: &Arcs) -> Self {
        let parts = (4 * arcs.mean_row()).clamp(1, 1024);
        Self {
            heap: BinaryHeap::new(),
            // One more for the part of the ring that is begun, and one for rounding.
            ring: vec![Vec::new(); parts + 3],
            parts: parts as f64 / arcs.longest(),
            part: 0,
            waiting: 0,
        }
    }

    #[expect(clippy::cast_sign_loss, reason = "no distance is below zero")]
    pub(super) fn push(&mut self, distance: f64, place: u32) {
        let part = (distance * self.parts) as usize;
        if part <= self.part {
            self.heap.push(Reverse((distance.to_bits(), place)));
        } else {
            let ring = self.ring.len();
            self.ring[part % ring].push((distance, place));
            self.waiting += 1;
        }
    }

    /// The nearest place and how far it is; once there is none, the queue begins anew.
    pub(super) fn next(&mut self) -> Option<(f64, u32)> {
        while self.heap.is_empty() {
            if self.waiting == 0 {
                self.part = 0;
                return None;
            }
            self.part += 1;
            let ring = self.ring.len();
            let next = &mut self.ring[self.part % ring];
            self.waiting -= next.len();
            let next = next.drain(..).map(|(distance, place)| Reverse((distance.to_bits(), place)));
            self.heap.extend(next);
        }
        let Reverse((bits, place)) = self.heap.pop()?;
        Some((f64::from_bits(bits), place))
    }
}
