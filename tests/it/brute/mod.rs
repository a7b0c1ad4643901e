//! Every kernel against a slow and obvious twin, on random networks.

mod alters;
mod assortativity;
mod backbone;
mod betweenness;
mod brokerage;
mod brokers;
mod centralization;
mod change;
mod closeness;
mod communities;
mod core_periphery;
mod coreness;
mod crossing;
mod cuts;
mod departure;
mod distance;
mod dyadic;
mod eigenvector;
mod fragmentation;
mod gaps;
mod hits;
mod holes;
mod information;
mod key_players;
mod krackhardt;
mod pagerank;
mod reciprocity;
mod segregation;
mod sides;
mod suggestions;
mod traffic;
mod transitivity;
mod triad_census;
mod two_mode_clustering;
mod walks;

use proptest::prelude::*;
use tertius::{Arguments, Measure, Network, Results, Unit, Watch, actor};

use crate::networks::{Ties, any_grouped, any_ties, close};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn degree_counts_cells_of_the_matrix(ties in any_ties(8)) {
        let (w, found) = (ties.matrix(), run(&ties.network(), Unit::Actor, "degree", &[]));
        for i in 0..ties.actors {
            let out = w[i].iter().filter(|w| **w > 0.0).count() as f64;
            let into = w.iter().filter(|row| row[i] > 0.0).count() as f64;
            let (sent, got) = (w[i].iter().sum::<f64>(), w.iter().map(|row| row[i]).sum::<f64>());
            if ties.directed {
                same(&found, "in_degree", i, Some(into))?;
                same(&found, "out_degree", i, Some(out))?;
                same(&found, "degree", i, Some(into + out))?;
                same(&found, "strength", i, Some(sent + got))?;
            } else {
                same(&found, "degree", i, Some(out))?;
                same(&found, "strength", i, Some(sent))?;
            }
            let most = (ties.actors - 1) as f64 * if ties.directed { 2.0 } else { 1.0 };
            let all = if ties.directed { into + out } else { out };
            same(&found, "normalised", i, (most > 0.0).then(|| all / most))?;
        }
    }

    #[test]
    fn opsahl_is_the_geometric_mean_of_degree_and_strength_by_its_weights(
        ties in any_ties(8), alpha in prop::sample::select(vec![0.0, 0.3, 0.5, 1.0, 1.5]),
    ) {
        let net = ties.network();
        let (w, found) = (ties.matrix(), actor::degree(&net, alpha).expect("it applies"));
        let opsahl = |cells: &[f64]| {
            let (k, s) =
                (cells.iter().filter(|w| **w > 0.0).count() as f64, cells.iter().sum::<f64>());
            if k > 0.0 { k.powf(1.0 - alpha) * s.powf(alpha) } else { 0.0 }
        };
        for i in 0..ties.actors {
            let into: Vec<f64> = w.iter().map(|row| row[i]).collect();
            if ties.directed {
                same(&found, "in_opsahl", i, Some(opsahl(&into)))?;
                same(&found, "out_opsahl", i, Some(opsahl(&w[i])))?;
                same(&found, "opsahl", i, Some(opsahl(&[&into[..], &w[i]].concat())))?;
            } else {
                same(&found, "opsahl", i, Some(opsahl(&w[i])))?;
            }
        }
    }

    #[test]
    fn betweenness_lists_every_shortest_path(ties in any_ties(7)) {
        let net = ties.network();
        for (paths, by_steps) in [("strength", false), ("binary", true)] {
            let found = run(&net, Unit::Actor, "betweenness", &[("paths", paths)]);
            for (i, between) in between(&ties, by_steps).into_iter().enumerate() {
                same(&found, "value", i, Some(between))?;
            }
        }
    }

    #[test]
    fn removal_removes_and_counts(ties in any_ties(9)) {
        let found = run(&ties.network(), Unit::Actor, "removal", &[]);
        let all = reach(&ties, None);
        for v in 0..ties.actors {
            let left = reach(&ties, Some(v));
            let others: Vec<usize> = (0..ties.actors).filter(|&i| i != v).collect();
            let mine: Vec<usize> = others.iter().copied().filter(|&i| all[v].contains(&i)).collect();
            let mut pieces: Vec<Vec<usize>> = mine.iter().map(|&i| left[i].clone()).collect();
            pieces.sort();
            pieces.dedup();
            let largest = pieces.iter().map(Vec::len).max().unwrap_or(0);
            let connected = |reach: &[Vec<usize>]| {
                let reached = |&i: &usize| reach[i].iter().filter(|&&j| j > i && j != v).count();
                others.iter().map(reached).sum::<usize>() as f64
            };
            let (before, after) = (connected(&all), connected(&left));
            same(&found, "pieces", v, Some(pieces.len() as f64))?;
            same(&found, "separated", v, Some((mine.len() - largest) as f64))?;
            same(&found, "pairs_lost", v, Some(before - after))?;
            let share = (before > 0.0).then(|| (before - after) / before);
            same(&found, "share_lost", v, share)?;
        }
    }

    #[test]
    fn components_are_what_can_be_reached(ties in any_ties(9)) {
        let found = run(&ties.network(), Unit::Whole, "components", &[]);
        let n = ties.actors;
        let pieces = distinct(reach(&ties, None));
        let value = |row: &str| found.value(row, "value");
        prop_assert_eq!(value("components"), Some(pieces.len() as f64));
        let largest = pieces.iter().map(Vec::len).max().unwrap_or(0);
        prop_assert_eq!(value("largest"), Some(largest as f64));
        let alone = pieces.iter().filter(|piece| piece.len() == 1).count();
        prop_assert_eq!(value("isolates"), Some(alone as f64));
        let pairs = pieces.iter().map(|piece| piece.len() * (piece.len() - 1)).sum::<usize>();
        prop_assert_eq!(value("connected"), (n > 1).then(|| pairs as f64 / (n * (n - 1)) as f64));
        if ties.directed {
            let forth = reach_along(&ties);
            let mutual = |i: usize| {
                forth[i].iter().copied().filter(|&j| forth[j].contains(&i)).collect::<Vec<_>>()
            };
            let strong = distinct((0..n).map(mutual).collect());
            prop_assert_eq!(value("strong_components"), Some(strong.len() as f64));
            let largest = strong.iter().map(Vec::len).max().unwrap_or(0);
            prop_assert_eq!(value("largest_strong"), Some(largest as f64));
        }
    }

    #[test]
    fn density_looks_at_every_dyad(
        (ties, accounts) in any_ties(8).prop_flat_map(|ties| {
            let accounts = proptest::collection::vec(any::<bool>(), ties.actors);
            (Just(ties), accounts)
        })
    ) {
        let found = run(
            &ties.network().with_accounts(accounts.clone()), Unit::Whole, "density", &[],
        );
        let all: Vec<_> = dyads(&ties).collect();
        let heard = |i: usize, j: usize| accounts[i] || (!ties.directed && accounts[j]);
        let count = |of: &dyn Fn(usize, usize, f64) -> bool| {
            all.iter().filter(|&&(i, j, w)| of(i, j, w)).count()
        };
        let (dyads, observed) = (all.len(), count(&|i, j, _| heard(i, j)));
        let (tied, told) = (count(&|_, _, w| w > 0.0), count(&|i, j, w| w > 0.0 && heard(i, j)));
        let share = |some: usize, all: usize| (all > 0).then(|| some as f64 / all as f64);
        let value = |row: &str| found.value(row, "value");
        prop_assert_eq!(value("density"), share(told, observed));
        prop_assert_eq!(value("observed_dyads"), Some(observed as f64));
        prop_assert_eq!(value("dyads"), Some(dyads as f64));
        if observed < dyads {
            prop_assert_eq!(value("lowest"), share(tied, dyads));
            prop_assert_eq!(value("highest"), share(told + dyads - observed, dyads));
        }
    }

    #[test]
    fn ei_index_and_mixing_look_at_every_dyad(
        (ties, groups) in any_grouped(8),
        (accounts, asked) in (proptest::collection::vec(any::<bool>(), 8), any::<bool>()),
    ) {
        let mut net = ties.network().with_attribute("sector", &groups);
        if asked {
            net = net.with_accounts(accounts.iter().copied().take(ties.actors));
        }
        let heard = |i: usize, j: usize| {
            !asked || accounts[i] || (!ties.directed && accounts[j])
        };
        // A tie that nobody who answered would have told of is in no density.
        let told: Vec<_> = dyads(&ties)
            .map(|(i, j, w)| (i, j, if heard(i, j) { w } else { 0.0 }))
            .collect();
        let ei = run(&net, Unit::Whole, "ei_index", &[("ties", "strength")]);
        let known = |i: usize, j: usize| !groups[i].is_empty() && !groups[j].is_empty();
        let sum = |inside: bool, of: &dyn Fn(usize, usize, f64) -> f64| {
            told.iter()
                .filter(|&&(i, j, _)| known(i, j) && (groups[i] == groups[j]) == inside)
                .map(|&(i, j, w)| of(i, j, w))
                .sum::<f64>()
        };
        let seen = |i, j, _| f64::from(u8::from(heard(i, j)));
        let (e, i) = (sum(false, &|_, _, w| w), sum(true, &|_, _, w| w));
        let (across, within) = (sum(false, &seen), sum(true, &seen));
        let index = |e: f64, i: f64| (e + i > 0.0).then(|| (e - i) / (e + i));
        prop_assert_eq!(ei.value("external", "value"), Some(e));
        prop_assert_eq!(ei.value("internal", "value"), Some(i));
        prop_assert_eq!(ei.value("ei_index", "value"), index(e, i));
        prop_assert_eq!(ei.value("expected", "value"), index(across, within));

        let mixing = run(&net, Unit::Group, "mixing", &[]);
        let label = |group: &str| if group.is_empty() { "not known" } else { group }.to_owned();
        let (from, to) = (mixing.words("from_group").unwrap(), mixing.words("to_group").unwrap());
        let mut total = 0.0;
        for row in 0..mixing.len() {
            let (g, h) = (from[row].clone().unwrap(), to[row].clone().unwrap());
            let here = |i: usize, j: usize| {
                let ends = (label(groups[i]), label(groups[j]));
                ends == (g.clone(), h.clone())
                    || (!ties.directed && ends == (h.clone(), g.clone()))
            };
            let cells: Vec<_> = told.iter().filter(|&&(i, j, _)| here(i, j)).collect();
            let strength = cells.iter().map(|(_, _, w)| w).sum::<f64>();
            let observed = cells.iter().filter(|&&&(i, j, _)| heard(i, j)).count();
            let number = cells.iter().filter(|(_, _, w)| *w > 0.0).count();
            total += strength;
            same(&mixing, "ties", row, Some(number as f64))?;
            same(&mixing, "strength", row, Some(strength))?;
            same(&mixing, "dyads", row, Some(observed as f64))?;
            let density = (observed > 0).then(|| number as f64 / observed as f64);
            same(&mixing, "density", row, density)?;
        }
        prop_assert!(close(total, told.iter().map(|(_, _, w)| w).sum()));
    }
}

