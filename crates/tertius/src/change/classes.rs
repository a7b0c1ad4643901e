//! Dyads that were observed at two times, counted without looking at each.

use std::collections::BTreeMap;

use super::two::Two;
use crate::network::Network;

/// Actors present at both times by what decides whether their dyads count and were observed.
pub(crate) struct Classes<'t, K> {
    two: &'t Two<'t>,
    /// Each class, and how many actors are in it.
    members: Vec<(Class<K>, usize)>,
    of_actor: Vec<Option<usize>>,
    /// Dyads recorded as unknown at either time that would otherwise count.
    unknown: Vec<(usize, usize)>,
}

/// A key, the groups that a pair must cross, and whether the accounts of each time are at hand.
type Class<K> = (K, Vec<u32>, [bool; 2]);

impl<'t, K: Ord + Copy> Classes<'t, K> {
    pub(super) fn new(two: &'t Two<'_>, key: impl Fn(usize) -> K) -> Self {
        let heard =
            |net: &Network, at: Option<usize>| at.is_some_and(|at| net.observed().heard(at));
        let class = |actor: usize| {
            let crossing = two.crossing().map_or(Vec::new(), |by| by.groups(actor).to_vec());
            let heard =
                [heard(&two.before, two.in_before(actor)), heard(&two.after, two.in_after(actor))];
            two.stayed(actor).then(|| (key(actor), crossing, heard))
        };
        let of_each: Vec<Option<Class<K>>> = (0..two.len()).map(class).collect();
        let mut counts: BTreeMap<&Class<K>, usize> = BTreeMap::new();
        of_each.iter().flatten().for_each(|class| *counts.entry(class).or_default() += 1);
        let numbers: BTreeMap<&Class<K>, usize> = counts.keys().copied().zip(0..).collect();
        let of_actor = of_each.iter().map(|it| it.as_ref().map(|it| numbers[it])).collect();
        let members = counts.iter().map(|(&class, &count)| (class.clone(), count)).collect();
        let mut all = Self { two, members, of_actor, unknown: Vec::new() };
        let unknown = two.unknown().into_iter().map(|(a, b)| (a as usize, b as usize));
        all.unknown = unknown.filter(|&(a, b)| all.told_of(a, b)).collect();
        all
    }

    /// Whether dyads between two classes count.
    fn counts(&self, from: usize, to: usize) -> bool {
        let ((_, groups, _), (_, other, _)) = (&self.members[from].0, &self.members[to].0);
        let known = !groups.is_empty() && !other.is_empty();
        self.two.crossing().is_none()
            || (known && !groups.iter().any(|group| other.contains(group)))
    }

    /// Whether those answered, at both times, who would have told of a tie; dyads recorded as
    /// unknown apart.
    fn told(&self, from: usize, to: usize) -> bool {
        let ((.., heard), (.., other)) = (&self.members[from].0, &self.members[to].0);
        self.counts(from, to)
            && self.two.before.is_told(heard[0], other[0])
            && self.two.after.is_told(heard[1], other[1])
    }

    fn told_of(&self, from: usize, to: usize) -> bool {
        let ends = self.of_actor[from].zip(self.of_actor[to]);
        ends.is_some_and(|(from, to)| self.told(from, to))
    }

    /// How many dyads that count were observed at both times, by the keys of their ends; without
    /// direction, the smaller key comes first.
    pub(crate) fn dyads(&self) -> BTreeMap<(K, K), usize> {
        let mut dyads = self.all(|from, to| self.told(from, to));
        let key = |actor: usize| self.of_actor[actor].map(|class| self.members[class].0.0);
        for &(a, b) in &self.unknown {
            if let (Some(a), Some(b)) = (key(a), key(b)) {
                dyads.entry(self.cell(a, b)).and_modify(|count| *count -= 1);
            }
        }
        dyads
    }

    /// How many dyads count, observed or not, in the same way.
    pub(crate) fn possible(&self) -> BTreeMap<(K, K), usize> {
        self.all(|from, to| self.counts(from, to))
    }

    fn cell(&self, a: K, b: K) -> (K, K) {
        if self.two.is_directed() || a <= b { (a, b) } else { (b, a) }
    }

    /// Dyads between such classes, by the keys of their ends.
    fn all(&self, of: impl Fn(usize, usize) -> bool) -> BTreeMap<(K, K), usize> {
        let directed = self.two.is_directed();
        let mut dyads: BTreeMap<(K, K), usize> = BTreeMap::new();
        for (from, (class, count)) in self.members.iter().enumerate() {
            let first = if directed { 0 } else { from };
            for (to, (other, others)) in self.members.iter().enumerate().skip(first) {
                let pairs = match (from == to, directed) {
                    (false, _) => count * others,
                    (true, true) => count * (count - 1),
                    (true, false) => count * (count - 1) / 2,
                };
                if of(from, to) && pairs > 0 {
                    *dyads.entry(self.cell(class.0, other.0)).or_default() += pairs;
                }
            }
        }
        dyads
    }

    /// How many of those dyads each actor is an end of.
    pub(crate) fn of_actors(&self) -> Vec<usize> {
        let directed = self.two.is_directed();
        let of = |class: usize| {
            let each = self.members.iter().enumerate().map(|(other, (_, count))| {
                let others = count - usize::from(other == class);
                let ways = usize::from(self.told(class, other))
                    + usize::from(directed && self.told(other, class));
                others * ways
            });
            each.sum()
        };
        let of_class: Vec<usize> = (0..self.members.len()).map(of).collect();
        let mut of_actor: Vec<usize> =
            self.of_actor.iter().map(|class| class.map_or(0, |class| of_class[class])).collect();
        for &(a, b) in &self.unknown {
            of_actor[a] -= 1;
            of_actor[b] -= 1;
        }
        of_actor
    }
}
