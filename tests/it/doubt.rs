//! How sure a number is: intervals against every draw there is, and how often they hold the truth.

use proptest::prelude::*;
use tertius::null::{self, BootstrapOptions, CompareOptions, Finding, Pairs, Size, Varying};
use tertius::{Arguments, Error, Network, Results, Unit, Watch};

use crate::networks::{any_grouped, close, keys, network};

/// Every draw of actors, and every way to tie those drawn twice, with its probability.
fn every_draw(net: &Network) -> Vec<(Network, f64)> {
    let n = net.actors().len();
    let strength = |i: usize, j: usize| net.out().strength(i, j).unwrap_or(0.0);
    let sector = net.attribute("sector").expect("sectors");
    let heard = |i: usize| net.observed().accounts().is_none_or(|it| it[i]);
    let both = |i: usize, j: usize| net.is_observed(i, j) && net.is_observed(j, i);
    let ordered = (0..n).flat_map(|i| (0..n).map(move |j| (i, j))).filter(|(i, j)| i != j);
    let pairs: Vec<_> = ordered.clone().filter(|&(i, j)| both(i, j)).collect();
    let alone = pairs.is_empty();
    let told: Vec<_> = ordered.filter(|&(i, j)| net.is_observed(i, j)).collect();
    // What may be between two draws of one actor: strengths there and back.
    let mut fills: Vec<(f64, f64)> =
        pairs.iter().map(|&(i, j)| (strength(i, j), strength(j, i))).collect();
    if alone {
        let way = |(i, j): (usize, usize)| strength(i, j);
        let each = |&one: &(usize, usize)| told.iter().map(move |&two| (way(one), way(two)));
        fills = told.iter().flat_map(each).collect();
    }
    let mut all = Vec::new();
    for number in 0..n.pow(n as u32) {
        let from: Vec<usize> = (0..n).map(|k| number / n.pow(k as u32) % n).collect();
        let dyads = (0..n).flat_map(|k| (k + 1..n).map(move |h| (k, h)));
        let repeats: Vec<_> = dyads.filter(|&(k, h)| from[k] == from[h]).collect();
        let (filled, ways): (Vec<_>, usize) = if fills.is_empty() {
            (Vec::new(), 1)
        } else {
            let filled: Vec<_> = repeats.into_iter().filter(|&(k, _)| heard(from[k])).collect();
            let ways = fills.len().pow(filled.len() as u32);
            (filled, ways)
        };
        for way in 0..ways {
            let mut ties: Vec<_> = (0..n).map(|k| (k, k, 1.0)).collect();
            let copied = (0..n).flat_map(|k| (0..n).map(move |h| (k, h)));
            let copied = copied.filter(|&(k, h)| from[k] != from[h]);
            let copied = copied.filter(|&(k, h)| net.is_directed() || k < h);
            ties.extend(copied.map(|(k, h)| (k, h, strength(from[k], from[h]))));
            for (at, &(k, h)) in filled.iter().enumerate() {
                let (there, back) = fills[way / fills.len().pow(at as u32) % fills.len()];
                ties.push((k, h, there));
                if net.is_directed() {
                    ties.push((h, k, back));
                }
            }
            let ties = ties.into_iter().filter(|tie| tie.2 > 0.0);
            let ties = ties.map(|(k, h, w)| (k.to_string(), h.to_string(), w));
            let drawn = Network::from_ties(net.is_directed(), ties).expect("strengths");
            let word = |&i: &usize| sector[i].first().cloned().unwrap_or_default();
            let mut drawn = drawn.with_attribute("sector", from.iter().map(word));
            if net.observed().accounts().is_some() {
                drawn = drawn.with_accounts(from.iter().map(|&i| heard(i)));
            }
            all.push((drawn, 1.0 / (n.pow(n as u32) * ways) as f64));
        }
    }
    all
}

