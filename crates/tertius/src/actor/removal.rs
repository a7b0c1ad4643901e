use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::paths::Cuts;
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "removal",
    source: "Borgatti 2006",
    page: include_str!("removal.md"),
    options: &[],
    run: Run::Network(|net, _, watch| removal(net, watch)),
};

#[doc = include_str!("removal.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("b", "d", 1.0)])?;
/// let removal = actor::removal(&net, &Watch::new())?;
/// assert_eq!(removal.value("b", "pieces"), Some(3.0));
/// assert_eq!(removal.value("b", "pairs_lost"), Some(3.0));
/// assert_eq!(removal.value("a", "pairs_lost"), Some(0.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn removal(net: &Network, watch: &Watch) -> Result<Results> {
    let n = net.actors().len();
    let pieces = Cuts::of(net, watch)?.pieces;
    let component = crate::whole::component_of(net);
    let mut sizes = vec![0; n];
    component.iter().for_each(|&it| sizes[it] += 1);
    let connected: usize = sizes.iter().map(|&size| pairs(size)).sum();
    let lost = |actor: usize| {
        let kept: usize = pieces[actor].iter().map(|&size| pairs(size)).sum();
        pairs(sizes[component[actor]] - 1) - kept
    };
    let share = |actor: usize| {
        let size = sizes[component[actor]];
        let others = connected - pairs(size) + pairs(size - 1);
        if others == 0 {
            Err("no two other actors were connected")
        } else {
            Ok(lost(actor) as f64 / others as f64)
        }
    };
    let separated = |actor: usize| {
        let pieces = &pieces[actor];
        pieces.iter().sum::<usize>() - pieces.iter().max().copied().unwrap_or(0)
    };
    Ok(Results::by_actor(net)
        .count("pieces", (0..n).map(|actor| pieces[actor].len()))
        .count("separated", (0..n).map(separated))
        .count("pairs_lost", (0..n).map(lost))
        .number("share_lost", (0..n).map(share)))
}

fn pairs(actors: usize) -> usize {
    actors * actors.saturating_sub(1) / 2
}
