use std::fmt::Write;

use proptest::prelude::*;
use tertius::{Study, Unit, View};

use super::{run, same};
use crate::tables::reading;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn two_mode_clustering_walks_every_path(
        came in proptest::collection::vec(proptest::collection::vec(any::<bool>(), 4), 0..5),
    ) {
        // A table without rows is an error.
        prop_assume!(came.iter().flatten().any(|came| *came));
        let mut tables = "people | id\n".to_owned();
        (0..came.len()).for_each(|person| writeln!(tables, "| p{person}").unwrap());
        tables += "activities | id\n| a0\n| a1\n| a2\n| a3\nparticipation | actor | activity\n";
        let parts = came.iter().enumerate().flat_map(|(person, came)| {
            (0..4).filter(|&at| came[at]).map(move |at| (person, at))
        });
        parts.for_each(|(person, at)| writeln!(tables, "| p{person} | a{at}").unwrap());
        let mut view = View::default();
        view.set("via", &["two-mode"]).unwrap();
        view.set("level", &["person"]).unwrap();
        let net = Study::from_reading(reading(&tables)).network(&view).unwrap();
        let found = run(&net, Unit::Whole, "two_mode_clustering", &[]);

        let (n, turned) = (came.len(), (0..4).map(|at| came.iter().map(|it| it[at]).collect()));
        let turned: Vec<Vec<bool>> = turned.collect();
        let (mut paths, mut closed) = (0.0, 0.0);
        for p in 0..n {
            for a in (0..4).filter(|&a| came[p][a]) {
                for q in (0..n).filter(|&q| q != p && came[q][a]) {
                    for b in (0..4).filter(|&b| b != a && came[q][b]) {
                        paths += 1.0;
                        closed += f64::from(u8::from(came[p][b]));
                    }
                }
            }
        }
        let share = |of: f64, all: f64| (all > 0.0).then(|| of / all);
        // Each circle is walked from either of its two actors, to either of its two activities.
        same(&found, "value", 0, share(closed, paths))?;
        same(&found, "value", 1, Some(closed / 4.0))?;
        same(&found, "value", 2, Some(paths))?;
        same(&found, "value", 3, redundancy(&came))?;
        same(&found, "value", 4, redundancy(&turned))?;
    }
}

/// Latapy, Magnien and Del Vecchio (2008), section 7, and the mean.
fn redundancy(tied: &[Vec<bool>]) -> Option<f64> {
    let of = |v: usize| {
        let alters: Vec<usize> = (0..tied[v].len()).filter(|&at| tied[v][at]).collect();
        let pairs = alters.iter().flat_map(|&a| alters.iter().map(move |&b| (a, b)));
        let pairs: Vec<_> = pairs.filter(|(a, b)| a < b).collect();
        let other =
            |a: usize, b: usize| (0..tied.len()).any(|w| w != v && tied[w][a] && tied[w][b]);
        let met = pairs.iter().filter(|&&(a, b)| other(a, b)).count();
        (!pairs.is_empty()).then(|| met as f64 / pairs.len() as f64)
    };
    let shares: Vec<f64> = (0..tied.len()).filter_map(of).collect();
    (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64)
}