fn run(net: &Network, unit: Unit, name: &str, options: &[(&str, &str)]) -> Results {
    let arguments = options
        .iter()
        .fold(Arguments::default(), |arguments, (option, word)| arguments.with(option, word));
    let measure = Measure::find(unit, name).expect("a measure");
    measure.of_network(net, &arguments, &Watch::new()).expect("it applies")
}

fn same(found: &Results, column: &str, row: usize, want: Option<f64>) -> Result<(), TestCaseError> {
    let got = found.numbers(column).expect("a column of numbers")[row];
    let agree = match (got, want) {
        (Some(got), Some(want)) => close(got, want),
        (got, want) => got == want,
    };
    prop_assert!(agree, "{} of {}: {:?}, not {:?}", column, row, got, want);
    Ok(())
}

/// Every dyad that may hold a tie, with its strength or 0.
fn dyads(ties: &Ties) -> impl Iterator<Item = (usize, usize, f64)> {
    let (n, directed, w) = (ties.actors, ties.directed, ties.matrix());
    let all = (0..n).flat_map(move |i| (0..n).map(move |j| (i, j)));
    all.filter(move |&(i, j)| if directed { i != j } else { i < j })
        .map(move |(i, j)| (i, j, w[i][j]))
}

/// How many pairs each actor is between, from a list of all simple paths. A tie is 6/strength long,
/// a whole number for strengths of 1 to 3.
fn between(ties: &Ties, by_steps: bool) -> Vec<f64> {
    let mut lengths = vec![vec![None; ties.actors]; ties.actors];
    for &(i, j, strength) in &ties.held {
        let length = Some(if by_steps { 1 } else { 6 / strength });
        lengths[i][j] = length;
        if !ties.directed {
            lengths[j][i] = length;
        }
    }
    let mut between = vec![0.0; ties.actors];
    for s in 0..ties.actors {
        for t in (0..ties.actors).filter(|&t| t != s && (ties.directed || t > s)) {
            let mut paths = Vec::new();
            walk(&lengths, t, &mut vec![s], 0, &mut paths);
            let shortest = paths.iter().map(|(length, _)| *length).min();
            paths.retain(|(length, _)| Some(*length) == shortest);
            for (_, path) in &paths {
                let inner = &path[1..path.len() - 1];
                inner.iter().for_each(|&v| between[v] += 1.0 / paths.len() as f64);
            }
        }
    }
    between
}

