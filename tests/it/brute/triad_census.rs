use std::collections::BTreeMap;

use proptest::prelude::*;
use tertius::Unit;

use super::run;
use crate::networks::any_ties;

/// A triad of each type, as drawn in Holland and Leinhardt (1970).
const DRAWN: [(&str, &[(usize, usize)]); 16] = [
    ("003", &[]),
    ("012", &[(0, 1)]),
    ("102", &[(0, 1), (1, 0)]),
    ("021D", &[(1, 0), (1, 2)]),
    ("021U", &[(0, 1), (2, 1)]),
    ("021C", &[(0, 1), (1, 2)]),
    ("111D", &[(0, 2), (2, 0), (1, 2)]),
    ("111U", &[(0, 2), (2, 0), (2, 1)]),
    ("030T", &[(0, 1), (1, 2), (0, 2)]),
    ("030C", &[(0, 1), (1, 2), (2, 0)]),
    ("201", &[(0, 1), (1, 0), (1, 2), (2, 1)]),
    ("120D", &[(0, 2), (2, 0), (1, 0), (1, 2)]),
    ("120U", &[(0, 2), (2, 0), (0, 1), (2, 1)]),
    ("120C", &[(0, 2), (2, 0), (0, 1), (1, 2)]),
    ("210", &[(0, 1), (1, 0), (1, 2), (2, 1), (0, 2)]),
    ("300", &[(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn triad_census_turns_every_triple_until_it_looks_like_a_drawing(
        ties in any_ties(8), heard in proptest::collection::vec(any::<bool>(), 8), asked: bool,
    ) {
        let mut net = ties.network();
        if asked {
            net = net.with_accounts(heard.iter().copied().take(ties.actors));
        }
        let (n, w) = (ties.actors, ties.matrix());
        let seen = |i: usize, j: usize| {
            !asked || if ties.directed { heard[i] && heard[j] } else { heard[i] || heard[j] }
        };
        let mut counts = BTreeMap::new();
        for i in 0..n {
            for j in i + 1..n {
                for k in (j + 1..n).filter(|&k| seen(i, j) && seen(i, k) && seen(j, k)) {
                    *counts.entry(drawn(&w, [i, j, k])).or_insert(0.0) += 1.0;
                }
            }
        }
        let found = run(&net, Unit::Whole, "triad_census", &[]);
        let undirected =
            [("no_tie", "003"), ("one_tie", "102"), ("two_ties", "201"), ("triangle", "300")];
        let rows = if ties.directed { DRAWN.map(|it| (it.0, it.0)).to_vec() } else { undirected.to_vec() };
        prop_assert_eq!(found.len(), rows.len());
        for (row, drawing) in rows {
            let want = counts.get(drawing).copied().unwrap_or(0.0);
            prop_assert_eq!(found.value(row, "value"), Some(want), "{}", row);
        }
    }
}

fn drawn(w: &[Vec<f64>], [i, j, k]: [usize; 3]) -> &'static str {
    let turns = [[i, j, k], [i, k, j], [j, i, k], [j, k, i], [k, i, j], [k, j, i]];
    let like = |ties: &[(usize, usize)], turn: [usize; 3]| {
        (0..3).all(|a| {
            (0..3).all(|b| a == b || (w[turn[a]][turn[b]] > 0.0) == ties.contains(&(a, b)))
        })
    };
    let found = DRAWN.iter().find(|(_, ties)| turns.iter().any(|&turn| like(ties, turn)));
    found.expect("every triad is of one of the types").0
}
