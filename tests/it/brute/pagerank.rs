//! PageRank as the solution of its equation, by elimination.

use proptest::prelude::*;
use tertius::Unit;

use super::eigenvector::draws;
use super::walks::solve;
use super::{run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn pagerank_solves_its_equation(
        ties in any_ties(8), binary in any::<bool>(), damping in 0..=10_u8,
    ) {
        let n = ties.actors;
        let damping = (f64::from(damping) / 10.0).min(0.999);
        let sent = draws(&ties, "out", binary);
        // The chance to step from j to i: by a tie, or anywhere from where there is none.
        let step = |i: usize, j: usize| {
            let all: f64 = sent[j].iter().sum();
            if all > 0.0 { sent[j][i] / all } else { 1.0 / n as f64 }
        };
        let cell = |i: usize, j: usize| f64::from(u8::from(i == j)) - damping * step(i, j);
        let equation: Vec<Vec<f64>> =
            (0..n).map(|i| (0..n).map(|j| cell(i, j)).collect()).collect();
        let want = solve(&equation, &vec![(1.0 - damping) / n as f64; n]);
        let ties_word = if binary { "binary" } else { "strength" };
        let damping = damping.to_string();
        let options = [("ties", ties_word), ("damping", damping.as_str())];
        let found = run(&ties.network(), Unit::Actor, "pagerank", &options);
        for (i, want) in want.into_iter().enumerate() {
            same(&found, "value", i, Some(want))?;
        }
    }
}
