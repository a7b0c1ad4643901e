use crate::catalogue::{Measure, Unit};

/// What a number does where a tie is added, whichever and to whatever network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trend {
    /// It rises, or stays.
    Rises,
    /// It falls, or stays.
    Falls,
}

impl Trend {
    /// That of a number of a measure, whatever its options, if it has one: by what its row begins
    /// with, and its column.
    pub(super) fn of(measure: &Measure, row: &str, column: &str) -> Option<Self> {
        let own = |(unit, name, at): &(Unit, &str, &str)| {
            let here = match unit {
                Unit::Whole if column == "value" => row,
                _ => column,
            };
            (*unit, *name, *at) == (measure.unit, measure.name, here)
        };
        if RISE.iter().any(own) {
            Some(Self::Rises)
        } else if FALL.iter().any(own) {
            Some(Self::Falls)
        } else {
            None
        }
    }
}

/// Measures, and columns or quantities, that never fall where a tie is added. A test adds every tie
/// to every small network.
const RISE: &[(Unit, &str, &str)] = &[
    (Unit::Actor, "alters", "alters"),
    (Unit::Actor, "alters", "known"),
    (Unit::Actor, "alters", "richness"),
    (Unit::Actor, "betweenness_between", "pairs"),
    (Unit::Actor, "closeness", "reached"),
    (Unit::Actor, "coreness", "value"),
    (Unit::Actor, "cut_points", "largest_block"),
    (Unit::Actor, "degree", "degree"),
    (Unit::Actor, "degree", "in_degree"),
    (Unit::Actor, "degree", "in_strength"),
    (Unit::Actor, "degree", "normalised"),
    (Unit::Actor, "degree", "out_degree"),
    (Unit::Actor, "degree", "out_strength"),
    (Unit::Actor, "degree", "strength"),
    (Unit::Actor, "homophily", "tied_different"),
    (Unit::Actor, "homophily", "tied_same"),
    (Unit::Actor, "honest_broker", "mutual"),
    (Unit::Actor, "honest_broker", "pairs"),
    (Unit::Actor, "reach", "decayed"),
    (Unit::Actor, "reach", "reached"),
    (Unit::Actor, "reach", "share"),
    (Unit::Group, "brokerage", "actors"),
    (Unit::Group, "density", "actors"),
    (Unit::Group, "density", "dyads_inside"),
    (Unit::Group, "density", "dyads_outside"),
    (Unit::Group, "density", "inside"),
    (Unit::Group, "density", "outside"),
    (Unit::Group, "density", "ties_inside"),
    (Unit::Group, "density", "ties_outside"),
    (Unit::Group, "ei_index", "actors"),
    (Unit::Group, "ei_index", "external"),
    (Unit::Group, "ei_index", "internal"),
    (Unit::Group, "homophily", "actors"),
    (Unit::Group, "homophily", "inside"),
    (Unit::Group, "homophily", "sent"),
    (Unit::Group, "mixing", "density"),
    (Unit::Group, "mixing", "dyads"),
    (Unit::Group, "mixing", "strength"),
    (Unit::Group, "mixing", "ties"),
    (Unit::Whole, "assortativity", "ties"),
    (Unit::Whole, "components", "connected"),
    (Unit::Whole, "components", "largest"),
    (Unit::Whole, "components", "largest_strong"),
    (Unit::Whole, "density", "density"),
    (Unit::Whole, "density", "dyads"),
    (Unit::Whole, "density", "observed_dyads"),
    (Unit::Whole, "density", "ties"),
    (Unit::Whole, "ei_index", "external"),
    (Unit::Whole, "ei_index", "internal"),
    (Unit::Whole, "geodesics", "connected_pairs"),
    (Unit::Whole, "geodesics", "distance_1"),
    (Unit::Whole, "geodesics", "efficiency"),
    (Unit::Whole, "geodesics", "pairs"),
    (Unit::Whole, "krackhardt", "connectedness"),
    (Unit::Whole, "reciprocity", "mutual"),
    (Unit::Whole, "transitivity", "closed_two_paths"),
    (Unit::Whole, "transitivity", "two_paths"),
    (Unit::Whole, "triad_census", "300"),
    (Unit::Whole, "triad_census", "triangle"),
];

/// Those that never rise.
const FALL: &[(Unit, &str, &str)] = &[
    (Unit::Actor, "homophily", "untied_different"),
    (Unit::Actor, "homophily", "untied_same"),
    (Unit::Whole, "components", "components"),
    (Unit::Whole, "components", "isolates"),
    (Unit::Whole, "components", "strong_components"),
    (Unit::Whole, "fragmentation", "distance_fragmentation"),
    (Unit::Whole, "fragmentation", "distance_fragmentation_along"),
    (Unit::Whole, "fragmentation", "fragmentation"),
    (Unit::Whole, "fragmentation", "fragmentation_along"),
    (Unit::Whole, "geodesics", "radius"),
    (Unit::Whole, "reciprocity", "null"),
    (Unit::Whole, "triad_census", "003"),
    (Unit::Whole, "triad_census", "no_tie"),
];

