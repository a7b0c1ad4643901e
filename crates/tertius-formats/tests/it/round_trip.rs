//! What is written for other programs reads back the same, but for the losses that are told.

use std::path::Path;

use proptest::prelude::*;
use tertius::Network;
use tertius::network::{Tie, Via, View};
use tertius::study::Study;
use tertius_formats::{Format, Shape, losses, network_files, read, read_as, write_network};

use crate::support::folder;

/// Text with what is special to formats, without stray spaces.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a", "B", "é", "日", " ", "\"", "'", "<", ">", "&", ";", ",", "]]>", "--", "\\", "/", ":",
        "%", "*", "=", "|", "#", "(", "\u{200b}",
    ]);
    prop::collection::vec(pieces, 0..8)
        .prop_map(|pieces| pieces.concat().split_whitespace().collect::<Vec<_>>().join(" "))
}

fn strength() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(1.0),
        (1u32..20).prop_map(f64::from),
        1e-6..1e6f64,
        Just(5e-324),
        Just(0.1 + 0.2),
        Just(1e300)
    ]
}

fn network() -> impl Strategy<Value = Network> {
    let actors = prop::collection::vec((text(), text(), text()), 2..8);
    let tie = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), strength());
    let ties = prop::collection::vec(tie, 1..16);
    (any::<bool>(), actors, ties).prop_filter_map("a tie", |(directed, actors, ties)| {
        let id = |at: usize| format!("{at}n{}", actors[at].0);
        let end = |it: prop::sample::Index| it.index(actors.len());
        let ties = ties.into_iter().map(|(from, to, strength)| (end(from), end(to), strength));
        let mut seen = std::collections::HashSet::new();
        let ties = ties.filter(|&(from, to, _)| {
            from != to
                && seen.insert(if directed { (from, to) } else { (from.min(to), from.max(to)) })
        });
        let ties: Vec<_> = ties.map(|(from, to, strength)| (id(from), id(to), strength)).collect();
        let net = Network::from_ties(directed, ties.iter().map(|(a, b, it)| (a, b, *it))).ok()?;
        let net = net.with_isolates((0..actors.len()).map(id));
        let values = |of: fn(&(String, String, String)) -> &String| -> Vec<String> {
            // Two and two share a word; others differ in their number, for words that differ in signs that nobody
            // sees are read as one.
            let value = |at: usize| match of(&actors[at]).as_str() {
                "" => String::new(),
                text => format!("v{at}{text}"),
            };
            (0..actors.len()).map(|at| value(at / 2)).collect()
        };
        let net = net.with_attribute("sector", values(|it| &it.1));
        (!ties.is_empty()).then(|| net.with_attribute("size <of> \"it\"", values(|it| &it.2)))
    })
}

/// What comes back of a network through the files of a format.
fn back(net: &Network, format: Format, name: &str) -> Network {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    write_network(&path, net, Some(format)).unwrap();
    let reading = match format {
        Format::Statnet => read_as(&path.join("adjacency.csv"), Shape::AdjacencyMatrix),
        Format::EdgeList => read_as(&path, Shape::EdgeList),
        _ => read(&path),
    };
    let study = Study::from_reading(reading.unwrap());
    let errors: Vec<_> =
        study.problems.iter().filter(|it| it.severity == tertius::study::Severity::Error).collect();
    assert!(
        errors.is_empty(),
        "{errors:?}\n{:?}",
        String::from_utf8_lossy(&network_files(&path, net, format).unwrap()[0].1)
    );
    study.network(&study.default_view().unwrap()).unwrap()
}

fn ids(net: &Network) -> Vec<&str> {
    net.actors().iter().map(|it| it.id.as_str()).collect()
}

fn ties(net: &Network) -> Vec<(u32, u32, u64)> {
    net.ties().iter().map(|&Tie { from, to, strength }| (from, to, strength.to_bits())).collect()
}

