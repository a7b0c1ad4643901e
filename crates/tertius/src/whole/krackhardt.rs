use petgraph::algo::kosaraju_scc;
use rayon::prelude::*;

use super::component_of;
use crate::catalogue::{Measure, Run, Unit};
use crate::{Network, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "krackhardt",
    source: "Krackhardt 1994",
    page: include_str!("krackhardt.md"),
    options: &[],
    run: Run::Network(|net, _, watch| krackhardt(net, watch)),
};

#[doc = include_str!("krackhardt.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// A tree is all that a hierarchy can be.
///
/// ```
/// use tertius::{Network, Watch, whole};
/// let tree = Network::from_ties(true, [("a", "b", 1.0), ("a", "c", 1.0), ("c", "d", 1.0)])?;
/// let krackhardt = whole::krackhardt(&tree, &Watch::new())?;
/// assert_eq!(krackhardt.numbers("value").unwrap(), [Some(1.0); 4]);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn krackhardt(net: &Network, watch: &Watch) -> Result<Results> {
    let n = net.actors().len();
    let component = component_of(net);
    let mut sizes = vec![0_usize; n];
    component.iter().for_each(|&it| sizes[it] += 1);
    sizes.retain(|&size| size > 0);
    let connected: usize = sizes.iter().map(|size| size * (size - 1)).sum();
    let connectedness = match n * n.saturating_sub(1) {
        0 => Err("it takes two actors"),
        pairs => Ok(connected as f64 / pairs as f64),
    };
    let (hierarchy, least_upper) = if !net.is_directed() {
        let why = "ties have no direction: nobody is above anybody";
        (Err(why), Err(why))
    } else if n > MOST_ACTORS {
        let why = "it follows who is above whom among up to 20 000 actors: take a part of them";
        (Err(why), Err(why))
    } else {
        let above = Ranks::new(net, &component);
        (above.hierarchy(), above.least_upper(&sizes, watch)?)
    };
    let rows = vec![
        ("connectedness", connectedness),
        ("hierarchy", hierarchy),
        ("efficiency", efficiency(net, &sizes)),
        ("least_upper_boundedness", least_upper),
    ];
    Ok(Results::quantities(net, rows))
}

/// Beyond so many actors, a bit for each pair of them is more than fits.
const MOST_ACTORS: usize = 20_000;

type Share = std::result::Result<f64, &'static str>;

/// Ties beyond those that hold the components together, as a share of all that could be.
fn efficiency(net: &Network, sizes: &[usize]) -> Share {
    let ways = if net.is_directed() { 1 } else { 2 };
    let needed: usize = sizes.iter().map(|size| size - 1).sum();
    let possible = sizes.iter().map(|size| size * (size - 1) / ways).sum::<usize>() - needed;
    if possible == 0 {
        return Err("no component has room for a tie more than it needs");
    }
    Ok(1.0 - (net.ties().len() - needed) as f64 / possible as f64)
}

/// Who is above whom: circles of actors who all reach one another, those above before those below.
struct Ranks {
    sizes: Vec<usize>,
    component: Vec<usize>,
    /// For each circle a bit for each that reaches it, up to itself.
    above: Vec<Vec<u64>>,
}

impl Ranks {
    fn new(net: &Network, component: &[usize]) -> Self {
        let mut circles = kosaraju_scc(&net.digraph());
        circles.reverse();
        let mut circle_of = vec![0; net.actors().len()];
        for (circle, members) in circles.iter().enumerate() {
            members.iter().for_each(|member| circle_of[member.index()] = circle);
        }
        let mut above: Vec<Vec<u64>> = Vec::with_capacity(circles.len());
        for (circle, members) in circles.iter().enumerate() {
            let mut row = vec![0; circle / 64 + 1];
            row[circle / 64] |= 1 << (circle % 64);
            for member in members {
                for &from in net.into_rows().alters(member.index()) {
                    let from = circle_of[from as usize];
                    if from != circle {
                        row.iter_mut().zip(&above[from]).for_each(|(row, above)| *row |= above);
                    }
                }
            }
            above.push(row);
        }
        Self {
            sizes: circles.iter().map(Vec::len).collect(),
            component: circles.iter().map(|members| component[members[0].index()]).collect(),
            above,
        }
    }

    /// Of the pairs in which one reaches the other, the share in which that is not mutual.
    fn hierarchy(&self) -> Share {
        let mutual: usize = self.sizes.iter().map(|size| size * (size - 1) / 2).sum();
        let one_way: usize = (0..self.sizes.len())
            .map(|low| {
                let high = (0..low).filter(|&high| self.is_above(high, low));
                self.sizes[low] * high.map(|high| self.sizes[high]).sum::<usize>()
            })
            .sum();
        match mutual + one_way {
            0 => Err("nobody reaches anybody"),
            pairs => Ok(1.0 - mutual as f64 / pairs as f64),
        }
    }

    fn least_upper(&self, sizes: &[usize], watch: &Watch) -> Result<Share> {
        let most: usize = sizes.iter().map(|&size| (size - 1) * size.saturating_sub(2) / 2).sum();
        watch.expect(self.sizes.len());
        let without = |low: usize| {
            watch.tick()?;
            let others = (0..low).filter(|&other| self.component[other] == self.component[low]);
            let without = others.filter(|&other| !self.has_least_upper(other, low));
            Ok(self.sizes[low] * without.map(|other| self.sizes[other]).sum::<usize>())
        };
        let without = (0..self.sizes.len()).into_par_iter().map(without);
        let without: usize = without.collect::<Result<Vec<_>>>()?.iter().sum();
        Ok(match most {
            0 => Err("no component has three actors"),
            _ => Ok(1.0 - without as f64 / most as f64),
        })
    }

    fn is_above(&self, high: usize, low: usize) -> bool {
        self.above[low][high / 64] >> (high % 64) & 1 == 1
    }

    /// Whether, of all who reach both, one is reached by all the others: the lowest can be the only
    /// one, and all above it reach both, so that it is if nobody else does.
    fn has_least_upper(&self, a: usize, b: usize) -> bool {
        let both = |at: usize| self.above[a][at] & self.above[b][at];
        let words = self.above[a].len().min(self.above[b].len());
        let Some(last) = (0..words).rev().find(|&at| both(at) != 0) else { return false };
        let lowest = last * 64 + both(last).ilog2() as usize;
        (0..=last).all(|at| both(at) == self.above[lowest][at])
    }
}
