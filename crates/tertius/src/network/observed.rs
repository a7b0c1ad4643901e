use std::collections::BTreeSet;

use serde::Serialize;

use super::{Network, Tie};
use crate::options::Direction;
use crate::{Result, Watch};

/// Which dyads were observed: a missing answer is not a missing tie.
///
/// ```
/// # use tertius::Network;
/// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
/// let net = net.with_accounts([true, false, false]);
/// assert!(!net.observed().is_complete());
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Observed {
    /// For each actor, whether its own account of its ties is at hand; `None` if nobody was asked
    /// (documents, records), when every dyad counts as observed.
    pub(super) accounts: Option<Vec<bool>>,
    /// Whether ties are taken as undirected that go one way: that there is none takes the accounts
    /// of both ends.
    pub(super) both: bool,
    /// Dyads recorded as unknown.
    pub(super) unknown: BTreeSet<(u32, u32)>,
}

impl Observed {
    /// Whether every dyad counts as observed.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_accounts([true, false, false]);
    /// assert!(!net.observed().is_complete());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn is_complete(&self) -> bool {
        self.unknown.is_empty() && self.accounts.as_ref().is_none_or(|all| all.iter().all(|it| *it))
    }

    /// Actors whose account is at hand, of those in the network; `None` if nobody was asked.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_accounts([true, false, false]);
    /// assert_eq!(net.observed().accounts(), Some(&[true, false, false][..]));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn accounts(&self) -> Option<&[bool]> {
        self.accounts.as_deref()
    }

    /// Whether the account of an actor is at hand, or none was needed.
    pub(crate) fn heard(&self, actor: usize) -> bool {
        self.accounts.as_ref().is_none_or(|accounts| accounts[actor])
    }

    /// Dyads recorded as unknown; without direction, the smaller end first.
    pub(crate) fn unknown(&self) -> impl Iterator<Item = (u32, u32)> {
        self.unknown.iter().copied()
    }
}

impl Network {
    /// Whether it was observed if there is a tie from one actor to another: the actor answered (in
    /// an undirected network, either of them; if its ties were recorded as directed, both). A tie
    /// that is known from somebody else alone does not make it so: had there been none, nobody
    /// would have said.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_accounts([true, false, false]);
    /// assert!(net.is_observed(0, 1) && !net.is_observed(1, 2));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn is_observed(&self, from: usize, to: usize) -> bool {
        let ends = (from as u32, to as u32);
        let turned = (ends.1, ends.0);
        let unknown = &self.observed.unknown;
        if unknown.contains(&ends) || (!self.directed && unknown.contains(&turned)) {
            return false;
        }
        self.told(from, to)
    }

    /// Whether those answered who would have told of a tie.
    fn told(&self, from: usize, to: usize) -> bool {
        self.is_told(self.observed.heard(from), self.observed.heard(to))
    }

    /// The same, by whether the accounts of the two ends are at hand.
    pub(crate) fn is_told(&self, from_heard: bool, to_heard: bool) -> bool {
        match (self.directed, self.observed.both) {
            (true, _) => from_heard,
            (false, false) => from_heard || to_heard,
            (false, true) => from_heard && to_heard,
        }
    }

    /// Whether it was observed if an ego has a tie in a direction with an alter; either way, if it
    /// was each way.
    pub(crate) fn is_observed_for(&self, ego: usize, alter: usize, direction: Direction) -> bool {
        match direction {
            Direction::Out => self.is_observed(ego, alter),
            Direction::In => self.is_observed(alter, ego),
            Direction::All => self.is_observed(ego, alter) && self.is_observed(alter, ego),
        }
    }

    /// The ties in dyads that were observed: those that a density may count.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_accounts([true, false, false]);
    /// assert_eq!(net.observed_ties().count(), 1, "nobody who answered has col – hub");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn observed_ties(&self) -> impl Iterator<Item = &Tie> {
        let all = self.observed.is_complete();
        let observed =
            move |tie: &&Tie| all || self.is_observed(tie.from as usize, tie.to as usize);
        self.ties.iter().filter(observed)
    }

    /// The dyads that were not observed, in order, but for those of which a tie is known from
    /// somebody else.
    pub(crate) fn missing(&self, watch: &Watch) -> Result<Vec<(u32, u32)>> {
        let n = self.actors.len();
        let mut missing = Vec::new();
        if self.observed_dyads() == self.dyads() {
            return Ok(missing);
        }
        for from in 0..n {
            watch.go_on()?;
            let others = if self.directed { 0..n } else { from + 1..n };
            let unknown = others.filter(|&to| from != to && !self.is_observed(from, to));
            let unknown = unknown.filter(|&to| !self.out.has(from, to));
            missing.extend(unknown.map(|to| (from as u32, to as u32)));
        }
        Ok(missing)
    }

    /// Number of dyads that could hold a tie: ordered pairs if directed, else pairs; between the
    /// modes, in a two-mode network.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_accounts([true, false, false]);
    /// assert_eq!(net.dyads(), 3);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn dyads(&self) -> usize {
        let n = self.actors.len();
        match self.first_mode {
            Some(first) => first * (n - first),
            None if self.directed => n * n.saturating_sub(1),
            None => n * n.saturating_sub(1) / 2,
        }
    }

    /// Number of those dyads that were observed.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_accounts([true, false, false]);
    /// assert_eq!(net.observed_dyads(), 2);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn observed_dyads(&self) -> usize {
        if self.observed.is_complete() || self.first_mode.is_some() {
            return self.dyads();
        }
        let n = self.actors.len();
        let heard = (0..n).filter(|&actor| self.observed.heard(actor)).count();
        let pairs = |of: usize| of * of.saturating_sub(1) / 2;
        let told = match (self.directed, self.observed.both) {
            (true, _) => heard * (n - 1),
            (false, false) => pairs(n) - pairs(n - heard),
            (false, true) => pairs(heard),
        };
        let unknown = self.observed.unknown.iter();
        told - unknown.filter(|&&(from, to)| self.told(from as usize, to as usize)).count()
    }

    /// Number of pairs of actors of whom it was observed whether each has a tie to the other: in a
    /// directed network, both answered.
    ///
    /// ```
    /// use tertius::Network;
    /// let net = Network::from_ties(true, [("uni", "col", 1.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_accounts([true, true, false]);
    /// assert_eq!((net.observed_dyads(), net.observed_pairs()), (4, 1));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn observed_pairs(&self) -> usize {
        if !self.directed {
            return self.observed_dyads();
        }
        let heard = |actor: u32| self.observed.heard(actor as usize);
        let n = (0..self.actors.len() as u32).filter(|&actor| heard(actor)).count();
        let unknown = self.observed.unknown.iter().filter(|(from, to)| heard(*from) && heard(*to));
        let unknown: BTreeSet<_> = unknown.map(|&(i, j)| (i.min(j), i.max(j))).collect();
        n * n.saturating_sub(1) / 2 - unknown.len()
    }
}
