//! Networks left to chance, against every network there is.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tertius::null::{Adjust, CompareOptions, Finding, Null, TestOptions};
use tertius::{Network, Results, Watch, null};

use crate::networks::{Ties, any_grouped, close, network};

/// A finding that tells networks apart.
const FINDINGS: &[(&str, &str)] =
    &[("actor degree", "strength"), ("whole ei_index", "ei_index"), ("actor constraint", "value")];

fn finding(measure: &str, only: &str) -> Finding {
    Finding::of(measure).expect("a measure").only(only)
}

fn test(net: &Network, finding: &Finding, against: Null, draws: u64) -> Results {
    let options = TestOptions { against, draws, ..TestOptions::default() };
    null::test(net, finding, &options, &Watch::new()).expect("it applies")
}

/// Every order of so many things.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(n - 1).into_iter();
    let with = |order: Vec<usize>| {
        (0..n).map(move |at| {
            let mut order = order.clone();
            order.insert(at, n - 1);
            order
        })
    };
    shorter.flat_map(with).collect()
}

/// What a test says, from the value in every arrangement.
fn check(found: &Results, row: usize, observed: Option<f64>, values: &[Option<f64>]) {
    let number = |column: &str| found.numbers(column).expect("a column")[row];
    let Some(observed) = observed else {
        assert_eq!((number("observed"), number("p")), (None, None));
        return;
    };
    let values: Vec<f64> = values.iter().copied().flatten().collect();
    let count = values.len() as f64;
    let share =
        |fits: &dyn Fn(f64) -> bool| values.iter().filter(|it| fits(**it)).count() as f64 / count;
    let mean = values.iter().sum::<f64>() / count;
    let sd = (values.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / count).sqrt();
    let (low, high) = (share(&|it| it <= observed + 1e-9), share(&|it| it >= observed - 1e-9));
    let want = [
        ("observed", observed),
        ("expected", mean),
        ("sd", sd),
        ("p_low", low),
        ("p_high", high),
        ("p", (2.0 * low.min(high)).min(1.0)),
        ("p_error", 0.0),
    ];
    for (column, want) in want {
        let found = number(column).expect("it is defined");
        assert!((found - want).abs() < 1e-7, "{column}: {found}, not {want}");
    }
    let z = number("z").map(|z| z * sd);
    assert!(if sd < 1e-9 { z.is_none() } else { close(z.expect("z"), observed - mean) });
}

/// The numbers of a finding, as the measure has them.
fn values(net: &Network, finding: &Finding) -> Vec<Option<f64>> {
    let found = finding.measure.of_network(net, &finding.arguments, &Watch::new());
    let Ok(found) = found else { return Vec::new() };
    let only = &finding.only[0];
    match found.numbers(only) {
        Some(numbers) => numbers,
        None => vec![found.value(only, "value")],
    }
}

/// Compares a test with every network that chance could have made.
fn compare(net: &Network, against: Null, all: &[Network]) {
    for (measure, only) in FINDINGS {
        let finding = finding(measure, only);
        let groups = finding.measure.options.iter().any(|it| it.name == "by");
        if against == Null::Labels && !groups {
            continue;
        }
        let found = test(net, &finding, against, 10_000);
        let each: Vec<_> = all.iter().map(|net| values(net, &finding)).collect();
        for (row, observed) in values(net, &finding).into_iter().enumerate() {
            let of_row: Vec<_> = each.iter().map(|values| values[row]).collect();
            check(&found, row, observed, &of_row);
        }
    }
}

/// A network of these cells: strength by dyad, in the order of the dyads.
fn of_cells(ties: &Ties, groups: &[&str], cells: &[((usize, usize), u32)]) -> Network {
    let held = cells.iter().filter(|(_, strength)| *strength > 0);
    let held = held.map(|&((i, j), strength)| (i, j, strength)).collect();
    Ties { held, ..*ties }.network().with_attribute("sector", groups)
}

fn dyads(ties: &Ties) -> Vec<(usize, usize)> {
    let pairs = (0..ties.actors).flat_map(|i| (0..ties.actors).map(move |j| (i, j)));
    pairs.filter(|&(i, j)| if ties.directed { i != j } else { i < j }).collect()
}

