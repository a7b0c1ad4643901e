//! Communities: what the actors' own and the whole network's measures of them share.
//!
//! [`graph`] says what a community gains by an actor; [`leiden`] runs the passes of Traag, Waltman
//! and van Eck (2019), of [`moves`], [`refine`]ment and aggregation; [`agree`] compares runs.

mod agree;
mod graph;
mod leiden;
mod moves;
mod refine;

use rayon::prelude::*;

use crate::catalogue::{OptionSpec, Takes};
use crate::draws::Draws;
use crate::options::{self, Ties};
use crate::shards::Tasks;
use crate::{Arguments, Network, Result, Results, Watch};

use graph::Graph;

/// Options of [`actor::community`](crate::actor::community) and
/// [`whole::communities`](crate::whole::communities).
///
/// ```
/// use tertius::whole::CommunityOptions;
/// let options = CommunityOptions { resolution: 2.0, ..CommunityOptions::default() };
/// assert_ne!(options, CommunityOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CommunityOptions {
    /// Whether strengths count.
    pub ties: Ties,
    /// How many times as many ties as by chance a community must hold: more makes them smaller.
    pub resolution: f64,
    /// Number of runs, each with its own draws; two at the least.
    pub runs: usize,
    /// Where the draws begin.
    pub seed: u64,
}

const RESOLUTION: OptionSpec = OptionSpec {
    name: "resolution",
    takes: Takes::Number { least: 0.0, most: 1_000.0 },
    default: "1",
    about: "how many times as many ties as by chance a community must hold: more makes them smaller",
};

const RUNS: OptionSpec = OptionSpec {
    name: "runs",
    takes: Takes::Count { least: 2, most: 1_000 },
    default: "10",
    about: "number of runs: the best is shown, and how far the others agree with it",
};

pub(crate) const OPTIONS: &[OptionSpec] =
    &[options::TIES_BY_STRENGTH, RESOLUTION, RUNS, options::SEED];

impl Default for CommunityOptions {
    fn default() -> Self {
        Self { ties: Ties::Strength, resolution: 1.0, runs: 10, seed: 1 }
    }
}

impl CommunityOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            ties: arguments.choice_or("ties", Ties::Strength)?,
            resolution: arguments.number(&RESOLUTION)?,
            runs: arguments.count(&RUNS)? as usize,
            seed: arguments.count(&options::SEED)?,
        })
    }

    /// Results that say which options were taken.
    pub(crate) fn say(&self, results: Results) -> Results {
        results
            .option("ties", self.ties.name())
            .option("resolution", self.resolution.to_string())
            .option("runs", self.runs.to_string())
            .option("seed", self.seed.to_string())
    }
}

/// Communities, run by run.
pub(crate) struct Found {
    /// The community of each actor in each run.
    runs: Vec<Vec<u32>>,
    /// The quality of each run.
    quality: Vec<f64>,
    /// The first run that none surpasses.
    best: usize,
    tied: bool,
}

/// Qualities that differ by less are the same.
const SAME: f64 = 1e-9;

impl Found {
    pub(crate) fn new(net: &Network, options: &CommunityOptions, watch: &Watch) -> Result<Self> {
        let graph = Graph::new(net, options);
        let runs = options.runs.max(2);
        let ticks = leiden::ticks(&graph);
        watch.expect(runs * ticks);
        let found = watch.each(Tasks::new(runs * ticks, ticks), |run| {
            let draws = Draws::new(options.seed, (run.start / ticks) as u64);
            let labels = leiden::run(&graph, draws, watch)?;
            Ok((graph.quality(&labels), labels))
        })?;
        let (quality, runs): (Vec<f64>, Vec<_>) = found.into_iter().unzip();
        let most = quality.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let best = quality.iter().position(|&it| it >= most - SAME).unwrap_or(0);
        Ok(Self { runs, quality, best, tied: !net.ties().is_empty() })
    }

    /// The community of each actor in the best run: numbered from zero by size, then by their first
    /// members.
    pub(crate) fn communities(&self) -> Vec<usize> {
        let labels = &self.runs[self.best];
        let sizes = self.sizes();
        let mut order: Vec<usize> = (0..sizes.len()).collect();
        // Labels are already in the order of first members.
        order.sort_by_key(|&label| std::cmp::Reverse(sizes[label]));
        let mut number = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, &label)| number[label] = at);
        labels.iter().map(|&label| number[label as usize]).collect()
    }

    /// Sizes of the communities of the best run.
    pub(crate) fn sizes(&self) -> Vec<usize> {
        agree::sizes(&self.runs[self.best])
    }

    /// The quality of the best run and of the worst.
    pub(crate) fn quality(&self) -> [std::result::Result<f64, &'static str>; 2] {
        let lowest = self.quality.iter().copied().fold(f64::INFINITY, f64::min);
        [self.quality[self.best], lowest]
            .map(|quality| if self.tied { Ok(quality) } else { Err("there is no tie") })
    }

    /// Mean adjusted Rand index of all pairs of runs.
    pub(crate) fn agreement(&self, watch: &Watch) -> Result<f64> {
        let runs = self.runs.len();
        let pairs: Vec<_> = (0..runs).flat_map(|i| (i + 1..runs).map(move |j| (i, j))).collect();
        let rand = |&(i, j): &(usize, usize)| {
            watch.tick()?;
            Ok(agree::adjusted_rand(&self.runs[i], &self.runs[j]))
        };
        let agreed: Vec<f64> = pairs.par_iter().map(rand).collect::<Result<_>>()?;
        Ok(agreed.iter().sum::<f64>() / pairs.len() as f64)
    }

    /// For each actor, how far its community in the other runs has the same members: the mean of
    /// shared members over all members of either.
    pub(crate) fn stability(&self, watch: &Watch) -> Result<Vec<f64>> {
        let best = &self.runs[self.best];
        let others = (0..self.runs.len()).filter(|&run| run != self.best);
        let shared = others.map(|run| {
            watch.tick()?;
            Ok(agree::overlap(best, &self.runs[run]))
        });
        let shared: Vec<_> = shared.collect::<Result<_>>()?;
        let sum = |actor: usize| shared.iter().map(|run| run[actor]).sum::<f64>();
        Ok((0..best.len()).map(|actor| sum(actor) / shared.len() as f64).collect())
    }
}
