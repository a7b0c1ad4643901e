use rayon::prelude::*;

use crate::network::Rows;
use crate::options::Ties;

/// A square matrix whose numbers are above zero where there are any: row `i` says from whom actor
/// `i` draws, and how strongly.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Matrix {
    starts: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<f64>,
}

/// From how many rows on threads share the work.
const PARALLEL: usize = 4096;

impl Matrix {
    /// A matrix by its rows.
    pub(crate) fn new<R>(n: usize, row: impl Fn(usize) -> R) -> Self
    where
        R: IntoIterator<Item = (usize, f64)>,
    {
        let mut matrix = Self { starts: vec![0], columns: Vec::new(), values: Vec::new() };
        for i in 0..n {
            for (j, value) in row(i) {
                matrix.columns.push(j as u32);
                matrix.values.push(value);
            }
            matrix.starts.push(matrix.columns.len());
        }
        matrix
    }

    /// The ties of a network in a direction: row `i` holds those of actor `i`.
    pub(crate) fn of(rows: &Rows, ties: Ties) -> Self {
        let counted = |strength| if ties == Ties::Binary { 1.0 } else { strength };
        Self::new(rows.len(), |i| rows.row(i).map(move |(j, strength)| (j, counted(strength))))
    }

    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// From whom an actor draws.
    pub(super) fn columns(&self, i: usize) -> &[u32] {
        &self.columns[self.starts[i]..self.starts[i + 1]]
    }

    pub(crate) fn row(&self, i: usize) -> impl Iterator<Item = (usize, f64)> {
        let values = &self.values[self.starts[i]..self.starts[i + 1]];
        self.columns(i).iter().map(|&j| j as usize).zip(values.iter().copied())
    }

    /// Σ_j m_ij x_j for each `i`, added up in the order of `j` on any number of threads.
    pub(crate) fn times(&self, x: &[f64]) -> Vec<f64> {
        let sum = |i: usize| self.row(i).map(|(j, value)| value * x[j]).sum();
        if self.len() < PARALLEL {
            (0..self.len()).map(sum).collect()
        } else {
            (0..self.len()).into_par_iter().map(sum).collect()
        }
    }

    /// Rows and columns of some actors, who are sorted.
    pub(crate) fn among(&self, members: &[usize]) -> Self {
        Self::new(members.len(), |at| {
            self.row(members[at])
                .filter_map(|(j, value)| Some((members.binary_search(&j).ok()?, value)))
        })
    }

    /// Those who draw from any of some actors, directly or not, and these themselves; sorted.
    pub(super) fn followers(&self, of: &[usize]) -> Vec<usize> {
        let mut drawn_by = vec![Vec::new(); self.len()];
        (0..self.len()).for_each(|i| self.row(i).for_each(|(j, _)| drawn_by[j].push(i)));
        let mut found = vec![false; self.len()];
        of.iter().for_each(|&actor| found[actor] = true);
        let mut open = of.to_vec();
        while let Some(actor) = open.pop() {
            for &follower in &drawn_by[actor] {
                if !std::mem::replace(&mut found[follower], true) {
                    open.push(follower);
                }
            }
        }
        (0..self.len()).filter(|&actor| found[actor]).collect()
    }
}