fn count(net: &Network, format: Format, what: &str) -> usize {
    losses(net, format).iter().filter(|it| it.what == what).map(|it| it.count).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn formats_with_attributes_lose_nothing(net in network()) {
        for (format, name) in [(Format::GraphMl, "a.graphml"), (Format::Gexf, "a.gexf"), (Format::NodeLink, "a.json")] {
            prop_assert_eq!(losses(&net, format), []);
            let again = back(&net, format, name);
            prop_assert_eq!(ids(&again), ids(&net));
            prop_assert_eq!(ties(&again), ties(&net));
            prop_assert_eq!(again.is_directed(), net.is_directed());
            for name in net.attributes() {
                let known = net.attribute(name).unwrap().iter().any(|it| !it.is_empty());
                prop_assert_eq!(again.attribute(name), net.attribute(name).filter(|_| known), "{:?} {}", format, name);
            }
        }
    }

    #[test]
    fn labels_lose_attributes_and_say_so(net in network()) {
        for (format, name) in [(Format::Pajek, "a.net"), (Format::Dl, "a.dl")] {
            prop_assert_eq!(count(&net, format, "attributes"), 2);
            let again = back(&net, format, name);
            let changed = ids(&again).iter().zip(ids(&net)).filter(|(a, b)| **a != *b).count();
            prop_assert_eq!(count(&net, format, "labels"), changed);
            prop_assert_eq!(again.attributes().count(), 0);
            if count(&net, format, "direction") == 0 {
                prop_assert_eq!(ties(&again), ties(&net));
                prop_assert_eq!(again.is_directed(), net.is_directed());
            } else {
                prop_assert!(net.is_directed() && !again.is_directed());
                prop_assert_eq!(again.ties().len() * 2, net.ties().len());
            }
        }
    }

    #[test]
    fn an_edge_list_has_its_isolates_beside_it(net in network()) {
        let again = back(&net, Format::EdgeList, "a.csv");
        prop_assert_eq!(again.actors().len() + count(&net, Format::EdgeList, "isolates"), net.actors().len());
        let named = |net: &Network| {
            let id = |at: u32| net.actors()[at as usize].id.clone();
            let mut ties: Vec<_> = ties(net).into_iter().map(|(a, b, it)| (id(a), id(b), it)).collect();
            ties.iter_mut().filter(|it| !net.is_directed() && it.0 > it.1).for_each(|it| std::mem::swap(&mut it.0, &mut it.1));
            ties.sort();
            ties
        };
        prop_assert_eq!(named(&again), named(&net));
        prop_assert_eq!(again.is_directed(), net.is_directed());
        let files = network_files(Path::new("a.csv"), &net, Format::EdgeList).unwrap();
        let beside = String::from_utf8(files[1].1.clone()).unwrap();
        let folder = folder(&[("organisations.csv", beside.as_bytes()), ("ties.csv", &files[0].1)]);
        let study = Study::from_reading(read(folder.path()).unwrap());
        let whole = study.network(&View::ties()).unwrap();
        prop_assert_eq!((ids(&whole), ties(&whole)), (ids(&net), ties(&net)));
        prop_assert_eq!(whole.attribute("sector").is_some(), net.attribute("sector").unwrap().iter().any(|it| !it.is_empty()));
    }

    #[test]
    fn statnet_keeps_who_was_not_asked(net in network(), accounts in prop::collection::vec(any::<bool>(), 8)) {
        // A small table with semicolons in its names may as well be separated by them.
        prop_assume!(net.actors().iter().all(|it| !it.id.contains(';')));
        let net = net.clone().with_accounts(accounts.into_iter().take(net.actors().len()));
        let again = back(&net, Format::Statnet, "r");
        prop_assert_eq!(ids(&again), ids(&net));
        // A matrix that says the same both ways is read as one without direction.
        prop_assume!(again.is_directed() == net.is_directed());
        prop_assert_eq!(ties(&again), ties(&net));
        prop_assert_eq!(count(&net, Format::Statnet, "unobserved"), 0);
        let mut unknown = 0;
        for from in 0..net.actors().len() {
            for to in (0..net.actors().len()).filter(|&to| to != from && net.out().strength(from, to).is_none()) {
                prop_assert_eq!(again.is_observed(from, to), net.is_observed(from, to));
                unknown += usize::from(!net.is_observed(from, to) && (net.is_directed() || from < to));
            }
        }
        prop_assert_eq!(count(&net, Format::GraphMl, "unobserved"), unknown);
    }

    #[test]
    fn two_modes_stay_two(parts in prop::collection::vec((0..6u8, 0..4u8), 1..12)) {
        let net = Network::from_participation(parts.iter().map(|(a, p)| (format!("actor {a}"), format!("project \"{p}\""))));
        for (format, name) in [(Format::GraphMl, "a.graphml"), (Format::Gexf, "a.gexf"), (Format::NodeLink, "a.json"), (Format::Pajek, "a.net"), (Format::Dl, "a.dl")] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(name);
            write_network(&path, &net, None).unwrap();
            let study = Study::from_reading(read(&path).unwrap());
            prop_assert!(!study.has_errors(), "{:?} {:?}", format, study.problems);
            let again = study.network(&View { via: vec![Via::TwoMode], ..View::default() }).unwrap();
            prop_assert_eq!(again.first_mode(), net.first_mode());
            prop_assert_eq!(again.actors().len(), net.actors().len());
            let pairs = |net: &Network| ties(net).into_iter().map(|(a, b, _)| (a, b)).collect::<Vec<_>>();
            prop_assert_eq!(pairs(&again), pairs(&net), "{:?}", format);
        }
    }
}

#[test]
fn attributes_with_names_that_formats_need_are_written_under_others() {
    let net = Network::from_ties(false, [("a", "b", 1.0)]).unwrap();
    let net = net
        .with_attribute("label", ["x", "y"])
        .with_attribute("label_", ["z", ""])
        .with_attribute("mode", ["1", "2"]);
    for format in [Format::GraphMl, Format::Gexf, Format::NodeLink] {
        assert_eq!(count(&net, format, "renamed"), 2);
        let again = back(
            &net,
            format,
            &format!("a.{}", if format == Format::NodeLink { "json" } else { format.name() }),
        );
        assert_eq!(again.actors()[0].name, "a", "{format:?}");
        assert_eq!(again.attribute("label__").unwrap()[0], ["x"]);
        assert_eq!(again.attribute("label_").unwrap()[0], ["z"]);
    }
}

#[test]
fn an_ending_that_says_nothing_is_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let net = Network::from_ties(false, [("a", "b", 1.0)]).unwrap();
    let refused = write_network(&folder.path().join("a.gml"), &net, None).unwrap_err();
    assert!(
        refused.to_string().contains("use .graphml, .gexf, .net, .dl, .csv or .json"),
        "{refused}"
    );
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

#[test]
fn a_matrix_of_very_many_actors_is_refused() {
    let net =
        Network::from_ties(false, (0..20_000).map(|at| ("hub", at.to_string(), 1.0))).unwrap();
    let refused = network_files(Path::new("r"), &net, Format::Statnet).unwrap_err();
    assert!(refused.to_string().contains("a matrix of 20001 actors"), "{refused}");
}
