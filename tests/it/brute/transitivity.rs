use proptest::prelude::*;
use tertius::Unit;

use super::{run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn transitivity_looks_at_every_ordered_triple(
        ties in any_ties(8), heard in proptest::collection::vec(any::<bool>(), 8), asked: bool,
    ) {
        let mut net = ties.network();
        let asked = asked && !heard[..ties.actors].iter().all(|it| *it);
        if asked {
            net = net.with_accounts(heard.iter().copied().take(ties.actors));
        }
        let (n, w) = (ties.actors, ties.matrix());
        let tied = |i: usize, j: usize| w[i][j] > 0.0;
        let seen = |i: usize, j: usize| !asked || heard[i] || (!ties.directed && heard[j]);
        let (mut all, mut closed, mut agree, mut triples) = (0.0, 0.0, 0.0, 0.0);
        let mut local = vec![(0.0, 0.0); n];
        for a in 0..n {
            for b in (0..n).filter(|&b| b != a) {
                for c in (0..n).filter(|&c| c != a && c != b) {
                    let (path, direct) = (tied(a, b) && tied(b, c), tied(a, c));
                    triples += 1.0;
                    agree += f64::from(u8::from(path == direct));
                    if path && seen(a, c) {
                        all += 1.0;
                        local[b].1 += 1.0;
                        closed += f64::from(u8::from(direct));
                        local[b].0 += f64::from(u8::from(direct));
                    }
                }
            }
        }
        let share = |of: f64, all: f64| (all > 0.0).then(|| of / all);
        let cells = (0..n).flat_map(|i| (0..n).map(move |j| (i, j)));
        let cells: Vec<_> = cells.filter(|&(i, j)| i != j && seen(i, j)).collect();
        let told = cells.iter().filter(|&&(i, j)| tied(i, j)).count() as f64;
        let d = told / cells.len() as f64;
        let t = share(closed, all);
        let centred = t.filter(|_| d < 1.0).map(|t| (t - d) / (1.0 - d));
        let found = run(&net, Unit::Whole, "transitivity", &[]);
        let wanted = if ties.directed {
            let strong = share(agree, triples).filter(|_| !asked);
            vec![t, strong, centred, Some(closed), Some(all)]
        } else {
            let shares: Vec<f64> = local.iter().filter_map(|&(of, all)| share(of, all)).collect();
            let sum = shares.iter().sum::<f64>();
            let (mean, zero) = (share(sum, shares.len() as f64), share(sum, n as f64));
            vec![t, mean, zero, centred, Some(closed / 2.0), Some(all / 2.0)]
        };
        for (row, want) in wanted.into_iter().enumerate() {
            same(&found, "value", row, want)?;
        }
    }
}
