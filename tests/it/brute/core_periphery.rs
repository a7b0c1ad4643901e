use proptest::prelude::*;
use tertius::{Network, Unit};

use super::{dyads, run, same};
use crate::networks::{any_ties, close};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_core_correlates_best_of_all(
        ties in any_ties(7), full: bool, strength: bool,
        heard in proptest::collection::vec(any::<bool>(), 7), asked: bool,
    ) {
        let mut net = ties.network();
        if asked {
            net = net.with_accounts(heard.iter().copied().take(ties.actors));
        }
        let seen = |i: usize, j: usize| !asked || heard[i] || (!ties.directed && heard[j]);
        let held = |w: f64| if strength || w == 0.0 { w } else { 1.0 };
        let cells: Vec<_> = dyads(&ties).filter(|it| seen(it.0, it.1)).collect();
        let cells: Vec<_> = cells.into_iter().map(|(i, j, w)| (i, j, held(w))).collect();
        let fit = |core: &dyn Fn(usize) -> bool| {
            let ideal = |i, j| match (core(i), core(j)) {
                (true, true) => Some(1.0),
                (false, false) => Some(0.0),
                _ if full => Some(1.0),
                _ => None,
            };
            let pairs = cells.iter().filter_map(|&(i, j, w)| Some((w, ideal(i, j)?)));
            correlation(&pairs.collect::<Vec<_>>())
        };
        let all = (0..1_usize << ties.actors).filter_map(|bits| fit(&|i| bits >> i & 1 == 1));
        let best = all.fold(None, |best: Option<f64>, fit| Some(best.map_or(fit, |it| it.max(fit))));
        let options = [
            ("pattern", if full { "full" } else { "ignore" }),
            ("ties", if strength { "strength" } else { "binary" }),
        ];
        let draws = [options[0], options[1], ("draws", "5")];
        let whole = run(&net, Unit::Whole, "core_periphery", &draws);
        same(&whole, "value", 0, best)?;
        let found = run(&net, Unit::Actor, "core", &options);
        let words = found.words("core").unwrap();
        let core = |i: usize| words[i].as_deref() == Some("yes");
        if let Some(best) = best {
            prop_assert!(close(fit(&core).unwrap(), best));
            let size = (0..ties.actors).filter(|&i| core(i)).count();
            same(&whole, "value", 1, Some(size as f64))?;
            let mean = |members: usize| {
                let block = cells.iter().filter(|it| usize::from(core(it.0)) + usize::from(core(it.1)) == members);
                let block: Vec<f64> = block.map(|it| it.2).collect();
                (!block.is_empty()).then(|| block.iter().sum::<f64>() / block.len() as f64)
            };
            same(&whole, "value", 2, mean(2))?;
            same(&whole, "value", 3, mean(1))?;
            same(&whole, "value", 4, mean(0))?;
        } else {
            prop_assert!(words.iter().all(Option::is_none));
        }
        let coreness: Option<Vec<f64>> =
            found.numbers("coreness").unwrap().into_iter().collect();
        let tied = cells.iter().any(|it| it.2 > 0.0);
        prop_assert_eq!(coreness.is_some(), tied || ties.actors == 0);
        let Some(c) = coreness.filter(|_| tied) else { return Ok(()) };
        prop_assert!(close(c.iter().map(|c| c * c).sum(), 1.0));
        // No small step of an actor makes it better by much: where the best lies at the end of an
        // endless slope, as in a star, it is only come near to.
        let held = cells.iter().map(|it| it.2 * it.2).sum::<f64>();
        let misfit = |c: &[f64]| {
            let products = |it: &(usize, usize, f64)| c[it.0] * c[it.1];
            let with = cells.iter().map(|it| it.2 * products(it)).sum::<f64>();
            let scale = with / cells.iter().map(|it| products(it).powi(2)).sum::<f64>();
            cells.iter().map(|it| (it.2 - scale * products(it)).powi(2)).sum::<f64>()
        };
        for i in 0..c.len() {
            for step in [-0.001, 0.001] {
                let mut other = c.clone();
                other[i] = (other[i] + step).max(0.0);
                prop_assert!(misfit(&other) >= misfit(&c) - 1e-2 * held, "{:?}", c);
            }
        }
    }
}

/// A clique of six and twelve who hang on it: more cores than are tried.
#[test]
fn a_search_finds_a_core_that_was_planted() {
    let inner = (0..6).flat_map(|i| (i + 1..6).map(move |j| (i, j)));
    let ties = inner.chain((6..60).map(|outer| (outer, outer % 6)));
    let net = ties.map(|(i, j)| (i.to_string(), j.to_string(), 1.0));
    let net = Network::from_ties(false, net).expect("strengths of 1");
    let found = run(&net, Unit::Whole, "core_periphery", &[("draws", "1")]);
    assert_eq!(found.value("fit", "value"), Some(1.0));
    assert_eq!(found.value("core_actors", "value"), Some(6.0));
}

fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let (x, y) = pairs.iter().fold((0.0, 0.0), |sum, it| (sum.0 + it.0 / n, sum.1 + it.1 / n));
    let sum = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let (of_x, of_y) = (sum(&|it| (it.0 - x).powi(2)), sum(&|it| (it.1 - y).powi(2)));
    let defined = of_x > 1e-9 && of_y > 1e-9;
    defined.then(|| sum(&|it| (it.0 - x) * (it.1 - y)) / (of_x * of_y).sqrt())
}
