use proptest::prelude::*;
use tertius::Unit;

use super::fragmentation::steps;
use super::{run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn key_players_are_the_best_of_all_sets(
        ties in any_ties(7), size in 1..=3_usize, within in 1..=3_usize, criterion in 0..4_usize,
        all: bool,
    ) {
        let (n, w) = (ties.actors, ties.matrix());
        prop_assume!(n >= size + 2);
        let tied = |i: usize, j: usize| w[i][j] > 0.0 || w[j][i] > 0.0;
        let whole = steps(n, tied);
        let value = |set: &[usize]| {
            let left = steps(n, |i, j| tied(i, j) && !set.contains(&i) && !set.contains(&j));
            let others: Vec<usize> = (0..n).filter(|it| !set.contains(it)).collect();
            let base = (if all { n } else { others.len() }) as f64;
            let apart = |of: &dyn Fn(f64) -> f64| {
                let pairs = others.iter().flat_map(|&i| others.iter().map(move |&j| (i, j)));
                let sum = pairs.filter(|(i, j)| i != j).map(|(i, j)| of(left[i][j])).sum::<f64>();
                1.0 - sum / (base * (base - 1.0))
            };
            let reached = |of: &dyn Fn(f64) -> f64| {
                let near = |&j: &usize| set.iter().map(|&i| whole[i][j]).fold(f64::INFINITY, f64::min);
                let sum = others.iter().map(|j| of(near(j))).sum::<f64>();
                (sum + if all { set.len() as f64 } else { 0.0 }) / base
            };
            match criterion {
                0 => apart(&|d| d.recip()),
                1 => apart(&|d| f64::from(u8::from(d.is_finite()))),
                2 => reached(&|d| f64::from(u8::from(d <= within as f64))),
                _ => reached(&|d| d.recip()),
            }
        };
        let name = ["distance_fragmentation", "fragmentation", "reach", "distance_reach"][criterion];
        let found = run(&ties.network(), Unit::Actor, "key_players", &[
            ("criterion", name), ("size", &size.to_string()), ("steps", &within.to_string()),
            ("denominator", if all { "all" } else { "remaining" }),
        ]);
        let sets = (0..1_usize << n).map(|bits| (0..n).filter(|i| bits >> i & 1 == 1).collect());
        let sets = sets.filter(|set: &Vec<usize>| set.len() == size);
        let best = sets.map(|set| value(&set)).fold(f64::NEG_INFINITY, f64::max);
        let words = found.words("in_set").unwrap();
        let chosen: Vec<_> = (0..n).filter(|&i| words[i].as_deref() == Some("yes")).collect();
        prop_assert_eq!(chosen.len(), size);
        prop_assert!((value(&chosen) - best).abs() < 1e-9);
        for i in 0..n {
            same(&found, "alone", i, Some(value(&[i])))?;
            same(&found, "together", i, Some(best))?;
        }
    }
}