fn cells(ties: &Ties) -> Vec<((usize, usize), u32)> {
    let strength = |(i, j)| ties.held.iter().find(|it| (it.0, it.1) == (i, j)).map_or(0, |it| it.2);
    dyads(ties).into_iter().map(|dyad| (dyad, strength(dyad))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn labels_and_places_in_every_order((ties, groups) in any_grouped(5)) {
        let net = ties.network().with_attribute("sector", &groups);
        let known: Vec<usize> = (0..ties.actors).filter(|&at| !groups[at].is_empty()).collect();
        let dealt = orders(known.len()).into_iter().map(|order| {
            let mut dealt = groups.clone();
            known.iter().zip(order).for_each(|(&at, from)| dealt[at] = groups[known[from]]);
            ties.network().with_attribute("sector", dealt)
        });
        compare(&net, Null::Labels, &dealt.collect::<Vec<_>>());

        let moved = orders(ties.actors).into_iter().map(|order| {
            let turned = |i: usize, j: usize| if ties.directed || i < j { (i, j) } else { (j, i) };
            let held = ties.held.iter().map(|&(i, j, strength)| {
                let (i, j) = turned(order[i], order[j]);
                (i, j, strength)
            });
            Ties { held: held.collect(), ..ties.clone() }.network().with_attribute("sector", &groups)
        });
        compare(&net, Null::Places, &moved.collect::<Vec<_>>());
    }

    #[test]
    fn ties_in_every_place((ties, groups) in any_grouped(4)) {
        // Six dyads have 720 orders.
        prop_assume!(!ties.directed || ties.actors < 4);
        let net = ties.network().with_attribute("sector", &groups);
        let cells = cells(&ties);
        let laid = orders(cells.len()).into_iter().map(|order| {
            let moved = order.iter().zip(&cells).map(|(&from, it)| (it.0, cells[from].1));
            of_cells(&ties, &groups, &moved.collect::<Vec<_>>())
        });
        let laid: Vec<_> = laid.collect();
        compare(&net, Null::Edges, &laid);
        if !ties.directed {
            compare(&net, Null::Dyads, &laid);
        }
        let tossed = (0..1_u32 << cells.len()).map(|coins| {
            let toss = |(at, it): (usize, &((usize, usize), u32))| (it.0, coins >> at & 1);
            of_cells(&ties, &groups, &cells.iter().enumerate().map(toss).collect::<Vec<_>>())
        });
        compare(&net, Null::Size, &tossed.collect::<Vec<_>>());
    }

    #[test]
    fn pairs_in_every_place((ties, groups) in any_grouped(4)) {
        prop_assume!(ties.directed && ties.actors < 4);
        let net = ties.network().with_attribute("sector", &groups);
        let cells = cells(&ties);
        let strength = |i, j| cells.iter().find(|it| it.0 == (i, j)).map_or(0, |it| it.1);
        let pairs: Vec<(usize, usize)> =
            dyads(&ties).into_iter().filter(|(i, j)| i < j).collect();
        let held: Vec<(u32, u32)> =
            pairs.iter().map(|&(i, j)| (strength(i, j), strength(j, i))).collect();
        let mut all = Vec::new();
        for order in orders(pairs.len()) {
            for coins in 0..1_u32 << pairs.len() {
                let mut moved = Vec::new();
                for (at, (&(i, j), &from)) in pairs.iter().zip(&order).enumerate() {
                    let (there, back) = held[from];
                    let turn = (there == 0) != (back == 0) && coins >> at & 1 == 1;
                    let (there, back) = if turn { (back, there) } else { (there, back) };
                    moved.extend([((i, j), there), ((j, i), back)]);
                }
                all.push(of_cells(&ties, &groups, &moved));
            }
        }
        compare(&net, Null::Dyads, &all);
    }
}

/// All undirected networks of up to six actors, one of each shape, two groups dealt in every way.
#[test]
fn the_e_i_index_of_every_network_of_up_to_six_actors() {
    let mut shapes = 0;
    for n in 2..=6_usize {
        let pairs: Vec<(usize, usize)> =
            (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j))).collect();
        let orders = orders(n);
        let place = |i: usize, j: usize| {
            pairs.iter().position(|it| *it == (i.min(j), i.max(j))).expect("a pair")
        };
        let shifts: Vec<Vec<usize>> = orders
            .iter()
            .map(|order| pairs.iter().map(|&(i, j)| place(order[i], order[j])).collect())
            .collect();
        let mut seen = BTreeSet::new();
        for ties in 0..1_u32 << pairs.len() {
            if seen.contains(&ties) {
                continue;
            }
            let has = |at: usize| ties >> at & 1 == 1;
            for to in &shifts {
                let moved = (0..pairs.len()).filter(|&at| has(at));
                seen.insert(moved.map(|at| 1_u32 << to[at]).sum::<u32>());
            }
            shapes += 1;
            let held =
                (0..pairs.len()).filter(|&at| has(at)).map(|at| (pairs[at].0, pairs[at].1, 1));
            let net = Ties { directed: false, actors: n, held: held.collect() }.network();
            for first in 1..=n / 2 {
                check_deals(&net, &pairs, ties, first);
            }
        }
    }
    assert_eq!(shapes, 2 + 4 + 11 + 34 + 156);
}

