//! Hubs and authorities as eigenvectors of W Wᵀ and Wᵀ W.

use proptest::prelude::*;
use tertius::Unit;

use super::eigenvector::{Leading, draws, leading};
use super::{run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn hubs_and_authorities_are_eigenvectors_of_the_matrix_times_itself(
        ties in any_ties(7), binary in any::<bool>(),
    ) {
        let n = ties.actors;
        let word = if binary { "binary" } else { "strength" };
        let found = run(&ties.network(), Unit::Actor, "hits", &[("ties", word)]);
        let w = draws(&ties, "out", binary);
        let turned = draws(&ties, "in", binary);
        for (column, w, turned) in [("hub", &w, &turned), ("authority", &turned, &w)] {
            let cell = |i: usize, j: usize| (0..n).map(|k| w[i][k] * turned[k][j]).sum::<f64>();
            let square: Vec<Vec<f64>> =
                (0..n).map(|i| (0..n).map(|j| cell(i, j)).collect()).collect();
            // Without direction both are the eigenvector of W, which has one where its square may
            // have two: between two modes.
            let leading = if ties.directed { leading(&square) } else { leading(w) };
            for i in 0..n {
                let tied = w[i].iter().any(|w| *w > 0.0);
                let want = match &leading {
                    Leading::One(_, x) if x[i] > 1e-200 => Some(x[i] / x.iter().sum::<f64>()),
                    Leading::One(..) => (!tied).then_some(0.0),
                    Leading::Nothing | Leading::Tied(_) => None,
                };
                same(&found, column, i, want)?;
            }
        }
    }
}
