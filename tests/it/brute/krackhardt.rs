use proptest::prelude::*;
use tertius::Unit;

use super::{reach, reach_along, run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn krackhardt_looks_at_every_pair_and_every_bound(ties in any_ties(8)) {
        let (n, either, along) = (ties.actors, reach(&ties, None), reach_along(&ties));
        let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
        let reaches = |i: usize, j: usize| along[i].contains(&j);
        let (mut joined, mut mutual, mut one_way, mut without) = (0.0, 0.0, 0.0, 0.0);
        for (i, j) in pairs.filter(|&(i, j)| either[i].contains(&j)) {
            joined += 1.0;
            mutual += f64::from(u8::from(reaches(i, j) && reaches(j, i)));
            one_way += f64::from(u8::from(reaches(i, j) != reaches(j, i)));
            let bounds: Vec<usize> =
                (0..n).filter(|&bound| reaches(bound, i) && reaches(bound, j)).collect();
            let least = |&low: &usize| bounds.iter().all(|&bound| reaches(bound, low));
            without += f64::from(u8::from(!bounds.iter().any(least)));
        }
        // Sums over components, from the size of the component of each actor.
        let sizes: Vec<f64> = either.iter().map(|piece| piece.len() as f64).collect();
        let needed = sizes.iter().map(|size| (size - 1.0) / size).sum::<f64>();
        let most = sizes.iter().map(|size| (size - 1.0) * (size - 2.0) / 2.0 / size).sum::<f64>();
        let ways = if ties.directed { 2.0 } else { 1.0 };
        let (possible, m) = (joined * ways - needed, ties.held.len() as f64);
        let share = |of: f64, all: f64| (all > 1e-9).then(|| of / all);
        let found = run(&ties.network(), Unit::Whole, "krackhardt", &[]);
        same(&found, "value", 0, share(2.0 * joined, n as f64 * (n as f64 - 1.0)))?;
        let hierarchy = share(one_way, mutual + one_way).filter(|_| ties.directed);
        same(&found, "value", 1, hierarchy)?;
        same(&found, "value", 2, share(m - needed, possible).map(|of| 1.0 - of))?;
        let bounded = share(without, most).map(|of| 1.0 - of).filter(|_| ties.directed);
        same(&found, "value", 3, bounded)?;
    }
}
