//! The largest eigenvalue by squaring a dense matrix forty times: the power 2^40 of it.

use proptest::prelude::*;
use tertius::Unit;

use super::{closure, distinct, run, same};
use crate::networks::{Ties, any_ties};

/// What is there to find: no circle of ties, several that lead alike, or one vector.
#[derive(Debug, Clone)]
pub(super) enum Leading {
    Nothing,
    Tied(f64),
    One(f64, Vec<f64>),
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn eigenvectors_are_powers_of_a_dense_matrix(
        ties in any_ties(7), binary in any::<bool>(), euclidean in any::<bool>(),
    ) {
        let options = [
            ("ties", if binary { "binary" } else { "strength" }),
            ("norm", if euclidean { "euclidean" } else { "max" }),
        ];
        let norm = |x: &[f64]| {
            let most = x.iter().copied().fold(0.0, f64::max);
            if euclidean { x.iter().map(|x| x * x).sum::<f64>().sqrt() } else { most }
        };
        let mut pieces = distinct(super::reach(&ties, None));
        pieces.sort();
        for direction in ["in", "out", "all"] {
            let draws = draws(&ties, direction, binary);
            let found: Vec<_> = pieces.iter().map(|piece| leading(&among(&draws, piece))).collect();
            let largest = found.iter().map(Leading::value).fold(0.0, f64::max);
            let alike = |it: &Leading| (it.value() - largest).abs() <= 1e-9 * largest;
            let tied = found.iter().filter(|it| alike(it)).count() > 1;
            for components in ["main", "each"] {
                let mut want = vec![None; ties.actors];
                for (piece, found) in pieces.iter().zip(&found) {
                    let silent = components == "main" && (tied || !alike(found));
                    match found {
                        Leading::One(_, x) if !silent => {
                            piece.iter().zip(x).for_each(|(&i, x_i)| want[i] = Some(x_i / norm(x)));
                        }
                        Leading::Nothing if piece.len() == 1 && largest > 0.0 => {
                            want[piece[0]] = Some(0.0);
                        }
                        _ => {}
                    }
                }
                let one = found.iter().filter(|it| alike(it)).any(|it| matches!(it, Leading::One(..)));
                if components == "main" && (tied || !one) {
                    want.fill(None);
                }
                let options: Vec<_> = options.into_iter()
                    .chain([("direction", direction), ("components", components)]).collect();
                let found = run(&ties.network(), Unit::Actor, "eigenvector", &options);
                for (i, want) in want.into_iter().enumerate() {
                    same(&found, "value", i, want)?;
                }
            }
        }
    }
}

impl Leading {
    pub(super) fn value(&self) -> f64 {
        match self {
            Self::Nothing => 0.0,
            Self::Tied(value) | Self::One(value, _) => *value,
        }
    }
}

/// How strongly each actor draws on each other.
pub(super) fn draws(ties: &Ties, direction: &str, binary: bool) -> Vec<Vec<f64>> {
    let mut w = ties.matrix();
    if direction == "all" && ties.directed {
        let out = w.clone();
        w.iter_mut().enumerate().for_each(|(i, row)| {
            row.iter_mut().enumerate().for_each(|(j, w)| *w += out[j][i]);
        });
    }
    let turned = |i: usize, j: usize| if direction == "in" { w[j][i] } else { w[i][j] };
    let counted = |w: f64| if binary && w > 0.0 { 1.0 } else { w };
    let n = ties.actors;
    (0..n).map(|i| (0..n).map(|j| counted(turned(i, j))).collect()).collect()
}

/// Rows and columns of some actors.
pub(super) fn among(m: &[Vec<f64>], actors: &[usize]) -> Vec<Vec<f64>> {
    actors.iter().map(|&i| actors.iter().map(|&j| m[i][j]).collect()).collect()
}

pub(super) fn leading(m: &[Vec<f64>]) -> Leading {
    let reach = closure(m.len(), |i, j| m[i][j] > 0.0);
    let both = |i: usize| reach[i].iter().copied().filter(|&j| reach[j].contains(&i)).collect();
    let circles = distinct((0..m.len()).map(both).collect());
    let among = circles.iter().map(|it| among(m, it));
    let among = among.filter(|it| it.iter().flatten().any(|cell| *cell > 0.0));
    let values: Vec<f64> = among.map(|it| power(&it).0).collect();
    let largest = values.iter().copied().fold(0.0, f64::max);
    match values.iter().filter(|value| (*value - largest).abs() <= 1e-9 * largest).count() {
        0 => Leading::Nothing,
        1 => Leading::One(largest, power(m).1),
        _ => Leading::Tied(largest),
    }
}

/// The eigenvalue and the vector that (M + sI)^(2^40) leaves of equal scores.
fn power(m: &[Vec<f64>]) -> (f64, Vec<f64>) {
    let n = m.len();
    let total: f64 = m.iter().flatten().sum();
    let mut b = m.to_vec();
    (0..n).for_each(|i| b[i][i] += total / n as f64);
    for _ in 0..40 {
        let cell = |i: usize, j: usize| (0..n).map(|k| b[i][k] * b[k][j]).sum::<f64>();
        let square: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| cell(i, j)).collect()).collect();
        let most = square.iter().flatten().copied().fold(0.0, f64::max);
        b = square.into_iter().map(|row| row.into_iter().map(|it| it / most).collect()).collect();
    }
    let x: Vec<f64> = b.iter().map(|row| row.iter().sum()).collect();
    let next = |i: usize| m[i].iter().zip(&x).map(|(m, x)| m * x).sum::<f64>();
    let value = (0..n).map(next).sum::<f64>() / x.iter().sum::<f64>();
    (value, x)
}
