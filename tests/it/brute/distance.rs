//! Reach, geodesics and ego betweenness, on dense matrices.

use proptest::prelude::*;
use tertius::Unit;

use super::traffic::steps_apart;
use super::{run, same};
use crate::networks::{Ties, any_ties, close};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn reach_counts_whoever_is_near(
        ties in any_ties(9),
        steps in 1..4_usize,
        decay in prop::sample::select(vec![0.0, 0.5, 0.8, 1.0]),
        direction in prop::sample::select(vec!["out", "in", "all"]),
    ) {
        let (count, factor) = (steps.to_string(), decay.to_string());
        let options = [("steps", count.as_str()), ("decay", &factor), ("direction", direction)];
        let found = run(&ties.network(), Unit::Actor, "reach", &options);
        let apart = match direction {
            "all" => steps_apart(&either_way(&ties)),
            _ => steps_apart(&ties),
        };
        let n = ties.actors;
        let steps_to = |i: usize, j: usize| {
            if direction == "in" { apart[j][i] } else { apart[i][j] }
        };
        for i in 0..n {
            let to = |j: usize| steps_to(i, j);
            let others = || (0..n).filter(|&j| j != i && to(j) < n).map(to);
            let within = others().filter(|&d| d <= steps).count() as f64;
            let decayed: f64 = others().map(|d| f64::powf(decay, d as f64 - 1.0)).sum();
            let share = |of: f64| (n > 1).then(|| of / (n as f64 - 1.0));
            same(&found, "reached", i, Some(within))?;
            same(&found, "share", i, share(within))?;
            same(&found, "decayed", i, share(decayed))?;
        }
    }

    #[test]
    fn geodesics_are_those_of_floyd_and_warshall(ties in any_ties(9)) {
        let n = ties.actors;
        for (word, lengths) in [("binary", false), ("strength", true)] {
            let found = run(&ties.network(), Unit::Whole, "geodesics", &[("paths", word)]);
            let value = |row: &str| found.value(row, "value");
            let same = |row: &str, want: Option<f64>| {
                let agree = match (value(row), want) {
                    (Some(got), Some(want)) => close(got, want),
                    (got, want) => got == want,
                };
                prop_assert!(agree, "{} {}: {:?}, not {:?}", word, row, value(row), want);
                Ok(())
            };
            let apart = lengths_apart(&ties, lengths);
            let pairs: Vec<(usize, usize)> = (0..n)
                .flat_map(|i| (0..n).map(move |j| (i, j)))
                .filter(|&(i, j)| if ties.directed { i != j } else { i < j })
                .collect();
            let joined: Vec<f64> =
                pairs.iter().map(|&(i, j)| apart[i][j]).filter(|it| it.is_finite()).collect();
            let (all, connected) = (pairs.len() as f64, joined.len() as f64);
            let some = |value: f64| (connected > 0.0).then_some(value);
            same("pairs", Some(all))?;
            same("connected_pairs", Some(connected))?;
            same("mean_distance", some(joined.iter().sum::<f64>() / connected))?;
            same("diameter", some(joined.iter().copied().fold(0.0, f64::max)))?;
            let near = joined.iter().map(|it| it.recip()).sum::<f64>();
            same("efficiency", (n > 1).then(|| near / all))?;
            let farthest = apart.iter().map(|row| row.iter().copied().fold(0.0, f64::max));
            let least = farthest.fold(f64::INFINITY, f64::min);
            same("radius", (n > 1 && least.is_finite()).then_some(least))?;
            for step in 1..=n {
                let at = joined.iter().filter(|it| close(**it, step as f64)).count() as f64;
                let longest = joined.iter().copied().fold(0.0, f64::max);
                let row = !lengths && step as f64 <= longest;
                same(&format!("distance_{step}"), row.then_some(at))?;
            }
        }
    }

    #[test]
    fn ego_betweenness_is_the_formula_on_the_matrix_of_the_ego_network(ties in any_ties(8)) {
        let found = run(&ties.network(), Unit::Actor, "ego_betweenness", &[]);
        let (n, w) = (ties.actors, ties.matrix());
        let a = |i: usize, j: usize| if w[i][j] > 0.0 { 1.0 } else { 0.0 };
        for v in 0..n {
            let alters: Vec<usize> = (0..n).filter(|&i| a(i, v) + a(v, i) > 0.0).collect();
            let inside = || alters.iter().copied().chain([v]);
            let (mut sum, mut pairs) = (0.0, 0.0);
            for &j in &alters {
                for &k in alters.iter().filter(|&&k| if ties.directed { k != j } else { k > j }) {
                    pairs += 1.0;
                    if a(j, v) * a(v, k) > 0.0 && a(j, k) == 0.0 {
                        sum += 1.0 / inside().map(|q| a(j, q) * a(q, k)).sum::<f64>();
                    }
                }
            }
            same(&found, "value", v, Some(sum))?;
            same(&found, "normalised", v, (pairs > 0.0).then(|| sum / pairs))?;
        }
    }
}

/// The same ties without direction.
fn either_way(ties: &Ties) -> Ties {
    let held = ties.held.iter().map(|&(i, j, w)| (i.min(j), i.max(j), w)).collect();
    Ties { directed: false, actors: ties.actors, held }
}

/// Lengths of shortest paths: in steps, or with ties 1/strength long.
fn lengths_apart(ties: &Ties, by_strength: bool) -> Vec<Vec<f64>> {
    let (n, w) = (ties.actors, ties.matrix());
    let length = |i: usize, j: usize| match (i == j, w[i][j]) {
        (true, _) => 0.0,
        (_, 0.0) => f64::INFINITY,
        (_, w) => {
            if by_strength {
                1.0 / w
            } else {
                1.0
            }
        }
    };
    let mut apart: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| length(i, j)).collect()).collect();
    for k in 0..n {
        for i in 0..n {
            for j in 0..n {
                apart[i][j] = apart[i][j].min(apart[i][k] + apart[k][j]);
            }
        }
    }
    apart
}
