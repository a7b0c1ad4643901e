use rayon::prelude::*;

use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Network, Rows};
use crate::options::{self, Paths, Scale};
use crate::paths::ShortestPaths;
use crate::{Arguments, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "betweenness",
    source: "Freeman 1977; Brandes 2001",
    page: include_str!("betweenness.md"),
    options: &[options::PATHS, options::SCALE],
    run: Run::Network(|net, arguments, watch| {
        betweenness(net, &BetweennessOptions::from_arguments(arguments)?, watch)
    }),
};

/// Options of [`betweenness`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BetweennessOptions {
    /// How long a tie is.
    pub paths: Paths,
    /// What is reported.
    pub scale: Scale,
}

impl BetweennessOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self { paths: arguments.choice("paths")?, scale: arguments.choice("scale")? })
    }
}

#[doc = include_str!("betweenness.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let path = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?;
/// let betweenness = actor::betweenness(&path, &Default::default(), &Watch::new())?;
/// assert_eq!(betweenness.value("b", "value"), Some(2.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn betweenness(net: &Network, options: &BetweennessOptions, watch: &Watch) -> Result<Results> {
    let n = net.actors().len();
    let weighted = options.paths == Paths::Strength && net.is_weighted();
    let mut scores = if weighted {
        dependencies(net.out(), weighted, watch)?
    } else {
        let all: Vec<u32> = (0..n as u32).collect();
        let into = net.is_directed().then(|| net.into_rows());
        crate::paths::dependencies(net.out(), into, &all, watch)?
    };
    // Every unordered pair has been counted from both its ends.
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    let most = match options.scale {
        Scale::Raw => 1.0,
        Scale::Normalised => (n as f64 - 1.0) * (n as f64 - 2.0) / ways,
    };
    scores.iter_mut().for_each(|score| *score /= ways * most);
    let two_modes = most > 1.0 && net.first_mode().is_some() && options.scale == Scale::Normalised;
    let value = |score: f64| {
        if two_modes {
            Err("between two modes the largest possible is another; take the raw scores")
        } else if most > 0.0 {
            Ok(score)
        } else {
            Err("it takes three actors to be between two")
        }
    };
    let results = Results::by_actor(net).number("value", scores.into_iter().map(value));
    let paths = if weighted { "1/strength" } else { "1" };
    Ok(results
        .option("length of a tie", paths)
        .option("scale", if options.scale == Scale::Raw { "raw" } else { "normalised" }))
}

/// How many sources are added up by one task: fixed, so that the order of additions, and so every
/// bit of the result, does not depend on the number of threads.
const TASKS: usize = 64;

/// Dependencies of all sources on each actor, added up.
pub(super) fn dependencies(rows: &Rows, weighted: bool, watch: &Watch) -> Result<Vec<f64>> {
    let n = rows.len();
    watch.expect(n);
    let task = n.div_ceil(TASKS).max(1);
    let starts: Vec<usize> = (0..n).step_by(task).collect();
    let parts: Vec<Vec<f64>> = starts
        .into_par_iter()
        .map(|start| {
            let mut paths = ShortestPaths::new(n);
            let mut sum = vec![0.0; n];
            for source in start..(start + task).min(n) {
                watch.tick()?;
                if weighted {
                    paths.by_strength(rows, source);
                } else {
                    paths.by_steps(rows, source);
                }
                paths.accumulate(source, &mut sum);
            }
            Ok(sum)
        })
        .collect::<Result<_>>()?;
    let mut sum = vec![0.0; n];
    for part in parts {
        sum.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
    }
    Ok(sum)
}
