use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::{Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Group,
    name: "overlap",
    source: "Jaccard 1912; Verbrugge 1979",
    page: include_str!("overlap.md"),
    options: &[],
    run: Run::Network(|net, _, _| overlap(net)),
};

#[doc = include_str!("overlap.md")]
///
/// # Errors
///
/// None.
///
/// ```
/// use tertius::{Network, group};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?;
/// let overlap = group::overlap(&net)?;
/// assert!(overlap.is_empty(), "there are no two relations to overlap");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn overlap(net: &Network) -> Result<Results> {
    let (ties, both) = layers(net);
    let names: Vec<&str> = ties.keys().copied().collect();
    let pairs: Vec<(&str, &str)> = names
        .iter()
        .enumerate()
        .flat_map(|(at, &one)| names[at + 1..].iter().map(move |&other| (one, other)))
        .collect();
    let both = |pair: &(&str, &str)| both.get(pair).copied().unwrap_or(0);
    let either = |pair: &(&str, &str)| ties[pair.0] + ties[pair.1] - both(pair);
    let dyads = net.observed_dyads() as f64;
    let expected = |pair: &(&str, &str)| ties[pair.0] as f64 * ties[pair.1] as f64 / dyads;
    let share = |some: usize, all: usize| Ok(some as f64 / all as f64);
    let mut results = Results::of(net)
        .text("from_relation", pairs.iter().map(|it| it.0.to_owned()))
        .text("to_relation", pairs.iter().map(|it| it.1.to_owned()))
        .count("from_ties", pairs.iter().map(|it| ties[it.0]))
        .count("to_ties", pairs.iter().map(|it| ties[it.1]))
        .count("both", pairs.iter().map(both))
        .number("jaccard", pairs.iter().map(|it| share(both(it), either(it))))
        .number("from_share", pairs.iter().map(|it| share(both(it), ties[it.0])))
        .number("to_share", pairs.iter().map(|it| share(both(it), ties[it.1])))
        .number("expected", pairs.iter().map(|it| Ok(expected(it))))
        .number("ratio", pairs.iter().map(|it| Ok(both(it) as f64 / expected(it))));
    if names.len() < 2 {
        results.note("there is one kind of tie, or none: an overlap takes two");
    }
    Ok(results)
}

/// How many observed ties there are of each kind, and of each two kinds at once.
type Layers<'n> = (BTreeMap<&'n str, usize>, BTreeMap<(&'n str, &'n str), usize>);

fn layers(net: &Network) -> Layers<'_> {
    let (mut ties, mut both) = (BTreeMap::new(), BTreeMap::new());
    for (at, tie) in net.ties().iter().enumerate() {
        if !net.is_observed(tie.from as usize, tie.to as usize) {
            continue;
        }
        let kinds: BTreeSet<&str> = net.behind(at).map(|reason| reason.kind.as_str()).collect();
        for &one in &kinds {
            *ties.entry(one).or_default() += 1;
            kinds.range(one..).skip(1).for_each(|&it| *both.entry((one, it)).or_default() += 1);
        }
    }
    (ties, both)
}
