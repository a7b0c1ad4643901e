use proptest::prelude::*;
use tertius::Unit;

use super::{run, same};
use crate::networks::{Ties, any_ties};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn closeness_adds_up_a_table_of_distances(ties in any_ties(8)) {
        let net = ties.network();
        let n = ties.actors;
        for (paths, direction) in [
            ("strength", "out"), ("strength", "in"), ("strength", "all"),
            ("binary", "out"), ("binary", "in"), ("binary", "all"),
        ] {
            let lengths = lengths(&ties, paths == "binary", direction);
            let shortest = lengths.iter().flatten().copied().fold(f64::INFINITY, f64::min);
            let (d, others) = (distances(lengths), (n as f64) - 1.0);
            let find = |variant, scale| {
                let options = [
                    ("variant", variant), ("scale", scale), ("paths", paths),
                    ("direction", direction),
                ];
                run(&net, Unit::Actor, "closeness", &options)
            };
            let (raw, share) = (find("harmonic", "raw"), find("harmonic", "normalised"));
            let (scaled, classic) = (find("wasserman_faust", "raw"), find("classic", "raw"));
            for i in 0..n {
                let far: Vec<f64> = (0..n).filter(|&j| j != i).map(|j| d[i][j]).collect();
                let harmonic: f64 = far.iter().map(|d| 1.0 / d).sum();
                same(&raw, "value", i, Some(harmonic))?;
                let largest = others / if shortest.is_finite() { shortest } else { 1.0 };
                same(&share, "value", i, (n > 1).then(|| harmonic / largest))?;
                let near: Vec<f64> = far.iter().copied().filter(|d| d.is_finite()).collect();
                let (reached, sum) = (near.len() as f64, near.iter().sum::<f64>());
                same(&raw, "reached", i, Some(reached))?;
                let one = if near.is_empty() { 0.0 } else { reached / others * reached / sum };
                same(&scaled, "value", i, (n > 1).then_some(one))?;
                let all = n > 1 && near.len() == n - 1;
                same(&classic, "value", i, all.then(|| others / sum))?;
            }
        }
    }
}

/// How long the tie from each actor to each other is.
fn lengths(ties: &Ties, binary: bool, direction: &str) -> Vec<Vec<f64>> {
    let (n, w) = (ties.actors, ties.matrix());
    let strength = |i: usize, j: usize| match direction {
        "in" => w[j][i],
        "all" if ties.directed => w[i][j] + w[j][i],
        _ => w[i][j],
    };
    let length = |i, j| match strength(i, j) {
        0.0 => f64::INFINITY,
        _ if binary => 1.0,
        w => 1.0 / w,
    };
    (0..n).map(|i| (0..n).map(|j| length(i, j)).collect()).collect()
}

/// Floyd and Warshall: a path may pass one more actor at a time.
fn distances(mut d: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let n = d.len();
    for k in 0..n {
        for i in 0..n {
            for j in 0..n {
                d[i][j] = d[i][j].min(d[i][k] + d[k][j]);
            }
        }
    }
    d
}
