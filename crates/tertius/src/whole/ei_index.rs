use std::collections::BTreeMap;

use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Ties};
use crate::{Result, Results, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "ei_index",
    source: "Krackhardt and Stern 1988",
    page: include_str!("ei_index.md"),
    options: &[options::BY, options::TIES],
    run: Run::Network(|net, arguments, _| {
        ei_index(net, &arguments.grouping(net)?, arguments.choice("ties")?)
    }),
};

#[doc = include_str!("ei_index.md")]
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use tertius::{Network, whole};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE", "FE"]);
/// let index = whole::ei_index(&net, &net.grouping("sector")?, Default::default())?;
/// assert_eq!(index.value("ei_index", "value"), Some(-1.0 / 3.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn ei_index(net: &Network, by: &Grouping, ties: Ties) -> Result<Results> {
    let known = |actor: u32| !by.groups(actor as usize).is_empty();
    let (mut external, mut internal, mut numbers, mut left_out) = (0.0, 0.0, [0_usize; 2], 0);
    for tie in net.observed_ties() {
        if !known(tie.from) || !known(tie.to) {
            left_out += 1;
            continue;
        }
        let inside = share_a_group(by, tie.from as usize, tie.to as usize);
        *(if inside { &mut internal } else { &mut external }) += ties.strength(tie);
        numbers[usize::from(inside)] += 1;
    }
    let (across, within) = dyads(net, by);
    let index = |e: f64, i: f64| {
        if e + i == 0.0 { Err("no tie joins actors of known group") } else { Ok((e - i) / (e + i)) }
    };
    let m = (numbers[0] + numbers[1]) as f64;
    let lowest = index((m - within).max(0.0), m - (m - within).max(0.0));
    let highest = index(m.min(across), m - m.min(across));
    let rescaled = match (index(numbers[0] as f64, numbers[1] as f64), lowest, highest) {
        (Ok(at), Ok(low), Ok(high)) if high > low => Ok(2.0 * (at - low) / (high - low) - 1.0),
        (Ok(_), ..) => Err("the group sizes leave no range"),
        (err, ..) => err,
    };
    let expected =
        if across + within == 0.0 { Err("no dyad was observed") } else { index(across, within) };
    let mut results = Results::quantities(
        net,
        vec![
            ("ei_index", index(external, internal)),
            ("external", Ok(external)),
            ("internal", Ok(internal)),
            ("expected", expected),
            ("lowest", lowest),
            ("highest", highest),
            ("rescaled", rescaled),
        ],
    );
    if left_out > 0 {
        let ties = counted(left_out, "tie of an actor", "ties of actors");
        let are = if left_out == 1 { "is" } else { "are" };
        results.note(format!("{ties} of unknown {} {are} left out", by.name()));
    }
    Ok(results.by(by).option("ties", ties.name()))
}

fn share_a_group(by: &Grouping, a: usize, b: usize) -> bool {
    by.groups(a).iter().any(|group| by.groups(b).contains(group))
}

/// Observed dyads between and within groups, among actors of known group.
fn dyads(net: &Network, by: &Grouping) -> (f64, f64) {
    let (mut across, mut within) = (0, 0);
    if net.observed().is_complete() {
        let ways = if net.is_directed() { 2 } else { 1 };
        let known = (0..net.actors().len()).filter(|&actor| !by.groups(actor).is_empty());
        let (firsts, others): (Vec<_>, Vec<_>) =
            known.partition(|&actor| net.first_mode().is_some_and(|first| actor < first));
        let all = if net.first_mode().is_some() {
            firsts.len() * others.len()
        } else {
            ways * others.len() * others.len().saturating_sub(1) / 2
        };
        within = if net.first_mode().is_some() {
            sharing(by, firsts.iter().chain(&others)) - sharing(by, &firsts) - sharing(by, &others)
        } else {
            ways * sharing(by, &others)
        };
        across = all - within;
    } else {
        let known: Vec<usize> =
            (0..net.actors().len()).filter(|&actor| !by.groups(actor).is_empty()).collect();
        for &from in &known {
            let later = |to: &&usize| if net.is_directed() { **to != from } else { **to > from };
            for &to in known.iter().filter(later).filter(|&&to| net.is_observed(from, to)) {
                *(if share_a_group(by, from, to) { &mut within } else { &mut across }) += 1;
            }
        }
    }
    (across as f64, within as f64)
}

/// How many pairs of actors share a group.
fn sharing<'a>(by: &Grouping, actors: impl IntoIterator<Item = &'a usize>) -> usize {
    // Actors of the same groups behave alike: count by class, and pairs of classes once each,
    // however many groups they share.
    let mut classes: BTreeMap<&[u32], usize> = BTreeMap::new();
    actors.into_iter().for_each(|&actor| *classes.entry(by.groups(actor)).or_default() += 1);
    let mut of_group: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let mut pairs = 0;
    let sizes: Vec<usize> = classes.values().copied().collect();
    for (class, (groups, size)) in classes.iter().enumerate() {
        let mut met: Vec<usize> = Vec::new();
        for group in *groups {
            let before = of_group.entry(*group).or_default();
            met.extend(before.iter());
            before.push(class);
        }
        met.sort_unstable();
        met.dedup();
        pairs += size * (size - 1) / 2 + size * met.iter().map(|&it| sizes[it]).sum::<usize>();
    }
    pairs
}
