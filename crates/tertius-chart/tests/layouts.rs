//! The layouts on ten networks: Zachary's karate club, Les Misérables, Davis's women and events, and seven made up
//! (organisations, people and projects; organisations with localities; a tree), beside what other programs got.

use std::path::Path;

use tertius::Watch;
use tertius_chart::layout::{Drawn, Method, Quality, lay_out, quality};
use tertius_chart::{Line, Node, Page, Sociogram};

/// The lowest scale-normalised stress of graphlayouts, Graphviz neato, igraph's Kamada and Kawai, networkx's, and
/// s_gd2, and the crossings of ForceAtlas2 (fa2), each measured on 21 November 2026.
const PEERS: [(&str, f64, u64); 10] = [
    ("karate", 0.0683, 65),
    ("miserables", 0.0823, 773),
    ("davis", 0.1001, 187),
    ("projects-110", 0.0511, 90),
    ("projects-558", 0.1371, 5_048),
    ("projects-1989", 0.1559, 73_341),
    ("places-118", 0.1140, 4_054),
    ("places-396", 0.1249, 13_458),
    ("places-983", 0.1331, 76_668),
    ("tree-500", 0.0750, 2),
];

struct Network {
    groups: Vec<Option<usize>>,
    ties: Vec<(usize, usize)>,
}

/// The groups of the actors in the first line, a tie in each other.
fn network(name: &str) -> Network {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/layouts/{name}.txt"));
    let text = std::fs::read_to_string(path).unwrap();
    let (groups, ties) = text.split_once('\n').unwrap();
    let number = |word: &str| word.parse().ok();
    let ties = ties.lines().filter_map(|line| line.split_once(' '));
    let ties = ties.map(|(a, b)| (number(a).unwrap(), number(b).unwrap())).collect();
    Network { groups: groups.split(' ').map(number).collect(), ties }
}

fn drawn(network: &Network, method: &Method) -> Quality {
    let layout = lay_out(network.groups.len(), &network.ties, method, 1, &Watch::new()).unwrap();
    quality(&layout.xy, &Drawn { ties: &network.ties, groups: &network.groups, radii: &[] })
}

#[test]
fn stress_is_as_low_as_anybodys() {
    for (name, best, _) in PEERS {
        let stress = drawn(&network(name), &Method::Stress).stress.unwrap();
        assert!(stress <= 1.01 * best, "{name}: {stress} against {best}");
    }
}

#[test]
fn clusters_cross_no_more_ties_than_force_atlas_does() {
    for (name, _, fa2) in PEERS {
        let crossings = drawn(&network(name), &Method::Clusters).crossings.unwrap();
        assert!(crossings <= fa2, "{name}: {crossings} against {fa2}");
    }
}

#[test]
fn groups_held_apart_are_told_apart() {
    for name in ["places-118", "places-396", "projects-110"] {
        let network = network(name);
        let groups = network.groups.iter().map(|group| group.iter().copied().collect()).collect();
        let plain = drawn(&network, &Method::Stress);
        let apart = drawn(&network, &Method::Grouped { groups, apart: 1.0 });
        assert!(apart.silhouette.unwrap() > plain.silhouette.unwrap() + 0.05, "{name}");
        assert!(apart.stress.unwrap() < 1.2 * plain.stress.unwrap(), "{name}");
    }
}

#[test]
fn on_the_page_nothing_overlaps_anything() {
    for (name, ..) in PEERS {
        let network = network(name);
        let node = |at: usize| Node { label: format!("Organisation {at}"), ..Node::default() };
        let line = |&(from, to): &(usize, usize)| Line {
            from,
            to,
            weight: 1.0,
            dashed: false,
            bold: false,
            light: false,
        };
        for method in [Method::Stress, Method::Clusters] {
            let picture = Sociogram {
                actors: (0..network.groups.len()).map(node).collect(),
                ties: network.ties.iter().map(line).collect(),
                method,
                ..Sociogram::default()
            };
            let figure = picture.draw(&Page::double(), &Watch::new()).unwrap();
            assert_eq!(figure.quality().unwrap().overlaps, 0, "marks of {name}");
            let labels = labels(&figure.svg());
            assert!(labels.len() >= 10, "{name}: {}", labels.len());
            for (at, a) in labels.iter().enumerate() {
                let over = labels[at + 1..].iter().find(|b| overlap(a, b));
                assert!(over.is_none(), "{name}: {a:?} {over:?}");
            }
        }
    }
}

/// Left, top, right and bottom of the names in a picture.
fn labels(svg: &str) -> Vec<[f64; 4]> {
    let names = svg.split("<g class=\"names\"").nth(1).unwrap_or_default();
    let (head, names) = names.split_once('>').unwrap_or_default();
    let names = names.split("</g>").next().unwrap_or_default();
    let value = |text: &str, name: &str| -> Option<String> {
        let rest = text.split_once(&format!(" {name}=\""))?.1;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let texts = names.split("<text").skip(1).map(|text| text.split('>').next().unwrap_or_default());
    texts
        .map(|text| {
            // What all have in common is written once.
            let of = |name: &str| value(text, name).or_else(|| value(head, name));
            let number = |name: &str| of(name).and_then(|it| it.parse::<f64>().ok()).unwrap();
            let (x, y, width, size) =
                (number("x"), number("y"), number("textLength"), number("font-size"));
            let left = match of("text-anchor").as_deref() {
                Some("middle") => x - width / 2.0,
                Some("end") => x - width,
                _ => x,
            };
            [left, y - 0.72 * size, left + width, y]
        })
        .collect()
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