/// The E–I index with so many actors in the first group, by every way to choose them.
fn check_deals(net: &Network, pairs: &[(usize, usize)], ties: u32, first: usize) {
    let n = net.actors().len();
    let index = |chosen: u32| {
        let of = |actor: usize| chosen >> actor & 1;
        let held = pairs.iter().enumerate().filter(|(at, _)| ties >> at & 1 == 1);
        let across: Vec<f64> =
            held.map(|(_, &(i, j))| if of(i) == of(j) { -1.0 } else { 1.0 }).collect();
        (!across.is_empty()).then(|| across.iter().sum::<f64>() / across.len() as f64)
    };
    let chosen = (1_u32 << first) - 1;
    let groups = (0..n).map(|actor| if actor < first { "HE" } else { "FE" });
    let net = net.clone().with_attribute("sector", groups);
    let found = test(&net, &finding("whole ei_index", "ei_index"), Null::Labels, 9_999);
    let deals = (0..1_u32 << n).filter(|deal| deal.count_ones() as usize == first);
    let values: Vec<_> = deals.map(index).collect();
    check(&found, 0, index(chosen), &values);
}

#[test]
fn labels_give_the_index_that_the_number_of_dyads_lets_expect() {
    let net = network("a-b b-c c-d d-e e-f f-g g-a a-c b-e", "h");
    let net = net.with_attribute("sector", ["HE", "HE", "FE", "FE", "FE", "VCS", "VCS", "VCS"]);
    let all = finding("whole ei_index", "ei_index").only("expected");
    let found = test(&net, &all, Null::Labels, 9_999);
    let expected = found.value("expected", "observed").expect("it is defined");
    assert!(close(found.value("ei_index", "expected").expect("a mean"), expected));
}

/// Draws against the mean and spread of every network, for networks that walks must be able to reach.
#[test]
fn rewired_networks_come_as_often_as_each_other() {
    let cases: [(&str, &[&str]); 5] = [
        ("a-b b-c c-d d-e e-a a-c", &["HE", "HE", "FE", "FE", "VCS"]),
        ("a-b c-d e-f", &["HE", "HE", "FE", "FE", "VCS", "VCS"]),
        // A circle that only turning it round can change.
        ("a>b b>c c>a", &["HE", "FE", "VCS"]),
        ("a>b b>c c>a a>d d>e", &["HE", "FE", "FE", "HE", "FE"]),
        ("a>b b>a c>d d>c a>c", &["HE", "FE", "FE", "HE"]),
    ];
    let finding = Finding::of("group mixing").expect("a measure").only("ties");
    for (text, groups) in cases {
        let net = network(text, "").with_attribute("sector", groups);
        let n = net.actors().len();
        let degrees = |net: &Network| {
            let of = |actor| (net.out().alters(actor).len(), net.into_rows().alters(actor).len());
            (0..n).map(of).collect::<Vec<_>>()
        };
        let ties = Ties { directed: net.is_directed(), actors: n, held: Vec::new() };
        let dyads = dyads(&ties);
        let names = ["a", "b", "c", "d", "e", "f"];
        let mut all = Vec::new();
        for held in
            (0..1_u32 << dyads.len()).filter(|it| it.count_ones() as usize == net.ties().len())
        {
            let held = (0..dyads.len()).filter(|at| held >> at & 1 == 1);
            let held = held.map(|at| (dyads[at].0, dyads[at].1, 1)).collect();
            let other = Ties { held, ..ties }.network_named(|actor| names[actor].to_owned());
            if degrees(&other) == degrees(&net) {
                all.push(other.with_attribute("sector", groups));
            }
        }
        assert!(all.len() > 1, "{text}");
        let draws = 20_000;
        let found = test(&net, &finding, Null::Rewiring, draws);
        let each: Vec<_> = all.iter().map(|net| values(net, &finding)).collect();
        for row in 0..found.len() {
            let values: Vec<f64> = each.iter().filter_map(|values| values[row]).collect();
            let count = values.len() as f64;
            let mean = values.iter().sum::<f64>() / count;
            let sd = (values.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / count).sqrt();
            let number = |column: &str| found.numbers(column).expect("a column")[row].expect("one");
            let off = (number("expected") - mean).abs();
            assert!(off <= 4.5 * sd / (draws as f64).sqrt(), "{text} {row}: {off}");
            assert!((number("sd") - sd).abs() <= 0.05 * sd + 1e-9, "{text} {row}");
        }
    }
}

