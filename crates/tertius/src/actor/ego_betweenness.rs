use std::ops::Range;

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

/// An actor with its alters, numbered in their order, and the ties among them.
struct EgoNetwork<'n> {
    out: &'n Rows,
    into: &'n Rows,
    /// The number of each alter, from 1 on; 0 for anybody else.
    numbers: Vec<u32>,
    /// Whom each alter sends ties to, as flat rows.
    ties: Vec<u32>,
    ends: Vec<usize>,
    /// Number of ways of two steps to each alter, from the one that is looked at, by others.
    ways: Vec<u32>,
}

/// There is a way of fewer steps.
const NEARER: u32 = u32::MAX;

impl<'n> EgoNetwork<'n> {
    fn new(net: &'n Network) -> Self {
        let numbers = vec![0; net.actors().len()];
        let (out, into) = (net.out(), net.into_rows());
        Self { out, into, numbers, ties: Vec::new(), ends: Vec::new(), ways: Vec::new() }
    }

    /// Ordered pairs of alters that ego is between, each divided by the ways there are.
    fn between(&mut self, ego: usize, alters: &[u32], watch: &Watch) -> Result<f64> {
        (1..).zip(alters).for_each(|(number, &alter)| self.numbers[alter as usize] = number);
        self.ties.clear();
        self.ends.clear();
        for &alter in alters {
            let numbers =
                self.out.alters(alter as usize).iter().map(|&it| self.numbers[it as usize]);
            self.ties.extend(numbers.filter(|&number| number > 0).map(|number| number - 1));
            self.ends.push(self.ties.len());
        }
        let mut sum = 0.0;
        for &from in self.into.alters(ego) {
            watch.tick()?;
            self.count_ways(self.numbers[from as usize] as usize - 1);
            for &to in self.out.alters(ego) {
                let ways = self.ways[self.numbers[to as usize] as usize - 1];
                if ways != NEARER {
                    sum += f64::from(ways + 1).recip();
                }
            }
        }
        alters.iter().for_each(|&alter| self.numbers[alter as usize] = 0);
        Ok(sum)
    }

    fn count_ways(&mut self, from: usize) {
        self.ways.clear();
        self.ways.resize(self.ends.len(), 0);
        for &through in &self.ties[self.row(from)] {
            for &to in &self.ties[self.row(through as usize)] {
                self.ways[to as usize] += 1;
            }
        }
        for &to in &self.ties[self.row(from)] {
            self.ways[to as usize] = NEARER;
        }
        self.ways[from] = NEARER;
    }

    fn row(&self, alter: usize) -> Range<usize> {
        let start = if alter == 0 { 0 } else { self.ends[alter - 1] };
        start..self.ends[alter]
    }
}
