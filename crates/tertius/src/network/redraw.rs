//! The same actors with other ties or other labels: what a network is compared with.

use super::build::{Added, Crowd, Crowds, Piece};
use super::{Actor, Grouping, Network, Observed, Provenance, Reason, Tie};

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

    /// Gives actors the groups of others: those of the actors listed, in their order.
    pub(crate) fn set_groups(&mut self, by: &Grouping, from: &[u32]) {
        self.dealt = Some(by.among(from.iter().map(|&actor| actor as usize)));
    }

    /// Forgets where the network comes from: nobody reads it of a draw.
    pub(crate) fn without_provenance(mut self) -> Self {
        self.provenance = Provenance::default();
        self
    }

    /// The network among draws of its actors, of whom some come more than once and others never:
    /// each draw has the attributes, the account and the ties of its actor, and a number for its
    /// identifier. Two draws of one actor are joined by a copy of a tie, where `between` gives one;
    /// draws of the first mode come first.
    pub(crate) fn among(&self, actors: &[u32], between: &[(u32, u32, usize)]) -> Self {
        let mut draws = vec![Vec::new(); self.actors.len()];
        (0..).zip(actors).for_each(|(draw, &actor)| draws[actor as usize].push(draw));
        let each = |(from, to): (u32, u32)| {
            let (from, to) = (&draws[from as usize], &draws[to as usize]);
            from.iter().flat_map(move |&from| to.iter().map(move |&to| (from, to)))
        };
        let mut pieces = Vec::new();
        let mut copy = |from, to, tie| self.copy_tie(tie, (from, to), &mut pieces);
        for (at, tie) in self.ties.iter().enumerate() {
            each((tie.from, tie.to)).for_each(|(from, to)| copy(from, to, at));
        }
        between.iter().for_each(|&(from, to, tie)| copy(from, to, tie));
        let named = |(draw, &actor): (usize, &u32)| Actor {
            id: draw.to_string(),
            ..self.actors[actor as usize].clone()
        };
        let named = actors.iter().enumerate().map(named).collect();
        let reasons = self.reasons.clone();
        let mut net = Self::assemble(named, self.directed, pieces, &Crowds::default(), reasons);
        let of = |column: &Vec<Vec<String>>| {
            actors.iter().map(|&actor| column[actor as usize].clone()).collect()
        };
        let attributes = self.attributes.iter();
        net.attributes = attributes.map(|(name, column)| (name.clone(), of(column))).collect();
        net.nesting.clone_from(&self.nesting);
        let accounts = self.observed.accounts.as_ref();
        net.observed.accounts =
            accounts.map(|heard| actors.iter().map(|&actor| heard[actor as usize]).collect());
        net.observed.both = self.observed.both;
        net.observed.unknown = self.observed.unknown.iter().flat_map(|&dyad| each(dyad)).collect();
        net.first_mode =
            self.first_mode.map(|first| actors.iter().filter(|&&it| it < first as u32).count());
        net
    }

    /// The same network if every dyad had been observed, and the missing ones held these ties.
    pub(crate) fn completed(&self, tied: &[Tie]) -> Self {
        let mut net = self.clone();
        net.observed = Observed::default();
        if tied.is_empty() {
            return net;
        }
        let (mut pieces, mut reasons) = (Vec::new(), self.reasons.clone());
        for (at, tie) in self.ties.iter().enumerate() {
            self.copy_tie(at, (tie.from, tie.to), &mut pieces);
        }
        let (reason, people) = (reasons.len() as u32, Crowd::NOBODY);
        let missing = tied.iter().map(|&Tie { from, to, strength }| Piece {
            from,
            to,
            strength,
            reason,
            people,
        });
        pieces.extend(missing);
        reasons.push(Reason { kind: "tie".to_owned(), what: "missing".to_owned(), wave: None });
        let actors = std::mem::take(&mut net.actors);
        let with = Self::assemble(actors, self.directed, pieces, &Crowds::default(), reasons);
        let people = net.people.into_iter().filter_map(|(tie, behind)| {
            let Tie { from, to, .. } = self.ties[tie];
            Some((with.tie_between(from, to)?, behind))
        });
        Self {
            people: people.collect(),
            person_names: net.person_names,
            attributes: net.attributes,
            nesting: net.nesting,
            first_mode: net.first_mode,
            provenance: net.provenance,
            ..with
        }
    }

    /// Adds the evidence of a tie to pieces that join two actors.
    pub(super) fn copy_tie(&self, tie: usize, (from, to): (u32, u32), pieces: &mut Vec<Piece>) {
        let start = if tie == 0 { 0 } else { self.behind_ends[tie - 1] };
        for (more, &reason) in self.behind[start..self.behind_ends[tie]].iter().enumerate() {
            let strength = if more == 0 { self.ties[tie].strength } else { 0.0 };
            pieces.push(Piece { from, to, strength, reason, people: Crowd::NOBODY });
        }
    }

    /// The number of the tie from one actor to another, if they are tied.
    pub(crate) fn tie_between(&self, from: u32, to: u32) -> Option<usize> {
        let turned = !self.directed && from > to;
        let ends = if turned { (to, from) } else { (from, to) };
        self.ties.binary_search_by_key(&ends, |tie| (tie.from, tie.to)).ok()
    }
}