#[test]
fn draws_are_those_of_actors_with_what_they_told() {
    let sectors = ["HE", "FE", ""];
    let cases = [
        network("a-b:2", "c"),
        network("a-b:2 b-c", ""),
        network("a>b b>a:3 b>c", ""),
        network("a>b b>c c>a", ""),
        network("a-b:2 b-c", "").with_accounts([true, false, false]),
        network("a>b b>a b>c", "").with_accounts([true, true, false]),
        network("a>b b>c", "").with_accounts([false, true, false]),
        network("a>b b>c", "").with_accounts([false, false, false]),
    ];
    let asked = [
        ("whole density", "density", "density", "value"),
        ("whole density", "observed_dyads", "observed_dyads", "value"),
        ("whole components", "largest", "largest", "value"),
        ("whole reciprocity", "mutual", "mutual", "value"),
        ("group mixing", "strength", "HE", "strength"),
    ];
    let mut looked_at = 0;
    for (at, net) in cases.into_iter().enumerate() {
        let net = net.with_attribute("sector", sectors);
        let every = every_draw(&net);
        for (measure, only, row, column) in asked {
            let finding = Finding::of(measure).expect("a measure").only(only);
            let options = BootstrapOptions { draws: 4_000, ..BootstrapOptions::default() };
            let Ok(found) = null::bootstrap(&net, &finding, &options, &Watch::new()) else {
                continue;
            };
            let key = |found: &Results, at: usize| {
                let words = (0..keys(found)).map(|column| found.columns[column].values.text(at));
                words.map(Option::unwrap_or_default).collect::<Vec<_>>().join(" ")
            };
            let Some(place) = (0..found.len()).find(|&at| key(&found, at).starts_with(row)) else {
                continue;
            };
            let want = key(&found, place);
            let value = |net: &Network| {
                let found = finding.measure.of_network(net, &Arguments::default(), &Watch::new());
                let found = found.ok()?;
                let at = (0..found.len()).find(|&at| want == key(&found, at))?;
                found.numbers(column)?[at]
            };
            let values: Vec<_> =
                every.iter().filter_map(|(net, p)| Some((value(net)?, *p))).collect();
            let all: f64 = values.iter().map(|it| it.1).sum();
            let mean = values.iter().map(|(v, p)| v * p).sum::<f64>() / all;
            let square = values.iter().map(|(v, p)| (v - mean).powi(2) * p).sum::<f64>() / all;
            let got = |column: &str| found.numbers(column).expect("numbers")[place];
            let Some(found_mean) = got("mean") else { continue };
            looked_at += 1;
            let error = (square / (4_000.0 * all)).sqrt();
            let what = format!("case {at}, {only}: {found_mean}, not {mean}");
            assert!((found_mean - mean).abs() <= 5.0 * error + 1e-12, "{what}");
            let sd = got("error").expect("many draws");
            assert!((sd - square.sqrt()).abs() <= 0.06 * square.sqrt() + 1e-9, "{what}: sd {sd}");
            let defined = got("draws").expect("a count") / 4_000.0;
            assert!((defined - all).abs() < 0.04, "{what}: defined in {defined}, not {all}");
        }
    }
    assert!(looked_at > 20, "{looked_at}");
}

