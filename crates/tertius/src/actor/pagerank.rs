use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::options::{self, Direction, Ties};
use crate::spectra::Matrix;
use crate::{Arguments, Error, Result, Results, Watch};

const DAMPING: OptionSpec = OptionSpec {
    name: "damping",
    takes: Takes::Number { least: 0.0, most: 0.9999 },
    default: "0.85",
    about: "chance that the walk goes on along a tie and does not begin anew anywhere",
};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "pagerank",
    source: "Brin and Page 1998",
    page: include_str!("pagerank.md"),
    options: &[DAMPING, options::TIES_BY_STRENGTH],
    run: Run::Network(|net, arguments, watch| {
        pagerank(net, &PagerankOptions::from_arguments(arguments)?, watch)
    }),
};

/// Options of [`pagerank`].
///
/// ```
/// use tertius::actor::PagerankOptions;
/// let options = PagerankOptions { damping: 0.5, ..PagerankOptions::default() };
/// assert_ne!(options, PagerankOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PagerankOptions {
    /// Chance that the walk goes on along a tie.
    pub damping: f64,
    /// What a tie counts.
    pub ties: Ties,
}

impl Default for PagerankOptions {
    fn default() -> Self {
        Self { damping: 0.85, ties: Ties::Strength }
    }
}

impl PagerankOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            damping: arguments.number(&DAMPING)?,
            ties: arguments.choice_or("ties", Ties::Strength)?,
        })
    }
}

#[doc = include_str!("pagerank.md")]
///
/// # Errors
///
/// [`Error::Option`], if the damping is not from 0 up to 0.9999; [`Error::Stopped`], if the watch is
/// asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let net = Network::from_ties(true, [("a", "c", 1.0), ("b", "c", 1.0), ("c", "a", 1.0)])?;
/// let rank = actor::pagerank(&net, &Default::default(), &Watch::new())?;
/// assert!(rank.value("c", "value") > rank.value("a", "value"));
/// assert!(rank.value("a", "value") > rank.value("b", "value"));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn pagerank(net: &Network, options: &PagerankOptions, watch: &Watch) -> Result<Results> {
    let damping = options.damping;
    if !(0.0..=0.9999).contains(&damping) {
        let (option, value) = (DAMPING.name.to_owned(), damping.to_string());
        return Err(Error::Option { option, value, expected: "0 to 0.9999".to_owned() });
    }
    let shares = walk_matrix(net, options.ties);
    let sent = net.out();
    let stuck: Vec<usize> =
        (0..net.actors().len()).filter(|&actor| sent.alters(actor).is_empty()).collect();
    let scores = stationary(&shares, &stuck, damping, watch)?;
    let mut results = Results::by_actor(net).number("value", scores.into_iter().map(Ok));
    if !net.is_directed() && !net.actors().is_empty() {
        results
            .note("ties have no direction: with damping near 1 this is an actor's share of ties");
    }
    Ok(results.option("damping", damping.to_string()).option("ties", options.ties.name()))
}

/// Row `i`: the chance to step to `i` from each actor with a tie to it.
fn walk_matrix(net: &Network, ties: Ties) -> Matrix {
    let sent = Matrix::of(net.out(), ties);
    let all: Vec<f64> = sent.times(&vec![1.0; sent.len()]);
    let received = Matrix::of(&net.rows(Direction::In), ties);
    Matrix::new(received.len(), |i| {
        received.row(i).map(|(j, strength)| (j, strength / all[j])).collect::<Vec<_>>()
    })
}

/// Where the walk is in the long run. Each round leaves at most `damping` of the distance to it, so
/// that the last change bounds what is left.
fn stationary(shares: &Matrix, stuck: &[usize], damping: f64, watch: &Watch) -> Result<Vec<f64>> {
    let n = shares.len();
    let mut rank = vec![1.0 / n as f64; n];
    let mut smallest = f64::INFINITY;
    loop {
        watch.tick()?;
        let lost: f64 = stuck.iter().map(|&actor| rank[actor]).sum();
        let anywhere = (1.0 - damping + damping * lost) / n as f64;
        let mut next = shares.times(&rank);
        next.iter_mut().for_each(|next| *next = damping * *next + anywhere);
        let total: f64 = next.iter().sum();
        next.iter_mut().for_each(|next| *next /= total);
        let change: f64 = next.iter().zip(&rank).map(|(a, b)| (a - b).abs()).sum();
        rank = next;
        // Changes that have stopped shrinking are rounding.
        if change * damping <= TOLERANCE * (1.0 - damping) || change >= smallest && change < 1e-12 {
            return Ok(rank);
        }
        smallest = smallest.min(change);
    }
}

/// How far all scores together may be from where the rounds lead.
const TOLERANCE: f64 = 1e-13;
