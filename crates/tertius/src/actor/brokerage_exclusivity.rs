use serde::Deserialize;

use crate::brokerage::two_paths;
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options;
use crate::{Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "brokerage_exclusivity",
    source: "Hamilton, Hileman and Bodin 2020",
    page: include_str!("brokerage_exclusivity.md"),
    options: &[PAIRS, options::BY],
    run: Run::Network(|net, arguments, watch| match arguments.choice("pairs")? {
        Pairs::All => brokerage_exclusivity(net, None, watch),
        Pairs::Across => brokerage_exclusivity(net, Some(&arguments.grouping(net)?), watch),
    }),
};

const PAIRS: OptionSpec = OptionSpec {
    name: "pairs",
    takes: Takes::Words(&["all", "across"]),
    default: "all",
    about: "every pair that an actor brokers, or those of two groups",
};

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Pairs {
    #[default]
    All,
    Across,
}

#[doc = include_str!("brokerage_exclusivity.md")]
///
/// With a grouping, only pairs of actors of known group who have no group in common count.
///
/// # Errors
///
/// In a two-mode network; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// Two actors could join a and b, one alone c and the others.
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let ties = [("v", "a", 1.0), ("v", "b", 1.0), ("v", "c", 1.0), ("w", "a", 1.0), ("w", "b", 1.0)];
/// let net = Network::from_ties(false, ties)?;
/// let found = actor::brokerage_exclusivity(&net, None, &Watch::new())?;
/// assert_eq!(found.value("v", "activity"), Some(3.0));
/// assert_eq!(found.value("v", "exclusivity"), Some(2.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn brokerage_exclusivity(
    net: &Network,
    across: Option<&Grouping>,
    watch: &Watch,
) -> Result<Results> {
    if net.first_mode().is_some() {
        let why = "between two modes no two alters of an actor can be tied; --via participation ties the \
                   actors who share an activity";
        return Err(Error::not_applicable("brokerage_exclusivity", why));
    }
    let counts = |from: usize, to: usize| {
        let once = net.is_directed() || from < to;
        once && across.is_none_or(|by| {
            let known = !by.groups(from).is_empty() && !by.groups(to).is_empty();
            known && !by.share_a_group(from, to)
        })
    };
    let found = two_paths(
        net,
        |_| true,
        watch,
        |sums: &mut [[f64; 2]], path| {
            if counts(path.from, path.to) {
                sums[path.broker][0] += 1.0;
                sums[path.broker][1] += f64::from(u8::from(path.brokers == 1));
            }
        },
    )?;
    let mean =
        |column: usize| found.iter().map(|it| it[column]).sum::<f64>() / found.len().max(1) as f64;
    let (activity, exclusivity) = (mean(0), mean(1));
    let share = |it: &[f64; 2]| {
        if it[0] > 0.0 { Ok(it[1] / it[0]) } else { Err("the actor brokers no pair") }
    };
    let quadrant = |it: &[f64; 2]| match (it[0] > activity, it[1] > exclusivity) {
        (true, true) => "powerhouse",
        (true, false) => "connector",
        (false, true) => "linchpin",
        (false, false) => "sideliner",
    };
    let mut results = Results::by_actor(net)
        .number("activity", found.iter().map(|it| Ok(it[0])))
        .number("exclusivity", found.iter().map(|it| Ok(it[1])))
        .number("share", found.iter().map(share))
        .text("quadrant", found.iter().map(|it| quadrant(it).to_owned()));
    results.note(format!(
        "quadrants by the means over all actors: activity {activity:.4}, exclusivity {exclusivity:.4}"
    ));
    let Some(by) = across else { return Ok(results.option("pairs", "all")) };
    if by.unknown() > 0 {
        let actors = crate::counted(by.unknown(), "actor is", "actors are");
        results.note(format!("{actors} of unknown {}: no pair of theirs counts", by.name()));
    }
    Ok(results.by(by).option("pairs", "across"))
}
