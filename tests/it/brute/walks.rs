//! Katz and Bonacich power as the solution of their equations, by elimination.

use proptest::prelude::*;
use tertius::Unit;

use super::eigenvector::{draws, leading};
use super::{run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn katz_solves_its_equation(
        ties in any_ties(7), binary in any::<bool>(), share in 0..10_u8, share_of in any::<bool>(),
    ) {
        let n = ties.actors;
        for direction in ["in", "out", "all"] {
            let m = draws(&ties, direction, binary);
            let bound = leading(&m).value().recip();
            let alpha = if bound.is_infinite() { 0.7 } else { f64::from(share) / 10.0 * bound };
            let given = if share_of { f64::from(share) / 10.0 } else { alpha };
            let options = [
                ("alpha", given.to_string()),
                ("attenuation", if share_of { "share" } else { "absolute" }.to_owned()),
                ("direction", direction.to_owned()),
                ("ties", if binary { "binary" } else { "strength" }.to_owned()),
            ];
            let options: Vec<_> = options.iter().map(|(name, it)| (*name, it.as_str())).collect();
            let found = run(&ties.network(), Unit::Actor, "katz", &options);
            let want = solve(&less(&m, alpha), &vec![1.0; n]);
            for (i, want) in want.into_iter().enumerate() {
                same(&found, "value", i, (bound.is_finite() || !share_of).then_some(want))?;
            }
        }
    }

    #[test]
    fn bonacich_power_solves_its_equation(
        ties in any_ties(7), binary in any::<bool>(), share in -9..10_i8,
    ) {
        let n = ties.actors;
        for direction in ["out", "in", "all"] {
            let m = draws(&ties, direction, binary);
            let bound = leading(&m).value().recip();
            let share = f64::from(share) / 10.0;
            let beta = if bound.is_infinite() { share } else { share * bound };
            let options = [
                ("beta", beta.to_string()),
                ("attenuation", "absolute".to_owned()),
                ("direction", direction.to_owned()),
                ("ties", if binary { "binary" } else { "strength" }.to_owned()),
            ];
            let options: Vec<_> = options.iter().map(|(name, it)| (*name, it.as_str())).collect();
            let found = run(&ties.network(), Unit::Actor, "bonacich_power", &options);
            let degrees: Vec<f64> = m.iter().map(|row| row.iter().sum()).collect();
            let c = solve(&less(&m, beta), &degrees);
            let scale = (n as f64 / c.iter().map(|c| c * c).sum::<f64>()).sqrt();
            for (i, c) in c.into_iter().enumerate() {
                same(&found, "value", i, (!ties.held.is_empty()).then_some(c * scale))?;
            }
        }
    }
}

/// I − factor M.
fn less(m: &[Vec<f64>], factor: f64) -> Vec<Vec<f64>> {
    let cell = |i: usize, j: usize| f64::from(u8::from(i == j)) - factor * m[i][j];
    (0..m.len()).map(|i| (0..m.len()).map(|j| cell(i, j)).collect()).collect()
}

/// Gauss's elimination with the largest number of each column as pivot.
pub(super) fn solve(m: &[Vec<f64>], b: &[f64]) -> Vec<f64> {
    let n = m.len();
    let mut rows: Vec<Vec<f64>> =
        m.iter().zip(b).map(|(row, b)| row.iter().copied().chain([*b]).collect()).collect();
    for k in 0..n {
        let pivot = (k..n).max_by(|&a, &b| rows[a][k].abs().total_cmp(&rows[b][k].abs())).unwrap();
        rows.swap(k, pivot);
        for i in (0..n).filter(|&i| i != k) {
            let times = rows[i][k] / rows[k][k];
            let top = rows[k].clone();
            rows[i].iter_mut().zip(top).for_each(|(cell, top)| *cell -= times * top);
        }
    }
    (0..n).map(|i| rows[i][n] / rows[i][i]).collect()
}
