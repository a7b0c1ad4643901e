//! Actors by rank: the first, the first three, the first tenth.

use std::collections::HashMap;

/// Ranks of actors by identifier: 1 for the highest; equals share the best of their ranks.
pub(crate) struct Ranks<'n> {
    of: HashMap<&'n str, usize>,
}

impl<'n> Ranks<'n> {
    /// From values, of which NaN is undefined and has no rank.
    pub(crate) fn new(actors: impl Iterator<Item = &'n str>, values: &[f64], lowest: bool) -> Self {
        let way = if lowest { -1.0 } else { 1.0 };
        let mut sorted: Vec<f64> =
            values.iter().filter(|it| !it.is_nan()).map(|it| it * way).collect();
        sorted.sort_unstable_by(|a, b| b.total_cmp(a));
        // Sums in another order are the same for a reader.
        let same = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs());
        let mut ranks: Vec<(f64, usize)> = Vec::new();
        for (at, value) in sorted.into_iter().enumerate() {
            let rank = match ranks.last() {
                Some(&(last, rank)) if same(last, value) => rank,
                _ => at + 1,
            };
            ranks.push((value, rank));
        }
        let rank = |value: f64| {
            let at = ranks.partition_point(|it| it.0 > value * way);
            ranks[at].1
        };
        let ranked = actors.zip(values).filter(|(_, value)| !value.is_nan());
        Self { of: ranked.map(|(actor, &value)| (actor, rank(value))).collect() }
    }

    /// The rank of an actor, if it has one.
    pub(crate) fn of(&self, actor: &str) -> Option<usize> {
        self.of.get(actor).copied()
    }

    /// The last rank of the first tenth, which is at least one actor.
    pub(crate) fn tenth(&self) -> usize {
        self.of.len().div_ceil(10)
    }
}

/// Spearman's correlation of two rankings, of actors that both have; `None` if either is flat.
pub(crate) fn correlation(a: &[f64], b: &[f64]) -> Option<f64> {
    let (a, b) = (midranks(a), midranks(b));
    let mean = (a.len() + 1) as f64 / 2.0;
    let sum =
        |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum::<f64>();
    let spread = (sum(&a, &a) * sum(&b, &b)).sqrt();
    (spread > 0.0).then(|| sum(&a, &b) / spread)
}

/// Ranks in which equals share the middle one.
fn midranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0.0; values.len()];
    let mut first = 0;
    for same in order.chunk_by(|&a, &b| {
        let (a, b) = (values[a], values[b]);
        (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
    }) {
        let middle = (2 * first + same.len() + 1) as f64 / 2.0;
        same.iter().for_each(|&at| ranks[at] = middle);
        first += same.len();
    }
    ranks
}
