//! Betweenness of networks large enough to have actors alike, cliques, pendants and pieces.

use proptest::prelude::*;
use tertius::study::Study;
use tertius::{Arguments, Measure, Network, Unit, View, Watch};

use super::{run, same};
use crate::networks::{Ties, close};
use crate::tables::reading;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn betweenness_of_networks_with_much_alike(ties in any_collaboration(60)) {
        let net = ties.network_named(|actor| format!("{actor:02}"));
        let n = ties.actors as f64;
        for (word, by_steps) in [("strength", false), ("binary", true)] {
            let (between, reached) = brandes(&lengths(&ties, by_steps), ties.directed);
            let find = |endpoints, scale| {
                let options = [("paths", word), ("endpoints", endpoints), ("scale", scale)];
                run(&net, Unit::Actor, "betweenness", &options)
            };
            let (without, with) = (find("exclude", "raw"), find("include", "raw"));
            let (share, all) = (find("exclude", "normalised"), find("include", "normalised"));
            let ways = if ties.directed { 1.0 } else { 2.0 };
            let (most, more) = ((n - 1.0) * (n - 2.0) / ways, n * (n - 1.0) / ways);
            for (i, &between) in between.iter().enumerate() {
                let own = between + reached[i];
                same(&without, "value", i, Some(between))?;
                same(&with, "value", i, Some(own))?;
                same(&share, "value", i, (most > 0.0).then(|| between / most))?;
                same(&all, "value", i, (more > 0.0).then(|| own / more))?;
            }
        }
    }

    #[test]
    fn drawn_sources_are_as_near_as_they_say(
        ties in any_collaboration(60), sources in 1..40_u32, seed in 0..1000_u64,
    ) {
        let net = ties.network_named(|actor| format!("{actor:02}"));
        let exact = run(&net, Unit::Actor, "betweenness", &[]).numbers("value").unwrap();
        let (sources, seed) = (sources.to_string(), seed.to_string());
        let options = [("sources", sources.as_str()), ("seed", seed.as_str())];
        let found = run(&net, Unit::Actor, "betweenness", &options);
        let note = found.method.notes.iter().find(|note| note.starts_with("estimated from"));
        let within = note.map_or(0.0, |note| {
            let (_, rest) = note.split_once("is within ").expect("how near");
            rest.split(' ').next().unwrap().parse().expect("a number")
        });
        for (exact, found) in exact.iter().zip(found.numbers("value").unwrap()) {
            let off = (exact.unwrap() - found.unwrap()).abs();
            prop_assert!(off <= within + 1e-9 * exact.unwrap(), "{} but said {}", off, within);
        }
    }
}

/// The mean over many draws is the exact number.
#[test]
fn drawn_sources_are_right_in_the_mean() {
    let ties = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (1, 6), (6, 3), (2, 7)];
    let ties = ties.map(|(a, b): (u32, u32)| (a.to_string(), b.to_string(), 1.0));
    let net = Network::from_ties(false, ties).unwrap();
    let exact = run(&net, Unit::Actor, "betweenness", &[]).numbers("value").unwrap();
    let mut mean = vec![0.0; exact.len()];
    for seed in 0..4000 {
        let options = [("sources", "3"), ("seed", &seed.to_string())];
        let found = run(&net, Unit::Actor, "betweenness", &options).numbers("value").unwrap();
        mean.iter_mut().zip(found).for_each(|(mean, found)| *mean += found.unwrap() / 4000.0);
    }
    for (mean, exact) in mean.iter().zip(exact) {
        let exact = exact.unwrap();
        assert!((mean - exact).abs() < 0.03 * (1.0 + exact), "{mean}, not {exact}");
    }
}

/// Pairs in a row, each tied to both of the next: with each step there are twice as many paths.
#[test]
fn more_paths_than_can_be_counted_are_refused() {
    let row = |steps: u32, strength: f64| {
        let ties = (0..steps).flat_map(|step| (0..4).map(move |way| (step, way / 2, way % 2)));
        let ties = ties.map(|(step, i, j)| (step + 5000 * i, step + 1 + 5000 * j));
        let ties = ties
            .map(|(i, j)| (i.to_string(), j.to_string(), if i % 2 == 0 { 1.0 } else { strength }));
        Network::from_ties(false, ties).unwrap()
    };
    let measure = Measure::find(Unit::Actor, "betweenness").expect("a measure");
    let find = |net: &Network| {
        let options = Arguments::default().with("sources", "8");
        measure.of_network(net, &options, &Watch::new())
    };
    for strength in [1.0, 2.0, 0.3] {
        assert!(find(&row(900, strength)).is_ok());
        let refused = find(&row(2200, strength)).expect_err("refused").to_string();
        assert!(refused.contains("more than 10^308 shortest paths"), "{refused}");
    }
}

/// No network of two modes of these sizes gives anybody more than what is called the largest, and
/// one gives as much.
#[test]
fn nobody_in_two_modes_lies_between_more_than_the_largest() {
    for (own, other) in
        [(1, 2), (2, 2), (3, 1), (1, 4), (2, 3), (3, 2), (4, 2), (2, 4), (3, 3), (5, 2), (4, 3)]
    {
        let n = own + other;
        let dyads = own * other;
        let most = (0..1_u32 << dyads).map(|held| {
            let mut lengths = vec![vec![None; n]; n];
            for dyad in (0..dyads).filter(|dyad| held >> dyad & 1 == 1) {
                let (i, j) = (dyad / other, own + dyad % other);
                lengths[i][j] = Some(1);
                lengths[j][i] = Some(1);
            }
            brandes(&lengths, false).0[0]
        });
        let most = most.fold(0.0, f64::max);
        for (endpoints, largest) in [("exclude", most), ("include", most + n as f64 - 1.0)] {
            assert!(close(scale(own, other, endpoints), largest), "{own} {other} {endpoints}");
        }
    }
}

