//! Two modes, projected.

use proptest::prelude::*;
use tertius::network::Weights;
use tertius::{Network, View};

use super::{notes, people, shown};
use crate::tables::study_with;

const WEIGHTS: [(Weights, &str); 3] =
    [(Weights::Newman, "newman"), (Weights::Count, "count"), (Weights::Binary, "binary")];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_projection_is_the_cut_via_participation(tables in any_participation()) {
        let study = study_with("", &tables);
        for (weights, word) in WEIGHTS {
            for level in ["organisation", "person", "actor"] {
                let cut = |via: &str| {
                    let mut view = View::default();
                    for (option, word) in [("via", via), ("level", level), ("weights", word)] {
                        view.set(option, &[word]).expect("an option of views");
                    }
                    study.network(&view).expect("actors at every level")
                };
                let (want, got) = (cut("participation"), cut("two-mode"));
                let got = got.projected(weights).expect("two modes");
                prop_assert_eq!(got.actors(), want.actors());
                prop_assert_eq!(got.ties(), want.ties());
                prop_assert_eq!(got.out(), want.out());
                prop_assert_eq!(got.attribute("sector"), want.attribute("sector"));
                for tie in 0..want.ties().len() {
                    let behind = |net: &Network| {
                        let mut people = net.people_behind(tie).to_vec();
                        people.sort();
                        (net.behind(tie).cloned().collect::<Vec<_>>(), people)
                    };
                    prop_assert_eq!(behind(&got), behind(&want), "{} {}", tie, tables);
                }
            }
        }
    }

    #[test]
    fn a_projection_adds_up_every_two_rows(
        cells in proptest::collection::vec(proptest::collection::vec(any::<bool>(), 5), 0..7),
    ) {
        let parts = (0..cells.len()).flat_map(|i| (0..5).map(move |k| (i, k)));
        let parts = parts.filter(|&(i, k)| cells[i][k]);
        let two_modes =
            Network::from_participation(parts.map(|(i, k)| (format!("{i}"), format!("k{k}"))));
        for (weights, word) in WEIGHTS {
            let net = two_modes.projected(weights).expect("two modes");
            for i in 0..cells.len() {
                for j in i + 1..cells.len() {
                    let members = |k: &usize| cells.iter().filter(|row| row[*k]).count() as f64;
                    let both = (0..5).filter(|&k| cells[i][k] && cells[j][k]);
                    let want: f64 = match word {
                        "newman" => both.map(|k| 1.0 / (members(&k) - 1.0)).sum(),
                        "count" => both.count() as f64,
                        _ => both.count().min(1) as f64,
                    };
                    let found = match (net.actor(&i.to_string()), net.actor(&j.to_string())) {
                        (Some(i), Some(j)) => net.out().strength(i, j).unwrap_or(0.0),
                        _ => 0.0,
                    };
                    prop_assert!((found - want).abs() < 1e-12, "{i} {j}: {found}, not {want}");
                }
            }
        }
    }
}

/// Organisations and people who take part, some of them for two organisations.
fn any_participation() -> impl Strategy<Value = String> {
    let part = (prop::sample::select(vec!["o0", "o1", "o2", "p0", "p1", "p2"]), 0..4_u8);
    let parts = proptest::collection::btree_set(part, 1..16);
    let post = (
        prop::sample::select(vec!["p0", "p1", "p2"]),
        prop::sample::select(vec!["o0", "o1", "o2"]),
    );
    let posts = proptest::collection::btree_set(post, 1..6);
    (parts, posts).prop_map(|(parts, posts)| {
        let parts: Vec<_> = parts.iter().map(|(a, k)| format!("| {a} | k{k}")).collect();
        let posts: Vec<_> = posts.iter().map(|(p, o)| format!("| {p} | {o}")).collect();
        format!(
            "
            organisations | id | sector
                          | o0 | HE
                          | o1 | FE
                          | o2 |
            people        | id
                          | p0
                          | p1
                          | p2
            activities    | id | kind
                          | k0 | talk
                          | k1 |
                          | k2 |
                          | k3 |
            affiliations  | person | organisation
            {}
            participation | actor | activity
            {}",
            posts.join("\n"),
            parts.join("\n")
        )
    })
}

#[test]
fn what_a_projection_counts_is_said_and_one_mode_has_none() {
    let parts = [("ann", "talk"), ("ben", "talk"), ("ann", "talk"), ("cat", "walk")];
    let two_modes = Network::from_participation(parts);
    assert_eq!(shown(&two_modes), "ann-talk:1 ben-talk:1 cat-walk:1");
    let net = two_modes.projected(Weights::Newman).expect("two modes");
    assert_eq!(shown(&net), "ann-ben:1 cat");
    assert_eq!(people(&net, "ann", "ben"), [""; 0]);
    let said = "projected: a shared activity of n actors counts 1/(n−1) for each pair";
    assert_eq!(notes(&net), [said]);
    let refused = net.projected(Weights::Count).expect_err("refused").to_string();
    assert!(refused.contains("--via two-mode"), "{refused}");
}

#[test]
fn the_number_of_threads_changes_no_bit_of_a_projection() {
    let parts = (0..3000_u32).flat_map(|k| {
        let members = 2 + k % 7;
        (0..members).map(move |m| (format!("{}", (k * k + m * 131) % 700), format!("k{k}")))
    });
    let two_modes = Network::from_participation(parts);
    let bits = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        let net = pool.install(|| two_modes.projected(Weights::Newman)).expect("two modes");
        let bits = |tie: &tertius::network::Tie| (tie.from, tie.to, tie.strength.to_bits());
        net.ties().iter().map(bits).collect::<Vec<_>>()
    };
    assert_eq!(bits(1), bits(2));
    assert_eq!(bits(1), bits(5));
}
