use rayon::prelude::*;

use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Network, Rows};
use crate::options::Direction;
use crate::paths::Cuts;
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Tie,
    name: "bridges",
    source: "Granovetter 1973; Tarjan 1974",
    page: include_str!("bridges.md"),
    options: &[],
    run: Run::Network(|net, _, watch| bridges(net, watch)),
};

#[doc = include_str!("bridges.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, tie};
/// let ties = [("a", "b", 1.0), ("b", "c", 1.0), ("c", "a", 1.0), ("c", "d", 1.0)];
/// let net = Network::from_ties(false, ties)?;
/// let bridges = tie::bridges(&net, &Watch::new())?;
/// let (bridge, span) = (bridges.words("bridge").unwrap(), bridges.numbers("span").unwrap());
/// assert_eq!((bridge[0].as_deref(), span[0]), (Some("no"), Some(2.0)));
/// assert_eq!((bridge[3].as_deref(), span[3]), (Some("yes"), None));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn bridges(net: &Network, watch: &Watch) -> Result<Results> {
    let cuts = Cuts::of(net, watch)?;
    let rows = net.rows(Direction::All);
    let ends: Vec<(usize, usize)> =
        net.ties().iter().map(|tie| (tie.from as usize, tie.to as usize)).collect();
    let side = |&(from, to): &(usize, usize)| cuts.bridges.get(&(from.min(to), from.max(to)));
    watch.expect(ends.len());
    let spans: Vec<Option<usize>> = ends
        .par_iter()
        .map_init(
            || Detour::new(&rows),
            |detour, pair| {
                watch.tick()?;
                Ok(if side(pair).is_some() { None } else { detour.length(pair.0, pair.1) })
            },
        )
        .collect::<Result<_>>()?;
    let span = |span: Option<usize>| span.map(|it| it as f64).ok_or("there is no way round it");
    let mut results = Results::by_tie(net, watch)?
        .text("bridge", ends.iter().map(|it| if side(it).is_some() { "yes" } else { "no" }.into()))
        .count("separated", ends.iter().map(|it| side(it).copied().unwrap_or(0)))
        .number("span", spans.into_iter().map(span));
    if net.is_directed() {
        results.note("ties are taken either way; a tie each way between a pair is one");
    }
    Ok(results)
}

/// Ways round a tie: a search from both its ends, which stops where they meet.
struct Detour<'a> {
    rows: &'a Rows,
    /// Who was reached from which end, and in which search.
    reached: [Vec<usize>; 2],
    search: usize,
}

impl<'a> Detour<'a> {
    fn new(rows: &'a Rows) -> Self {
        Self { rows, reached: [vec![0; rows.len()], vec![0; rows.len()]], search: 0 }
    }

    /// Steps from one actor to another without the tie between them.
    fn length(&mut self, from: usize, to: usize) -> Option<usize> {
        self.search += 1;
        let mut fronts = [vec![from], vec![to]];
        (self.reached[0][from], self.reached[1][to]) = (self.search, self.search);
        for steps in 1.. {
            let end = usize::from(fronts[1].len() < fronts[0].len());
            let mut next = Vec::new();
            for &actor in &fronts[end] {
                for &alter in self.rows.alters(actor) {
                    let alter = alter as usize;
                    let itself = (actor, alter) == (from, to) || (actor, alter) == (to, from);
                    if itself || self.reached[end][alter] == self.search {
                        continue;
                    }
                    if self.reached[1 - end][alter] == self.search {
                        return Some(steps);
                    }
                    self.reached[end][alter] = self.search;
                    next.push(alter);
                }
            }
            if next.is_empty() {
                return None;
            }
            fronts[end] = next;
        }
        None
    }
}
