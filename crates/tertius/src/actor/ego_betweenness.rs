use rayon::prelude::*;

use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Network, Rows};
use crate::options::Direction;
use crate::{Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "ego_betweenness",
    source: "Everett and Borgatti 2005",
    page: include_str!("ego_betweenness.md"),
    options: &[],
    run: Run::Network(|net, _, watch| ego_betweenness(net, watch)),
};

#[doc = include_str!("ego_betweenness.md")]
///
/// # Errors
///
/// If the network has two modes; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let net = Network::from_ties(false, [("m", "a", 1.0), ("m", "b", 1.0), ("m", "c", 1.0)])?;
/// let between = actor::ego_betweenness(&net, &Watch::new())?;
/// assert_eq!(between.value("m", "value"), Some(3.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn ego_betweenness(net: &Network, watch: &Watch) -> Result<Results> {
    if net.first_mode().is_some() {
        let why = "between two modes no two alters are ever tied; --via participation ties the \
                   actors who share an activity";
        return Err(Error::not_applicable("ego_betweenness", why));
    }
    let n = net.actors().len();
    let all = net.rows(Direction::All);
    watch.expect((0..n).map(|ego| net.into_rows().alters(ego).len()).sum());
    let scores: Vec<f64> = (0..n)
        .into_par_iter()
        .map_init(|| EgoNetwork::new(net), |it, ego| it.between(ego, all.alters(ego), watch))
        .collect::<Result<_>>()?;
    // Every unordered pair has been counted both ways.
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    let pairs = |ego: usize| {
        let alters = all.alters(ego).len() as f64;
        alters * (alters - 1.0) / ways
    };
    let share = |ego: usize| {
        if pairs(ego) > 0.0 {
            Ok(scores[ego] / ways / pairs(ego))
        } else {
            Err("it takes two alters to be between")
        }
    };
    Ok(Results::by_actor(net)
        .number("value", scores.iter().map(|score| Ok(score / ways)))
        .number("normalised", (0..n).map(share)))
}

/// An actor with its alters and the ties among them.
struct EgoNetwork<'n> {
    out: &'n Rows,
    into: &'n Rows,
    inside: Vec<bool>,
    /// Number of ways of two steps to each actor inside, from the alter that is looked at.
    ways: Vec<u32>,
}

impl<'n> EgoNetwork<'n> {
    fn new(net: &'n Network) -> Self {
        let n = net.actors().len();
        let (inside, ways) = (vec![false; n], vec![0; n]);
        Self { out: net.out(), into: net.into_rows(), inside, ways }
    }

    /// Ordered pairs of alters that ego is between, each divided by the ways there are.
    fn between(&mut self, ego: usize, alters: &[u32], watch: &Watch) -> Result<f64> {
        let members = || alters.iter().map(|&alter| alter as usize).chain([ego]);
        members().for_each(|member| self.inside[member] = true);
        let mut sum = 0.0;
        for &from in self.into.alters(ego) {
            watch.tick()?;
            let from = from as usize;
            self.count_ways(from, 1);
            for &to in self.out.alters(ego) {
                let to = to as usize;
                if to != from && !self.out.has(from, to) {
                    sum += f64::from(self.ways[to]).recip();
                }
            }
            self.count_ways(from, 0);
        }
        members().for_each(|member| self.inside[member] = false);
        Ok(sum)
    }

    /// Counts the ways of two steps inside, or with `each` 0 forgets them.
    fn count_ways(&mut self, from: usize, each: u32) {
        for &through in self.out.alters(from) {
            if self.inside[through as usize] {
                for &to in self.out.alters(through as usize) {
                    let to = to as usize;
                    self.ways[to] = if each == 0 { 0 } else { self.ways[to] + each };
                }
            }
        }
    }
}