/// What the error of a density is on average over all networks of so many actors whose dyads are
/// tied by one chance is what it should be.
#[test]
fn the_jackknife_of_dyads_is_right_for_dyads_of_one_chance() {
    let density = Finding::of("whole density").expect("a measure").only("density");
    for (n, directed) in [(3, false), (4, false), (5, false), (3, true)] {
        let dyads: Vec<(usize, usize)> = (0..n)
            .flat_map(|i| (0..n).map(move |j| (i, j)))
            .filter(|&(i, j)| if directed { i != j } else { i < j })
            .collect();
        for p in [0.5_f64, 0.2] {
            let mut mean = [0.0; 2];
            for number in 0..1_u32 << dyads.len() {
                let held = dyads.iter().enumerate().filter(|(at, _)| number >> at & 1 == 1);
                let order = (0..n).map(|i| (i, i));
                let ties = order.chain(held.map(|(_, dyad)| *dyad));
                let ties = ties.map(|(i, j)| (i.to_string(), j.to_string(), 1.0));
                let net = Network::from_ties(directed, ties).expect("strengths of 1");
                let chance = |at: usize| if number >> at & 1 == 1 { p } else { 1.0 - p };
                let likely: f64 = (0..dyads.len()).map(chance).product();
                for (at, varying) in [Varying::Dyads, Varying::Actors].into_iter().enumerate() {
                    let found = null::jackknife(&net, &density, varying, 0.95, &Watch::new());
                    let error = found.expect("it applies").value("density", "error");
                    mean[at] += likely * error.expect("three actors").powi(2);
                }
            }
            let (m, k) = (n as f64, dyads.len() as f64);
            assert!(close(mean[0], p * (1.0 - p) / k), "{n} {directed} {p}: {}", mean[0]);
            assert!(close(mean[1], mean[0] * 2.0 * (m - 1.0) / (m - 2.0)), "{n} {directed} {p}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_jackknife_leaves_out_one_at_a_time((ties, groups) in any_grouped(6)) {
        let net = ties.network().with_attribute("sector", &groups);
        for measure in ["whole density", "whole geodesics", "whole ei_index", "group mixing"] {
            let finding = Finding::of(measure).expect("a measure");
            let found = null::jackknife(&net, &finding, Varying::Dyads, 0.9, &Watch::new());
            let Ok(found) = found else { continue };
            let without: Vec<_> = (0..ties.actors).map(|left| {
                let name = |actor: usize| actor.to_string();
                let kept = (0..ties.actors).filter(|&it| it != left);
                let order = kept.clone().map(|it| (name(it), name(it), 1.0));
                let held = ties.held.iter().filter(|(i, j, _)| *i != left && *j != left);
                let held = held.map(|&(i, j, w)| (name(i), name(j), f64::from(w)));
                let other = Network::from_ties(ties.directed, order.chain(held)).expect("ties");
                let other = other.with_attribute("sector", kept.map(|it| groups[it]));
                finding.measure.of_network(&other, &Arguments::default(), &Watch::new()).ok()
            }).collect();
            for row in 0..found.len() {
                let group = finding.measure.unit == Unit::Group;
                let word = |results: &Results, at: usize, column: usize| {
                    results.columns[column].values.text(at).unwrap_or_default()
                };
                let names = if group { 2 } else { 1 };
                let key: Vec<_> = (0..names).map(|at| word(&found, row, at)).collect();
                let column = word(&found, row, names);
                let value = |other: &Option<Results>| {
                    let other = other.as_ref()?;
                    let same = |at: &usize| (0..names).all(|it| word(other, *at, it) == key[it]);
                    other.numbers(&column)?[(0..other.len()).find(same)?]
                };
                let values: Option<Vec<f64>> = without.iter().map(value).collect();
                let got = |name: &str| found.numbers(name).expect("numbers")[row];
                let Some(values) = values.filter(|_| got("observed").is_some()) else {
                    prop_assert_eq!(got("error"), None);
                    continue;
                };
                if values.len() < 2 {
                    continue;
                }
                let (n, mean) = (values.len() as f64, values.iter().sum::<f64>() / values.len() as f64);
                let squares: f64 = values.iter().map(|it| (it - mean).powi(2)).sum();
                let error = ((n - 2.0) / (2.0 * n) * squares).sqrt();
                prop_assert!(close(got("mean").unwrap(), mean));
                prop_assert!(close(got("error").unwrap(), error), "{measure} {column}");
                let low = got("observed").unwrap() - 1.644_853_626_951_472_7 * error;
                prop_assert!(close(got("low").unwrap(), low));
                let observed = got("observed").unwrap();
                let most = values.iter().map(|it| (it - observed).abs()).fold(0.0, f64::max);
                let told = got("value_without").map_or(0.0, |it| (it - observed).abs());
                prop_assert!(close(told, most), "{measure} {column}: {told}, not {most}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Of the pairs that differ and were observed in both, the first network keeps its own or gets
    /// the other's: every way is added up.
    #[test]
    fn pairs_of_actors_change_hands_in_every_way(
        directed in any::<bool>(),
        cells in proptest::collection::vec((any::<bool>(), any::<bool>()), 12),
        accounts in proptest::option::of(proptest::collection::vec(any::<bool>(), 8)),
    ) {
        let dyads: Vec<(usize, usize)> = (0..4).flat_map(|i| (0..4).map(move |j| (i, j)))
            .filter(|&(i, j)| if directed { i != j } else { i < j }).collect();
        let held = |which: fn(&(bool, bool)) -> bool, i: usize, j: usize| {
            let dyad = if directed || i < j { (i, j) } else { (j, i) };
            dyads.iter().position(|it| *it == dyad).is_some_and(|at| which(&cells[at]))
        };
        let net = |which: fn(&(bool, bool)) -> bool, order: [usize; 4], from: usize| {
            let ties = dyads.iter().filter(|&&(i, j)| held(which, i, j)).copied();
            let ties = order.into_iter().map(|i| (i, i)).chain(ties);
            let net = Network::from_ties(
                directed, ties.map(|(i, j)| (i.to_string(), j.to_string(), 1.0)),
            ).expect("strengths of 1");
            match &accounts {
                Some(heard) => net.with_accounts(order.map(|i| heard[from + i])),
                None => net,
            }
        };
        let (a, b) = (net(|it| it.0, [0, 1, 2, 3], 0), net(|it| it.1, [2, 0, 3, 1], 4));
        let told = |from: usize, i: usize, j: usize| accounts.as_ref().is_none_or(|heard| {
            heard[from + i] || (!directed && heard[from + j])
        });
        let (mut observed, mut pairs) = (0, Vec::new());
        for i in 0..4 {
            for j in i + 1..4 {
                let ways = if directed { vec![(i, j), (j, i)] } else { vec![(i, j)] };
                let count = |which: fn(&(bool, bool)) -> bool, from| {
                    let tied = ways.iter().filter(|&&(i, j)| held(which, i, j) && told(from, i, j));
                    i32::try_from(tied.count()).expect("no more than two")
                };
                let difference = count(|it| it.1, 4) - count(|it| it.0, 0);
                observed += difference;
                let differs = ways.iter().any(|&(i, j)| held(|it| it.0, i, j) != held(|it| it.1, i, j));
                if differs && ways.iter().all(|&(i, j)| told(0, i, j) && told(4, i, j)) {
                    pairs.push(difference);
                }
            }
        }
        let fixed = observed - pairs.iter().sum::<i32>();
        let all = 1 << pairs.len();
        let sums: Vec<i32> = (0..all).map(|way| {
            let turned = |(at, it): (usize, &i32)| if way >> at & 1 == 1 { -it } else { *it };
            fixed + pairs.iter().enumerate().map(turned).sum::<i32>()
        }).collect();
        let low = sums.iter().filter(|it| **it <= observed).count();
        let high = sums.iter().filter(|it| **it >= observed).count();
        let want = (2.0 * low.min(high) as f64 / f64::from(all)).min(1.0);
        let ties = Finding::of("whole density").unwrap().only("ties");
        let few = CompareOptions { draws: 20, ..CompareOptions::default() };
        let few = if all > 100 { CompareOptions { draws: 1_000, ..few } } else { few };
        let found = null::compare(&a, &b, &ties, &few, &Watch::new()).unwrap();
        prop_assert_eq!(found.value("ties", "difference"), Some(f64::from(observed)));
        prop_assert!(close(found.value("ties", "p").unwrap(), want), "{:?}, not {}", found, want);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn bounds_are_those_of_every_completion(
        (ties, groups) in any_grouped(4),
        accounts in proptest::collection::vec(any::<bool>(), 4),
    ) {
        let n = ties.actors;
        let heard = |i: usize, j: usize| accounts[i] || (!ties.directed && accounts[j]);
        let named = |(i, j, w): (usize, usize, f64)| (i.to_string(), j.to_string(), w);
        let held: Vec<_> = ties.held.iter().map(|&(i, j, w)| (i, j, f64::from(w))).collect();
        let missing: Vec<_> = (0..n).flat_map(|i| (0..n).map(move |j| (i, j)))
            .filter(|&(i, j)| if ties.directed { i != j } else { i < j })
            .filter(|&(i, j)| !heard(i, j) && !held.iter().any(|it| (it.0, it.1) == (i, j)))
            .collect();
        let completion = |number: u32| {
            let more = missing.iter().enumerate().filter(|(at, _)| number >> at & 1 == 1);
            let more = more.map(|(_, &(i, j))| (i, j, 1.0));
            let all = (0..n).map(|i| (i, i, 1.0)).chain(held.iter().copied()).chain(more);
            let net = Network::from_ties(ties.directed, all.map(named)).expect("strengths");
            net.with_attribute("sector", &groups)
        };
        let all: Vec<_> = (0..1 << missing.len()).map(completion).collect();
        let net = completion(0).with_accounts(accounts.iter().copied().take(n));
        for measure in ["whole density", "whole components", "actor betweenness", "actor degree", "group density"] {
            let finding = Finding::of(measure).expect("a measure");
            let measure = finding.measure;
            let found = null::bounds(&net, &finding, &Watch::new()).expect("it applies");
            let run = |net: &Network| measure.of_network(net, &Arguments::default(), &Watch::new());
            let all: Vec<_> = all.iter().map(|net| run(net).expect("it applies")).collect();
            let names = if measure.unit == Unit::Actor { 2 } else { 1 };
            let column = &found.columns[names];
            for at in 0..found.len() {
                let name = column.values.text(at).expect("the name of a column");
                let row = found.columns[0].values.text(at).expect("the name of a row");
                let values: Vec<_> = all.iter().map(|it| it.value(&row, &name)).collect();
                let known = values.iter().flatten().copied();
                let low = known.clone().reduce(f64::min);
                let high = known.clone().reduce(f64::max);
                let got = |column: &str| found.numbers(column).expect("numbers")[at];
                prop_assert_eq!((got("low"), got("high")), (low, high), "{} {}", row, name);
                prop_assert_eq!(got("absent"), values[0]);
                prop_assert_eq!(got("present"), values[values.len() - 1]);
                prop_assert_eq!(got("completions"), Some(known.count() as f64));
                prop_assert_eq!(got("observed"), run(&net).unwrap().value(&row, &name));
            }
        }
    }
}

/// Where there are more completions than are looked at, the ends are those of all ties and of none.
#[test]
fn bounds_of_many_missing_dyads_are_those_of_the_ends() {
    let net = random(8, false, true, 7).with_accounts([true, true]);
    let asked = Finding::of("whole components").expect("a measure");
    let found = null::bounds(&net, &asked, &Watch::new()).expect("it applies");
    for row in ["components", "isolates", "largest", "connected"] {
        let got = |column| found.value(row, column).expect("a value");
        let (absent, present) = (got("absent"), got("present"));
        assert_eq!((got("low"), got("high")), (absent.min(present), absent.max(present)), "{row}");
        assert_eq!(found.value(row, "completions"), Some(2.0));
    }
}

#[test]
fn two_samples_vary_each_for_itself_and_pairs_together() {
    let (a, b) = (random(20, false, true, 1), random(20, false, true, 2));
    let density = Finding::of("whole density").expect("a measure").only("density");
    let error = |pairs| {
        let options = CompareOptions { pairs, draws: 1_000, ..CompareOptions::default() };
        let found = null::compare(&a, &b, &density, &options, &Watch::new()).expect("it applies");
        (found.value("density", "error").unwrap(), found.method.options)
    };
    let own = |net| {
        let draws = BootstrapOptions { draws: 1_000, ..BootstrapOptions::default() };
        let found = null::bootstrap(net, &density, &draws, &Watch::new()).expect("it applies");
        found.value("density", "error").unwrap()
    };
    let (apart, together) = (error(Pairs::No), error(Pairs::Yes));
    let both = own(&a).hypot(own(&b));
    assert!((apart.0 / both - 1.0).abs() < 0.1, "{} {both}", apart.0);
    assert!((together.0 / apart.0 - 1.0).abs() > 1e-3, "others are drawn");
    assert_eq!(error(Pairs::Auto), together, "the same actors are compared with themselves");
}

#[test]
fn what_comes_of_size_is_taken_out_as_a_test_against_edges_does() {
    let (a, b) = (random(12, false, true, 3), random(18, false, true, 4));
    let asked = Finding::of("whole transitivity").expect("a measure").only("transitivity");
    let options = CompareOptions { scale: Size::Edges, draws: 2_000, ..CompareOptions::default() };
    let found = null::compare(&a, &b, &asked, &options, &Watch::new()).expect("it applies");
    for (net, column) in [(&a, "value"), (&b, "value_with")] {
        let against = null::TestOptions { against: null::Null::Edges, ..Default::default() };
        let tested = null::test(net, &asked, &against, &Watch::new()).expect("it applies");
        let (got, want) = (found.value("transitivity", column), tested.value("transitivity", "z"));
        assert!((got.unwrap() - want.unwrap()).abs() < 0.15, "{got:?}, not {want:?}");
    }
    let error = found.value("transitivity", "error").unwrap();
    assert!((error - 2.0_f64.sqrt()).abs() < 1e-1, "{error}");
}

#[test]
fn a_comparison_is_the_same_on_any_number_of_threads_and_stops_when_asked() {
    let (a, b) = (random(12, true, true, 8), random(12, true, true, 9));
    let asked = Finding::of("whole transitivity").expect("a measure");
    for (pairs, scale) in
        [(Pairs::Auto, Size::Raw), (Pairs::No, Size::Raw), (Pairs::Auto, Size::Edges)]
    {
        let options = CompareOptions { pairs, scale, draws: 600, ..CompareOptions::default() };
        let bits = |threads: usize| {
            let pool =
                rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            let found = pool.install(|| null::compare(&a, &b, &asked, &options, &Watch::new()));
            let found = found.expect("it applies");
            let column = |name| found.numbers(name).expect("numbers").into_iter();
            let all = ["value", "value_with", "error", "low", "high", "z", "p"].map(column);
            all.into_iter().flatten().map(|it| it.map(f64::to_bits)).collect::<Vec<_>>()
        };
        let one = bits(1);
        assert_eq!(one, bits(2));
        assert_eq!(one, bits(5));
        let watch = Watch::new();
        watch.stop();
        let stopped = null::compare(&a, &b, &asked, &options, &watch);
        assert_eq!(stopped, Err(Error::Stopped));
    }
}

#[test]
fn many_groups_are_adjusted_for_as_asked() {
    let sectors =
        |net: Network| net.with_attribute("sector", ["HE", "FE", "VCS"].iter().cycle().take(15));
    let (a, b) = (sectors(random(15, false, true, 5)), sectors(random(15, false, true, 6)));
    let asked = Finding::of("group mixing").expect("a measure").only("density");
    let of = |adjust| {
        let options = CompareOptions { draws: 50, adjust, ..CompareOptions::default() };
        let found = null::compare(&a, &b, &asked, &options, &Watch::new()).expect("it applies");
        (found.numbers("p").unwrap(), found.numbers("p_adjusted").unwrap())
    };
    let (p, none) = of(null::Adjust::None);
    assert_eq!(p, none);
    assert_ne!(of(null::Adjust::Holm).1, p);
    assert_ne!(of(null::Adjust::Bh).1, p);
}

/// How often intervals of 95 % hold the density of 0.2 from which networks are made: the tables of
/// the pages, for which it takes more networks.
#[test]
fn intervals_hold_what_is_true() {
    let few = Coverage { networks: 60, draws: 199 };
    for differ in [false, true] {
        let held = few.of(10, true, differ);
        let [percentile, normal, basic, actors, dyads] = held;
        for share in [percentile, normal, basic, actors] {
            assert!(share >= 0.8, "differ {differ}: {held:?}");
        }
        assert!(dyads >= 0.6, "differ {differ}: {held:?}");
    }
}

#[test]
#[ignore = "it takes long: cargo test --release -p tertius --test it tables_of_coverage -- --ignored --nocapture"]
fn the_tables_of_coverage() {
    let many = Coverage { networks: 1_000, draws: 399 };
    println!("actors | directed | differ | percentile | normal | basic | actors | dyads");
    for differ in [false, true] {
        for directed in [false, true] {
            for n in [10, 20, 40] {
                let held = many.of(n, directed, differ);
                println!("{n} | {directed} | {differ} | {held:.3?}");
            }
        }
    }
}

struct Coverage {
    networks: u64,
    draws: u64,
}

impl Coverage {
    /// Shares of the intervals that hold the true density: percentile, normal and basic of the
    /// bootstrap, actors and dyads of the jackknife.
    fn of(&self, n: usize, directed: bool, differ: bool) -> [f64; 5] {
        let density = Finding::of("whole density").expect("a measure").only("density");
        let mut held = [0_u32; 5];
        for number in 0..self.networks {
            let net = random(n, directed, differ, number);
            let draws = BootstrapOptions { draws: self.draws, ..BootstrapOptions::default() };
            let found = null::bootstrap(&net, &density, &draws, &Watch::new()).expect("it applies");
            let of = |found: &Results, column: &str| {
                found.value("density", column).expect("a density of many draws")
            };
            let at = |column| of(&found, column);
            let (observed, reach) = (at("observed"), 1.959_964 * at("error"));
            let mut ends = vec![
                (at("low"), at("high")),
                (observed - reach, observed + reach),
                (2.0 * observed - at("high"), 2.0 * observed - at("low")),
            ];
            for varying in [Varying::Actors, Varying::Dyads] {
                let found = null::jackknife(&net, &density, varying, 0.95, &Watch::new());
                let found = found.expect("it applies");
                ends.push((of(&found, "low"), of(&found, "high")));
            }
            for (held, (low, high)) in held.iter_mut().zip(ends) {
                *held += u32::from(low <= 0.2 + 1e-9 && 0.2 <= high + 1e-9);
            }
        }
        held.map(|held| f64::from(held) / self.networks as f64)
    }
}

/// A network in which two actors are tied with a chance of 0.2 on average: the same for all or, if
/// they differ, 0.2 times the sociability of either, which is 0.4 or 1.6.
fn random(n: usize, directed: bool, differ: bool, number: u64) -> Network {
    let mut state = number;
    // Steele, Lea and Flood (2014): SplitMix64.
    let mut unit = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    };
    let sociable = |unit: f64| {
        if !differ {
            1.0
        } else if unit < 0.5 {
            0.4
        } else {
            1.6
        }
    };
    let sociable: Vec<f64> = (0..n).map(|_| sociable(unit())).collect();
    let mut ties: Vec<_> = (0..n).map(|i| (i.to_string(), i.to_string(), 1.0)).collect();
    for i in 0..n {
        for j in (0..n).filter(|&j| if directed { i != j } else { i < j }) {
            if unit() < 0.2 * sociable[i] * sociable[j] {
                ties.push((i.to_string(), j.to_string(), 1.0));
            }
        }
    }
    Network::from_ties(directed, ties).expect("strengths of 1")
}
