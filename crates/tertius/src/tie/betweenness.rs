use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Network, Tie};
use crate::options::{self, Paths, Scale};
use crate::paths::Traffic;
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Tie,
    name: "betweenness",
    source: "Anthonisse 1971; Girvan and Newman 2002",
    page: include_str!("betweenness.md"),
    options: &[options::PATHS, options::SCALE],
    run: Run::Network(|net, arguments, watch| {
        betweenness(net, arguments.choice("paths")?, arguments.choice("scale")?, watch)
    }),
};

#[doc = include_str!("betweenness.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, tie};
/// let path = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?;
/// let betweenness = tie::betweenness(&path, Default::default(), Default::default(), &Watch::new())?;
/// assert_eq!(betweenness.numbers("value").unwrap(), [Some(3.0), Some(4.0), Some(3.0)]);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn betweenness(net: &Network, paths: Paths, scale: Scale, watch: &Watch) -> Result<Results> {
    let n = net.actors().len();
    let weighted = paths == Paths::Strength && net.is_weighted();
    let traffic = Traffic::new(net, weighted, watch)?;
    let alike = vec![Some(0); n];
    let passed = traffic
        .flows(&alike, usize::MAX, traffic.ways(), watch, |_, trip, ways| trip.send_all(ways))?;
    // Every unordered pair has been counted from both its ends.
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    let most = match scale {
        Scale::Raw => 1.0,
        Scale::Normalised => n as f64 * (n as f64 - 1.0) / ways,
    };
    let along = |from, to| traffic.way(from, to).map_or(0.0, |way| passed[way]);
    let value = |tie: &Tie| {
        let back = if net.is_directed() { 0.0 } else { along(tie.to, tie.from) };
        Ok((along(tie.from, tie.to) + back) / ways / most)
    };
    Ok(Results::by_tie(net, watch)?
        .number("value", net.ties().iter().map(value))
        .option("length of a tie", if weighted { "1/strength" } else { "1" })
        .option("scale", scale.name()))
}