/// What the raw score of a person who came to every activity, with others who came to one each, is
/// divided by.
fn scale(own: usize, other: usize, endpoints: &str) -> f64 {
    let lines = |of: usize, line: &dyn Fn(usize) -> String| (0..of).map(line).collect::<Vec<_>>();
    let tables = [
        vec!["people | id".to_owned()],
        lines(own, &|it| format!("| p{it}")),
        vec!["activities | id".to_owned()],
        lines(other, &|it| format!("| a{it}")),
        vec!["participation | actor | activity".to_owned()],
        lines(other, &|it| format!("| p0 | a{it}")),
        lines(own - 1, &|it| format!("| p{} | a{}", it + 1, it % other)),
    ];
    let tables = tables.concat().join("\n");
    let study = Study::from_reading(reading(&tables));
    let mut view = View::default();
    view.set("via", &["two-mode"]).unwrap();
    view.set("level", &["person"]).unwrap();
    let value = |scale: &str| {
        let measure = Measure::find(Unit::Actor, "betweenness").expect("a measure");
        let options = Arguments::default().with("scale", scale).with("endpoints", endpoints);
        let found = measure.of_study(&study, &view, &options, &Watch::new()).expect("it applies");
        found.value("p0", "value")
    };
    // Where nobody can lie between others there is no share.
    value("normalised").map_or(0.0, |share| value("raw").expect("a value") / share)
}

/// Projects that tie their members to one another, some of them together more than once, and
/// members of one project alone: alike, pendant, in pieces. Directed, whoever led ties to the others.
fn any_collaboration(most: usize) -> impl Strategy<Value = Ties> {
    (any::<bool>(), 1..=most).prop_flat_map(|(directed, actors)| {
        let team = proptest::collection::vec(0..actors, 2..7);
        let busy = proptest::collection::vec(0..actors.min(8), 2..5);
        let pair = proptest::collection::vec(0..actors, 2);
        let projects = proptest::collection::vec(prop_oneof![team, busy, pair], 0..25);
        projects.prop_map(move |projects| {
            let mut held = std::collections::BTreeMap::new();
            for members in projects {
                for (at, &from) in members.iter().enumerate() {
                    for &to in &members[at + 1..] {
                        if from != to && !(directed && at > 1) {
                            let ends = if directed || from < to { (from, to) } else { (to, from) };
                            *held.entry(ends).or_insert(0) += 1;
                        }
                    }
                }
            }
            let held = held.into_iter().map(|((i, j), w)| (i, j, w)).collect();
            Ties { directed, actors, held }
        })
    })
}

/// 1/strength, in a unit that makes it a whole number for strengths up to 30; or 1.
fn lengths(ties: &Ties, by_steps: bool) -> Vec<Vec<Option<u64>>> {
    let mut lengths = vec![vec![None; ties.actors]; ties.actors];
    let unit = 2_329_089_562_800;
    for &(i, j, strength) in &ties.held {
        let length = Some(if by_steps { 1 } else { unit / u64::from(strength) });
        lengths[i][j] = length;
        if !ties.directed {
            lengths[j][i] = length;
        }
    }
    lengths
}

/// For each actor the pairs of others it lies between, Σ σ_sv σ_vt/σ_st over those with
/// d_sv + d_vt = d_st, and the pairs it is one of; undirected, each pair once.
fn brandes(lengths: &[Vec<Option<u64>>], directed: bool) -> (Vec<f64>, Vec<f64>) {
    let n = lengths.len();
    let mut d = vec![vec![None; n]; n];
    let mut sigma = vec![vec![0.0; n]; n];
    for s in 0..n {
        (d[s][s], sigma[s][s]) = (Some(0), 1.0);
        let mut left: Vec<usize> = (0..n).collect();
        while let Some(v) =
            left.iter().copied().filter(|&v| d[s][v].is_some()).min_by_key(|&v| d[s][v])
        {
            left.retain(|&it| it != v);
            for w in 0..n {
                let Some(length) = lengths[v][w] else { continue };
                let way = d[s][v].map(|d| d + length);
                if d[s][w].is_none() || way < d[s][w] {
                    (d[s][w], sigma[s][w]) = (way, sigma[s][v]);
                } else if way == d[s][w] {
                    sigma[s][w] += sigma[s][v];
                }
            }
        }
    }
    let ways = if directed { 1.0 } else { 2.0 };
    let (mut between, mut reached) = (vec![0.0; n], vec![0.0; n]);
    for s in 0..n {
        for t in (0..n).filter(|&t| t != s) {
            let Some(all) = d[s][t] else { continue };
            reached[s] += 1.0 / ways;
            reached[t] += 1.0 / ways;
            for v in (0..n).filter(|&v| v != s && v != t) {
                if let (Some(before), Some(after)) = (d[s][v], d[v][t])
                    && before + after == all
                {
                    between[v] += sigma[s][v] * sigma[v][t] / sigma[s][t] / ways;
                }
            }
        }
    }
    (between, reached)
}
