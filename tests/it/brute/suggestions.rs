//! Ties that are not there, each tried by adding it; and what two ends of a tie share.

use proptest::prelude::*;
use tertius::{Arguments, Measure, Network, Unit, Watch};

use super::traffic::steps_apart;
use super::{run, same};
use crate::networks::{Ties, any_grouped, any_ties, close};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn suggestions_add_each_tie_and_measure_again(
        (ties, groups) in any_grouped(8),
        most in 1..8_usize,
        among in prop::sample::select(vec!["all", "connected"]),
    ) {
        let net = ties.network().with_attribute("sector", &groups);
        let options = [("most", &*most.to_string()), ("among", among)];
        let found = run(&net, Unit::Tie, "suggestions", &options);
        let (from, to) = (found.words("from").unwrap(), found.words("to").unwrap());
        let end = |words: &[Option<String>], row: usize| -> usize {
            words[row].as_ref().unwrap().parse().unwrap()
        };
        let across = |i: usize, j: usize| {
            groups[i] != groups[j] && !groups[i].is_empty() && !groups[j].is_empty()
        };
        let before = steps_apart(&ties);
        let pairs: Vec<(usize, usize)> = (0..ties.actors)
            .flat_map(|i| (0..ties.actors).map(move |j| (i, j)))
            .filter(|&(i, j)| if ties.directed { i != j } else { i < j })
            .filter(|&(i, j)| across(i, j))
            .collect();
        let w = ties.matrix();
        let tied = |i: usize, j: usize| w[i][j] > 0.0 || w[j][i] > 0.0;
        let mut tried = Vec::new();
        let allowed = |a: usize, b: usize| among == "all" || before[a][b] < 100;
        for &(a, b) in pairs.iter().filter(|&&(a, b)| w[a][b] == 0.0 && allowed(a, b)) {
            let mut more = ties.clone();
            more.held.push((a, b, 1));
            let after = steps_apart(&more);
            let near = |steps: usize| if steps < 100 { 1.0 / steps as f64 } else { 0.0 };
            let gain = pairs.iter().map(|&(s, t)| near(after[s][t]) - near(before[s][t])).sum();
            let closer = pairs.iter().filter(|&&(s, t)| after[s][t] < before[s][t]);
            let joined = closer.clone().filter(|&&(s, t)| before[s][t] >= 100).count();
            let common = (0..ties.actors).filter(|&k| tied(a, k) && tied(b, k)).count();
            tried.push((a, b, gain, closer.count(), joined, common));
        }
        // As many as asked for, and those as good as the last of them.
        let better = |x: &(usize, usize, f64, usize, usize, usize), gain: f64, common: usize| {
            (x.2 > gain && !close(x.2, gain)) || (close(x.2, gain) && x.5 > common)
        };
        let expected: Vec<_> = tried
            .iter()
            .filter(|x| tried.iter().filter(|y| better(y, x.2, x.5)).count() < most)
            .collect();
        prop_assert_eq!(found.len(), expected.len());
        for row in 0..found.len() {
            let (a, b) = (end(from, row), end(to, row));
            let want = expected.iter().find(|x| (x.0, x.1) == (a, b));
            prop_assert!(want.is_some(), "{} {}", a, b);
            let &&(_, _, gain, closer, joined, common) = want.unwrap();
            same(&found, "gain", row, Some(gain))?;
            same(&found, "closer", row, Some(closer as f64))?;
            same(&found, "joined", row, Some(joined as f64))?;
            same(&found, "common_alters", row, Some(common as f64))?;
            let steps = before[a][b];
            same(&found, "distance_now", row, (steps < 100).then_some(steps as f64))?;
        }
        let gains = found.numbers("gain").unwrap();
        prop_assert!(gains.is_sorted_by(|a, b| a >= b));
    }

    #[test]
    fn embeddedness_compares_two_rows_of_the_matrix(ties in any_ties(8)) {
        let net = ties.network();
        let found = run(&net, Unit::Tie, "embeddedness", &[]);
        for (row, tie) in net.ties().iter().enumerate() {
            let (i, j) = (tie.from as usize, tie.to as usize);
            let tied = alters(&ties);
            let others = || (0..ties.actors).filter(|&k| k != i && k != j);
            let common = others().filter(|&k| tied[i][k] && tied[j][k]).count() as f64;
            let either = others().filter(|&k| tied[i][k] || tied[j][k]).count() as f64;
            same(&found, "common_alters", row, Some(common))?;
            same(&found, "alters", row, Some(either))?;
            same(&found, "overlap", row, (either > 0.0).then(|| common / either))?;
        }
    }
}

#[test]
fn suggestions_refuse_what_would_take_too_long() {
    let names = (0..1_001).map(|actor| actor.to_string());
    let net = Network::from_ties(false, [("0", "1", 1.0)]).unwrap().with_isolates(names);
    let net = net.with_attribute("sector", ["HE", "FE"]);
    let measure = Measure::find(Unit::Tie, "suggestions").expect("a measure");
    let refused = measure.of_network(&net, &Arguments::default(), &Watch::new());
    let refused = refused.expect_err("refused").to_string();
    assert!(refused.contains("there are 1001 actors") && refused.contains("narrow"), "{refused}");
}

/// Who is tied to whom, either way.
fn alters(ties: &Ties) -> Vec<Vec<bool>> {
    let (n, w) = (ties.actors, ties.matrix());
    let either_way = |i: usize, j: usize| w[i][j] > 0.0 || w[j][i] > 0.0;
    (0..n).map(|i| (0..n).map(|j| either_way(i, j)).collect()).collect()
}
