use std::collections::HashSet;

use crate::draws::Draws;
use crate::network::{Network, Tie};

/// Dyads that were observed, or pairs of actors of whom both dyads were: where chance may lay ties.
pub(crate) struct Dyads<'n> {
    net: &'n Network,
    /// Whether ties go one way, and a pair of actors is two dyads.
    ordered: bool,
    len: usize,
}

impl<'n> Dyads<'n> {
    /// The dyads that were observed.
    pub(crate) fn new(net: &'n Network) -> Self {
        Self { net, ordered: net.is_directed(), len: net.observed_dyads() }
    }

    /// The pairs that were observed both ways.
    pub(crate) fn pairs(net: &'n Network) -> Self {
        Self { net, ordered: false, len: net.observed_pairs() }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Whether a dyad, or a pair, is one of them.
    pub(crate) fn has(&self, from: usize, to: usize) -> bool {
        from != to
            && self.net.is_observed(from, to)
            && (self.ordered || self.net.is_observed(to, from))
    }

    /// The ties in them, and the others.
    pub(crate) fn split(&self) -> (Vec<Tie>, Vec<Tie>) {
        let inside = |tie: &Tie| self.has(tie.from as usize, tie.to as usize);
        self.net.ties().iter().copied().partition(inside)
    }

    /// All of them, in order.
    pub(crate) fn all(&self) -> Vec<(u32, u32)> {
        let n = self.net.actors().len();
        let first = self.net.first_mode();
        let to = |from: usize| match first {
            Some(first) => first..n,
            None if self.ordered => 0..n,
            None => from + 1..n,
        };
        let dyads = (0..first.unwrap_or(n)).flat_map(|from| to(from).map(move |to| (from, to)));
        let dyads = dyads.filter(|&(from, to)| self.has(from, to));
        dyads.map(|(from, to)| (from as u32, to as u32)).collect()
    }

    /// So many of them, each as likely, without repeats.
    pub(crate) fn some(&self, count: usize, draws: &mut Draws) -> Vec<(u32, u32)> {
        let n = self.net.actors().len();
        let mut taken = HashSet::with_capacity(count);
        let mut some = Vec::with_capacity(count);
        while some.len() < count {
            let (from, to) = match self.net.first_mode() {
                Some(first) => (draws.below(first), first + draws.below(n - first)),
                None => (draws.below(n), draws.below(n)),
            };
            let (from, to) = if self.ordered || from < to { (from, to) } else { (to, from) };
            let dyad = (from as u32, to as u32);
            if self.has(from, to) && taken.insert(dyad) {
                some.push(dyad);
            }
        }
        some
    }
}
