use proptest::prelude::*;
use tertius::{Network, Unit};

use super::{run, same};
use crate::networks::{Ties, any_ties, close};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn communities_are_as_good_as_their_modularity_says(ties in any_ties(7), gamma in 0..4_u32) {
        let (net, gamma) = (ties.network(), f64::from(gamma) / 2.0);
        let options = [("resolution", &*gamma.to_string()), ("runs", "4")];
        let found = run(&net, Unit::Actor, "community", &options);
        let whole = run(&net, Unit::Whole, "communities", &options);
        let labels = labels(&net, &found);
        for actor in 0..ties.actors {
            let members = labels.iter().filter(|it| **it == labels[actor]).count();
            same(&found, "members", actor, Some(members as f64))?;
            let stability = found.numbers("stability").unwrap()[actor].unwrap();
            prop_assert!(stability > 0.0 && stability <= 1.0);
        }
        prop_assert!(hold_together(&net, &labels));
        let agreement = whole.value("agreement", "value").unwrap();
        prop_assert!((-1.0..=1.0).contains(&agreement));
        if ties.held.is_empty() {
            return Ok(());
        }
        let quality = whole.value("modularity", "value").unwrap();
        prop_assert!(close(quality, modularity(&ties, &labels, gamma)));
        prop_assert!(whole.value("lowest_modularity", "value").unwrap() <= quality);
        // No partition is better than the best, and no single move makes it better by much.
        let best = partitions(ties.actors).map(|it| modularity(&ties, &it, gamma));
        prop_assert!(quality <= best.fold(f64::NEG_INFINITY, f64::max) + 1e-9);
        for actor in 0..ties.actors {
            for label in 0..ties.actors {
                let mut moved = labels.clone();
                moved[actor] = label;
                prop_assert!(modularity(&ties, &moved, gamma) <= quality + 1e-3);
            }
        }
    }
}

/// Sparse, with long loops: where a community could come to hang together by others alone.
#[test]
fn communities_of_larger_networks_hold_together() {
    for step in [7, 31, 89, 211] {
        let ties = (0..600_u32).flat_map(|i| {
            let others = [i + 1, i * step + 3, i * i + step].map(|j| j % 600);
            others.map(|j| (i.to_string(), j.to_string(), f64::from(1 + (i + j) % 5)))
        });
        let net = Network::from_ties(step % 3 == 1, ties).expect("strengths above zero");
        for resolution in ["0.3", "1", "6"] {
            let found = run(&net, Unit::Actor, "community", &[("resolution", resolution)]);
            assert!(hold_together(&net, &labels(&net, &found)), "{step} {resolution}");
        }
    }
}

/// In units of the mean, the weak ties are zero: many of them lead to the same community.
#[test]
fn strengths_beside_which_others_vanish() {
    let weak = (0..8_u32).flat_map(|i| (8..16).map(move |j| (i, j, 1e-300)));
    let strong = (0..15_u32).filter(|i| *i != 7).map(|i| (i, i + 1, 1e300));
    let ties = weak.chain(strong).map(|(i, j, it)| (i.to_string(), j.to_string(), it));
    let net = Network::from_ties(false, ties).expect("strengths above zero");
    let found = run(&net, Unit::Actor, "community", &[]);
    let labels = labels(&net, &found);
    assert_ne!(labels[0], labels[15]);
    assert!(hold_together(&net, &labels));
}

fn labels(net: &Network, found: &tertius::Results) -> Vec<usize> {
    let words = found.words("community").expect("a column of words");
    assert_eq!(words.len(), net.actors().len());
    words.iter().map(|word| word.as_deref().expect("a community").parse().unwrap()).collect()
}

/// Whether the members of each community reach one another by way of members.
fn hold_together(net: &Network, labels: &[usize]) -> bool {
    let n = labels.len();
    let ties = net.ties().iter().map(|tie| (tie.from as usize, tie.to as usize));
    let inner = ties.filter(|&(from, to)| labels[from] == labels[to]);
    let inner = inner.map(|(from, to)| (from.to_string(), to.to_string(), 1.0));
    let order = (0..n).map(|actor| (actor.to_string(), actor.to_string(), 1.0));
    let parts = Network::from_ties(false, order.chain(inner)).expect("strengths of 1");
    let pieces = run(&parts, Unit::Whole, "components", &[]).value("components", "value");
    let mut communities = labels.to_vec();
    communities.sort_unstable();
    communities.dedup();
    pieces == Some(communities.len() as f64)
}

/// Newman and Girvan (2004) and Leicht and Newman (2008), over every ordered pair.
fn modularity(ties: &Ties, labels: &[usize], gamma: f64) -> f64 {
    let (n, w) = (ties.actors, ties.matrix());
    let sent = |i: usize| w[i].iter().sum::<f64>();
    let got = |j: usize| w.iter().map(|row| row[j]).sum::<f64>();
    let all: f64 = (0..n).map(sent).sum();
    let pairs = (0..n).flat_map(|i| (0..n).map(move |j| (i, j)));
    let inner = pairs.filter(|&(i, j)| labels[i] == labels[j]);
    inner.map(|(i, j)| (w[i][j] - gamma * sent(i) * got(j) / all) / all).sum()
}

/// Every partition of so many actors: each joins one of the groups before it, or begins another.
fn partitions(n: usize) -> impl Iterator<Item = Vec<usize>> {
    let grow = |all: Vec<Vec<usize>>, _| {
        let more = |labels: Vec<usize>| {
            let next = labels.iter().max().map_or(0, |label| label + 1);
            (0..=next).map(move |label| labels.iter().copied().chain([label]).collect())
        };
        all.into_iter().flat_map(more).collect()
    };
    (0..n).fold(vec![Vec::new()], grow).into_iter()
}
