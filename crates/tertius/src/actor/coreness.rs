use crate::catalogue::{Measure, OptionSpec, Run, Unit};
use crate::network::{Network, Rows};
use crate::options::{self, Direction};
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "coreness",
    source: "Seidman 1983; Batagelj and Zaversnik 2003",
    page: include_str!("coreness.md"),
    options: &[OptionSpec { default: "all", ..options::DIRECTION }],
    run: Run::Network(|net, arguments, watch| {
        coreness(net, arguments.choice_or("direction", Direction::All)?, watch)
    }),
};

#[doc = include_str!("coreness.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::options::Direction;
/// use tertius::{Network, Watch, actor};
/// let ties = [("a", "b", 1.0), ("b", "c", 1.0), ("c", "a", 1.0), ("c", "d", 1.0)];
/// let net = Network::from_ties(false, ties)?;
/// let coreness = actor::coreness(&net, Direction::All, &Watch::new())?;
/// assert_eq!(coreness.value("c", "value"), Some(2.0));
/// assert_eq!(coreness.value("d", "value"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn coreness(net: &Network, direction: Direction, watch: &Watch) -> Result<Results> {
    let counted = net.rows(direction);
    // Whoever goes, goes from the counts of those for whom it counted.
    let losing = match direction {
        Direction::Out => net.rows(Direction::In),
        Direction::In => net.rows(Direction::Out),
        Direction::All => net.rows(Direction::All),
    };
    let cores = peel(&counted, &losing, watch)?;
    let deepest = cores.iter().copied().max().unwrap_or(0);
    let mut results = Results::by_actor(net).count("value", cores.iter().copied());
    if deepest > 0 {
        let inside = cores.iter().filter(|&&core| core == deepest).count();
        results.note(format!("the innermost core is the {deepest}-core, of {inside} actors"));
    }
    Ok(results.option("direction", direction.name(net.is_directed())))
}

/// Takes away whoever has fewest alters left, again and again: the most anyone had when going, up to
/// then, is the core of who goes. Actors stand in order of what they have left, and move one group
/// down when they lose an alter.
fn peel(counted: &Rows, losing: &Rows, watch: &Watch) -> Result<Vec<usize>> {
    let n = counted.len();
    watch.expect(n);
    let mut left: Vec<usize> = (0..n).map(|actor| counted.alters(actor).len()).collect();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by_key(|&actor| left[actor]);
    let mut place = vec![0; n];
    order.iter().enumerate().for_each(|(at, &actor)| place[actor] = at);
    // Where in the order the actors with so many alters left begin.
    let most = left.iter().copied().max().unwrap_or(0);
    let mut begins: Vec<usize> =
        (0..=most).map(|k| order.partition_point(|&actor| left[actor] < k)).collect();
    for at in 0..n {
        watch.tick()?;
        let gone = order[at];
        for &loser in losing.alters(gone) {
            let loser = loser as usize;
            if left[loser] > left[gone] {
                let (first, here) = (begins[left[loser]], place[loser]);
                order.swap(first, here);
                place[order[here]] = here;
                place[loser] = first;
                begins[left[loser]] = first + 1;
                left[loser] -= 1;
            }
        }
    }
    Ok(left)
}
