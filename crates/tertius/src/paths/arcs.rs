use crate::network::Rows;

/// Where each of some places leads, as compressed rows, and how long the ways are if they differ.
#[derive(Debug, Clone)]
pub(crate) struct Arcs {
    starts: Vec<usize>,
    ends: Vec<u32>,
    lengths: Vec<f64>,
}

impl Arcs {
    pub(super) fn new() -> Self {
        Self { starts: vec![0], ends: Vec::new(), lengths: Vec::new() }
    }

    /// The ties of actors, each 1/strength long.
    pub(crate) fn by_strength(rows: &Rows) -> Self {
        let mut arcs = Self::new();
        for actor in 0..rows.len() {
            arcs.push(rows.row(actor).map(|(alter, strength)| (alter as u32, strength.recip())));
        }
        arcs
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

    /// Where a place leads.
    pub(super) fn ends(&self, from: u32) -> &[u32] {
        &self.ends[self.starts[from as usize]..self.starts[from as usize + 1]]
    }

    /// Where a place leads, with the length of each way.
    pub(super) fn row(&self, from: u32) -> impl Iterator<Item = (u32, f64)> {
        let row = self.starts[from as usize]..self.starts[from as usize + 1];
        self.ends[row.clone()].iter().copied().zip(self.lengths[row].iter().copied())
    }
}
