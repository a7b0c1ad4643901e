//! Cut points, blocks and bridges by taking actors and ties away.

use proptest::prelude::*;
use tertius::Unit;

use super::{closure, reach, run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn cut_points_leave_pieces(ties in any_ties(7)) {
        let n = ties.actors;
        let found = run(&ties.network(), Unit::Actor, "cut_points", &[]);
        let (w, all) = (ties.matrix(), reach(&ties, None));
        let tied = |i: usize, j: usize| w[i][j] > 0.0 || w[j][i] > 0.0;
        for (v, reached) in all.iter().enumerate() {
            let left = reach(&ties, Some(v));
            let others = reached.iter().filter(|&&i| i != v);
            let mut pieces: Vec<_> = others.map(|&i| left[i].clone()).collect();
            pieces.sort();
            pieces.dedup();
            let cut = found.words("cut_point").unwrap()[v].clone();
            prop_assert_eq!(cut.as_deref(), Some(if pieces.len() > 1 { "yes" } else { "no" }));
            same(&found, "blocks", v, Some(pieces.len() as f64))?;
            // The largest set with the actor that holds together whoever of it leaves.
            let holds = |set: usize| {
                let within = |i: usize, without: Option<usize>| {
                    set >> i & 1 == 1 && Some(i) != without
                };
                (0..=n).all(|gone| {
                    let gone = (gone < n).then_some(gone);
                    let reach = closure(n, |i, j| within(i, gone) && within(j, gone) && tied(i, j));
                    let stay: Vec<usize> = (0..n).filter(|&i| within(i, gone)).collect();
                    stay.iter().all(|&i| reach[stay[0]].contains(&i))
                })
            };
            let sets = (0..1_usize << n).filter(|set| set >> v & 1 == 1 && set.count_ones() > 1);
            let largest = sets.filter(|&set| holds(set)).map(usize::count_ones).max().unwrap_or(0);
            same(&found, "largest_block", v, Some(f64::from(largest)))?;
        }
    }

    #[test]
    fn bridges_leave_no_way_round(ties in any_ties(8)) {
        let n = ties.actors;
        let found = run(&ties.network(), Unit::Tie, "bridges", &[]);
        let mut held = ties.held.clone();
        held.sort_unstable();
        let w = ties.matrix();
        for (row, &(from, to, _)) in held.iter().enumerate() {
            let itself = |i: usize, j: usize| (i, j) == (from, to) || (j, i) == (from, to);
            let tied = |i: usize, j: usize| !itself(i, j) && (w[i][j] > 0.0 || w[j][i] > 0.0);
            let sides = closure(n, tied);
            let bridge = !sides[from].contains(&to);
            let separated = if bridge { sides[from].len().min(sides[to].len()) } else { 0 };
            let word = found.words("bridge").unwrap()[row].clone();
            prop_assert_eq!(word.as_deref(), Some(if bridge { "yes" } else { "no" }));
            same(&found, "separated", row, Some(separated as f64))?;
            // Actors within one step more, until the other end is.
            let mut near = vec![from];
            let steps = (1..n).find(|_| {
                let next = |j: &usize| near.iter().any(|&i| i == *j || tied(i, *j));
                near = (0..n).filter(next).collect();
                near.contains(&to)
            });
            same(&found, "span", row, steps.map(|steps| steps as f64))?;
        }
    }
}
