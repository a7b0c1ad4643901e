//! Brokerage between groups, as Gould and Fernandez have it: what is counted for actors, groups and
//! the whole network, and what is to be expected.

mod arcs;
mod chance;
mod labels;
mod open;
mod options;
mod overlapping;
mod shared;
mod sizes;
mod sna;
mod triples;

use crate::around::Around;
use crate::network::{Grouping, Network, Tie};
use crate::{Error, Result, Results, Watch};

pub(crate) use chance::{Chance, Moment};
pub use options::{BrokerageOptions, Counting, Null};
pub(crate) use options::{COUNTING, NULL};
pub(crate) use shared::{TwoPath, two_paths};
pub(crate) use triples::of_whole;

/// Names of the brokerage roles, in order; the last is all of them together.
///
/// ```
/// use tertius::actor::ROLES;
/// assert_eq!(ROLES[1], "itinerant");
/// ```
pub const ROLES: [&str; 6] =
    ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"];

/// The role of a broker by the groups of the three: a number in [`ROLES`].
pub(crate) fn role<G: Copy + PartialEq>(a: G, v: G, b: G) -> usize {
    // Looked up, because which of three groups are alike is nothing that a processor can guess.
    const ROLE: [usize; 8] = [4, 1, 3, 0, 2, 0, 0, 0];
    ROLE[usize::from(a == v) << 2 | usize::from(v == b) << 1 | usize::from(a == b)]
}

/// A network with each actor in one group or none: what brokerage is counted in.
pub(crate) struct Brokers<'n> {
    net: &'n Network,
    around: Around,
    /// Group of each actor that is in exactly one.
    pub(crate) group: Vec<Option<usize>>,
    /// The same in less room, for what is read again and again: 0 also for actors of no known group,
    /// who are around nobody.
    small_group: Vec<u32>,
    /// Number of actors in each group.
    pub(crate) sizes: Vec<usize>,
    /// Observed ties among actors of known group.
    ties: usize,
    /// Observed dyads among them.
    dyads: usize,
    complete: bool,
}

/// What an actor brokers.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Brokered {
    /// By role, in the order of [`ROLES`].
    pub(crate) roles: [f64; 6],
    pub(crate) overlaps: Overlaps,
}

/// How the ordered pairs (a, b) that an actor brokers overlap, as numbers of pairs of them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Overlaps {
    /// Each with itself: the number of pairs.
    same: f64,
    /// (a, b) and (b, a).
    reversed: f64,
    /// The same a, different b.
    sources: f64,
    /// The same b, different a.
    targets: f64,
    /// The a of one is the b of the other, and no more.
    through: f64,
}

impl<'n> Brokers<'n> {
    pub(crate) fn new(net: &'n Network, by: &Grouping) -> Result<Self> {
        if net.first_mode().is_some() {
            let why = "the network has two modes, actors and activities; --via participation ties the actors \
                       who share an activity";
            return Err(Error::not_applicable("brokerage", why));
        }
        let group = by.partition();
        let small_group = group.iter().map(|group| group.unwrap_or(0)).collect();
        let group: Vec<_> =
            group.into_iter().map(|group| group.map(|group| group as usize)).collect();
        let known = group.iter().flatten().count();
        if known == 0 {
            let why = format!("there is no actor of known {}", by.name());
            return Err(Error::not_applicable("brokerage", why));
        }
        let mut sizes = vec![0; by.labels().len()];
        group.iter().flatten().for_each(|&group| sizes[group] += 1);
        let placed = |actor: usize| group[actor].is_some();
        let around = Around::new(net, placed);
        let complete = net.observed().is_complete();
        let (ties, dyads) = if complete {
            let ways = if net.is_directed() { 1 } else { 2 };
            (around.arcs() / ways, known * (known - 1) / ways)
        } else {
            let n = group.len();
            let first = |from: usize| if net.is_directed() { 0 } else { from + 1 };
            let observed =
                |from: usize, to: usize| to != from && placed(to) && net.is_observed(from, to);
            let row = |from: usize| (first(from)..n).filter(|&to| observed(from, to)).count();
            let ends = |tie: &&Tie| placed(tie.from as usize) && placed(tie.to as usize);
            let dyads = (0..n).filter(|&from| placed(from)).map(row).sum();
            (net.observed_ties().filter(ends).count(), dyads)
        };
        Ok(Self { net, around, group, small_group, sizes, ties, dyads, complete })
    }

    /// What each actor brokers; `None` if its group is not known. How pairs overlap matters to what
    /// is expected if labels are left to chance, and to nothing else.
    pub(crate) fn count(
        &self,
        options: BrokerageOptions,
        watch: &Watch,
    ) -> Result<Vec<Option<Brokered>>> {
        match options.counting {
            Counting::Shared => self.shared(watch),
            Counting::Pairs if self.complete && options.null != Null::Labels => self.open(watch),
            Counting::Pairs => self.overlapping(watch),
        }
    }

    /// Number of actors of known group.
    pub(crate) fn known(&self) -> usize {
        self.sizes.iter().sum()
    }

    /// Share of observed dyads that hold a tie.
    fn density(&self) -> f64 {
        if self.dyads == 0 { 0.0 } else { self.ties as f64 / self.dyads as f64 }
    }

    fn group_of(&self, actor: u32) -> usize {
        self.small_group[actor as usize] as usize
    }

    fn is_open(&self, a: usize, b: usize) -> bool {
        !self.net.out().has(a, b) && (self.complete || self.net.is_observed(a, b))
    }

    pub(crate) fn note(&self, results: &mut Results, by: &Grouping, null: Null) {
        by.notes().into_iter().for_each(|note| results.note(note + " and left out of brokerage"));
        let (density, name) = (self.density(), by.name());
        results.note(match null {
            Null::Density | Null::Sna => {
                format!("expected at density {density:.4} among actors of known {name}")
            }
            Null::Edges => {
                format!("expected if {} ties lay anywhere among actors of known {name}", self.ties)
            }
            Null::Labels => format!(
                "expected with the ties as they are, and every {name} dealt out anew to the others"
            ),
        });
        if !self.complete && null != Null::Labels {
            results.note(
                "expectation and sd take every dyad as observed: with some missing, z tends to be low",
            );
        }
    }
}

/// How many standard deviations from expectation.
pub(crate) fn zscore(observed: f64, moment: &Moment) -> std::result::Result<f64, &'static str> {
    let (mean, sd) = (moment.mean?, moment.sd?);
    if sd > 0.0 { Ok((observed - mean) / sd) } else { Err("chance allows no spread here") }
}
