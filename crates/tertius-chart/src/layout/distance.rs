use rayon::prelude::*;
use tertius::{Result, Watch};

use super::graph::{Graph, UNREACHED};

/// The wanted distance between every two actors of a network, as a symmetric table.
pub(crate) struct Distances {
    pub(crate) n: usize,
    values: Vec<f32>,
}

impl Distances {
    /// Steps along ties, and `extra` on top for each pair. Where no ties lead, one step more than the longest way.
    pub(crate) fn of(
        graph: &Graph,
        extra: &(dyn Fn(usize, usize) -> f64 + Sync),
        watch: &Watch,
    ) -> Result<Self> {
        let n = graph.len();
        let mut values = vec![0.0; n * n];
        values.par_chunks_mut(n).enumerate().try_for_each_init(
            || (vec![0; n], Vec::new()),
            |(steps, queue), (from, row)| {
                watch.go_on()?;
                graph.steps(from, steps, queue);
                for (to, value) in row.iter_mut().enumerate() {
                    let reached = steps[to] != UNREACHED;
                    *value =
                        if reached { steps[to] as f32 + extra(from, to) as f32 } else { NO_WAY };
                }
                row[from] = 0.0;
                Ok(())
            },
        )?;
        let mut table = Self { n, values };
        let longest = table.range().1 as f32;
        table.values.iter_mut().filter(|it| **it == NO_WAY).for_each(|it| *it = longest + 1.0);
        Ok(table)
    }

    /// What `of` gives for each pair.
    pub(crate) fn from_fn(n: usize, of: impl Fn(usize, usize) -> f64) -> Self {
        Self { n, values: (0..n * n).map(|at| of(at / n, at % n) as f32).collect() }
    }

    pub(crate) fn get(&self, i: usize, j: usize) -> f64 {
        f64::from(self.values[i * self.n + j])
    }

    pub(crate) fn row(&self, i: usize) -> &[f32] {
        &self.values[i * self.n..(i + 1) * self.n]
    }

    /// The shortest and the longest between two actors.
    pub(crate) fn range(&self) -> (f64, f64) {
        let positive = self.values.iter().filter(|value| **value > 0.0 && **value != NO_WAY);
        let (low, high) =
            positive.fold((f32::INFINITY, 0.0_f32), |(low, high), &it| (low.min(it), high.max(it)));
        (f64::from(low), f64::from(high))
    }
}

const NO_WAY: f32 = f32::INFINITY;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_the_distances_of_a_ruler() {
        let graph = Graph::new(4, &[(0, 1), (1, 2), (2, 3), (3, 2)]);
        let ruler = Distances::of(&graph, &|_, _| 0.0, &Watch::new()).unwrap();
        assert_eq!(ruler.row(0), [0.0, 1.0, 2.0, 3.0]);
        let longer = Distances::of(&graph, &|i, j| f64::from(u8::from(i != j)), &Watch::new());
        assert_eq!(longer.unwrap().row(3), [4.0, 3.0, 2.0, 0.0]);
    }
}
