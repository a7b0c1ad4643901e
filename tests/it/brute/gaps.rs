//! Gaps and overlaps, from the rows of a study.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tertius::network::View;
use tertius::{Study, group};

use super::same;
use crate::tables::reading;

const SECTORS: [&str; 4] = ["HE", "HE", "FE", "LA"];

type Row = (usize, usize, &'static str, &'static str);

fn any_rows() -> impl Strategy<Value = (Vec<Row>, bool)> {
    let relation = prop::sample::select(vec!["advises", "funds", "meets"]);
    let status = prop::sample::select(vec![
        "observed",
        "observed",
        "wished",
        "reported_absent",
        "aggregate",
    ]);
    let row = (0..4_usize, 0..4_usize, relation, status);
    (proptest::collection::vec(row, 1..14), any::<bool>())
}

fn study(rows: &[Row], directed: bool) -> Study {
    let actors = SECTORS.iter().enumerate().map(|(at, sector)| format!("| o{at} | {sector}"));
    let ties = rows.iter().map(|(from, to, relation, status)| {
        let way = if directed { "yes" } else { "no" };
        format!("| o{from} | o{to} | {relation} | {way} | {status}")
    });
    let lines = ["organisations | id | sector".to_owned()].into_iter().chain(actors);
    let lines = lines.chain(["ties | from | to | relation | directed | status".to_owned()]);
    Study::from_reading(reading(&lines.chain(ties).collect::<Vec<_>>().join("\n")))
}

/// Pairs of whom rows tell that they are so.
fn pairs(rows: &[Row], directed: bool, of: impl Fn(&Row) -> bool) -> BTreeSet<(usize, usize)> {
    let turn = |(a, b): (usize, usize)| if directed { (a, b) } else { (a.min(b), a.max(b)) };
    rows.iter().filter(|it| it.0 != it.1 && of(it)).map(|it| turn((it.0, it.1))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn gaps_are_wishes_without_a_tie((rows, directed) in any_rows()) {
        let found = group::gaps(&study(&rows, directed), &View::default(), "sector").unwrap();
        // A network without ties has no direction.
        let directed = directed
            && rows.iter().any(|it| it.0 != it.1 && it.3 != "aggregate");
        let of = |status: &str| pairs(&rows, directed, |it| it.3 == status);
        let (there, wished, absent) = (of("observed"), of("wished"), of("reported_absent"));
        let (from, to) = (found.words("from_group").unwrap(), found.words("to_group").unwrap());
        for row in 0..found.len() {
            let here = |&(a, b): &(usize, usize)| {
                let ends = (SECTORS[a], SECTORS[b]);
                let cell = (from[row].as_deref().unwrap(), to[row].as_deref().unwrap());
                ends == cell || (!directed && (ends.1, ends.0) == cell)
            };
            let all = (0..4).flat_map(|a| (0..4).map(move |b| (a, b)));
            let all = all.filter(|&(a, b)| if directed { a != b } else { a < b });
            let dyads = all.filter(here).count() as f64;
            let count = |of: &BTreeSet<(usize, usize)>| of.iter().filter(|it| here(it)).count() as f64;
            let unmet = count(&wished.difference(&there).copied().collect());
            let (ties, wished) = (count(&there), count(&wished));
            let share = |some: f64, all: f64| (all > 0.0).then(|| some / all);
            same(&found, "dyads", row, Some(dyads))?;
            same(&found, "ties", row, Some(ties))?;
            same(&found, "density", row, share(ties, dyads))?;
            same(&found, "wished", row, Some(wished))?;
            same(&found, "unmet", row, Some(unmet))?;
            same(&found, "met", row, share(wished - unmet, wished))?;
            same(&found, "wished_share", row, share(unmet, dyads - ties))?;
            same(&found, "absent", row, Some(count(&absent)))?;
        }
    }

    #[test]
    fn overlap_compares_sets_of_pairs((rows, directed) in any_rows()) {
        let net = study(&rows, directed).network(&View::default()).unwrap();
        let found = group::overlap(&net).unwrap();
        let of = |relation: &str| {
            pairs(&rows, directed, |it| it.3 == "observed" && it.2 == relation)
        };
        let (from, to) = (found.words("from_relation").unwrap(), found.words("to_relation").unwrap());
        let kinds = ["advises", "funds", "meets"].iter().filter(|it| !of(it).is_empty()).count();
        prop_assert_eq!(found.len(), kinds * kinds.saturating_sub(1) / 2);
        let dyads = if directed { 12.0 } else { 6.0 };
        for row in 0..found.len() {
            let (a, b) = (of(from[row].as_deref().unwrap()), of(to[row].as_deref().unwrap()));
            let (both, either) = (a.intersection(&b).count() as f64, a.union(&b).count() as f64);
            let (a, b) = (a.len() as f64, b.len() as f64);
            same(&found, "from_ties", row, Some(a))?;
            same(&found, "to_ties", row, Some(b))?;
            same(&found, "both", row, Some(both))?;
            same(&found, "jaccard", row, Some(both / either))?;
            same(&found, "from_share", row, Some(both / a))?;
            same(&found, "to_share", row, Some(both / b))?;
            same(&found, "expected", row, Some(a * b / dyads))?;
            same(&found, "ratio", row, Some(both * dyads / (a * b)))?;
        }
    }
}
