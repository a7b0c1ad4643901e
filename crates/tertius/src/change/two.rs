//! Two networks of the same kind, and what became of each pair.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::classes::Classes;
use crate::network::{Actor, Grouping, Network, Provenance, Tie};
use crate::results::Method;
use crate::{Error, Result, Results, counted};

/// Networks of the same kind at two times. Whoever is in either has a number: first those of the
/// time before, numbered as there, then those who joined.
pub(crate) struct Two<'n> {
    pub(crate) before: Cow<'n, Network>,
    pub(crate) after: Cow<'n, Network>,
    /// The number in the later network of each actor; `None` if it left.
    in_after: Vec<Option<u32>>,
    /// The number of each actor of the later network.
    from_after: Vec<u32>,
    /// Attribute in which the ends of a pair must differ.
    crossing: Option<Grouping>,
}

/// When an actor was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Stayed,
    Joined,
    Left,
}

/// What became of a pair that is tied at either time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Became {
    Kept,
    Gained,
    Lost,
    /// A tie after; whether there was one before was not observed.
    NotObservedBefore,
    /// A tie before; whether there still is one was not observed.
    NotObservedAfter,
    /// A tie that those who answered would not have told of: of such, no share can be taken.
    KnownFromOthers,
    /// An end was not there before.
    OfJoiner,
    /// An end was not there after.
    OfLeaver,
}

/// A pair tied at either time, by the numbers of its ends, with the strength at each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) before: Option<f64>,
    pub(crate) after: Option<f64>,
    pub(crate) became: Became,
}

impl Presence {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Stayed => "stayed",
            Self::Joined => "joined",
            Self::Left => "left",
        }
    }
}

impl Became {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Gained => "gained",
            Self::Lost => "lost",
            Self::NotObservedBefore => "not observed before",
            Self::NotObservedAfter => "not observed after",
            Self::KnownFromOthers => "known from others",
            Self::OfJoiner => "of a joiner",
            Self::OfLeaver => "of a leaver",
        }
    }
}

