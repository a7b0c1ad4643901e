//! Betweenness that splits or chooses the pairs, from a list of all simple paths.

use proptest::prelude::*;
use tertius::Unit;

use super::{run, same, walk};
use crate::networks::{Ties, any_grouped};

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
