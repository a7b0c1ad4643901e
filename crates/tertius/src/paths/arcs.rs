use std::ops::Range;

use crate::{Result, Watch};

/// Where each of some places leads, as compressed rows, and how long the ways are if they differ.
#[derive(Debug, Clone)]
pub(super) struct Arcs {
    starts: Vec<usize>,
    ends: Vec<u32>,
    lengths: Vec<f64>,
}

impl Arcs {
    pub(super) fn new() -> Self {
        Self { starts: vec![0], ends: Vec::new(), lengths: Vec::new() }
    }

    /// Adds a row whose ways are all a step long.
    pub(super) fn push_steps(&mut self, row: impl IntoIterator<Item = u32>) {
        self.ends.extend(row);
        self.starts.push(self.ends.len());
    }

    /// Adds a row with the length of each way.
    pub(super) fn push(&mut self, row: impl IntoIterator<Item = (u32, f64)>) {
        for (end, length) in row {
            self.ends.push(end);
            self.lengths.push(length);
        }
        self.starts.push(self.ends.len());
    }

    /// Number of places.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many ways lead from a place on average.
    pub(super) fn mean_row(&self) -> usize {
        self.ends.len() / self.len().max(1)
    }

    /// Number of ways.
    pub(super) fn ways(&self) -> usize {
        self.ends.len()
    }

    /// Where the way from one place to another stands; `None` if there is none.
    pub(super) fn way(&self, from: u32, to: u32) -> Option<usize> {
        let at = self.ends(from).binary_search(&to).ok()?;
        Some(self.starts[from as usize] + at)
    }

    /// The longest way.
    pub(super) fn longest(&self) -> f64 {
        self.lengths.iter().copied().fold(0.0, f64::max)
    }

    /// Where a place leads.
    pub(super) fn ends(&self, from: u32) -> &[u32] {
        &self.ends[self.places(from)]
    }

    /// Where the ways of a place stand among all.
    pub(super) fn places(&self, from: u32) -> Range<usize> {
        self.starts[from as usize]..self.starts[from as usize + 1]
    }

    /// Where a way leads.
    pub(super) fn end(&self, way: usize) -> u32 {
        self.ends[way]
    }

    /// Where a place leads, with the length of each way.
    pub(super) fn row(&self, from: u32) -> impl Iterator<Item = (u32, f64)> {
        let row = self.places(from);
        self.ends[row.clone()].iter().copied().zip(self.lengths[row].iter().copied())
    }

    /// The same without those ways that are longer than going round by one other place, by more
    /// than this part of them: no shortest path takes them.
    pub(super) fn without_detours(&self, slack: f64, watch: &Watch) -> Result<Self> {
        let places = self.len();
        let mut round = vec![f64::INFINITY; places];
        let mut arcs = Self::new();
        for from in 0..places as u32 {
            watch.go_on()?;
            let longest = self.row(from).fold(0.0, |longest, way| way.1.max(longest));
            let first = || self.row(from).filter(|&(_, length)| length < longest);
            for (by, length) in first() {
                for (to, more) in self.row(by) {
                    round[to as usize] = round[to as usize].min(length + more);
                }
            }
            let shorter = |way: &(u32, f64)| round[way.0 as usize] < way.1 * (1.0 - slack);
            arcs.push(self.row(from).filter(|way| !shorter(way)));
            for (by, _) in first() {
                self.ends(by).iter().for_each(|&to| round[to as usize] = f64::INFINITY);
            }
        }
        Ok(arcs)
    }
}
