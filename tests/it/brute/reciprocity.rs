use proptest::prelude::*;
use tertius::Unit;

use super::{run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn reciprocity_looks_at_every_pair(
        ties in any_ties(8), heard in proptest::collection::vec(any::<bool>(), 8), asked: bool,
    ) {
        prop_assume!(ties.directed);
        let mut net = ties.network();
        if asked {
            net = net.with_accounts(heard.iter().copied().take(ties.actors));
        }
        let (w, mut pairs) = (ties.matrix(), Vec::new());
        for i in 0..ties.actors {
            for j in i + 1..ties.actors {
                if !asked || (heard[i] && heard[j]) {
                    pairs.push((w[i][j] > 0.0, w[j][i] > 0.0));
                }
            }
        }
        let count = |of: &dyn Fn(bool, bool) -> bool| pairs.iter().filter(|it| of(it.0, it.1)).count() as f64;
        let (m, a, n) = (count(&|x, y| x && y), count(&|x, y| x != y), count(&|x, y| !x && !y));
        let share = |of: f64, all: f64| (all > 0.0).then(|| of / all);
        // Pearson's correlation of every cell with the cell across the diagonal.
        let cells: Vec<(f64, f64)> = pairs
            .iter()
            .map(|&(x, y)| (f64::from(u8::from(x)), f64::from(u8::from(y))))
            .flat_map(|(x, y)| [(x, y), (y, x)])
            .collect();
        let size = cells.len() as f64;
        let mean = cells.iter().map(|it| it.0).sum::<f64>() / size;
        let with = cells.iter().map(|it| (it.0 - mean) * (it.1 - mean)).sum::<f64>();
        let spread = cells.iter().map(|it| (it.0 - mean).powi(2)).sum::<f64>();
        let correlation = (spread > 0.0).then(|| with / spread);
        let log_ratio = (m > 0.0).then(|| (m * (m + a + n) / (m + a / 2.0).powi(2)).ln());
        let found = run(&net, Unit::Whole, "reciprocity", &[]);
        let wanted = [
            share(2.0 * m, 2.0 * m + a), share(m, m + a), share(m + n, m + a + n), log_ratio,
            correlation, Some(m), Some(a), Some(n),
        ];
        for (row, want) in wanted.into_iter().enumerate() {
            same(&found, "value", row, want)?;
        }
        // Garlaschelli and Loffredo (2004), eq. 4: the same as the correlation.
        if let (Some(r), Some(correlation)) = (share(2.0 * m, 2.0 * m + a), correlation) {
            prop_assert!(((r - mean) / (1.0 - mean) - correlation).abs() < 1e-9);
        }
    }
}
