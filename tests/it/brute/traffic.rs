//! Betweenness that splits or chooses the pairs, from a list of all simple paths.

use proptest::prelude::*;
use tertius::Unit;

use super::{dyads, run, same, walk};
use crate::networks::{Ties, any_grouped, any_ties};

const ROLES: [&str; 6] =
    ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "unknown"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_pair_is_in_one_role((ties, groups) in any_grouped(7), distance in 0..4_usize) {
        let net = ties.network().with_attribute("sector", &groups);
        for (word, by_steps) in [("strength", false), ("binary", true)] {
            let options = [("paths", word), ("distance", &distance.to_string())];
            let found = run(&net, Unit::Actor, "betweenness_by_role", &options);
            let apart = steps_apart(&ties);
            let mut roles = vec![[0.0; 6]; ties.actors];
            for (s, t, paths) in shortest(&ties, by_steps) {
                if distance > 0 && apart[s][t] > distance {
                    continue;
                }
                for v in 0..ties.actors {
                    let share = through(&paths, v);
                    // Undirected, half each way.
                    let half = if ties.directed { share } else { share / 2.0 };
                    roles[v][role(groups[s], groups[v], groups[t])] += half;
                    if !ties.directed {
                        roles[v][role(groups[t], groups[v], groups[s])] += half;
                    }
                }
            }
            for (v, roles) in roles.iter().enumerate() {
                for (column, name) in ROLES.iter().enumerate() {
                    let defined = column == 5 || !groups[v].is_empty();
                    same(&found, name, v, defined.then_some(roles[column]))?;
                }
                same(&found, "total", v, Some(roles.iter().sum()))?;
            }
        }
    }

    #[test]
    fn pairs_between_groups_are_those_that_were_chosen(
        (ties, groups) in any_grouped(7),
        from in prop::sample::select(vec!["", "HE", "FE", "HE,VCS"]),
        to in prop::sample::select(vec!["", "HE", "FE", "FE,VCS"]),
    ) {
        let words = |side: &'static str| side.split(',').filter(|word| !word.is_empty());
        prop_assume!(words(from).chain(words(to)).all(|word| groups.contains(&word)));
        let (from, to): (Vec<_>, Vec<_>) = (words(from).collect(), words(to).collect());
        let counts = |s: usize, t: usize| {
            let (a, b) = (groups[s], groups[t]);
            !a.is_empty() && !b.is_empty() && match (from.is_empty(), to.is_empty()) {
                (true, true) => a != b,
                (true, false) => !to.contains(&a) && to.contains(&b),
                (false, true) => from.contains(&a) && !from.contains(&b),
                (false, false) => from.contains(&a) && to.contains(&b),
            }
        };
        let counts = |s, t| counts(s, t) || (!ties.directed && counts(t, s));
        let net = ties.network().with_attribute("sector", &groups);
        for (word, by_steps) in [("strength", false), ("binary", true)] {
            let (from, to) = (from.join(","), to.join(", "));
            let mut options = vec![("paths", word), ("from", &from), ("to", &to)];
            let raw = run(&net, Unit::Actor, "betweenness_between", &options);
            options.push(("scale", "normalised"));
            let share = run(&net, Unit::Actor, "betweenness_between", &options);
            let joined = shortest(&ties, by_steps);
            for v in 0..ties.actors {
                let chosen = joined.iter().filter(|(s, t, _)| counts(*s, *t));
                let value: f64 = chosen.map(|(_, _, paths)| through(paths, v)).sum();
                let pairs = dyads(&ties).filter(|&(s, t, _)| s != v && t != v && counts(s, t));
                let pairs = pairs.count() as f64;
                same(&raw, "value", v, Some(value))?;
                same(&raw, "pairs", v, Some(pairs))?;
                same(&share, "value", v, (pairs > 0.0).then(|| value / pairs))?;
            }
        }
    }

    #[test]
    fn ties_carry_their_share_of_every_pair(ties in any_ties(7)) {
        let net = ties.network();
        for (word, by_steps) in [("strength", false), ("binary", true)] {
            let found = run(&net, Unit::Tie, "betweenness", &[("paths", word)]);
            let joined = shortest(&ties, by_steps);
            for (at, tie) in net.ties().iter().enumerate() {
                let (from, to) = (tie.from as usize, tie.to as usize);
                let takes = |step: &[usize]| {
                    *step == [from, to] || (!ties.directed && *step == [to, from])
                };
                let share = |paths: &[Vec<usize>]| {
                    let take = paths.iter().filter(|path| path.windows(2).any(takes)).count();
                    take as f64 / paths.len() as f64
                };
                let value = joined.iter().map(|(_, _, paths)| share(paths)).sum();
                same(&found, "value", at, Some(value))?;
            }
        }
    }
}

/// Every pair that is connected, with all its shortest paths; unordered pairs once.
pub(super) fn shortest(ties: &Ties, by_steps: bool) -> Vec<(usize, usize, Vec<Vec<usize>>)> {
    let mut lengths = vec![vec![None; ties.actors]; ties.actors];
    for &(i, j, strength) in &ties.held {
        let length = Some(if by_steps { 1 } else { 6 / strength });
        lengths[i][j] = length;
        if !ties.directed {
            lengths[j][i] = length;
        }
    }
    let mut pairs = Vec::new();
    for s in 0..ties.actors {
        for t in (0..ties.actors).filter(|&t| t != s && (ties.directed || t > s)) {
            let mut paths = Vec::new();
            walk(&lengths, t, &mut vec![s], 0, &mut paths);
            let Some(least) = paths.iter().map(|(length, _)| *length).min() else { continue };
            let shortest = paths.into_iter().filter(|(length, _)| *length == least);
            pairs.push((s, t, shortest.map(|(_, path)| path).collect()));
        }
    }
    pairs
}

/// The share of paths that an actor is inside.
fn through(paths: &[Vec<usize>], v: usize) -> f64 {
    let inside = |path: &&Vec<usize>| path[1..path.len() - 1].contains(&v);
    paths.iter().filter(inside).count() as f64 / paths.len() as f64
}

/// How many steps apart two actors are, by Floyd and Warshall; `usize::MAX / 2` if not connected.
pub(super) fn steps_apart(ties: &Ties) -> Vec<Vec<usize>> {
    let (n, w) = (ties.actors, ties.matrix());
    let step = |i: usize, j: usize| match (i == j, w[i][j] > 0.0) {
        (true, _) => 0,
        (_, true) => 1,
        _ => usize::MAX / 2,
    };
    let mut apart: Vec<Vec<usize>> = (0..n).map(|i| (0..n).map(|j| step(i, j)).collect()).collect();
    for k in 0..n {
        for i in 0..n {
            for j in 0..n {
                apart[i][j] = apart[i][j].min(apart[i][k] + apart[k][j]).min(usize::MAX / 2);
            }
        }
    }
    apart
}

fn role(a: &str, v: &str, b: &str) -> usize {
    if [a, v, b].contains(&"") {
        5
    } else if a == v && v == b {
        0
    } else if a == b {
        1
    } else if a == v {
        2
    } else if v == b {
        3
    } else {
        4
    }
}
