use super::arcs::{Arcs, Meet, spread};
use super::labels::Labels;
use super::{BrokerageOptions, Brokered, Brokers, Counting, Null};
use crate::{Error, Result};

/// What to expect of a count, or why that is not known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment {
    pub(crate) mean: std::result::Result<f64, &'static str>,
    pub(crate) sd: std::result::Result<f64, &'static str>,
}

const NO_SPREAD: &str = "the spread of shared pairs is not known; --counting pairs has it";

/// What to expect of each actor.
pub(crate) enum Chance<'b> {
    /// With ties left to chance: the same for all actors of a group.
    Ties(Vec<[Moment; 6]>),
    /// With labels left to chance.
    Labels(Labels<'b>, Counting),
}

impl<'b> Chance<'b> {
    pub(crate) fn new(brokers: &'b Brokers<'_>, options: BrokerageOptions) -> Result<Self> {
        can_be_known(brokers, options.null)?;
        if options.null == Null::Labels {
            return Ok(Self::Labels(Labels::new(&brokers.sizes), options.counting));
        }
        let groups = 0..brokers.sizes.len();
        Ok(Self::Ties(groups.map(|group| of_group(brokers, options, group)).collect()))
    }

    /// What to expect of an actor of a group in a role.
    #[inline]
    pub(crate) fn of(&self, group: usize, role: usize, brokered: &Brokered) -> Moment {
        match self {
            Self::Ties(groups) => groups[group][role],
            Self::Labels(labels, counting) => Moment {
                mean: Ok(brokered.roles[5] * labels.share(group, role)),
                sd: match counting {
                    Counting::Pairs => Ok(labels.sd(group, role, &brokered.overlaps)),
                    Counting::Shared => Err(NO_SPREAD),
                },
            },
        }
    }
}

/// Whether the number of ties is known, where it is what is kept.
pub(super) fn can_be_known(brokers: &Brokers<'_>, null: Null) -> Result<()> {
    if null == Null::Edges && !brokers.complete {
        let why = "with dyads that were not observed, the number of ties is not known; --null density \
                   takes the density of those that were";
        return Err(Error::not_applicable("--null edges", why));
    }
    Ok(())
}

/// Whether arcs each way are left to chance apart: in a directed network, and by sna in any.
pub(super) fn both_ways(brokers: &Brokers<'_>, null: Null) -> bool {
    brokers.net.is_directed() || null == Null::Sna
}

/// Expectation and sd of each role for a broker of a group, after the table of Gould and Fernandez.
fn of_group(brokers: &Brokers<'_>, options: BrokerageOptions, group: usize) -> [Moment; 6] {
    let arcs = Arcs::new(brokers, options.null);
    let terms = terms(&brokers.sizes, group);
    std::array::from_fn(|role| {
        let (pairs, shared) = terms[role];
        // Undirected, an ordered pair and its reverse stand or fall together: half as many
        // independent pairs, each counting twice. Mixed roles take one of each two as it is.
        let alone = both_ways(brokers, options.null) || role == 2 || role == 3;
        let (pairs, shared, ways) =
            if alone { (pairs, shared, 1.0) } else { (pairs / 2.0, shared / 2.0, 2.0) };
        let mean = ways * pairs * arcs.once();
        match options.counting {
            Counting::Pairs => {
                let apart = pairs * (pairs - 1.0) - shared;
                let variance = pairs * arcs.variance()
                    + shared * arcs.covariance(Meet::There)
                    + apart * arcs.covariance(Meet::Apart);
                Moment { mean: Ok(mean), sd: Ok(ways * spread(variance, mean)) }
            }
            Counting::Shared => {
                let others = (brokers.known() as f64 - 3.0).max(0.0);
                let mean = arcs.shared_with(others).map(|share| mean * share);
                Moment { mean, sd: Err(NO_SPREAD) }
            }
        }
    })
}

/// For each role, how many ordered pairs (a, b) a broker of a group could join, and how many ordered
/// pairs of such pairs share the tie to a or the tie to b.
fn terms(sizes: &[usize], group: usize) -> [(f64, f64); 6] {
    let n = sizes.iter().sum::<usize>() as f64;
    let own = sizes[group] as f64;
    let sum = |of: &dyn Fn(f64) -> f64| {
        let others = sizes.iter().enumerate().filter(|(other, _)| *other != group);
        others.map(|(_, &size)| of(size as f64)).sum::<f64>()
    };
    let mixed = (
        (n - own) * (own - 1.0),
        (own - 1.0) * (n - own) * (n - own - 1.0) + (n - own) * (own - 1.0) * (own - 2.0),
    );
    [
        ((own - 1.0) * (own - 2.0), 2.0 * (own - 1.0) * (own - 2.0) * (own - 3.0)),
        (sum(&|g| g * (g - 1.0)), 2.0 * sum(&|g| g * (g - 1.0) * (g - 2.0))),
        mixed,
        mixed,
        (sum(&|g| g * (n - own - g)), 2.0 * sum(&|g| g * (n - own - g) * (n - own - g - 1.0))),
        ((n - 1.0) * (n - 2.0), 2.0 * (n - 1.0) * (n - 2.0) * (n - 3.0)),
    ]
}
