use proptest::prelude::*;
use tertius::Unit;

use super::{run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn fragmentation_adds_up_floyds_distances(ties in any_ties(8)) {
        let found = run(&ties.network(), Unit::Whole, "fragmentation", &[]);
        let (n, w) = (ties.actors, ties.matrix());
        let either = steps(n, |i, j| w[i][j] > 0.0 || w[j][i] > 0.0);
        let along = steps(n, |i, j| w[i][j] > 0.0);
        let share = |steps: &[Vec<f64>], of: &dyn Fn(f64) -> f64| {
            let cells = (0..n).flat_map(|i| (0..n).map(move |j| (i, j))).filter(|(i, j)| i != j);
            let sum = cells.map(|(i, j)| of(steps[i][j])).sum::<f64>();
            (n > 1).then(|| 1.0 - sum / (n * (n - 1)) as f64)
        };
        let reached = |d: f64| f64::from(u8::from(d.is_finite()));
        let near = |d: f64| d.recip();
        same(&found, "value", 0, share(&either, &reached))?;
        same(&found, "value", 1, share(&either, &near))?;
        prop_assert_eq!(found.len(), if ties.directed { 4 } else { 2 });
        if ties.directed {
            same(&found, "value", 2, share(&along, &reached))?;
            same(&found, "value", 3, share(&along, &near))?;
        }
    }
}

/// Floyd and Warshall: the number of steps between any two, infinite without a path.
pub(super) fn steps(n: usize, tied: impl Fn(usize, usize) -> bool) -> Vec<Vec<f64>> {
    let first = |i, j| if tied(i, j) { 1.0 } else { f64::INFINITY };
    let mut steps: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| first(i, j)).collect()).collect();
    for k in 0..n {
        for i in 0..n {
            for j in 0..n {
                steps[i][j] = steps[i][j].min(steps[i][k] + steps[k][j]);
            }
        }
    }
    steps
}
