use std::collections::BTreeSet;

use serde::Serialize;

use super::{Network, Tie};
use crate::options::Direction;

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
}

impl Network {
    /// Whether it was observed if there is a tie from one actor to another: the actor answered (in
    /// an undirected network, either of them). A tie that is known from somebody else alone does
    /// not make it so: had there been none, nobody would have said.
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
        match &self.observed.accounts {
            None => true,
            Some(accounts) => accounts[from] || (!self.directed && accounts[to]),
        }
    }

    /// Whether it was observed if an ego has a tie in a direction with an alter; either way, as if
    /// ties had no direction.
    pub(crate) fn is_observed_for(&self, ego: usize, alter: usize, direction: Direction) -> bool {
        match direction {
            Direction::Out => self.is_observed(ego, alter),
            Direction::In => self.is_observed(alter, ego),
            Direction::All => self.is_observed(ego, alter) || self.is_observed(alter, ego),
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
        let observed = |tie: &&Tie| self.is_observed(tie.from as usize, tie.to as usize);
        self.ties.iter().filter(observed)
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
        let heard =
            |actor: u32| self.observed.accounts.as_ref().is_none_or(|it| it[actor as usize]);
        let told = |from: u32, to: u32| heard(from) || (!self.directed && heard(to));
        let silent = (0..n as u32).filter(|&actor| !heard(actor)).count();
        let untold =
            if self.directed { silent * (n - 1) } else { silent * (silent.max(1) - 1) / 2 };
        let unknown = self.observed.unknown.iter().filter(|&&(from, to)| told(from, to)).count();
        self.dyads() - untold - unknown
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
        let heard =
            |actor: u32| self.observed.accounts.as_ref().is_none_or(|it| it[actor as usize]);
        let n = (0..self.actors.len() as u32).filter(|&actor| heard(actor)).count();
        let unknown = self.observed.unknown.iter().filter(|(from, to)| heard(*from) && heard(*to));
        let unknown: BTreeSet<_> = unknown.map(|&(i, j)| (i.min(j), i.max(j))).collect();
        n * n.saturating_sub(1) / 2 - unknown.len()
    }
}
