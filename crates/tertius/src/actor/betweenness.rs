use serde::Deserialize;

use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::draws::Draws;
use crate::network::Network;
use crate::options::{self, Paths, Scale};
use crate::paths::{Length, dependencies, reached};
use crate::{Arguments, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "betweenness",
    source: "Freeman 1977; Brandes 2001",
    page: include_str!("betweenness.md"),
    options: &[options::PATHS, options::SCALE, ENDPOINTS, SOURCES, options::SEED],
    run: Run::Network(|net, arguments, watch| {
        betweenness(net, &BetweennessOptions::from_arguments(arguments)?, watch)
    }),
};

const ENDPOINTS: OptionSpec = OptionSpec {
    name: "endpoints",
    takes: Takes::Words(&["exclude", "include"]),
    default: "exclude",
    about: "whether an actor lies on the paths that begin or end with it",
};

const SOURCES: OptionSpec = OptionSpec {
    name: "sources",
    takes: Takes::Count { least: 0, most: u64::MAX },
    default: "0",
    about: "how many actors are drawn for paths to start from; 0 takes them all",
};

/// Whether an actor lies on the paths that begin or end with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Endpoints {
    /// Only between others.
    #[default]
    Exclude,
    /// On its own paths too.
    Include,
}

/// Options of [`betweenness`].
///
/// ```
/// use tertius::actor::BetweennessOptions;
/// use tertius::options::Paths;
/// let options = BetweennessOptions { paths: Paths::Binary, ..BetweennessOptions::default() };
/// assert_ne!(options, BetweennessOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BetweennessOptions {
    /// How long a tie is.
    pub paths: Paths,
    /// What is reported.
    pub scale: Scale,
    /// Whether an actor's own paths count.
    pub endpoints: Endpoints,
    /// How many actors are drawn for paths to start from; 0 takes them all.
    pub sources: u64,
    /// Where the draws begin.
    pub seed: u64,
}

impl Default for BetweennessOptions {
    fn default() -> Self {
        Self {
            paths: Paths::default(),
            scale: Scale::default(),
            endpoints: Endpoints::default(),
            sources: 0,
            seed: 1,
        }
    }
}

impl BetweennessOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            paths: arguments.choice("paths")?,
            scale: arguments.choice("scale")?,
            endpoints: arguments.choice("endpoints")?,
            sources: arguments.count(&SOURCES)?,
            seed: arguments.count(&options::SEED)?,
        })
    }
}

#[doc = include_str!("betweenness.md")]
///
/// # Errors
///
/// If two actors are joined by more than 10³⁰⁸ shortest paths;
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
    let by_strength = options.paths == Paths::Strength && net.is_weighted();
    let length = if by_strength { Length::by_strength(net.out()) } else { Length::Step };
    let sources = sources(n, options);
    let into = net.is_directed().then(|| net.into_rows());
    let mut scores = dependencies(net.out(), into, length, &sources, watch)?;
    // Every unordered pair has been counted from both its ends.
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    let drawn = n as f64 / sources.len() as f64;
    scores.iter_mut().for_each(|score| *score *= drawn / ways);
    if options.endpoints == Endpoints::Include {
        scores.iter_mut().zip(reached(net, watch)?).for_each(|(score, it)| *score += it / ways);
    }
    let most = |actor: usize| match options.scale {
        Scale::Raw => 1.0,
        Scale::Normalised => largest(net, actor, options.endpoints),
    };
    let value = |(actor, score): (usize, f64)| match most(actor) {
        0.0 => Err("nobody can lie between others in a network of this size"),
        most => Ok(score / most),
    };
    let mut results =
        Results::by_actor(net).number("value", scores.into_iter().enumerate().map(value));
    if sources.len() < n {
        let least = (0..n).map(most).filter(|most| *most > 0.0).fold(f64::INFINITY, f64::min);
        results.note(format!(
            "estimated from {} of {n} actors, drawn from seed {}: with 95 % confidence every value \
             is within {} of the exact one",
            sources.len(),
            options.seed,
            rounded_up(bound(n, sources.len()) / ways / least)
        ));
    }
    let paths = if by_strength { "1/strength" } else { "1" };
    let endpoints = options.endpoints == Endpoints::Include;
    Ok(results
        .option("length of a tie", paths)
        .option("scale", options.scale.name())
        .option("endpoints", if endpoints { "included" } else { "excluded" }))
}

/// The actors that paths start from.
fn sources(n: usize, options: &BetweennessOptions) -> Vec<u32> {
    let mut all: Vec<u32> = (0..n as u32).collect();
    if (1..n as u64).contains(&options.sources) {
        Draws::new(options.seed, 0).shuffle(&mut all);
        all.truncate(options.sources as usize);
    }
    all
}

/// How far any of the ordered sums over n sources, estimated from some drawn without putting back,
/// is from the exact one, in 19 of 20 draws at the most. A source adds 0 to n − 2 to an actor, so
/// that a mean is off by ε(n − 2) with chance 2 exp(−2kε²) (Hoeffding 1963); n of them at once, by
/// n times that chance.
fn bound(n: usize, drawn: usize) -> f64 {
    let (n, drawn) = (n as f64, drawn as f64);
    n * (n - 2.0) * ((2.0 * n / 0.05).ln() / (2.0 * drawn)).sqrt()
}

/// A bound in three digits, that still holds.
fn rounded_up(bound: f64) -> String {
    if bound == 0.0 {
        return "0".to_owned();
    }
    let last = bound.log10().floor() as i32 - 2;
    let digits = (bound / 10_f64.powi(last)).ceil();
    let rounded = format!("{digits}e{last}").parse();
    rounded.map_or_else(|_| bound.to_string(), |it: f64| it.to_string())
}

/// The largest score that an actor can have in a network with as many actors.
fn largest(net: &Network, actor: usize, endpoints: Endpoints) -> f64 {
    let n = net.actors().len();
    let pairs = |of: usize| of as f64 * (of as f64 - 1.0) / 2.0;
    let between = match net.first_mode() {
        None => pairs(n - 1) * if net.is_directed() { 2.0 } else { 1.0 },
        Some(first) => {
            let (own, other) = if actor < first { (first, n - first) } else { (n - first, first) };
            // Paths part at the actors of the other mode, and no path within a part leads out of
            // it: it is best if the own mode hangs on them in parts as equal as can be.
            let (all, more) = match other {
                0 => return 0.0,
                _ => ((own - 1) / other, (own - 1) % other),
            };
            let within = more as f64 * pairs(all + 2) + (other - more) as f64 * pairs(all + 1);
            pairs(n - 1) - within
        }
    };
    let own = match endpoints {
        Endpoints::Exclude => 0.0,
        Endpoints::Include => (n as f64 - 1.0) * if net.is_directed() { 2.0 } else { 1.0 },
    };
    between + own
}