#[test]
fn rewiring_keeps_degrees_modes_and_dyads_not_observed() {
    let net = Network::from_participation([
        ("a", "x"),
        ("a", "y"),
        ("b", "y"),
        ("b", "z"),
        ("c", "x"),
        ("c", "z"),
        ("d", "z"),
    ]);
    let degree = finding("actor degree", "degree");
    let found = test(&net, &degree, Null::Rewiring, 200);
    assert!(found.numbers("sd").expect("a column").iter().all(|sd| *sd == Some(0.0)));

    // c and d did not answer: what a and b say of them may move, c – d, of whom nobody would know, not.
    let net = network("a-b b-c c-d d-e a-e a-c", "f")
        .with_accounts([true, true, false, false, true, true]);
    for against in [Null::Rewiring, Null::Edges, Null::Size] {
        let density = finding("whole density", "ties").only("observed_dyads");
        let found = test(&net, &density, against, 200);
        let spread = found.numbers("sd").expect("a column");
        assert_eq!(spread[1], Some(0.0), "{against:?}");
        assert_eq!(spread[0] == Some(0.0), against != Null::Size, "{against:?}");
    }
}

#[test]
fn few_draws_come_near_to_all_arrangements() {
    let net = network("a-b b-c c-d d-e e-f f-g g-h h-a a-c e-g", "");
    let net = net.with_attribute("sector", ["HE", "HE", "HE", "FE", "FE", "FE", "FE", "HE"]);
    let index = finding("whole ei_index", "ei_index");
    let exact = test(&net, &index, Null::Labels, 9_999);
    // Fewer draws than a fifth of the 70 deals are too few for all to be looked at.
    let drawn = |seed| {
        let options = TestOptions { draws: 13, seed, ..TestOptions::default() };
        null::test(&net, &index, &options, &Watch::new()).expect("it applies")
    };
    let p = |of: &Results| of.value("ei_index", "p_low").expect("p");
    let mean = (0..2_000).map(|seed| p(&drawn(seed))).sum::<f64>() / 2_000.0;
    // Each is (1 + a binomial count) over 14.
    let want = (1.0 + 13.0 * p(&exact)) / 14.0;
    assert!((mean - want).abs() < 0.01, "{mean}, not {want}");
    assert!((p(&drawn(1)) - p(&drawn(3))).abs() > 1e-6);
    assert_eq!(drawn(1), drawn(1));
}

#[test]
fn within_a_stratum_only_labels_change_hands() {
    let net = network("a-b c-d", "");
    let net = net.with_attribute("sector", ["HE", "FE", "HE", "HE"]);
    let net = net.with_attribute("locality", ["north", "north", "south", "south"]);
    let index = finding("whole ei_index", "ei_index");
    let options = TestOptions { within: Some("locality".to_owned()), ..TestOptions::default() };
    let found = null::test(&net, &index, &options, &Watch::new()).expect("it applies");
    assert_eq!(found.value("ei_index", "draws"), Some(2.0), "HE and FE of the north");
    assert_eq!(found.value("ei_index", "sd"), Some(0.0));
    let options = TestOptions { against: Null::Edges, ..options };
    let refused = null::test(&net, &index, &options, &Watch::new()).expect_err("refused");
    assert!(refused.to_string().contains("it goes with `labels` and `places`"), "{refused}");
}