/// Numbers that have a trend in these networks and options alone, or none that is sure: α above 1
/// for Opsahl's degree, people behind ties for those lost.
#[cfg(test)]
const MONOTONE_HERE_ALONE: &[(Unit, &str, &str)] = &[
    (Unit::Actor, "degree", "in_opsahl"),
    (Unit::Actor, "degree", "opsahl"),
    (Unit::Actor, "degree", "out_opsahl"),
    (Unit::Actor, "removal", "ties_lost"),
    (Unit::Whole, "centralization", "largest"),
    (Unit::Whole, "ei_index", "highest"),
    (Unit::Whole, "ei_index", "lowest"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rayon::prelude::*;

    use super::super::cells::Cells;
    use super::{FALL, MONOTONE_HERE_ALONE, RISE, Trend};
    use crate::catalogue::{Run, Takes};
    use crate::draws::Draws;
    use crate::network::Tie;
    use crate::{Arguments, MEASURES, Measure, Network, Unit, Watch};

    /// Whether a number ever fell, and ever rose, by measure and what it is of.
    type Seen = BTreeMap<(Unit, &'static str, String), [bool; 2]>;

    #[test]
    fn every_number_that_only_rises_or_only_falls_is_listed_and_no_other() {
        let networks = networks();
        let measures = MEASURES.iter().filter(|it| matches!(it.run, Run::Network(_)));
        let measures: Vec<_> = measures
            .filter(|it| !matches!(it.unit, Unit::Tie | Unit::Null | Unit::Change))
            .collect();
        let seen: Vec<Seen> = measures.into_par_iter().map(|it| seen(it, &networks)).collect();
        let seen: Seen = seen.into_iter().flatten().collect();
        let listed = |list: &[(Unit, &str, &str)], key: &(Unit, &str, String)| {
            list.iter().any(|it| (it.0, it.1, it.2) == (key.0, key.1, key.2.as_str()))
        };
        let mut wrong = Vec::new();
        for (key, [fell, rose]) in &seen {
            let (rises, falls) = (listed(RISE, key), listed(FALL, key));
            let alone = listed(MONOTONE_HERE_ALONE, key);
            let want = match (fell, rose) {
                (true, true) => None,
                (false, _) => Some(Trend::Rises),
                (true, false) => Some(Trend::Falls),
            };
            let got = match (rises, falls) {
                (true, _) => Some(Trend::Rises),
                (_, true) => Some(Trend::Falls),
                _ => None,
            };
            if got != want && !(alone && got.is_none()) || alone && want.is_none() {
                wrong.push(format!("(Unit::{:?}, {:?}, {:?}), // {want:?}", key.0, key.1, key.2));
            }
        }
        for &(unit, name, at) in RISE.iter().chain(FALL).chain(MONOTONE_HERE_ALONE) {
            if !seen.contains_key(&(unit, name, at.to_owned())) {
                wrong.push(format!("{unit} {name} {at}: there is no such number"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    fn seen(measure: &'static Measure, networks: &[(Network, Vec<Network>)]) -> Seen {
        let mut seen = Seen::new();
        // Searches for a core take long, and do not need many networks to fall and to rise.
        let few = matches!(measure.name, "core" | "core_periphery");
        let networks = if few { &networks[20..50] } else { networks };
        let choices = measure.options.iter().flat_map(|option| {
            let words = if let Takes::Words(words) = option.takes { words } else { &[] };
            words.iter().map(|word| Arguments::default().with(option.name, word))
        });
        for arguments in choices.chain([Arguments::default()]) {
            let found = |net| measure.of_network(net, &arguments, &Watch::new()).ok();
            for (before, more) in networks {
                let Some(before) = found(before) else { continue };
                let cells = Cells::new(&before, measure.unit, &[]).expect("all columns");
                for after in more.iter().filter_map(found) {
                    let values = cells.values().into_iter().zip(cells.values_in(&after));
                    for ((row, column), (before, after)) in cells.names().zip(values) {
                        let of_row = measure.unit == Unit::Whole && column == "value";
                        let here = if of_row { row } else { column }.to_owned();
                        let [fell, rose] =
                            seen.entry((measure.unit, measure.name, here)).or_default();
                        let rounding = 1e-9 * (1.0 + before.abs());
                        *fell |= after < before - rounding;
                        *rose |= after > before + rounding;
                    }
                }
            }
        }
        seen
    }

    /// Networks, and each with a tie more: all of few actors, and some of more.
    fn networks() -> Vec<(Network, Vec<Network>)> {
        let kinds = [(4, false, None), (3, true, None), (7, false, Some(12)), (6, true, Some(12))];
        kinds.into_iter().flat_map(|(n, directed, some)| of_kind(n, directed, some)).collect()
    }

    fn of_kind(n: u32, directed: bool, some: Option<u64>) -> Vec<(Network, Vec<Network>)> {
        let pairs = (0..n).flat_map(|i| (0..n).map(move |j| (i, j)));
        let dyads: Vec<_> = pairs.filter(|&(i, j)| if directed { i != j } else { i < j }).collect();
        let mut random = Draws::new(1, 0);
        let mut network = |number: u64| {
            let tenths = random.below(6);
            let (mut held, mut empty) = (Vec::new(), Vec::new());
            for (at, &dyad) in dyads.iter().enumerate() {
                let tie = match some {
                    None => number >> at & 1 == 1,
                    Some(_) => random.below(10) < tenths,
                };
                if tie { held.push(dyad) } else { empty.push(dyad) }
            }
            let strengths = [1.0, 0.5, 3.0].iter().cycle().skip(number as usize % 3);
            let order = (0..n).map(|i| (i.to_string(), i.to_string(), 1.0));
            let ties = held.iter().zip(strengths);
            let ties = ties.map(|((i, j), w)| (i.to_string(), j.to_string(), *w));
            let net = Network::from_ties(directed, order.chain(ties)).expect("strengths above 0");
            let sectors = ["HE", "FE", "HE", "", "FE", "VCS", "HE"];
            let sectors = sectors.iter().cycle().skip(number as usize % 5).take(n as usize);
            let net = net.with_attribute("sector", sectors);
            let tie = |&(from, to): &(u32, u32)| Tie { from, to, strength: 1.0 };
            let more = empty.iter().map(|dyad| net.completed(&[tie(dyad)])).collect();
            (net, more)
        };
        (0..some.unwrap_or(1 << dyads.len())).map(&mut network).collect()
    }
}