fn walk(
    lengths: &[Vec<Option<u32>>],
    to: usize,
    path: &mut Vec<usize>,
    length: u32,
    paths: &mut Vec<(u32, Vec<usize>)>,
) {
    let at = path[path.len() - 1];
    if at == to {
        paths.push((length, path.clone()));
        return;
    }
    for next in 0..lengths.len() {
        if let Some(step) = lengths[at][next]
            && !path.contains(&next)
        {
            path.push(next);
            walk(lengths, to, path, length + step, paths);
            path.pop();
        }
    }
}

/// Who can be reached from each actor, itself included, without one of them; ties taken either way.
fn reach(ties: &Ties, without: Option<usize>) -> Vec<Vec<usize>> {
    let w = ties.matrix();
    closure(ties.actors, |i, j| {
        Some(i) != without && Some(j) != without && (w[i][j] > 0.0 || w[j][i] > 0.0)
    })
}

/// The same along the direction of ties.
fn reach_along(ties: &Ties) -> Vec<Vec<usize>> {
    let w = ties.matrix();
    closure(ties.actors, |i, j| w[i][j] > 0.0)
}

fn closure(n: usize, tied: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let from = |start| {
        let mut reached = vec![start];
        let mut at = 0;
        while at < reached.len() {
            let here = reached[at];
            for next in 0..n {
                if tied(here, next) && !reached.contains(&next) {
                    reached.push(next);
                }
            }
            at += 1;
        }
        reached.sort_unstable();
        reached
    };
    (0..n).map(from).collect()
}

fn distinct(mut sets: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    sets.sort();
    sets.dedup();
    sets
}
