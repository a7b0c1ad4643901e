//! Coreness by taking away, for each k anew, whoever has fewer than k alters.

use proptest::prelude::*;
use tertius::Unit;

use super::eigenvector::draws;
use super::{run, same};
use crate::networks::any_ties;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn cores_are_what_stays(ties in any_ties(9)) {
        let n = ties.actors;
        for direction in ["all", "out", "in"] {
            let options = [("direction", direction)];
            let found = run(&ties.network(), Unit::Actor, "coreness", &options);
            let m = draws(&ties, direction, true);
            let mut core = vec![0; n];
            for k in 1..n {
                let mut stay = vec![true; n];
                while let Some(gone) = (0..n).find(|&i| {
                    stay[i] && (0..n).filter(|&j| stay[j] && m[i][j] > 0.0).count() < k
                }) {
                    stay[gone] = false;
                }
                (0..n).filter(|&i| stay[i]).for_each(|i| core[i] = k);
            }
            for (i, core) in core.into_iter().enumerate() {
                same(&found, "value", i, Some(core as f64))?;
            }
        }
    }
}
