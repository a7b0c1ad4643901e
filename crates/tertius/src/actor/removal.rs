use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
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
    let alters = alters(net);
    let n = alters.len();
    let pieces = pieces(&alters, watch)?;
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

/// Alters either way, each once.
fn alters(net: &Network) -> Vec<Vec<usize>> {
    let row = |actor: usize| {
        let mut row: Vec<usize> = net.out().row(actor).map(|(alter, _)| alter).collect();
        if net.is_directed() {
            row.extend(net.into_rows().row(actor).map(|(alter, _)| alter));
            row.sort_unstable();
            row.dedup();
        }
        row
    };
    (0..net.actors().len()).map(row).collect()
}

/// Sizes of the pieces that the component of each actor becomes without it.
///
/// One depth-first walk: a branch that has no way back above an actor is cut off with it.
fn pieces(alters: &[Vec<usize>], watch: &Watch) -> Result<Vec<Vec<usize>>> {
    let n = alters.len();
    watch.expect(n);
    let mut pieces = vec![Vec::new(); n];
    let (mut entered, mut low, mut size) = (vec![usize::MAX; n], vec![0; n], vec![1; n]);
    let mut clock = 0;
    for root in 0..n {
        if entered[root] != usize::MAX {
            continue;
        }
        // (actor, where it was entered from, how many of its alters have been looked at)
        let mut walk = vec![(root, usize::MAX, 0)];
        let mut component = Vec::new();
        (entered[root], low[root], clock) = (clock, clock, clock + 1);
        while let Some(&mut (actor, parent, ref mut next)) = walk.last_mut() {
            if let Some(&alter) = alters[actor].get(*next) {
                *next += 1;
                if entered[alter] == usize::MAX {
                    (entered[alter], low[alter], clock) = (clock, clock, clock + 1);
                    walk.push((alter, actor, 0));
                } else if alter != parent {
                    low[actor] = low[actor].min(entered[alter]);
                }
                continue;
            }
            watch.tick()?;
            walk.pop();
            component.push(actor);
            if parent != usize::MAX {
                size[parent] += size[actor];
                low[parent] = low[parent].min(low[actor]);
                if low[actor] >= entered[parent] {
                    pieces[parent].push(size[actor]);
                }
            }
        }
        for &actor in &component {
            let rest = component.len() - 1 - pieces[actor].iter().sum::<usize>();
            if rest > 0 {
                pieces[actor].push(rest);
            }
        }
    }
    Ok(pieces)
}
