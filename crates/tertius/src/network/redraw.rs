//! The same actors with other ties or other labels: what a network is compared with.

use super::build::Added;
use super::{Network, Observed, Reason, Tie};

impl Network {
    /// Gives the same actors other ties, without evidence behind them. Which dyads were observed
    /// stays as it is.
    pub(crate) fn set_ties(&mut self, mut ties: Vec<Tie>) {
        if !self.directed {
            for tie in ties.iter_mut().filter(|tie| tie.from > tie.to) {
                std::mem::swap(&mut tie.from, &mut tie.to);
            }
        }
        ties.sort_unstable_by_key(|tie| (tie.from, tie.to));
        let added = Added {
            behind: vec![0; ties.len()],
            behind_ends: (1..=ties.len()).collect(),
            ties,
            ..Added::default()
        };
        let reason = Reason { kind: "tie".to_owned(), what: "drawn".to_owned(), wave: None };
        self.replace(added, vec![reason]);
    }

    /// The same with a direction: where there is no tie, none tells whether they have one.
    pub(crate) fn as_directed(&self) -> Self {
        let mut net = Self { directed: true, ..self.clone() };
        net.set_ties(Vec::new());
        net
    }

    /// Moves every actor's ties, and what was observed of them, to another actor; attributes stay.
    pub(crate) fn set_places(&mut self, of: &Self, to: &[u32]) {
        let moved = |(from, to_): (u32, u32)| (to[from as usize], to[to_ as usize]);
        let ties = of.ties.iter().map(|tie| {
            let (from, to) = moved((tie.from, tie.to));
            Tie { from, to, ..*tie }
        });
        self.set_ties(ties.collect());
        if let (Some(own), Some(accounts)) = (&mut self.observed.accounts, &of.observed.accounts) {
            accounts.iter().zip(to).for_each(|(&heard, &to)| own[to as usize] = heard);
        }
        let turned = |(from, to): (u32, u32)| {
            if self.directed { (from, to) } else { (from.min(to), from.max(to)) }
        };
        let unknown = of.observed.unknown.iter().map(|&dyad| turned(moved(dyad)));
        self.observed.unknown = unknown.collect();
    }

    /// Gives actors other values of an attribute: those of the actors listed, in their order.
    pub(crate) fn set_labels(&mut self, attribute: &str, of: &Self, from: &[u32]) {
        let Some(values) = of.attributes.get(attribute) else { return };
        let values = from.iter().map(|&actor| values[actor as usize].clone()).collect();
        self.attributes.insert(attribute.to_owned(), values);
    }

    /// Takes every dyad as observed.
    pub(crate) fn set_observed(&mut self) {
        self.observed = Observed::default();
    }
}
