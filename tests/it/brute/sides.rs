//! Ties and dyads inside and outside each group, from the matrix.

use proptest::prelude::*;
use tertius::options::{Direction, Ties as Counts};
use tertius::{Grouping, group};

use super::alters::{any_covered, any_direction, seen, told};
use super::same;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn each_group_has_an_inside_and_an_outside(
        (ties, groups) in any_covered(7), direction in any_direction(), strong in any::<bool>(),
        (heard, asked) in (proptest::collection::vec(any::<bool>(), 7), any::<bool>()),
    ) {
        let heard: Vec<bool> = heard.iter().map(|it| *it || !asked).take(ties.actors).collect();
        let mut net = ties.network();
        if asked {
            net = net.with_accounts(heard.clone());
        }
        let by = Grouping::new("sector", groups.clone());
        let counts = if strong { Counts::Strength } else { Counts::Binary };
        let ei = group::ei_index(&net, &by, direction, counts).unwrap();
        let density = group::density(&net, &by, direction).unwrap();
        let homophily = group::homophily(&net, &by, counts).unwrap();
        let ratio = |a: f64, b: f64| (b > 0.0).then(|| a / b);
        let once = !ties.directed || direction == Direction::All;
        for (row, label) in by.labels().iter().enumerate() {
            let is_in = |i: usize| groups[i].contains(&label.as_str());
            // Sums over members and those they see in a direction, inside the group or outside.
            let sum = |direction, inside: bool, of: &dyn Fn(usize, usize, f64) -> f64| {
                let (w, told) = (seen(&ties, direction), told(&ties, &heard, direction));
                let mut sum = 0.0;
                for i in (0..ties.actors).filter(|&i| is_in(i)) {
                    for j in (0..ties.actors).filter(|&j| told[i][j] && !groups[j].is_empty()) {
                        if is_in(j) == inside && !(inside && once && j < i) {
                            sum += of(i, j, w[i][j]);
                        }
                    }
                }
                sum
            };
            let weight = |_: usize, _: usize, w: f64| if strong { w } else { f64::from(w > 0.0) };
            let (inside, outside) =
                (sum(direction, true, &weight), sum(direction, false, &weight));
            let tied = |_: usize, _: usize, w: f64| f64::from(w > 0.0);
            let (within, between) = (sum(direction, true, &tied), sum(direction, false, &tied));
            let all = |_: usize, _: usize, _: f64| 1.0;
            let (d_in, d_out) = (sum(direction, true, &all), sum(direction, false, &all));
            same(&ei, "actors", row, Some((0..ties.actors).filter(|&i| is_in(i)).count() as f64))?;
            same(&ei, "internal", row, Some(inside))?;
            same(&ei, "external", row, Some(outside))?;
            same(&ei, "ei_index", row, ratio(outside - inside, outside + inside))?;
            same(&ei, "expected", row, ratio(d_out - d_in, d_out + d_in))?;
            same(&density, "ties_inside", row, Some(within))?;
            same(&density, "ties_outside", row, Some(between))?;
            same(&density, "dyads_inside", row, Some(d_in))?;
            same(&density, "dyads_outside", row, Some(d_out))?;
            let (here, away) = (ratio(within, d_in), ratio(between, d_out));
            same(&density, "inside", row, here)?;
            same(&density, "outside", row, away)?;
            same(&density, "ratio", row, here.zip(away).and_then(|(a, b)| ratio(a, b)))?;
            let index = here.zip(away).and_then(|(a, b)| ratio(a - b, a + b));
            same(&density, "segregation", row, index)?;

            // Choices sent, spread evenly by each member.
            let (w, told) = (seen(&ties, Direction::Out), told(&ties, &heard, Direction::Out));
            let (mut sent, mut inner, mut expected, mut free) = (0.0, 0.0, 0.0, 0.0);
            for i in (0..ties.actors).filter(|&i| is_in(i)) {
                let others: Vec<usize> =
                    (0..ties.actors).filter(|&j| told[i][j] && !groups[j].is_empty()).collect();
                let k: f64 = others.iter().map(|&j| weight(i, j, w[i][j])).sum();
                inner += others.iter().filter(|&&j| is_in(j)).map(|&j| weight(i, j, w[i][j])).sum::<f64>();
                sent += k;
                let own = others.iter().filter(|&&j| is_in(j)).count();
                free += (others.len() - own) as f64;
                expected += if k > 0.0 { k * own as f64 / others.len() as f64 } else { 0.0 };
            }
            same(&homophily, "sent", row, Some(sent))?;
            same(&homophily, "inside", row, Some(inner))?;
            same(&homophily, "expected", row, Some(expected))?;
            let coleman = if inner > expected {
                (inner - expected) / (sent - expected)
            } else {
                (inner - expected) / expected
            };
            let defined = sent > 0.0 && expected > 0.0 && free > 0.0;
            same(&homophily, "homophily", row, defined.then_some(coleman))?;
        }
    }

    #[test]
    fn senders_spread_their_ties_evenly(
        (ties, groups) in any_covered(7),
        (heard, asked) in (proptest::collection::vec(any::<bool>(), 7), any::<bool>()),
    ) {
        let heard: Vec<bool> = heard.iter().map(|it| *it || !asked).take(ties.actors).collect();
        let mut net = ties.network();
        if asked {
            net = net.with_accounts(heard.clone());
        }
        let by = Grouping::new("sector", groups.clone());
        let found = group::mixing(&net, &by, Counts::Strength, group::Expected::Sent).unwrap();
        let (w, told) = (seen(&ties, Direction::Out), told(&ties, &heard, Direction::Out));
        let (from, to) = (found.words("from_group").unwrap(), found.words("to_group").unwrap());
        let placed = |i: usize| groups[i].len() == 1;
        let any = (0..ties.actors).any(|i| {
            (0..ties.actors).any(|j| told[i][j] && placed(i) && placed(j))
        });
        for row in 0..found.len() {
            let (g, h) = (from[row].clone().unwrap(), to[row].clone().unwrap());
            let mut expected = 0.0;
            for i in (0..ties.actors).filter(|&i| placed(i)) {
                let others: Vec<usize> =
                    (0..ties.actors).filter(|&j| told[i][j] && placed(j)).collect();
                let share = others.iter().map(|&j| w[i][j]).sum::<f64>() / others.len() as f64;
                for j in others {
                    let (a, b) = (groups[i][0], groups[j][0]);
                    let here = (a, b) == (&g, &h) || (!ties.directed && (b, a) == (&g, &h));
                    let half = if ties.directed { 1.0 } else { 0.5 };
                    expected += if here { share * half } else { 0.0 };
                }
            }
            let known = ["not known", "several"];
            let known = any && !known.contains(&g.as_str()) && !known.contains(&h.as_str());
            same(&found, "expected", row, known.then_some(expected))?;
        }
    }
}
