//! Centralization by the printed sums, and its largest values by trying every network.

use proptest::prelude::*;
use tertius::Unit;

use super::eigenvector::{Leading, draws, leading};
use super::run;
use crate::networks::{Ties, any_ties, close, network};

/// Alters that each actor has a tie to, a bit each.
type Masks = Vec<u32>;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn centralization_adds_up_differences(ties in any_ties(7)) {
        let found = run(&ties.network(), Unit::Whole, "centralization", &[]);
        for (name, sum) in sums(&masks(&ties), ties.directed) {
            let got = found.value(name, "differences");
            let agree = got.zip(sum).map_or(got == sum, |(got, sum)| close(got, sum));
            prop_assert!(agree, "{}: {:?}, not {:?}", name, got, sum);
        }
        // One vector, and either none without a part in it or those alone who draw on nobody.
        if let (Leading::One(_, x), Some(got)) =
            (leading(&draws(&ties, "in", true)), found.value("eigenvector", "differences"))
        {
            let most = x.iter().copied().fold(0.0, f64::max);
            prop_assert!(close(got, x.iter().map(|x| 1.0 - x / most).sum()));
        }
        for row in found.words("quantity").unwrap().iter().flatten() {
            if let Some(value) = found.value(row, "value") {
                prop_assert!((-1e-12..=1.0 + 1e-9).contains(&value), "{}: {}", row, value);
            }
        }
    }
}

#[test]
fn no_network_of_five_actors_is_more_centralized_than_the_largest() {
    (1..=5).for_each(|n| certify(n, false));
    (1..=4).for_each(|n| certify(n, true));
}

#[test]
#[ignore = "tries two million undirected networks and a million directed ones: minutes"]
fn no_network_of_seven_actors_is_more_centralized_than_the_largest() {
    certify(6, false);
    certify(7, false);
    certify(5, true);
}

/// The largest sums over every network are those that the measure divides by.
fn certify(n: usize, directed: bool) {
    let dyads: Vec<(usize, usize)> = (0..n)
        .flat_map(|i| (0..n).map(move |j| (i, j)))
        .filter(|&(i, j)| if directed { i != j } else { i < j })
        .collect();
    let mut largest: Vec<(&str, f64)> = Vec::new();
    for held in 0..1_u32 << dyads.len() {
        let mut alters = vec![0; n];
        for (_, &(i, j)) in dyads.iter().enumerate().filter(|(at, _)| held >> at & 1 == 1) {
            alters[i] |= 1 << j;
            if !directed {
                alters[j] |= 1 << i;
            }
        }
        for (name, sum) in sums(&alters, directed) {
            let sum = sum.unwrap_or(0.0);
            match largest.iter_mut().find(|it| it.0 == name) {
                Some(it) => it.1 = it.1.max(sum),
                None => largest.push((name, sum)),
            }
        }
    }
    let actors: Vec<String> = (0..n).map(|actor| actor.to_string()).collect();
    let ties = if directed { "0>0" } else { "0-0" };
    let found = run(&network(ties, &actors[1..].join(" ")), Unit::Whole, "centralization", &[]);
    for (name, largest) in largest {
        if directed && name == "closeness" {
            continue;
        }
        let claimed = found.value(name, "largest").unwrap_or(0.0);
        assert!(close(claimed, largest), "{name} of {n}, {directed}: {claimed}, not {largest}");
    }
}

/// Σ (c_max − c_i) of each centrality; none where some actor has no value.
fn sums(alters: &Masks, directed: bool) -> Vec<(&'static str, Option<f64>)> {
    let n = alters.len();
    let spread = |scores: Vec<f64>| {
        let most = scores.iter().copied().fold(0.0, f64::max);
        scores.iter().all(|it| it.is_finite()).then(|| scores.iter().map(|it| most - it).sum())
    };
    let (steps, paths) = shortest(alters);
    let each = |of: &dyn Fn(usize) -> f64| spread((0..n).map(of).collect());
    let sent = |i: usize| f64::from(alters[i].count_ones());
    let got = |i: usize| (0..n).filter(|&j| alters[j] >> i & 1 == 1).count() as f64;
    let near =
        |i: usize, j: usize| if steps[i][j] > 0 { 1.0 / f64::from(steps[i][j]) } else { 0.0 };
    let ways = if directed { 1.0 } else { 2.0 };
    let between = |v: usize| {
        let pairs = (0..n).flat_map(|s| (0..n).map(move |t| (s, t)));
        let pairs = pairs.filter(|&(s, t)| s != t && s != v && t != v && steps[s][t] > 0);
        let through = pairs.filter(|&(s, t)| {
            steps[s][v] > 0 && steps[v][t] > 0 && steps[s][v] + steps[v][t] == steps[s][t]
        });
        through.map(|(s, t)| paths[s][v] * paths[v][t] / paths[s][t]).sum::<f64>() / ways
    };
    let close = |i: usize| {
        let all = (0..n).filter(|&j| j != i).all(|j| steps[i][j] > 0);
        let sum = (0..n).map(|j| f64::from(steps[i][j])).sum::<f64>();
        if all && n > 1 { (n as f64 - 1.0) / sum } else { f64::INFINITY }
    };
    let harmonic_out = each(&|i| (0..n).map(|j| near(i, j)).sum());
    let mut sums = vec![("betweenness", each(&between))];
    if directed {
        sums.extend([
            ("in_degree", each(&got)),
            ("out_degree", each(&sent)),
            ("degree", each(&|i| sent(i) + got(i))),
            ("out_harmonic", harmonic_out),
            ("in_harmonic", each(&|i| (0..n).map(|j| near(j, i)).sum())),
        ]);
    } else {
        sums.extend([
            ("degree", each(&sent)),
            ("closeness", each(&close)),
            ("harmonic", harmonic_out),
        ]);
    }
    sums
}

/// Steps between every two actors (0: none), and the number of paths that short.
fn shortest(alters: &Masks) -> (Vec<Vec<u32>>, Vec<Vec<f64>>) {
    let n = alters.len();
    let (mut steps, mut paths) = (vec![vec![0; n]; n], vec![vec![0.0; n]; n]);
    for s in 0..n {
        let (mut seen, mut front, mut step) = (1_u32 << s, 1_u32 << s, 0);
        paths[s][s] = 1.0;
        while front > 0 {
            step += 1;
            let mut next = 0;
            for i in (0..n).filter(|&i| front >> i & 1 == 1) {
                for j in (0..n).filter(|&j| alters[i] & !seen & (1 << j) > 0) {
                    next |= 1 << j;
                    steps[s][j] = step;
                    paths[s][j] += paths[s][i];
                }
            }
            seen |= next;
            front = next;
        }
    }
    (steps, paths)
}

fn masks(ties: &Ties) -> Masks {
    let row = |row: &Vec<f64>| {
        let held = row.iter().enumerate().filter(|(_, w)| **w > 0.0);
        held.map(|(j, _)| 1_u32 << j).sum()
    };
    ties.matrix().iter().map(row).collect()
}
