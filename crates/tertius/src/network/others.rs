//! How many others an actor could be tied to, as far as that was observed.

use std::collections::{BTreeMap, BTreeSet};

use super::{Grouping, Network};
use crate::options::Direction;

/// The others of known group whom each actor could be tied to, in dyads that were observed.
pub(crate) struct Others<'n> {
    net: &'n Network,
    by: &'n Grouping,
    direction: Direction,
    known: Tally,
    groups: Vec<Tally>,
    /// The class of each actor: those of the same groups are of one.
    classes: Vec<usize>,
    /// Actors who share a group with those of each class.
    sharing: Vec<Tally>,
    /// Dyads recorded as unknown, though somebody who would have told of a tie answered.
    unknown: BTreeMap<usize, Vec<usize>>,
}

/// How many actors there are, and how many whose account is at hand: in each mode.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    all: [usize; 2],
    heard: [usize; 2],
}

/// Whose account tells whether an ego and another are tied.
#[derive(Clone, Copy)]
enum ToldBy {
    Ego,
    Other,
    Either,
    Both,
}

impl<'n> Others<'n> {
    pub(crate) fn new(net: &'n Network, by: &'n Grouping, direction: Direction) -> Self {
        let direction = if net.is_directed() { direction } else { Direction::All };
        let classes = Classes::new(by);
        let mut others = Self {
            net,
            by,
            direction,
            known: Tally::default(),
            groups: vec![Tally::default(); by.labels().len()],
            classes: Vec::new(),
            sharing: Vec::new(),
            unknown: BTreeMap::new(),
        };
        let mut tallies = vec![Tally::default(); classes.groups.len()];
        for (actor, &class) in classes.of.iter().enumerate() {
            let one = others.one(actor);
            tallies[class].add(one);
            let groups = by.groups(actor);
            groups.iter().for_each(|&group| others.groups[group as usize].add(one));
            if !groups.is_empty() {
                others.known.add(one);
            }
        }
        others.sharing = classes.sharing(&tallies, by.labels().len());
        others.classes = classes.of;
        others.set_apart_unknown();
        others
    }

    /// How many others there are.
    pub(crate) fn known(&self, ego: usize) -> usize {
        self.count(ego, self.known, !self.by.groups(ego).is_empty(), |_| true)
    }

    /// How many of them are in a group.
    pub(crate) fn in_group(&self, ego: usize, group: u32) -> usize {
        let is_in = |actor: usize| self.by.groups(actor).contains(&group);
        self.count(ego, self.groups[group as usize], is_in(ego), is_in)
    }

    /// How many of them share a group with the actor.
    pub(crate) fn sharing(&self, ego: usize) -> usize {
        let (tally, known) = (self.sharing[self.classes[ego]], !self.by.groups(ego).is_empty());
        self.count(ego, tally, known, |other| self.by.share_a_group(ego, other))
    }

    /// Those of a tally, without the actor itself and without dyads recorded as unknown.
    fn count(
        &self,
        ego: usize,
        tally: Tally,
        counts_ego: bool,
        counts: impl Fn(usize) -> bool,
    ) -> usize {
        let told = match (self.told_by(), self.heard(ego)) {
            (ToldBy::Ego | ToldBy::Either, true) => tally.all,
            (ToldBy::Ego | ToldBy::Both, false) => [0, 0],
            (ToldBy::Other, _) | (ToldBy::Both, true) | (ToldBy::Either, false) => tally.heard,
        };
        let (told, itself) = match self.net.first_mode() {
            Some(_) => (told[1 - self.mode(ego)], false),
            None => (told[0], counts_ego && self.heard(ego)),
        };
        let unknown = self.unknown.get(&ego).map_or(0, |others| {
            let known = |other: &&usize| !self.by.groups(**other).is_empty() && counts(**other);
            others.iter().filter(known).count()
        });
        told - usize::from(itself) - unknown
    }

    fn set_apart_unknown(&mut self) {
        let ways = self.net.observed.unknown.iter();
        let ways = ways.flat_map(|&(a, b)| [(a as usize, b as usize), (b as usize, a as usize)]);
        for (ego, other) in ways.collect::<BTreeSet<_>>() {
            let told = match self.told_by() {
                ToldBy::Ego => self.heard(ego),
                ToldBy::Other => self.heard(other),
                ToldBy::Either => self.heard(ego) || self.heard(other),
                ToldBy::Both => self.heard(ego) && self.heard(other),
            };
            let met = self.net.first_mode().is_none() || self.mode(ego) != self.mode(other);
            if told && met && !self.net.is_observed_for(ego, other, self.direction) {
                self.unknown.entry(ego).or_default().push(other);
            }
        }
    }

    fn told_by(&self) -> ToldBy {
        match self.direction {
            Direction::Out => ToldBy::Ego,
            Direction::In => ToldBy::Other,
            Direction::All if self.net.directed || self.net.observed.both => ToldBy::Both,
            Direction::All => ToldBy::Either,
        }
    }

    fn heard(&self, actor: usize) -> bool {
        self.net.observed.heard(actor)
    }

    fn mode(&self, actor: usize) -> usize {
        usize::from(self.net.first_mode().is_some_and(|first| actor >= first))
    }

    fn one(&self, actor: usize) -> Tally {
        let mut one = Tally::default();
        one.all[self.mode(actor)] = 1;
        one.heard[self.mode(actor)] = usize::from(self.heard(actor));
        one
    }
}

impl Tally {
    fn add(&mut self, other: Self) {
        for mode in [0, 1] {
            self.all[mode] += other.all[mode];
            self.heard[mode] += other.heard[mode];
        }
    }
}

/// Actors by the set of groups they are in: first those of one group, by its number.
struct Classes<'n> {
    of: Vec<usize>,
    /// The groups of each class.
    groups: Vec<&'n [u32]>,
}

impl<'n> Classes<'n> {
    fn new(by: &'n Grouping) -> Self {
        let mut groups: Vec<&[u32]> = vec![&[]; by.labels().len()];
        let mut others: BTreeMap<&[u32], usize> = BTreeMap::new();
        let class = |own: &'n [u32]| {
            if let [one] = own {
                groups[*one as usize] = own;
                return *one as usize;
            }
            *others.entry(own).or_insert_with(|| {
                groups.push(own);
                groups.len() - 1
            })
        };
        let of = by.actors().map(class).collect();
        Self { of, groups }
    }

    /// For each class, the actors who share a group with it: once each, however many they share.
    fn sharing(&self, tallies: &[Tally], groups: usize) -> Vec<Tally> {
        let mut of_group = vec![Vec::new(); groups];
        for (class, groups) in self.groups.iter().enumerate() {
            groups.iter().for_each(|&group| of_group[group as usize].push(class));
        }
        let shared = |groups: &&[u32]| {
            let met = groups.iter().flat_map(|&group| of_group[group as usize].iter().copied());
            let mut sum = Tally::default();
            met.collect::<BTreeSet<usize>>().into_iter().for_each(|class| sum.add(tallies[class]));
            sum
        };
        self.groups.iter().map(shared).collect()
    }
}
