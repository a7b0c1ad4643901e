//! Core and periphery: what the actors' own and the whole network's measures of them share.

mod continuous;
mod discrete;

use serde::Deserialize;

use crate::catalogue::{OptionSpec, Takes};
use crate::draws::Draws;
use crate::options::{self, Ties};
use crate::{Arguments, Error, Network, Result, counted};

pub(crate) use continuous::{coreness, fit_of};
pub(crate) use discrete::{Core, Found};

/// Options of [`actor::core`](crate::actor::core) and
/// [`whole::core_periphery`](crate::whole::core_periphery).
///
/// ```
/// use tertius::whole::CoreOptions;
/// let options = CoreOptions { seed: 7, ..CoreOptions::default() };
/// assert_ne!(options, CoreOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoreOptions {
    /// What is expected between core and periphery.
    pub pattern: Pattern,
    /// What a tie counts.
    pub ties: Ties,
    /// Where random draws begin.
    pub seed: u64,
}

/// What an ideal network with core and periphery has between the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pattern {
    /// Anything: those dyads do not count.
    #[default]
    Ignore,
    /// Every tie.
    Full,
}

const PATTERN: OptionSpec = OptionSpec {
    name: "pattern",
    takes: Takes::Words(&["ignore", "full"]),
    default: "ignore",
    about: "what is expected between core and periphery: anything, or every tie",
};

pub(crate) const OPTIONS: [OptionSpec; 3] = [PATTERN, options::TIES, options::SEED];

impl Default for CoreOptions {
    fn default() -> Self {
        Self { pattern: Pattern::default(), ties: Ties::default(), seed: 1 }
    }
}

impl CoreOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            pattern: arguments.choice("pattern")?,
            ties: arguments.choice("ties")?,
            seed: arguments.count(&options::SEED)?,
        })
    }
}

impl Pattern {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ignore => "ignore",
            Self::Full => "full",
        }
    }
}

/// Observed dyads between two sets of actors, what they hold, and its squares.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cells {
    number: f64,
    sum: f64,
    squares: f64,
}

impl Cells {
    fn plus(self, other: Self, times: f64) -> Self {
        Self {
            number: self.number + times * other.number,
            sum: self.sum + times * other.sum,
            squares: self.squares + times * other.squares,
        }
    }

    /// The mean of what they hold.
    pub(crate) fn mean(self) -> std::result::Result<f64, &'static str> {
        if self.number > 0.0 { Ok(self.sum / self.number) } else { Err("it has no observed dyad") }
    }
}

/// Beyond so many actors, a cell for each pair is more than a search can try.
const MOST_ACTORS: usize = 1_000;

/// What every pair of actors holds, both ways added up.
pub(crate) struct Table {
    actors: usize,
    pairs: Vec<Cells>,
    /// Every observed dyad and what it holds.
    cells: Vec<(usize, usize, f64)>,
}

impl Table {
    pub(crate) fn new(net: &Network, method: &str, ties: Ties) -> Result<Self> {
        if net.first_mode().is_some() {
            let why = "between two modes no core can be tied within; tie the actors who share an \
                activity by --via participation";
            return Err(Error::not_applicable(method, why));
        }
        let n = net.actors().len();
        if n > MOST_ACTORS {
            let why = format!(
                "{n} actors are too many to try who is in the core; take up to {MOST_ACTORS}, of a \
                 locality or a sector"
            );
            return Err(Error::not_applicable(method, why));
        }
        let mut cells = Vec::new();
        for from in 0..n {
            for to in if net.is_directed() { 0 } else { from + 1 }..n {
                if from != to && net.is_observed(from, to) {
                    let strength = net.out().strength(from, to);
                    let binary = strength.map(|_| 1.0);
                    let held = if ties == Ties::Binary { binary } else { strength };
                    cells.push((from, to, held.unwrap_or(0.0)));
                }
            }
        }
        Ok(Self::of(n, cells))
    }

    fn of(actors: usize, cells: Vec<(usize, usize, f64)>) -> Self {
        let mut pairs = vec![Cells::default(); actors * actors];
        for &(from, to, held) in &cells {
            let cell = Cells { number: 1.0, sum: held, squares: held * held };
            for at in [from * actors + to, to * actors + from] {
                pairs[at] = pairs[at].plus(cell, 1.0);
            }
        }
        Self { actors, pairs, cells }
    }

    /// The same ties laid on the observed dyads at random, each way as likely.
    pub(crate) fn shuffled(&self, draws: &mut Draws) -> Self {
        let mut held: Vec<f64> = self.cells.iter().map(|cell| cell.2).collect();
        draws.shuffle(&mut held);
        let cells = self.cells.iter().zip(held).map(|(&(from, to, _), held)| (from, to, held));
        Self::of(self.actors, cells.collect())
    }

    fn pair(&self, a: usize, b: usize) -> Cells {
        self.pairs[a * self.actors + b]
    }

    /// Dyads of an actor with all others.
    fn all_of(&self, actor: usize) -> Cells {
        let row = &self.pairs[actor * self.actors..(actor + 1) * self.actors];
        row.iter().fold(Cells::default(), |all, &pair| all.plus(pair, 1.0))
    }
}

/// How a core was found, in words.
pub(crate) fn search_note(found: &Found, actors: usize) -> String {
    match found {
        None => {
            "every core fits as little: all dyads hold the same, or there are too few".to_owned()
        }
        Some((.., 0)) if actors <= discrete::ALL_TRIED => "the best of all cores".to_owned(),
        Some((.., equal)) if actors <= discrete::ALL_TRIED => {
            let equal = counted(*equal, "other fits", "others fit");
            format!("the best of all cores; {equal} as well: none is the one")
        }
        Some(_) => "the core was found by search: a better one may have been missed".to_owned(),
    }
}
