//! Information by Stephenson and Zelen's matrix, and by the resistance between each pair.

use proptest::prelude::*;
use tertius::Unit;

use super::eigenvector::{among, draws};
use super::walks::solve;
use super::{distinct, reach, run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn information_is_the_formula_on_dense_matrices(ties in any_ties(7), binary in any::<bool>()) {
        let word = if binary { "binary" } else { "strength" };
        let found = |scaling| {
            let options = [("ties", word), ("scaling", scaling)];
            run(&ties.network(), Unit::Actor, "information", &options)
        };
        let (as_printed, current) = (found("stephenson_zelen"), found("current_flow"));
        let w = draws(&ties, "all", binary);
        for piece in distinct(reach(&ties, None)) {
            let w = among(&w, &piece);
            for (at, &i) in piece.iter().enumerate() {
                let alone = piece.len() == 1;
                let want = (!alone).then(|| formula(&w, at));
                same(&as_printed, "value", i, want)?;
                let resistance = (0..piece.len()).map(|j| resistance(&w, at, j)).sum::<f64>();
                same(&current, "value", i, (!alone).then(|| 1.0 / resistance))?;
            }
        }
    }
}

/// I_i = 1 / (c_ii + (T − 2R)/n), where C is the inverse of B: 1 + strength on the diagonal, 1 − w
/// beside it; T the trace of C, R the sum of one of its rows.
fn formula(w: &[Vec<f64>], i: usize) -> f64 {
    let n = w.len();
    let cell = |a: usize, b: usize| {
        if a == b { 1.0 + w[a].iter().sum::<f64>() } else { 1.0 - w[a][b] }
    };
    let b: Vec<Vec<f64>> = (0..n).map(|a| (0..n).map(|b| cell(a, b)).collect()).collect();
    let unit = |k: usize| (0..n).map(|at| f64::from(u8::from(at == k))).collect::<Vec<_>>();
    let c: Vec<Vec<f64>> = (0..n).map(|k| solve(&b, &unit(k))).collect();
    let trace: f64 = (0..n).map(|k| c[k][k]).sum();
    let row: f64 = c[i].iter().sum();
    1.0 / (c[i][i] + (trace - 2.0 * row) / n as f64)
}

/// The voltage between two actors when a current of 1 goes in at one and out at the other.
fn resistance(w: &[Vec<f64>], i: usize, j: usize) -> f64 {
    if i == j {
        return 0.0;
    }
    // Kirchhoff's law for every actor but j, whose voltage is 0.
    let others: Vec<usize> = (0..w.len()).filter(|&k| k != j).collect();
    let cell = |a: usize, b: usize| if a == b { w[a].iter().sum() } else { -w[a][b] };
    let laws: Vec<Vec<f64>> =
        others.iter().map(|&a| others.iter().map(|&b| cell(a, b)).collect()).collect();
    let current: Vec<f64> = others.iter().map(|&k| f64::from(u8::from(k == i))).collect();
    solve(&laws, &current)[others.iter().position(|&k| k == i).unwrap()]
}
