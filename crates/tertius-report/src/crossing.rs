//! Ties within and across the groups of a grouping.

use tertius::group::{self, Expected};
use tertius::options::Ties;
use tertius::whole;
use tertius::{Grouping, Network, Result, Results};

use crate::wording::{ACTOR, whole as whole_number};

/// Ties within and between the groups of a grouping, each tie counting 1.
pub(crate) struct Crossing {
    pub(crate) by: Grouping,
    pub(crate) ei: Results,
    /// `None` where there are more groups than a table of them could show.
    pub(crate) mixing: Option<Results>,
}

/// A table of so many groups by as many has 1,830 pairs.
const MOST_MIXED: usize = 60;

impl Crossing {
    /// How many actors are of each group and of no other: those that a table of groups can place.
    pub(crate) fn placed(&self) -> Vec<usize> {
        let mut placed = vec![0; self.by.labels().len()];
        self.by.partition().into_iter().flatten().for_each(|group| placed[group as usize] += 1);
        placed
    }

    /// The share of ties that would cross if they were laid at random, where that says anything.
    pub(crate) fn expected_across(&self) -> Option<f64> {
        expected_across(&self.ei).filter(|_| self.beyond_chance().is_none())
    }

    /// Why a comparison with ties laid at random says nothing: there are few actors, or hardly two to a
    /// group, so that any role is as good as settled by who is there.
    pub(crate) fn beyond_chance(&self) -> Option<String> {
        const FEWEST: usize = 10;
        let placed = self.placed();
        let actors: usize = placed.iter().sum();
        let groups = placed.iter().filter(|&&size| size > 0).count();
        (actors < FEWEST || actors < 2 * groups).then(|| {
            let name = self.by.name();
            format!(
                "What ties laid at random would give is left out: {} of known {name}, in {} {}, are too few for chance to say anything.",
                ACTOR.count(actors),
                whole_number(groups),
                if groups == 1 { "group" } else { "groups" }
            )
        })
    }
}

/// Ties by a grouping; `None` where nothing can be within or across.
pub(crate) fn crossing(net: &Network, by: &str) -> Result<Option<Crossing>> {
    let Some(by) = groups(net, by) else { return Ok(None) };
    let mixing = if by.labels().len() <= MOST_MIXED {
        Some(group::mixing(net, &by, Ties::Binary, Expected::Density)?)
    } else {
        None
    };
    Ok(Some(Crossing { ei: whole::ei_index(net, &by, Ties::Binary)?, mixing, by }))
}

/// The groups that ties can be within or across; none in a network of two modes.
pub(crate) fn groups(net: &Network, by: &str) -> Option<Grouping> {
    let by = net.grouping(by).ok()?;
    (!by.labels().is_empty() && net.first_mode().is_none()).then_some(by)
}

/// The share of ties that cross, from external and internal ties; `None` without a tie.
pub(crate) fn share_across(ei: &Results) -> Option<(usize, usize, f64)> {
    #[expect(clippy::cast_sign_loss, reason = "counts of ties")]
    let ties = |name: &str| ei.value(name, "value").map(|ties| ties as usize);
    let (external, internal) = (ties("external")?, ties("internal")?);
    let all = external + internal;
    (all > 0).then(|| (external, all, external as f64 / all as f64))
}

/// The share of ties that would cross if they were laid at random: the index read as a share.
pub(crate) fn expected_across(ei: &Results) -> Option<f64> {
    ei.value("expected", "value").map(|index| f64::midpoint(index, 1.0))
}
