use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::options::{self, Paths, Scale};
use crate::paths::{Length, dependencies};
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
    let length = if weighted { Length::by_strength(net.out()) } else { Length::Step };
    let all: Vec<u32> = (0..n as u32).collect();
    let mut scores = dependencies(net, length, &all, watch)?;
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
