//! Segregation, from lists of dyads and dense matrices.

use proptest::prelude::*;
use tertius::Unit;
use tertius::options::Direction;

use super::alters::{seen, told};
use super::{run, same};
use crate::networks::{Ties, any_grouped};

/// Scores of each actor: the largest eigenvalue of its component inside its group, and its part in
/// the vector over the mean.
fn spectral(ties: &Ties, groups: &[&str]) -> Vec<Option<f64>> {
    let (n, w) = (ties.actors, ties.matrix());
    let known = |i: usize| !groups[i].is_empty();
    let all = |i: usize| (0..n).filter(|&j| known(j)).map(|j| w[i][j]).sum::<f64>();
    let inside = |i: usize, j: usize| {
        if known(i) && groups[i] == groups[j] && w[i][j] > 0.0 { w[i][j] / all(i) } else { 0.0 }
    };
    let reach = super::closure(n, |i, j| inside(i, j) > 0.0);
    let score = |i: usize| {
        let piece = &reach[i];
        if piece.len() == 1 {
            return 0.0;
        }
        let (mut x, mut value) = (vec![1.0; piece.len()], 0.0);
        for _ in 0..5_000 {
            let row =
                |&a: &usize| piece.iter().zip(&x).map(|(&b, x)| inside(a, b) * x).sum::<f64>();
            let next: Vec<f64> = piece.iter().map(row).collect();
            value = next.iter().sum::<f64>() / x.iter().sum::<f64>();
            let shifted: Vec<f64> = next.iter().zip(&x).map(|(next, x)| next + 0.5 * x).collect();
            let sum: f64 = shifted.iter().sum();
            x = shifted.iter().map(|it| it / sum).collect();
        }
        let at = piece.iter().position(|&it| it == i).expect("itself");
        value * x[at] * piece.len() as f64
    };
    (0..n).map(|i| known(i).then(|| score(i))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn segregation_is_the_formulas(
        (ties, groups) in any_grouped(7),
        (heard, asked) in (proptest::collection::vec(any::<bool>(), 7), any::<bool>()),
    ) {
        let heard: Vec<bool> = heard.iter().map(|it| *it || !asked).take(ties.actors).collect();
        let mut net = ties.network().with_attribute("sector", &groups);
        if asked {
            net = net.with_accounts(heard.clone());
        }
        let found = run(&net, Unit::Whole, "segregation", &[("ties", "strength")]);
        let (w, told) = (seen(&ties, Direction::Out), told(&ties, &heard, Direction::Out));
        let sum = |here: &dyn Fn(&str, &str) -> bool, of: &dyn Fn(f64) -> f64| {
            let mut sum = 0.0;
            for i in 0..ties.actors {
                for j in (0..ties.actors).filter(|&j| told[i][j]) {
                    let known = !groups[i].is_empty() && !groups[j].is_empty();
                    sum += if known && here(groups[i], groups[j]) { of(w[i][j]) } else { 0.0 };
                }
            }
            sum
        };
        let (same_group, apart) = (|a: &str, b: &str| a == b, |a: &str, b: &str| a != b);
        let (strength, tied, any) = (|w: f64| w, |w: f64| f64::from(w > 0.0), |_: f64| 1.0);
        let number = |value: f64| value.is_finite().then_some(value);
        let (inside, across) = (sum(&same_group, &strength), sum(&apart, &strength));
        let (d_in, d_out) = (sum(&same_group, &any), sum(&apart, &any));
        let expected = (inside + across) * d_out / (d_in + d_out);
        let freeman = (expected - across) / expected;
        same(&found, "value", 0, number(freeman))?;
        let (m_in, m_out) = (sum(&same_group, &tied), sum(&apart, &tied));
        let odds = m_in * (d_out - m_out) / (m_out * (d_in - m_in));
        same(&found, "value", 1, number(odds))?;
        same(&found, "value", 2, number(odds.ln()).filter(|_| odds > 0.0))?;
        let mut labels: Vec<&str> = groups.iter().copied().filter(|it| !it.is_empty()).collect();
        labels.sort_unstable();
        labels.dedup();
        let own = |g: &&str| {
            sum(&|a, b| a == *g && b == *g, &strength) / sum(&|a, _| a == *g, &strength)
        };
        let own = labels.iter().map(own).sum::<f64>();
        same(&found, "value", 3, number((own - 1.0) / (labels.len() as f64 - 1.0)).filter(|_| labels.len() > 1))?;
        if ties.directed {
            same(&found, "value", 4, None)?;
            return Ok(());
        }
        let scores = spectral(&ties, &groups);
        let actors = run(&net, Unit::Actor, "segregation", &[("ties", "strength")]);
        for (i, score) in scores.iter().enumerate() {
            same(&actors, "value", i, *score)?;
        }
        let known: Vec<f64> = scores.into_iter().flatten().collect();
        let mean = known.iter().sum::<f64>() / known.len() as f64;
        same(&found, "value", 4, number(mean))?;
    }
}
