//! Exclusive and honest brokers and bridging, by looking at every pair.

use proptest::prelude::*;
use tertius::Unit;

use super::{between, run, same};
use crate::networks::{Ties, any_grouped, any_ties};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn exclusivity_lists_the_brokers_of_every_pair(
        (ties, groups) in any_grouped(7), across in any::<bool>(), asked in any::<bool>(),
        accounts in proptest::collection::vec(any::<bool>(), 7),
    ) {
        let mut net = ties.network().with_attribute("sector", &groups);
        if asked {
            net = net.with_accounts(accounts.iter().copied().take(ties.actors));
        }
        let (n, w) = (ties.actors, ties.matrix());
        let heard = |i: usize, j: usize| !asked || accounts[i] || (!ties.directed && accounts[j]);
        let mut found = vec![[0.0; 2]; n];
        for a in 0..n {
            for b in (0..n).filter(|&b| b != a && (ties.directed || a < b)) {
                let known = !groups[a].is_empty() && !groups[b].is_empty();
                let counts = !across || (known && groups[a] != groups[b]);
                if !counts || w[a][b] > 0.0 || !heard(a, b) {
                    continue;
                }
                let brokers: Vec<_> =
                    (0..n).filter(|&v| w[a][v] > 0.0 && w[v][b] > 0.0).collect();
                for &v in &brokers {
                    found[v][0] += 1.0;
                    found[v][1] += if brokers.len() == 1 { 1.0 } else { 0.0 };
                }
            }
        }
        let pairs = if across { "across" } else { "all" };
        let results = run(&net, Unit::Actor, "brokerage_exclusivity", &[("pairs", pairs)]);
        for (v, [activity, exclusivity]) in found.into_iter().enumerate() {
            same(&results, "activity", v, Some(activity))?;
            same(&results, "exclusivity", v, Some(exclusivity))?;
            same(&results, "share", v, (activity > 0.0).then(|| exclusivity / activity))?;
        }
    }

    #[test]
    fn honest_brokers_by_every_pair_of_contacts(
        ties in any_ties(7), direction in prop::sample::select(vec!["in", "out", "all", "mutual"]),
        accounts in proptest::option::of(proptest::collection::vec(any::<bool>(), 7)),
    ) {
        let mut net = ties.network();
        if let Some(accounts) = &accounts {
            net = net.with_accounts(accounts.iter().copied().take(ties.actors));
        }
        let (n, w) = (ties.actors, ties.matrix());
        let known = |i: usize, j: usize| w[i][j] > 0.0 || accounts.as_ref().is_none_or(
            |accounts| accounts[i] || (!ties.directed && accounts[j])
        );
        let results = run(&net, Unit::Actor, "honest_broker", &[("direction", direction)]);
        for v in 0..n {
            let contact = |&a: &usize| match direction {
                "in" => w[a][v] > 0.0,
                "out" => w[v][a] > 0.0,
                "all" => w[a][v] > 0.0 || w[v][a] > 0.0,
                _ => w[a][v] > 0.0 && w[v][a] > 0.0,
            };
            let mut kinds = [0.0; 3];
            for a in (0..n).filter(contact) {
                for b in (0..a).filter(contact).filter(|&b| known(a, b) && known(b, a)) {
                    kinds[usize::from(w[a][b] > 0.0) + usize::from(w[b][a] > 0.0)] += 1.0;
                }
            }
            let pairs = kinds.iter().sum::<f64>();
            same(&results, "pairs", v, Some(pairs))?;
            for (kind, name) in ["none", "one_way", "mutual"].into_iter().enumerate() {
                same(&results, name, v, Some(kinds[kind]))?;
                let share = (pairs > 0.0).then(|| kinds[kind] / pairs);
                same(&results, &format!("normalised_{name}"), v, share)?;
            }
        }
    }

    #[test]
    fn bridging_takes_ties_away_one_by_one(ties in any_ties(7)) {
        let (n, net) = (ties.actors, ties.network());
        let undirected = either_way(&ties);
        let w = undirected.matrix();
        let k = |v: usize| w[v].iter().filter(|w| **w > 0.0).count() as f64;
        let hwang = run(&net, Unit::Actor, "bridging", &[]);
        let options = [("variant", "valente_fujimoto")];
        let fujimoto = run(&net, Unit::Actor, "bridging", &options);
        let (between, all) = (between(&undirected, true), efficiency(&undirected));
        for v in 0..n {
            let spread: f64 = (0..n).filter(|&u| w[v][u] > 0.0).map(|u| 1.0 / k(u)).sum();
            let coefficient = (k(v) > 0.0).then(|| 1.0 / k(v) / spread);
            same(&hwang, "coefficient", v, coefficient)?;
            same(&hwang, "betweenness", v, Some(between[v]))?;
            same(&hwang, "value", v, coefficient.map(|it| it * between[v]))?;
            let mine = |&&(i, j, _): &&(usize, usize, u32)| i == v || j == v;
            let losses = undirected.held.iter().filter(mine).map(|tie| {
                let mut without = undirected.clone();
                without.held.retain(|it| it != tie);
                all - efficiency(&without)
            });
            let mean = (k(v) > 0.0).then(|| losses.sum::<f64>() / k(v));
            same(&fujimoto, "value", v, mean)?;
        }
    }
}

fn either_way(ties: &Ties) -> Ties {
    let mut held: Vec<_> = ties.held.iter().map(|&(i, j, _)| (i.min(j), i.max(j), 1)).collect();
    held.sort_unstable();
    held.dedup();
    Ties { directed: false, actors: ties.actors, held }
}

/// The mean of 1/d over all pairs, with distances by Floyd and Warshall.
fn efficiency(ties: &Ties) -> f64 {
    let (n, w) = (ties.actors, ties.matrix());
    let step = |i: usize, j: usize| match (i == j, w[i][j] > 0.0) {
        (true, _) => 0.0,
        (_, true) => 1.0,
        _ => f64::INFINITY,
    };
    let mut d: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| step(i, j)).collect()).collect();
    for k in 0..n {
        for i in 0..n {
            for j in 0..n {
                d[i][j] = d[i][j].min(d[i][k] + d[k][j]);
            }
        }
    }
    let pairs = (0..n).flat_map(|i| (0..i).map(move |j| (i, j)));
    let sum: f64 = pairs.map(|(i, j)| 1.0 / d[i][j]).sum();
    sum / (n as f64 * (n as f64 - 1.0) / 2.0)
}
