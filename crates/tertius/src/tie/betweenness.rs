use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::options::{self, Paths, Scale};
use crate::traffic::from_all;
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
    let into = net.into_rows();
    let mut starts = vec![0; n + 1];
    (0..n).for_each(|actor| starts[actor + 1] = starts[actor] + into.alters(actor).len());
    let place = |from: usize, to: usize| {
        starts[to] + into.alters(to).partition_point(|&alter| (alter as usize) < from)
    };
    let passed = from_all(net, weighted, starts[n], watch, |source, from, sums| {
        from.search(source);
        from.send(|_| 1.0, |from, to, flow| sums[place(from, to)] += flow);
    })?;
    // Every unordered pair has been counted from both its ends.
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    let most = match scale {
        Scale::Raw => 1.0,
        Scale::Normalised => n as f64 * (n as f64 - 1.0) / ways,
    };
    let value = |(from, to): (usize, usize)| {
        let back = if net.is_directed() { 0.0 } else { passed[place(to, from)] };
        Ok((passed[place(from, to)] + back) / ways / most)
    };
    let ends = net.ties().iter().map(|tie| (tie.from as usize, tie.to as usize));
    Ok(Results::by_tie(net)
        .number("value", ends.map(value))
        .option("length of a tie", if weighted { "1/strength" } else { "1" })
        .option("scale", scale.name()))
}
