//! Composition of alters, participation and ego homophily, from the matrix.

use proptest::prelude::*;
use tertius::actor::{self, AltersOptions, ParticipationOptions};
use tertius::options::{Direction, Ties as Counts};
use tertius::{Grouping, Network, Watch};

use super::same;
use crate::networks::{Ties, any_ties};

/// Ties, and the groups of each actor: none, one or several of three.
pub(super) fn any_covered(most: usize) -> impl Strategy<Value = (Ties, Vec<Vec<&'static str>>)> {
    any_ties(most).prop_flat_map(|ties| {
        let groups = proptest::sample::subsequence(vec!["HE", "FE", "VCS"], 0..=3);
        let one = prop::sample::select(vec![vec!["HE"], vec!["FE"], vec!["VCS"], vec![]]);
        let groups = proptest::collection::vec(prop_oneof![3 => one, 1 => groups], ties.actors);
        (Just(ties), groups)
    })
}

pub(super) fn any_direction() -> impl Strategy<Value = Direction> {
    prop::sample::select(vec![Direction::Out, Direction::In, Direction::All])
}

/// Strengths as an ego sees them.
pub(super) fn seen(ties: &Ties, direction: Direction) -> Vec<Vec<f64>> {
    let (n, w) = (ties.actors, ties.matrix());
    let of = |i: usize, j: usize| match direction {
        Direction::In => w[j][i],
        Direction::All if ties.directed => w[i][j] + w[j][i],
        _ => w[i][j],
    };
    (0..n).map(|i| (0..n).map(|j| of(i, j)).collect()).collect()
}

/// Whether each dyad was observed from the place of an ego.
pub(super) fn told(ties: &Ties, heard: &[bool], direction: Direction) -> Vec<Vec<bool>> {
    let of = |i: usize, j: usize| match direction {
        _ if i == j => false,
        Direction::Out if ties.directed => heard[i],
        Direction::In if ties.directed => heard[j],
        Direction::All if ties.directed => heard[i] && heard[j],
        _ => heard[i] || heard[j],
    };
    (0..ties.actors).map(|i| (0..ties.actors).map(|j| of(i, j)).collect()).collect()
}

