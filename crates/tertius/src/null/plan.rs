use std::ops::Range;

use super::Tally;
use crate::draws::Draws;
use crate::shards::{Found, Tasks};
use crate::{Result, Results, Watch, counted};

/// An exact probability is worth so many times the draws that were asked for: with 9,999, all orders
/// of eight actors are looked at.
const WORTH: u64 = 5;

/// Which arrangements a test compares with: all of them where they are few, else random ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plan {
    /// Each of so many once.
    Every(u64),
    /// So many, each drawn from its own stream of a seed.
    Drawn { draws: u64, seed: u64 },
}

/// An arrangement to make.
#[derive(Debug, Clone)]
pub(crate) enum Pick {
    /// The one with this number, from zero.
    Nth(u64),
    /// One drawn at random.
    Draw(Draws),
}

impl Pick {
    /// The toss of a coin; in an arrangement with a number, its next binary digit.
    pub(crate) fn heads(&mut self) -> bool {
        match self {
            Self::Nth(number) => {
                let heads = *number & 1 == 1;
                *number >>= 1;
                heads
            }
            Self::Draw(draws) => draws.below(2) == 1,
        }
    }
}

impl Plan {
    /// All arrangements, if it is known how many there are and they are worth it.
    pub(crate) fn new(arrangements: Option<u64>, draws: u64, seed: u64) -> Self {
        match arrangements {
            Some(all) if all <= WORTH * draws => Self::Every(all),
            _ => Self::Drawn { draws, seed },
        }
    }

    /// How many arrangements it looks at.
    pub(crate) fn len(self) -> u64 {
        match self {
            Self::Every(all) => all,
            Self::Drawn { draws, .. } => draws,
        }
    }

    pub(crate) fn is_exact(self) -> bool {
        matches!(self, Self::Every(_))
    }

    fn pick(self, task: u64) -> Pick {
        match self {
            Self::Every(_) => Pick::Nth(task),
            Self::Drawn { seed, .. } => Pick::Draw(Draws::new(seed, task)),
        }
    }

    /// Observed values, each with nothing to compare it with as yet.
    pub(crate) fn tallies(self, observed: &[f64]) -> Vec<Tally> {
        observed.iter().map(|&it| Tally::new(it, self.is_exact())).collect()
    }

    /// Compares observed values with those of each arrangement. `start` makes what a thread keeps
    /// between arrangements, which may not change what it finds; NaN is undefined.
    pub(crate) fn tally<S>(
        self,
        observed: &[f64],
        watch: &Watch,
        start: impl Fn() -> S + Sync + Send,
        values: impl Fn(&mut S, Pick) -> Result<Vec<f64>> + Sync + Send,
    ) -> Result<Vec<Tally>> {
        let mut tallies = self.tallies(observed);
        self.each(watch, start, values, |values| {
            tallies.iter_mut().zip(values).for_each(|(tally, value)| tally.add(value));
        })?;
        Ok(tallies)
    }

    /// Takes in what is found in each arrangement, in their order.
    pub(crate) fn each<S, T: Found>(
        self,
        watch: &Watch,
        start: impl Fn() -> S + Sync + Send,
        find: impl Fn(&mut S, Pick) -> Result<T> + Sync + Send,
        take: impl FnMut(T),
    ) -> Result<()> {
        watch.expect(self.len() as usize);
        let of = |state: &mut S, task: Range<usize>| {
            watch.tick()?;
            find(state, self.pick(task.start as u64))
        };
        watch.take(Tasks::of(self.len() as usize), start, of, take)
    }

    /// Says how many arrangements were looked at, and whether these are all.
    pub(crate) fn told(self, mut results: Results) -> Results {
        match self {
            Self::Every(all) => {
                results.note(format!(
                    "exact: each of the {} was looked at",
                    counted(all as usize, "possible arrangement", "possible arrangements")
                ));
                results.option("draws", "all")
            }
            Self::Drawn { draws, seed } => {
                results.option("draws", draws.to_string()).option("seed", seed.to_string())
            }
        }
    }
}
