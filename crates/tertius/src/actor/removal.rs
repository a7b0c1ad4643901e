use serde::{Deserialize, Serialize};

use super::departure::departures;
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::paths::Cuts;
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "removal",
    source: "Borgatti 2006",
    page: include_str!("removal.md"),
    options: &[OptionSpec {
        name: "of",
        takes: Takes::Words(&["actor", "person"]),
        default: "actor",
        about: "who leaves: an actor of the network, or a person through whom ties are there",
    }],
    run: Run::Network(|net, arguments, watch| removal(net, arguments.choice("of")?, watch)),
};

/// Who leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Leaves {
    /// An actor, with all its ties.
    #[default]
    Actor,
    /// A person, with the ties that would not be there without.
    Person,
}

#[doc = include_str!("removal.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`](crate::Error::NotApplicable) for people where all actors are people, or
/// where people and ties are too many; [`Error::Stopped`](crate::Error::Stopped), if the watch is
/// asked to stop.
///
/// # Example
///
/// ```
/// use tertius::actor::Leaves;
/// use tertius::{Network, Watch, actor};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("b", "d", 1.0)])?;
/// let removal = actor::removal(&net, Leaves::Actor, &Watch::new())?;
/// assert_eq!(removal.value("b", "pieces"), Some(3.0));
/// assert_eq!(removal.value("b", "pairs_lost"), Some(3.0));
/// assert_eq!(removal.value("a", "pairs_lost"), Some(0.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn removal(net: &Network, of: Leaves, watch: &Watch) -> Result<Results> {
    let (results, left) = match of {
        Leaves::Actor => (Results::by_actor(net), without_each(net, watch)?),
        Leaves::Person => departures(net, watch)?,
    };
    let share = |left: &Left| match left.connected {
        0 => Err("no two others were connected"),
        connected => Ok(left.pairs_lost as f64 / connected as f64),
    };
    Ok(results
        .count("ties_lost", left.iter().map(|left| left.ties_lost))
        .count("pieces", left.iter().map(|left| left.pieces))
        .count("separated", left.iter().map(|left| left.separated))
        .count("pairs_lost", left.iter().map(|left| left.pairs_lost))
        .number("share_lost", left.iter().map(share))
        .option("of", if of == Leaves::Actor { "actor" } else { "person" }))
}

/// What is left when somebody leaves.
#[derive(Serialize, Deserialize)]
pub(super) struct Left {
    pub(super) ties_lost: usize,
    pub(super) pieces: usize,
    pub(super) separated: usize,
    pub(super) pairs_lost: usize,
    /// Pairs of those who stay that were connected before.
    pub(super) connected: usize,
}

fn without_each(net: &Network, watch: &Watch) -> Result<Vec<Left>> {
    let n = net.actors().len();
    let pieces = Cuts::of(net, watch)?.pieces;
    let component = crate::whole::component_of(net);
    let mut sizes = vec![0; n];
    component.iter().for_each(|&it| sizes[it] += 1);
    let connected: usize = sizes.iter().map(|&size| pairs(size)).sum();
    let mut ties = vec![0; n];
    for tie in net.ties() {
        ties[tie.from as usize] += 1;
        ties[tie.to as usize] += 1;
    }
    let left = |actor: usize| {
        let (pieces, size) = (&pieces[actor], sizes[component[actor]]);
        let kept: usize = pieces.iter().map(|&size| pairs(size)).sum();
        Left {
            ties_lost: ties[actor],
            pieces: pieces.len(),
            separated: pieces.iter().sum::<usize>() - pieces.iter().max().copied().unwrap_or(0),
            pairs_lost: pairs(size - 1) - kept,
            connected: connected - pairs(size) + pairs(size - 1),
        }
    };
    Ok((0..n).map(left).collect())
}

pub(super) fn pairs(actors: usize) -> usize {
    actors * actors.saturating_sub(1) / 2
}
