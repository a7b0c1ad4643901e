use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::network::Rows;

/// Shortest paths from one source: `sigma` their number, `order` the actors by distance.
pub(crate) struct ShortestPaths {
    pub(crate) distance: Vec<f64>,
    pub(crate) sigma: Vec<f64>,
    pub(crate) order: Vec<usize>,
    settled: Vec<bool>,
}

/// Lengths that differ by less than this part of the longer count as equal.
const EQUAL: f64 = 1e-9;

impl ShortestPaths {
    pub(crate) fn new(n: usize) -> Self {
        Self {
            distance: vec![f64::INFINITY; n],
            sigma: vec![0.0; n],
            order: Vec::with_capacity(n),
            settled: vec![false; n],
        }
    }

    fn reset(&mut self, source: usize) {
        self.distance.fill(f64::INFINITY);
        self.sigma.fill(0.0);
        self.settled.fill(false);
        self.order.clear();
        self.distance[source] = 0.0;
        self.sigma[source] = 1.0;
    }

    pub(crate) fn by_steps(&mut self, rows: &Rows, source: usize) {
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
                }
            }
        }
    }

    pub(crate) fn by_strength(&mut self, rows: &Rows, source: usize) {
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
                } else if length < self.distance[w] && !self.settled[w] {
                    self.distance[w] = length;
                    self.sigma[w] = self.sigma[v];
                    heap.push((Reverse(Length(length)), w));
                }
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