pub(super) fn share(a: &[&str], b: &[&str]) -> bool {
    a.iter().any(|group| b.contains(group))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn alters_are_drawn_two_by_two(
        (ties, groups) in any_covered(7), direction in any_direction(), strong in any::<bool>(),
    ) {
        let counts = if strong { Counts::Strength } else { Counts::Binary };
        let by = Grouping::new("sector", groups.clone());
        let net = ties.network();
        let found =
            actor::alters(&net, &by, AltersOptions { direction, ties: counts }, &Watch::new()).unwrap();
        let spread = ParticipationOptions { direction, ties: counts, ..Default::default() };
        let spread = actor::participation(&net, &by, spread).unwrap();
        let w = seen(&ties, direction);
        // The chance that one alter drawn by its strength and one of its groups is another's.
        let alike = |a: usize, b: usize| {
            let common = groups[a].iter().filter(|group| groups[b].contains(group)).count();
            common as f64 / (groups[a].len() * groups[b].len()) as f64
        };
        let mut inside = vec![0.0; ties.actors];
        for i in 0..ties.actors {
            let weight = |j: usize| if strong { w[i][j] } else { 1.0 };
            let all: Vec<usize> = (0..ties.actors).filter(|&j| w[i][j] > 0.0).collect();
            let known: Vec<usize> =
                all.iter().copied().filter(|&j| !groups[j].is_empty()).collect();
            let chance = |twice: bool| {
                let (mut met, mut drawn) = (0.0, 0.0);
                for &a in &known {
                    for &b in known.iter().filter(|&&b| twice || a != b) {
                        met += weight(a) * weight(b) * alike(a, b);
                        drawn += weight(a) * weight(b);
                    }
                }
                (drawn > 0.0).then(|| 1.0 - met / drawn)
            };
            same(&found, "alters", i, Some(all.len() as f64))?;
            same(&found, "known", i, Some(known.len() as f64))?;
            same(&found, "blau", i, chance(true))?;
            same(&found, "unbiased_blau", i, chance(false))?;
            same(&spread, "participation", i, chance(true))?;
            let total: f64 = known.iter().map(|&j| weight(j)).sum();
            let part = |group: &str| {
                let here = known.iter().filter(|&&j| groups[j].contains(&group));
                here.map(|&j| weight(j) / groups[j].len() as f64).sum::<f64>() / total
            };
            let parts: Vec<f64> = ["HE", "FE", "VCS"].map(part).into_iter().filter(|p| *p > 0.0).collect();
            same(&found, "richness", i, Some(parts.len() as f64))?;
            let entropy = (!known.is_empty())
                .then(|| parts.iter().map(|p| -p * p.ln()).sum::<f64>());
            same(&found, "entropy", i, entropy)?;
            let own: f64 = if total > 0.0 { groups[i].iter().map(|group| part(group)).sum() } else { 0.0 };
            inside[i] = own * total;
            same(&spread, "own_share", i, (total > 0.0 && !groups[i].is_empty()).then_some(own))?;
        }
        for i in 0..ties.actors {
            let members: Vec<f64> =
                (0..ties.actors).filter(|&j| groups[j] == groups[i]).map(|j| inside[j]).collect();
            let n = members.len() as f64;
            let mean = members.iter().sum::<f64>() / n;
            let sd = (members.iter().map(|k| (k - mean).powi(2)).sum::<f64>() / n).sqrt();
            let z = (groups[i].len() == 1 && sd > 1e-9).then(|| (inside[i] - mean) / sd);
            same(&spread, "z", i, z)?;
        }
    }

    #[test]
    fn homophily_looks_at_every_other(
        (ties, groups) in any_covered(7), direction in any_direction(),
        (heard, asked) in (proptest::collection::vec(any::<bool>(), 7), any::<bool>()),
    ) {
        let heard: Vec<bool> = heard.iter().map(|it| *it || !asked).take(ties.actors).collect();
        let mut net: Network = ties.network();
        if asked {
            net = net.with_accounts(heard.clone());
        }
        let by = Grouping::new("sector", groups.clone());
        let found = actor::homophily(&net, &by, direction).unwrap();
        let (w, told) = (seen(&ties, direction), told(&ties, &heard, direction));
        for i in 0..ties.actors {
            let count = |tied: bool, alike: bool| {
                let others = (0..ties.actors).filter(|&j| told[i][j] && !groups[j].is_empty());
                let here = others.filter(|&j| {
                    (w[i][j] > 0.0) == tied && share(&groups[i], &groups[j]) == alike
                });
                here.count() as f64
            };
            let [a, b, c, d] =
                [(true, true), (true, false), (false, true), (false, false)].map(|(t, s)| count(t, s));
            let known = !groups[i].is_empty();
            let n = a + b + c + d;
            let (own, free) = (a / (a + b), (a + c) / n);
            let number = |value: f64| value.is_finite().then_some(value);
            let defined = |value: f64| (known && a + b > 0.0).then(|| number(value)).flatten();
            same(&found, "tied_same", i, known.then_some(a))?;
            same(&found, "tied_different", i, known.then_some(b))?;
            same(&found, "untied_same", i, known.then_some(c))?;
            same(&found, "untied_different", i, known.then_some(d))?;
            same(&found, "homophily", i, defined(own))?;
            same(&found, "excess", i, defined(own - free))?;
            let coleman = if own >= free { (own - free) / (1.0 - free) } else { (own - free) / free };
            let coleman = if a + c > 0.0 { coleman } else { f64::NAN };
            same(&found, "coleman", i, defined(coleman))?;
            same(&found, "ei_index", i, defined((b - a) / (a + b)))?;
            same(&found, "jaccard", i, defined(a / (a + b + c)))?;
            same(&found, "yule_q", i, defined((a * d - b * c) / (a * d + b * c)))?;
            // Pearson's correlation and Cohen's kappa of two lists of 0 and 1.
            let (tied, alike) = ((a + b) / n, (a + c) / n);
            let phi = (a / n - tied * alike)
                / (tied * (1.0 - tied) * alike * (1.0 - alike)).sqrt();
            let phi = if (a + b) * (c + d) * (a + c) * (b + d) > 0.0 { phi } else { f64::NAN };
            same(&found, "phi", i, defined(phi))?;
            let chance = tied * alike + (1.0 - tied) * (1.0 - alike);
            let kappa = ((a + d) / n - chance) / (1.0 - chance);
            let kappa = if b + c + d > 0.0 { kappa } else { f64::NAN };
            same(&found, "kappa", i, defined(kappa))?;
            same(&found, "odds_ratio", i, defined(a * d / (b * c)))?;
        }
    }
}
