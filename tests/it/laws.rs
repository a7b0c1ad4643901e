//! Laws that hold for every measure on every network.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tertius::catalogue::{Run, Takes};
use tertius::network::VIEW_OPTIONS;
use tertius::{
    Arguments, Column, Error, MEASURES, Measure, Network, Results, Unit, Values, View, Watch,
};

use crate::networks::{any_grouped, close, keys};
use crate::tables::reading;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn results_are_whole_whatever_the_network(
        (ties, groups) in any_grouped(7),
        accounts in proptest::option::of(proptest::collection::vec(any::<bool>(), 7)),
    ) {
        let mut net = ties.network().with_attribute("sector", &groups);
        if let Some(accounts) = accounts {
            net = net.with_accounts(accounts.into_iter().take(ties.actors));
        }
        for measure in of_networks() {
            for arguments in every_choice(measure) {
                match measure.of_network(&net, &arguments, &Watch::new()) {
                    Ok(results) => whole(&results)?,
                    Err(Error::NotApplicable { .. }) => {}
                    Err(err) => return Err(TestCaseError::fail(err.to_string())),
                }
            }
        }
    }

    #[test]
    fn results_are_whole_whatever_the_study_and_the_view(
        tables in any_tables(), view in any_view(),
    ) {
        let study = tertius::Study::from_reading(reading(&tables));
        for measure in MEASURES {
            match measure.of_study(&study, &view, &few_draws(measure), &Watch::new()) {
                Ok(results) => whole(&results)?,
                Err(Error::NotApplicable { .. } | Error::Unknown { .. }) => {}
                Err(err) => return Err(TestCaseError::fail(format!("{err}\n{tables}"))),
            }
        }
    }

    #[test]
    fn names_and_order_do_not_matter(
        ((ties, groups), order) in any_grouped(7).prop_flat_map(|(ties, groups)| {
            let order: Vec<usize> = (0..ties.actors).collect();
            (Just((ties, groups)), Just(order).prop_shuffle())
        })
    ) {
        let net = ties.network().with_attribute("sector", &groups);
        let name = |actor: usize| order[actor].to_string();
        let other = ties.network_named(name);
        let mut moved = groups.clone();
        (0..ties.actors).for_each(|actor| moved[order[actor]] = groups[actor]);
        let other = other.with_attribute("sector", &moved);
        for measure in of_networks() {
            let (Some(before), Some(after)) = (run(measure, &net), run(measure, &other)) else {
                continue;
            };
            // Rows of the others are groups and quantities, which keep their names: triads 012, 102.
            let of_actors = matches!(measure.unit, Unit::Actor | Unit::Tie);
            let renamed = |key: &str| match key.parse() {
                Ok(actor) if of_actors => name(actor),
                _ => key.to_owned(),
            };
            let after = by_row(&after, ties.directed, str::to_owned);
            for (cell, before) in by_row(&before, ties.directed, renamed) {
                let freed = hangs_on_draws(measure, &cell.1);
                let same = freed || agree(before, after[&cell]);
                prop_assert!(same, "{}: {:?}", measure.name, cell);
            }
        }
    }

    #[test]
    fn an_isolate_changes_no_other_actor((ties, groups) in any_grouped(7)) {
        let net = ties.network().with_attribute("sector", &groups);
        let mut more = groups.clone();
        more.push("HE");
        let other = ties.network().with_isolates(["new"]).with_attribute("sector", &more);
        for measure in of_networks().filter(|measure| measure.unit == Unit::Actor) {
            let (Some(before), Some(after)) = (run(measure, &net), run(measure, &other)) else {
                continue;
            };
            let after = by_row(&after, ties.directed, str::to_owned);
            for (cell, before) in by_row(&before, ties.directed, str::to_owned) {
                let freed = takes_the_number_of_actors(measure, &cell.1)
                    || hangs_on_draws(measure, &cell.1);
                if !freed {
                    prop_assert!(agree(before, after[&cell]), "{}: {:?}", measure.name, cell);
                }
            }
        }
    }

    #[test]
    fn only_sums_of_strengths_follow_their_scale(
        (ties, groups) in any_grouped(7), scale in prop::sample::select(vec![0.25, 0.7, 3.0, 1e6]),
    ) {
        let net = ties.network().with_attribute("sector", &groups);
        let scaled = net.ties().iter().map(|tie| (tie.from, tie.to, tie.strength * scale));
        let scaled = scaled.map(|(i, j, w)| (i.to_string(), j.to_string(), w));
        // Self-ties, left out again, keep actors in their order.
        let order = (0..ties.actors).map(|actor| (actor.to_string(), actor.to_string(), 1.0));
        let other = Network::from_ties(ties.directed, order.chain(scaled)).unwrap();
        let other = other.with_attribute("sector", &groups);
        for measure in of_networks() {
            let (Some(before), Some(after)) = (run(measure, &net), run(measure, &other)) else {
                continue;
            };
            let after = by_row(&after, ties.directed, str::to_owned);
            for (cell, before) in by_row(&before, ties.directed, str::to_owned) {
                let before = before.map(|before| before * growth(measure, &cell.1, scale));
                // Rounding decides between communities that are equally good.
                let same = hangs_on_draws(measure, &cell.1) || agree(before, after[&cell]);
                prop_assert!(same, "{}: {:?}", measure.name, cell);
            }
        }
    }
}

