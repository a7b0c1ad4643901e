//! Ties without direction, by what both ends say of them.

use std::collections::{BTreeMap, BTreeSet};

use super::build::Crowds;
use super::{Network, Orientation};

impl Network {
    /// A directed network with its ties taken both ways: if both ends say so (`Mutual`), or by
    /// whoever answered (`Reconstructed`, and `Respondents`, among whom all did). If it is binary,
    /// both ways count 1 together.
    pub(super) fn symmetric(&self, rule: Orientation, binary: bool) -> Self {
        if rule == Orientation::Respondents
            && let Some(accounts) = self.observed.accounts()
        {
            let heard: Vec<usize> = (0..self.actors.len()).filter(|&at| accounts[at]).collect();
            let left = self.actors.len() - heard.len();
            let mut net = self.restricted(&heard).joined(false, binary);
            if left > 0 {
                net.provenance.notes.push(format!("left out: actors who did not answer ({left})"));
            }
            return net;
        }
        self.joined(rule == Orientation::Mutual, binary)
    }

    /// Arcs put together to ties: of both arcs, or of either.
    fn joined(&self, mutual: bool, binary: bool) -> Self {
        let mut pieces = Vec::new();
        let mut people: BTreeMap<(u32, u32), BTreeMap<String, Vec<bool>>> = BTreeMap::new();
        for (at, tie) in self.ties.iter().enumerate() {
            if mutual && !self.out.has(tie.to as usize, tie.from as usize) {
                continue;
            }
            let (from, to) = (tie.from.min(tie.to), tie.from.max(tie.to));
            // Unweighted, both arcs count 1 together.
            let again =
                binary && tie.from > tie.to && self.out.has(tie.to as usize, tie.from as usize);
            let first = pieces.len();
            self.copy_tie(at, (from, to), &mut pieces);
            if again {
                pieces[first..].iter_mut().for_each(|piece| piece.strength = 0.0);
            }
            for (person, needed) in self.people_behind(at) {
                let behind = people.entry((from, to)).or_default();
                behind.entry(person.clone()).or_default().push(*needed);
            }
        }
        let arcs = |(a, b): (u32, u32)| {
            let has = |from: u32, to: u32| self.out.has(from as usize, to as usize);
            [has(a, b), has(b, a)].into_iter().filter(|it| *it).count()
        };
        let (actors, reasons) = (self.actors.clone(), self.reasons.clone());
        let mut net = Self::assemble(actors, false, pieces, &Crowds::default(), reasons);
        for (at, tie) in net.ties.iter().enumerate() {
            let Some(behind) = people.remove(&(tie.from, tie.to)) else { continue };
            // A tie of both arcs needs whom either needs; one of either arc, whom all need.
            let needs = |needed: Vec<bool>| {
                if mutual {
                    needed.contains(&true)
                } else {
                    needed.len() == arcs((tie.from, tie.to)) && !needed.contains(&false)
                }
            };
            let behind = behind.into_iter().map(|(person, needed)| (person, needs(needed)));
            net.people.insert(at, behind.collect());
        }
        net.attributes.clone_from(&self.attributes);
        net.nesting.clone_from(&self.nesting);
        net.person_names.clone_from(&self.person_names);
        net.observed.accounts.clone_from(&self.observed.accounts);
        net.observed.unknown = self.undecided(mutual);
        net.first_mode = self.first_mode;
        net.provenance = self.provenance.clone();
        net
    }

    /// Pairs of which one end was heard, and that does not settle whether there is a tie.
    fn undecided(&self, mutual: bool) -> BTreeSet<(u32, u32)> {
        let says = |from: u32, to: u32| {
            let (from, to) = (from as usize, to as usize);
            // Yes, no, or not known.
            if self.out.has(from, to) {
                Some(true)
            } else {
                self.is_observed(from, to).then_some(false)
            }
        };
        let unknown = self.observed.unknown.iter().copied();
        let told = self.ties.iter().map(|tie| (tie.from, tie.to)).filter(|_| mutual);
        let pairs = unknown.chain(told).map(|(from, to)| (from.min(to), from.max(to)));
        let open = pairs.filter(|&(a, b)| match (says(a, b), says(b, a)) {
            (Some(true), None) | (None, Some(true)) => mutual,
            (None, None) => true,
            // Of an answer of no and one not known, the first is taken where either will do.
            _ => false,
        });
        open.collect()
    }
}