impl<'n> Two<'n> {
    /// Matches the actors of two networks; `crossing` is an attribute in which both ends of a pair
    /// must differ to count.
    pub(crate) fn new(
        method: &str,
        before: &'n Network,
        after: &'n Network,
        crossing: Option<&str>,
    ) -> Result<Self> {
        if before.first_mode().is_some() || after.first_mode().is_some() {
            let why = "activities are over when they are over: with two modes nothing is kept or \
                       lost; --via participation ties the actors who share an activity, and \
                       `change participation` tells who came again";
            return Err(Error::not_applicable(method, why));
        }
        let alike = |net: &'n Network, other: &Network| {
            let turned = other.is_directed() && !net.is_directed() && net.ties().is_empty();
            if turned { Cow::Owned(net.as_directed()) } else { Cow::Borrowed(net) }
        };
        let (before, after) = (alike(before, after), alike(after, before));
        if before.is_directed() != after.is_directed() {
            let why = "at one of the two times ties have a direction, at the other they have none; \
                       --orientation undirected takes both without";
            return Err(Error::not_applicable(method, why));
        }
        let numbers: HashMap<&str, u32> =
            before.actors().iter().map(|it| it.id.as_str()).zip(0..).collect();
        let mut in_after = vec![None; before.actors().len()];
        let mut from_after = Vec::with_capacity(after.actors().len());
        for (at, actor) in after.actors().iter().enumerate() {
            let number = numbers.get(actor.id.as_str()).copied();
            let number = number.unwrap_or(in_after.len() as u32);
            if number as usize == in_after.len() {
                in_after.push(None);
            }
            in_after[number as usize] = Some(at as u32);
            from_after.push(number);
        }
        let mut two = Self { before, after, in_after, from_after, crossing: None };
        two.crossing = crossing.map(|name| two.grouping(name)).transpose()?;
        Ok(two)
    }

    /// How many actors there are at either time.
    pub(crate) fn len(&self) -> usize {
        self.in_after.len()
    }

    /// The number of an actor in the earlier network.
    pub(crate) fn in_before(&self, actor: usize) -> Option<usize> {
        (actor < self.before.actors().len()).then_some(actor)
    }

    /// The number of an actor in the later network.
    pub(crate) fn in_after(&self, actor: usize) -> Option<usize> {
        self.in_after[actor].map(|at| at as usize)
    }

    /// An actor as it was last.
    pub(crate) fn actor(&self, actor: usize) -> &Actor {
        match self.in_after(actor) {
            Some(at) => &self.after.actors()[at],
            None => &self.before.actors()[actor],
        }
    }

    pub(crate) fn presence(&self, actor: usize) -> Presence {
        match (self.in_before(actor), self.in_after(actor)) {
            (Some(_), Some(_)) => Presence::Stayed,
            (None, _) => Presence::Joined,
            (_, None) => Presence::Left,
        }
    }

    pub(crate) fn stayed(&self, actor: usize) -> bool {
        self.presence(actor) == Presence::Stayed
    }

    /// Whether a pair counts: all do, unless both ends must differ in an attribute.
    pub(crate) fn counts(&self, from: usize, to: usize) -> bool {
        self.crossing.as_ref().is_none_or(|by| {
            let known = !by.groups(from).is_empty() && !by.groups(to).is_empty();
            known && !by.share_a_group(from, to)
        })
    }

    pub(crate) fn crossing(&self) -> Option<&Grouping> {
        self.crossing.as_ref()
    }

    /// What actors are grouped by. One whose group changed is of both.
    pub(crate) fn grouping(&self, name: &str) -> Result<Grouping> {
        let of = |net: &Network| net.attribute(name).map(<[_]>::to_vec);
        let (before, after) = (of(&self.before), of(&self.after));
        if before.is_none() && after.is_none() {
            return self.after.grouping(name);
        }
        let labels = (0..self.len()).map(|actor| {
            let at = |values: &Option<Vec<Vec<String>>>, number: Option<usize>| {
                values.as_ref().zip(number).map(|(values, at)| values[at].clone())
            };
            let mut labels = at(&before, self.in_before(actor)).unwrap_or_default();
            labels.extend(at(&after, self.in_after(actor)).unwrap_or_default());
            labels
        });
        Ok(Grouping::new(name, labels))
    }

    /// The number here of each actor of the later network.
    pub(crate) fn numbers_after(&self) -> &[u32] {
        &self.from_after
    }

    /// What must be said of the groups of an attribute, at either time.
    pub(crate) fn caveats(&self, name: &str) -> Vec<String> {
        let caveat = |net: &Network| net.grouping(name).ok()?.caveat().map(str::to_owned);
        let mut caveats: Vec<String> =
            [&*self.before, &*self.after].into_iter().filter_map(caveat).collect();
        caveats.dedup();
        caveats
    }

    /// Whether a dyad of actors who stayed was observed at the time before, and after.
    pub(crate) fn observed(&self, from: usize, to: usize) -> [bool; 2] {
        let after = self.in_after(from).zip(self.in_after(to));
        let before = self.in_before(from).zip(self.in_before(to));
        [
            before.is_some_and(|(from, to)| self.before.is_observed(from, to)),
            after.is_some_and(|(from, to)| self.after.is_observed(from, to)),
        ]
    }

    /// The pairs that count and are tied at either time, in order.
    pub(crate) fn pairs(&self) -> Vec<Pair> {
        let mut tied: BTreeMap<(u32, u32), [Option<f64>; 2]> = BTreeMap::new();
        let number = |at: u32| self.from_after[at as usize];
        let before = self.before.ties().iter().copied().map(|tie| (0, tie));
        let after = self.after.ties().iter();
        let after =
            after.map(|tie| (1, Tie { from: number(tie.from), to: number(tie.to), ..*tie }));
        for (time, tie) in before.chain(after) {
            tied.entry(self.dyad(tie.from, tie.to)).or_default()[time] = Some(tie.strength);
        }
        let counts = tied.into_iter().filter(|((a, b), _)| self.counts(*a as usize, *b as usize));
        let pair = |((from, to), [before, after]): (_, [Option<f64>; 2])| {
            let became = self.became(from, to, [before.is_some(), after.is_some()]);
            Pair { from, to, before, after, became }
        };
        counts.map(pair).collect()
    }

    /// The numbers of two ends as they name a dyad: without direction, the smaller first.
    pub(crate) fn dyad(&self, from: u32, to: u32) -> (u32, u32) {
        if self.before.is_directed() { (from, to) } else { (from.min(to), from.max(to)) }
    }

    fn became(&self, from: u32, to: u32, tied: [bool; 2]) -> Became {
        let (from, to) = (from as usize, to as usize);
        if !self.stayed(from) || !self.stayed(to) {
            return if tied[0] { Became::OfLeaver } else { Became::OfJoiner };
        }
        match (self.observed(from, to), tied) {
            ([true, true], [true, true]) => Became::Kept,
            ([true, true], [false, _]) => Became::Gained,
            ([true, true], [true, false]) => Became::Lost,
            ([false, true], [false, _]) => Became::NotObservedBefore,
            ([true, false], [true, false]) => Became::NotObservedAfter,
            _ => Became::KnownFromOthers,
        }
    }

    /// Actors by what decides whether a dyad counts and was observed at both times, and a key.
    pub(crate) fn classes<K: Ord + Copy>(&self, key: impl Fn(usize) -> K) -> Classes<'_, K> {
        Classes::new(self, key)
    }

    /// Dyads of actors who stayed that are recorded as unknown at either time.
    pub(crate) fn unknown(&self) -> BTreeSet<(u32, u32)> {
        let before = self.before.observed().unknown();
        let number = |at: u32| self.from_after[at as usize];
        let after = self.after.observed().unknown().map(|(a, b)| (number(a), number(b)));
        let both = before.chain(after).map(|(a, b)| self.dyad(a, b));
        both.filter(|&(a, b)| self.stayed(a as usize) && self.stayed(b as usize)).collect()
    }

    /// Results without columns yet, and what must be said of two networks. Its ties are the pairs
    /// tied at either time, its observed dyads those observed at both.
    pub(crate) fn results(&self, pairs: &[Pair]) -> Results {
        let stayed = (0..self.len()).filter(|&actor| self.stayed(actor)).count();
        let ways = |n: usize| n * n.saturating_sub(1) / if self.is_directed() { 1 } else { 2 };
        let classes = self.classes(|_| ());
        let (observed, possible) = (classes.dyads(), classes.possible());
        let [observed, possible] = [observed, possible].map(|it| it.values().sum::<usize>());
        let method = Method {
            provenance: provenance(self.before.provenance(), self.after.provenance()),
            actors: self.len(),
            ties: pairs.len(),
            directed: self.is_directed(),
            dyads: ways(self.len()),
            observed_dyads: observed,
            ..Method::default()
        };
        let mut results = Results { columns: Vec::new(), method };
        let of = |tied: fn(&Pair) -> bool| pairs.iter().filter(|it| tied(it)).count();
        results.note(format!(
            "{} before and {} after; {} tied at either time",
            counted(of(|it| it.before.is_some()), "tie", "ties"),
            of(|it| it.after.is_some()),
            counted(pairs.len(), "pair is", "pairs are"),
        ));
        if let Some(by) = &self.crossing {
            let unplaced = by.unknown();
            if unplaced > 0 {
                let actors = counted(unplaced, "actor is", "actors are");
                results.note(format!(
                    "{actors} of unknown {}, and no pair with them counts",
                    by.name()
                ));
            }
        }
        if observed < possible {
            results.note(format!(
                "of the {possible} dyads that count among the {} present at both times {observed} \
                 were observed at both; the others are missing, not absent",
                counted(stayed, "actor", "actors"),
            ));
        }
        results
    }

    pub(crate) fn is_directed(&self) -> bool {
        self.before.is_directed()
    }
}

/// Where both networks come from: what they share once, and what differs as before and after.
fn provenance(before: &Provenance, after: &Provenance) -> Provenance {
    let parts = |it: &Provenance| it.view.split("; ").map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (parts(before), parts(after));
    let view = if old.len() == new.len() {
        let part = |(old, new): (&String, &String)| {
            if old == new { old.clone() } else { format!("{old}, then {new}") }
        };
        old.iter().zip(&new).map(part).collect::<Vec<_>>().join("; ")
    } else {
        format!("before: {}; after: {}", before.view, after.view)
    };
    let shared = before.notes.iter().filter(|note| after.notes.contains(note)).cloned();
    let only = |of: &Provenance, other: &Provenance, when: &str| {
        let notes = of.notes.iter().filter(|note| !other.notes.contains(note));
        notes.map(|note| format!("{when}: {note}")).collect::<Vec<_>>()
    };
    let (old, new) = (only(before, after, "before"), only(after, before, "after"));
    Provenance {
        study: after.study.clone(),
        notice: after.notice.clone(),
        view,
        notes: shared.chain(old).chain(new).collect(),
    }
}