/// Columns that compare with what the number of actors makes possible or likely; their pages say so.
fn takes_the_number_of_actors(measure: &Measure, column: &str) -> bool {
    column == "normalised" || is_among(SIZED, measure, column)
}

/// Measures and columns, by how they begin, that an isolate changes.
const SIZED: &[(Unit, &str, &str)] = &[
    (Unit::Actor, "alters", "iqv"),
    (Unit::Actor, "homophily", "untied_"),
    (Unit::Actor, "homophily", "excess"),
    (Unit::Actor, "homophily", "coleman"),
    (Unit::Actor, "homophily", "jaccard"),
    (Unit::Actor, "homophily", "yule_q"),
    (Unit::Actor, "homophily", "phi"),
    (Unit::Actor, "homophily", "kappa"),
    (Unit::Actor, "homophily", "odds_ratio"),
    (Unit::Actor, "participation", "z"),
    (Unit::Actor, "betweenness_between", "pairs"),
    (Unit::Actor, "bonacich_power", "value"),
    (Unit::Actor, "pagerank", "value"),
    (Unit::Actor, "brokerage", "expected_"),
    (Unit::Actor, "brokerage", "sd_"),
    (Unit::Actor, "brokerage", "z_"),
    (Unit::Actor, "reach", "share"),
    (Unit::Actor, "reach", "decayed"),
    (Unit::Actor, "key_players", ""),
];

/// Columns that hang on random draws, which fall otherwise on actors in another order.
fn hangs_on_draws(measure: &Measure, column: &str) -> bool {
    is_among(DRAWN, measure, column)
}

/// Measures and columns, by how they begin, that hang on random draws.
const DRAWN: &[(Unit, &str, &str)] = &[
    (Unit::Actor, "community", ""),
    // Of several solutions that fit as well, the order decides.
    (Unit::Actor, "core", "coreness"),
    (Unit::Whole, "communities", ""),
    (Unit::Whole, "core_periphery", ""),
    (Unit::Null, "boundaries", ""),
    (Unit::Null, "cug", ""),
    (Unit::Null, "bootstrap", ""),
    (Unit::Null, "compare", ""),
    (Unit::Null, "mrqap", "p"),
    (Unit::Null, "mrqap", "draws"),
    (Unit::Null, "mrqap_logit", "p"),
    (Unit::Null, "mrqap_logit", "draws"),
    (Unit::Null, "qap", "expected"),
    (Unit::Null, "qap", "sd"),
    (Unit::Null, "qap", "z"),
    (Unit::Null, "qap", "p"),
    (Unit::Null, "qap", "draws"),
    (Unit::Null, "test", ""),
];

