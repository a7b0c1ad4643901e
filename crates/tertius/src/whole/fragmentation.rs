use crate::catalogue::{Measure, Run, Unit};
use crate::network::Rows;
use crate::options::Direction;
use crate::paths::{nearness, pairs_by_steps};
use crate::{Network, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "fragmentation",
    source: "Borgatti 2006",
    page: include_str!("fragmentation.md"),
    options: &[],
    run: Run::Network(|net, _, watch| fragmentation(net, watch)),
};

#[doc = include_str!("fragmentation.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, whole};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("c", "d", 1.0)])?;
/// let fragmentation = whole::fragmentation(&net, &Watch::new())?;
/// assert_eq!(fragmentation.value("fragmentation", "value"), Some(1.0 - 2.0 / 6.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn fragmentation(net: &Network, watch: &Watch) -> Result<Results> {
    let n = net.actors().len();
    let pairs = (n * n.saturating_sub(1)) as f64;
    let without =
        |joined: f64| if n < 2 { Err("it takes two actors") } else { Ok(1.0 - joined / pairs) };
    let either_way = Joined::new(&net.rows(Direction::All), watch)?;
    let mut rows = vec![
        ("fragmentation", without(either_way.reached as f64)),
        ("distance_fragmentation", without(either_way.nearness)),
    ];
    if net.is_directed() {
        let along = Joined::new(net.out(), watch)?;
        rows.push(("fragmentation_along", without(along.reached as f64)));
        rows.push(("distance_fragmentation_along", without(along.nearness)));
    }
    Ok(Results::quantities(net, rows))
}

/// Ordered pairs of actors of whom the first reaches the second, and their nearness added up.
struct Joined {
    reached: usize,
    nearness: f64,
}

impl Joined {
    fn new(rows: &Rows, watch: &Watch) -> Result<Self> {
        let pairs = pairs_by_steps(rows, watch)?;
        Ok(Self { reached: pairs.iter().sum(), nearness: nearness(&pairs) })
    }
}
