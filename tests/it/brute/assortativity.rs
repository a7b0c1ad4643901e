//! Assortativity from the mixing matrix, and from two lists of numbers.

use proptest::prelude::*;
use tertius::Unit;

use super::{run, same};
use crate::networks::{Ties, any_ties};

/// Arcs with their strengths: undirected ties both ways.
fn arcs(ties: &Ties) -> Vec<(usize, usize, f64)> {
    let w = ties.matrix();
    let all = (0..ties.actors).flat_map(|i| (0..ties.actors).map(move |j| (i, j)));
    all.map(|(i, j)| (i, j, w[i][j])).filter(|arc| arc.2 > 0.0).collect()
}

/// The same without one tie.
fn without(ties: &Ties, tie: usize) -> Ties {
    let mut ties = ties.clone();
    ties.held.remove(tie);
    ties
}

fn nominal(ties: &Ties, groups: &[&str]) -> Option<f64> {
    let arcs = arcs(ties);
    let known = |i: usize| !groups[i].is_empty();
    let share = |of: &dyn Fn(usize, usize) -> bool| {
        let some = arcs.iter().filter(|&&(i, j, _)| known(i) && known(j) && of(i, j));
        some.map(|arc| arc.2).sum::<f64>()
    };
    let total = share(&|_, _| true);
    let chance: f64 = ["1", "2.5", "30"]
        .iter()
        .map(|k| share(&|i, _| groups[i] == *k) * share(&|_, j| groups[j] == *k))
        .sum::<f64>()
        / (total * total);
    let alike = share(&|i, j| groups[i] == groups[j]) / total;
    (total > 0.0 && chance < 1.0 - 1e-9).then(|| (alike - chance) / (1.0 - chance))
}

fn pearson(
    ties: &Ties,
    x: &dyn Fn(usize) -> Option<f64>,
    y: &dyn Fn(usize) -> Option<f64>,
) -> Option<f64> {
    let pairs: Vec<(f64, f64, f64)> = arcs(ties)
        .into_iter()
        .filter_map(|(i, j, w)| Some((x(i)?, y(j)?, w, x(j)?)))
        .map(|it| (it.0, it.1, it.2))
        .collect();
    let total: f64 = pairs.iter().map(|it| it.2).sum();
    let mean = |of: &dyn Fn(f64, f64) -> f64| {
        pairs.iter().map(|&(x, y, w)| of(x, y) * w).sum::<f64>() / total
    };
    let (mx, my) = (mean(&|x, _| x), mean(&|_, y| y));
    let (vx, vy) = (mean(&|x, _| (x - mx).powi(2)), mean(&|_, y| (y - my).powi(2)));
    (total > 0.0 && vx > 1e-9 && vy > 1e-9)
        .then(|| mean(&|x, y| (x - mx) * (y - my)) / (vx * vy).sqrt())
}

fn error(
    ties: &Ties,
    r: Option<f64>,
    of: impl Fn(&Ties) -> Option<f64>,
    counts: impl Fn(usize, usize) -> bool,
) -> Option<f64> {
    let each = (0..ties.held.len()).filter(|&tie| counts(ties.held[tie].0, ties.held[tie].1));
    let squares: Option<Vec<f64>> =
        each.map(|tie| Some((r? - of(&without(ties, tie))?).powi(2))).collect();
    Some(r.and(squares)?.iter().sum::<f64>().sqrt())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn assortativity_is_the_formula_with_every_tie_left_out_in_turn(
        (ties, groups) in any_ties(7).prop_flat_map(|ties| {
            let word = prop::sample::select(vec!["1", "2.5", "30", ""]);
            let groups = proptest::collection::vec(word, ties.actors);
            (Just(ties), groups)
        })
    ) {
        let net = ties.network().with_attribute("sector", &groups);
        let found = |kind| {
            run(&net, Unit::Whole, "assortativity", &[("kind", kind), ("ties", "strength")])
        };
        let known = |i: usize, j: usize| !groups[i].is_empty() && !groups[j].is_empty();
        let r = nominal(&ties, &groups);
        same(&found("nominal"), "value", 0, r)?;
        same(&found("nominal"), "value", 1, error(&ties, r, |it| nominal(it, &groups), known))?;

        let lowest = found("nominal").value("lowest", "value");
        prop_assert!(r.is_none_or(|r| lowest.is_some_and(|it| it <= r + 1e-9 && it > -1.0 - 1e-9)));

        let number = |i: usize| groups[i].parse().ok();
        let numeric = |ties: &Ties| pearson(ties, &number, &number);
        let r = numeric(&ties);
        same(&found("numeric"), "value", 0, r)?;
        same(&found("numeric"), "value", 1, error(&ties, r, numeric, known))?;

        let w = ties.matrix();
        let sent = |i: usize| Some(w[i].iter().sum());
        let got = |i: usize| Some(w.iter().map(|row| row[i]).sum());
        let degree = |ties: &Ties| pearson(ties, &sent, &got);
        let r = degree(&ties);
        same(&found("degree"), "value", 0, r)?;
        same(&found("degree"), "value", 1, error(&ties, r, degree, |_, _| true))?;
    }
}