/// By how much a value grows where every strength is multiplied by `scale`.
fn growth(measure: &Measure, column: &str, scale: f64) -> f64 {
    if is_among(IN_STRENGTHS, measure, column) {
        scale
    } else if is_among(IN_ROOTS, measure, column) {
        scale.sqrt()
    } else {
        1.0
    }
}

/// Measures and columns, by how they begin, that are in the unit of the strengths.
const IN_STRENGTHS: &[(Unit, &str, &str)] = &[
    (Unit::Actor, "closeness", "value"),
    (Unit::Actor, "degree", "strength"),
    (Unit::Actor, "degree", "in_strength"),
    (Unit::Actor, "degree", "out_strength"),
    (Unit::Actor, "information", "value"),
    (Unit::Tie, "backbone", "strength"),
    (Unit::Tie, "crossing", "strength"),
    (Unit::Group, "mixing", "strength"),
];

/// Measures and columns, by how they begin, that are in the square root of that unit.
const IN_ROOTS: &[(Unit, &str, &str)] = &[
    (Unit::Actor, "degree", "opsahl"),
    (Unit::Actor, "degree", "in_opsahl"),
    (Unit::Actor, "degree", "out_opsahl"),
];

fn is_among(list: &[(Unit, &str, &str)], measure: &Measure, column: &str) -> bool {
    let of = |&(unit, name, start): &(Unit, &str, &str)| {
        (unit, name) == (measure.unit, measure.name) && column.starts_with(start)
    };
    list.iter().any(of)
}

#[test]
fn results_are_read_back_as_they_were_written() {
    let net = Network::from_ties(false, [("a", "b", 0.1), ("b", "c", 3.0)]).unwrap();
    let net = net.with_isolates(["d"]).with_attribute("sector", ["HE", "FE"]);
    let net = net.with_accounts([true, false, true]);
    for measure in of_networks() {
        let Some(results) = run(measure, &net) else { continue };
        // Not through text, which serde_json reads to the last bit only with `float_roundtrip`.
        let written = serde_json::to_value(&results).expect("JSON");
        let again: Results = serde_json::from_value(written).expect("results");
        assert_eq!(again, results, "{} {}", measure.unit, measure.name);
    }
}

#[test]
fn a_star_a_ring_and_a_complete_network_have_closed_forms() {
    for n in 3..=12_usize {
        let m = n as f64;
        let name = |actor: usize| format!("{actor:02}");
        let tie = |(i, j): (usize, usize)| (name(i), name(j), 1.0);
        let undirected = |ties: Vec<(usize, usize)>| {
            Network::from_ties(false, ties.into_iter().map(tie)).expect("strengths of 1")
        };
        let star = undirected((1..n).map(|ray| (0, ray)).collect());
        check(&star, &name(0), [m - 1.0, (m - 1.0) * (m - 2.0) / 2.0, 1.0 / (m - 1.0)], n - 1);
        check(&star, &name(1), [1.0, 0.0, 1.0], 1);

        let ring = undirected((0..n).map(|i| (i, (i + 1) % n)).collect());
        let half = if n % 2 == 0 { (m - 2.0).powi(2) } else { (m - 1.0) * (m - 3.0) };
        let constraint = if n == 3 { 1.125 } else { 0.5 };
        check(&ring, &name(1), [2.0, half / 8.0, constraint], 1);

        let pairs = |n: usize| (0..n).flat_map(move |i| (i + 1..n).map(move |j| (i, j)));
        let complete = undirected(pairs(n).collect());
        let p = 1.0 / (m - 1.0);
        let constraint = (m - 1.0) * (p + (m - 2.0) * p * p).powi(2);
        check(&complete, &name(2), [m - 1.0, 0.0, constraint], 1);
    }
}