#[test]
fn what_is_undefined_in_a_draw_is_left_out_of_it() {
    // One of three actors is unknown wherever the tie lies; two of the three ties reach her.
    let net = network("a-b", "c").with_attribute("sector", ["HE", "FE", ""]);
    let found = test(&net, &finding("whole ei_index", "ei_index"), Null::Edges, 100);
    assert_eq!(found.value("ei_index", "draws"), Some(1.0));
    assert_eq!(found.value("ei_index", "p"), Some(1.0));
}

#[test]
fn probabilities_of_many_are_adjusted_as_asked() {
    let net = network("a-b a-c a-d a-e", "f g");
    let degree = finding("actor degree", "degree");
    let column = |adjust| {
        let options = TestOptions { against: Null::Edges, adjust, ..TestOptions::default() };
        let found = null::test(&net, &degree, &options, &Watch::new()).expect("it applies");
        (found.numbers("p").expect("p"), found.numbers("p_adjusted").expect("adjusted"))
    };
    let (p, none) = column(Adjust::None);
    assert_eq!(p, none);
    let (_, holm) = column(Adjust::Holm);
    let (_, bh) = column(Adjust::Bh);
    assert!(close(holm[0].expect("one"), 7.0 * p[0].expect("one")));
    assert!(close(bh[0].expect("one"), 7.0 * p[0].expect("one")));
    assert!(bh.iter().zip(&holm).all(|(bh, holm)| bh <= holm));
    let options = TestOptions { draws: 99, against: Null::Edges, ..TestOptions::default() };
    let few = null::test(&net, &degree, &options, &Watch::new()).expect("it applies");
    assert!(
        few.method.notes.iter().any(|it| it.contains("ask for 280 or more")),
        "{:?}",
        few.method.notes
    );
}

#[test]
fn the_number_of_threads_changes_no_draw() {
    let ties =
        (0..30_u32).flat_map(|i| [i * 7 + 1, i * i + 3].map(|j| (i, j % 30, 1 + (i + j) % 3)));
    let ties = ties.filter(|(i, j, _)| i != j);
    let ties: Vec<_> = ties.map(|(i, j, w)| (i.to_string(), j.to_string(), f64::from(w))).collect();
    for directed in [false, true] {
        let net = Network::from_ties(directed, ties.clone()).expect("strengths above zero");
        let net = net.with_attribute("sector", (0..30).map(|at| ["HE", "FE", "VCS"][at % 3]));
        for against in Null::ALL {
            let run = |threads: usize| {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
                let index = finding("whole ei_index", "ei_index");
                pool.expect("a pool").install(|| test(&net, &index, against, 700))
            };
            assert_eq!(run(1), run(2), "{against:?}");
        }
    }
}

#[test]
fn a_null_that_leaves_nothing_to_compare_is_refused() {
    let net = network("a-b b-c", "").with_attribute("sector", ["HE", "FE", "HE"]);
    let refused = |measure: &str, against: Null| {
        let finding = Finding::of(measure).expect("a measure");
        let options = TestOptions { against, ..TestOptions::default() };
        null::test(&net, &finding, &options, &Watch::new()).expect_err("refused").to_string()
    };
    assert!(refused("whole density", Null::Labels).contains("it looks at no groups"));
    assert!(refused("tie betweenness", Null::Edges).contains("its rows are the ties observed"));
    assert!(refused("null test", Null::Edges).contains("it is a test or a comparison itself"));
    assert!(refused("actor spanners", Null::Edges).contains("which a study has"));
    let of_evidence = "group overlap tells of the evidence behind ties";
    assert!(refused("group overlap", Null::Rewiring).contains(of_evidence));
    let people = Finding::of("actor removal").expect("a measure").with("of", "person");
    let refused = null::test(&net, &people, &TestOptions::default(), &Watch::new());
    assert!(refused.expect_err("labels change nothing").to_string().contains("no groups"));
    let options = TestOptions { against: Null::Edges, ..TestOptions::default() };
    let refused = null::test(&net, &people, &options, &Watch::new()).expect_err("refused");
    assert!(refused.to_string().contains("actor removal tells of the evidence behind ties"));
    let overlap = Finding::of("group overlap").expect("a measure");
    let refused = null::compare(&net, &net, &overlap, &CompareOptions::default(), &Watch::new());
    assert!(refused.expect_err("refused").to_string().contains(of_evidence));
}