/// Degree, betweenness and constraint of an actor, and how many pieces there are without it.
fn check(net: &Network, actor: &str, [degree, between, constraint]: [f64; 3], pieces: usize) {
    let value = |name: &str, column: &str| {
        let measure = Measure::find(Unit::Actor, name).expect("a measure");
        run(measure, net).expect("it applies").value(actor, column).expect("a value")
    };
    let what = format!("{} actors, {} ties, {actor}", net.actors().len(), net.ties().len());
    assert!(close(value("degree", "degree"), degree), "degree: {what}");
    assert!(close(value("betweenness", "value"), between), "betweenness: {what}");
    assert!(close(value("constraint", "value"), constraint), "constraint: {what}");
    assert!(close(value("removal", "pieces"), pieces as f64), "removal: {what}");
}

#[test]
fn the_number_of_threads_changes_no_bit() {
    // Strengths whose reciprocals round, in a network large enough for many tasks.
    let ties = (0..48_u32).flat_map(|i| {
        let others = [i * 7 + 1, i * i + 3, i * 31 + 11].map(|j| j % 48);
        others.map(|j| (i.to_string(), j.to_string(), f64::from(1 + (i * 13 + j) % 9) / 3.0))
    });
    let net = Network::from_ties(false, ties).expect("strengths above zero");
    let sectors = (0..48).map(|actor| ["HE", "FE", "VCS"][actor % 3]);
    let net = net.with_attribute("sector", sectors);
    let bits = |measure: &Measure, threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        let results = pool.install(|| run(measure, &net));
        results.map(|it| it.columns.iter().map(|column| exact(&it, column)).collect::<Vec<_>>())
    };
    for measure in of_networks() {
        let one = bits(measure, 1);
        assert_eq!(one, bits(measure, 2), "{} {}", measure.unit, measure.name);
        assert_eq!(one, bits(measure, 5), "{} {}", measure.unit, measure.name);
    }
}

/// The values of a column to the last bit, in words.
pub(crate) fn exact(results: &Results, column: &Column) -> Vec<String> {
    match results.numbers(&column.name) {
        Some(values) => values.iter().map(|it| format!("{:?}", it.map(f64::to_bits))).collect(),
        None => (0..results.len()).filter_map(|row| column.values.text(row)).collect(),
    }
}

#[test]
fn a_long_measure_stops_when_it_is_asked_to() {
    let ties = ["ab", "bc", "cd", "de", "ef"].map(|tie| (&tie[..1], &tie[1..], 1.0));
    let net = Network::from_ties(false, ties).expect("strengths above zero");
    let net = net.with_attribute("sector", ["HE", "HE", "HE", "FE", "FE", "FE"]);
    let watch = Watch::new();
    watch.stop();
    for (unit, name) in LONG {
        let measure = Measure::find(*unit, name).expect("a measure");
        let stopped = measure.of_network(&net, &Arguments::default(), &watch);
        assert_eq!(stopped, Err(Error::Stopped), "{unit} {name}");
    }
}

/// Measures that take long on a large network.
const LONG: &[(Unit, &str)] = &[
    (Unit::Actor, "alters"),
    (Unit::Actor, "betweenness"),
    (Unit::Actor, "betweenness_between"),
    (Unit::Actor, "betweenness_by_role"),
    (Unit::Actor, "bonacich_power"),
    (Unit::Actor, "bridging"),
    (Unit::Actor, "brokerage"),
    (Unit::Actor, "brokerage_exclusivity"),
    (Unit::Actor, "closeness"),
    (Unit::Actor, "community"),
    (Unit::Actor, "constraint"),
    (Unit::Actor, "core"),
    (Unit::Actor, "coreness"),
    (Unit::Actor, "cut_points"),
    (Unit::Actor, "effective_size"),
    (Unit::Actor, "ego_betweenness"),
    (Unit::Actor, "eigenvector"),
    (Unit::Actor, "hierarchy"),
    (Unit::Actor, "hits"),
    (Unit::Actor, "honest_broker"),
    (Unit::Actor, "information"),
    (Unit::Actor, "katz"),
    (Unit::Actor, "key_players"),
    (Unit::Actor, "pagerank"),
    (Unit::Actor, "reach"),
    (Unit::Actor, "removal"),
    (Unit::Actor, "segregation"),
    (Unit::Tie, "backbone"),
    (Unit::Tie, "betweenness"),
    (Unit::Tie, "bridges"),
    (Unit::Tie, "crossing"),
    (Unit::Tie, "embeddedness"),
    (Unit::Tie, "suggestions"),
    (Unit::Group, "brokerage"),
    (Unit::Whole, "brokerage"),
    (Unit::Whole, "centralization"),
    (Unit::Whole, "communities"),
    (Unit::Whole, "core_periphery"),
    (Unit::Whole, "fragmentation"),
    (Unit::Whole, "geodesics"),
    (Unit::Whole, "segregation"),
    (Unit::Whole, "transitivity"),
    (Unit::Whole, "triad_census"),
    (Unit::Null, "boundaries"),
    (Unit::Null, "cug"),
    (Unit::Null, "bootstrap"),
    (Unit::Null, "bounds"),
    (Unit::Null, "jackknife"),
    (Unit::Null, "mrqap"),
    (Unit::Null, "mrqap_logit"),
    (Unit::Null, "qap"),
    (Unit::Null, "test"),
];

fn of_networks() -> impl Iterator<Item = &'static Measure> {
    MEASURES.iter().filter(|measure| !matches!(measure.run, Run::Study(_)))
}

/// The measure with its defaults, but for few draws; `None` where it says nothing about the network.
fn run(measure: &Measure, net: &Network) -> Option<Results> {
    measure.of_network(net, &few_draws(measure), &Watch::new()).ok()
}

/// A law that holds for few random networks holds for many, which take minutes.
pub(crate) fn few_draws(measure: &Measure) -> Arguments {
    let draws = measure.options.iter().any(|option| option.name == "draws");
    if draws { Arguments::default().with("draws", "10") } else { Arguments::default() }
}

/// Every combination of the words that the options of a measure take.
pub(crate) fn every_choice(measure: &Measure) -> Vec<Arguments> {
    measure.options.iter().fold(vec![few_draws(measure)], |choices, option| {
        let Takes::Words(words) = option.takes else { return choices };
        let with = |choice: &Arguments| {
            words.iter().map(|word| choice.clone().with(option.name, word)).collect::<Vec<_>>()
        };
        choices.iter().flat_map(with).collect()
    })
}

/// Every column has a value or a reason in every row, and nothing else has a reason.
fn whole(results: &Results) -> Result<(), TestCaseError> {
    let mut undefined = Vec::new();
    for column in &results.columns {
        prop_assert_eq!(column.values.len(), results.len(), "{}", column.name);
        if let Values::Text(_) = column.values {
            continue;
        }
        for (row, value) in results.numbers(&column.name).unwrap().into_iter().enumerate() {
            if let Some(value) = value {
                prop_assert!(value.is_finite(), "{}: {}", column.name, value);
                continue;
            }
            undefined.push((row, column.name.clone()));
            let reason = results.reason(row, &column.name).unwrap_or_default();
            prop_assert!(!reason.is_empty(), "{} of row {}", column.name, row);
        }
    }
    let reasons = results.method.undefined.iter().map(|it| (it.row, it.column.clone()));
    let mut reasons: Vec<_> = reasons.collect();
    undefined.sort();
    reasons.sort();
    prop_assert_eq!(undefined, reasons);
    Ok(())
}

/// Numbers by what their row is of and their column. Groups of an undirected pair have no order.
fn by_row(
    results: &Results,
    directed: bool,
    rename: impl Fn(&str) -> String,
) -> BTreeMap<(String, String), Option<f64>> {
    let mut cells = BTreeMap::new();
    for column in &results.columns {
        let Some(values) = results.numbers(&column.name) else { continue };
        for (row, value) in values.into_iter().enumerate() {
            let key = |at: usize| rename(&results.columns[at].values.text(row).unwrap_or_default());
            let mut key: Vec<String> = (0..keys(results)).map(key).collect();
            if !directed {
                key.sort();
            }
            cells.insert((key.join(" "), column.name.clone()), value);
        }
    }
    cells
}

fn agree(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => close(a, b),
        (a, b) => a == b,
    }
}

/// A unit, a group, actors without sector, activities with and without a date.
const ACTORS: &str = "
    organisations | id | sector | parent | kind  | localities
                  | o0 | HE     |        |       | north
                  | o1 | FE     |        |       | north; south
                  | o2 |        |        |       |
                  | o3 | HE     | o0     | unit  | south
                  | g  | VCS    |        | group |
    people        | id | designated_spanner
                  | p0 | yes
                  | p1 |
                  | p2 | no
    activities    | id | start
                  | a0 | 2018
                  | a1 | recurring
                  | a2 |
    ";

/// Tables of a small study: posts that may have ended, ties of several statuses, parts in activities,
/// respondents.
pub(crate) fn any_tables() -> impl Strategy<Value = String> {
    let dates = || prop::sample::select(vec!["", "2017", "2018-05", "2019", "recurring"]);
    let actor = || prop::sample::select(vec!["o0", "o1", "o2", "o3", "g", "p0", "p1", "p2"]);
    let person = || prop::sample::select(vec!["p0", "p1", "p2"]);
    let organisation = || prop::sample::select(vec!["o0", "o1", "o2", "o3"]);
    let status = prop::sample::select(vec!["", "", "observed", "wished", "unknown"]);
    let posts = proptest::collection::vec((person(), organisation(), dates()), 1..6);
    let way = prop::sample::select(vec!["yes", "no", ""]);
    let ties = proptest::collection::vec((actor(), actor(), way, 0..3_u8, dates(), status), 0..8);
    let activity = prop::sample::select(vec!["a0", "a1", "a2"]);
    let parts = proptest::collection::vec((actor(), activity), 0..8);
    let answers = proptest::collection::btree_map(actor(), any::<bool>(), 0..4);
    (posts, ties, parts, answers).prop_map(|(posts, ties, parts, answers)| {
        let rows = |rows: Vec<String>| rows.join("\n");
        let posts = posts.iter().map(|(p, o, end)| format!("| {p} | {o} | {end}"));
        let ties = ties.iter().map(|(from, to, way, weight, start, status)| {
            format!("| {from} | {to} | {way} | {weight} | {start} | {status}")
        });
        let parts = parts.iter().map(|(actor, activity)| format!("| {actor} | {activity}"));
        let answers = answers.iter().map(|(actor, answered)| {
            format!("| {actor} | {}", if *answered { "responded" } else { "refused" })
        });
        [
            ACTORS.to_owned(),
            "affiliations | person | organisation | end".to_owned(),
            rows(posts.collect()),
            "ties | from | to | directed | weight | start | status".to_owned(),
            rows(ties.collect()),
            "participation | actor | activity".to_owned(),
            rows(parts.collect()),
            "respondents | actor | status".to_owned(),
            rows(answers.collect()),
        ]
        .join("\n")
    })
}

/// A view with a word chosen for some of its options, or all of the words.
fn any_view() -> impl Strategy<Value = View> {
    let choices: Vec<_> = VIEW_OPTIONS
        .iter()
        .map(|option| {
            let words = match option.name {
                "period" => vec!["2017..2018", "2019", "..2016"],
                "locality" => vec!["north", "south"],
                "relation" | "wave" => vec![],
                _ => option.words.to_vec(),
            };
            let choice = proptest::option::weighted(0.4, 0..words.len().max(1));
            choice.prop_map(move |at| at.and_then(|at| Some((option.name, *words.get(at)?))))
        })
        .collect();
    choices.prop_map(|choices| {
        let mut view = View::default();
        choices.into_iter().flatten().for_each(|(name, word)| view.set(name, &[word]).unwrap());
        view
    })
}
