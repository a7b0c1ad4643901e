//! From two modes to one: who shares activities with whom.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use super::build::{Added, Crowd, Crowds, Names, Piece};
use super::{Actor, ActorKind, Network, Reason, Rows, Tie, Weights};
use crate::{Error, Result};

/// The people behind one participation, and whether it would not be there without each.
type People = [(String, bool)];

impl Network {
    /// A network of two modes from who took part in what: `(actor, activity)` by name. Both are
    /// numbered as they appear, the activities after all actors; to take part twice is to take part.
    ///
    /// ```
    /// use tertius::Network;
    /// let net = Network::from_participation([("ann", "talk"), ("ben", "talk"), ("ben", "walk")]);
    /// assert_eq!((net.first_mode(), net.actors().len(), net.ties().len()), (Some(2), 4, 3));
    /// ```
    pub fn from_participation<A: AsRef<str>, B: AsRef<str>>(
        parts: impl IntoIterator<Item = (A, B)>,
    ) -> Self {
        let (mut actors, mut activities) = (Names::default(), Names::default());
        let number = |(actor, activity): (A, B)| {
            (actors.number(actor.as_ref()), activities.number(activity.as_ref()))
        };
        let mut parts: Vec<(u32, u32)> = parts.into_iter().map(number).collect();
        parts.sort_unstable();
        parts.dedup();
        let first = actors.in_order.len();
        let piece = |(from, activity)| {
            let (to, strength) = (first as u32 + activity, 1.0);
            Piece { from, to, strength, reason: activity, people: Crowd::NOBODY }
        };
        let pieces = parts.into_iter().map(piece).collect();
        let reasons = activities.in_order.iter().map(|name| Reason::activity(name)).collect();
        let activity =
            |name: &String| Actor { kind: ActorKind::Activity, ..Actor::named(name.as_str()) };
        let all = actors.in_order.iter().map(|name| Actor::named(name));
        let all = all.chain(activities.in_order.iter().map(activity)).collect();
        let net = Self::assemble(all, false, pieces, &Crowds::default(), reasons);
        Self { first_mode: Some(first), ..net }
    }

    /// The actors of the first mode, tied where they share an activity. The activities are the
    /// evidence behind each tie. What one person alone brings to two actors joins them no more than
    /// in a cut via participation; there, an activity told in waves counts in each wave, here once.
    ///
    /// # Errors
    ///
    /// [`Error::NotApplicable`], if there are not two modes.
    ///
    /// ```
    /// use tertius::Network;
    /// use tertius::network::Weights;
    /// let parts = [("ann", "talk"), ("ben", "talk"), ("cat", "talk"), ("ann", "walk"), ("ben", "walk")];
    /// let net = Network::from_participation(parts).projected(Weights::Newman)?;
    /// let strengths: Vec<f64> = net.ties().iter().map(|tie| tie.strength).collect();
    /// assert_eq!(strengths, [1.5, 0.5, 0.5]);
    /// assert_eq!(net.behind(0).map(|reason| reason.what.as_str()).collect::<Vec<_>>(), ["talk", "walk"]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn projected(&self, weights: Weights) -> Result<Self> {
        let Some(first) = self.first_mode else {
            let why = "the network has one mode; --via two-mode keeps activities as actors";
            return Err(Error::not_applicable("a projection", why));
        };
        let through = Through::new(self);
        let named = || {
            let reasons = self.actors[first..].iter().map(|it| Reason::activity(&it.id));
            (self.actors[..first].to_vec(), reasons.collect())
        };
        let (mut added, (actors, reasons)) =
            rayon::join(|| shared(&self.out, first, weights, &through), named);
        if !through.0.is_empty() {
            added.people = through.behind(&added, first);
        }
        let column =
            |(name, values): (&String, &Vec<Vec<String>>)| (name.clone(), values[..first].to_vec());
        let attributes = self.attributes.iter().map(column);
        let described = |(_, values): &(String, Vec<Vec<String>>)| {
            values.iter().any(|values| !values.is_empty())
        };
        let attributes = attributes.filter(described).collect();
        let mut provenance = self.provenance.clone();
        provenance.notes.push(weights.counted().to_owned());
        let (nesting, person_names) = (self.nesting.clone(), self.person_names.clone());
        let net = Self::indexed(actors, false, added, reasons);
        Ok(Self { attributes, nesting, person_names, provenance, ..net })
    }
}

/// How many actors one task projects: enough to be worth a task, few enough to spread.
const TASK: usize = 256;

/// Ties between actors of the first mode who share an activity, the first end before the second.
/// Who takes part in many is joined to many, so that the work is spread in small tasks.
fn shared(rows: &Rows, first: usize, weights: Weights, through: &Through<'_>) -> Added {
    let activities = first..rows.len();
    // Nobody shares an activity that one actor alone takes part in: it has no weight to look up.
    let counts = |activity| weights.of_one_among(rows.alters(activity).len().max(2));
    let counts: Vec<f64> = activities.map(counts).collect();
    let later = Later::of(rows, first);
    let tasks: Vec<usize> = (0..first).step_by(TASK).collect();
    let parts: Vec<Added> = tasks
        .into_par_iter()
        .map_init(
            || Shares::new(rows, &counts, &later, through),
            |shares, start| {
                let mut part = Added::default();
                for from in start..(start + TASK).min(first) {
                    shares.add(from as u32, &mut part);
                }
                part
            },
        )
        .collect();
    let ties = || parts.iter().map(|part| part.ties.as_slice()).collect::<Vec<_>>().concat();
    let behind = || parts.iter().map(|part| part.behind.as_slice()).collect::<Vec<_>>().concat();
    let (mut ties, behind) = rayon::join(ties, behind);
    if weights == Weights::Binary {
        ties.iter_mut().for_each(|tie| tie.strength = 1.0);
    }
    let mut behind_ends = Vec::with_capacity(ties.len());
    let mut before = 0;
    for part in &parts {
        behind_ends.extend(part.behind_ends.iter().map(|end| before + end));
        before += part.behind.len();
    }
    Added { ties, behind, behind_ends, ..Added::default() }
}

/// What one actor after another shares with those who come later.
struct Shares<'n> {
    rows: &'n Rows,
    /// What each activity counts.
    counts: &'n [f64],
    later: &'n Later<'n>,
    through: &'n Through<'n>,
    /// With whom the actor at hand shares anything.
    alters: Vec<u32>,
    /// What it shares with each other actor; nothing but with `alters`.
    with: Vec<Share>,
}

/// What one actor shares with another.
#[derive(Clone, Copy, Default)]
struct Share {
    /// How many activities; then, where the next of them is listed.
    number: usize,
    /// What they count.
    strength: f64,
}

impl<'n> Shares<'n> {
    fn new(
        rows: &'n Rows,
        counts: &'n [f64],
        later: &'n Later<'n>,
        through: &'n Through<'n>,
    ) -> Self {
        let (alters, with) = (Vec::new(), vec![Share::default(); later.ends.len()]);
        Self { rows, counts, later, through, alters, with }
    }

    /// Adds the ties of an actor to those who come later. Strengths are added up, and activities
    /// listed, in their own order.
    fn add(&mut self, from: u32, part: &mut Added) {
        let first = self.later.ends.len();
        let parts = self.rows.alters(from as usize).iter().zip(self.later.than(from));
        for (&activity, later) in parts.clone() {
            let counts = self.counts[activity as usize - first];
            for &to in *later {
                if !self.through.joins(from, to, activity) {
                    continue;
                }
                let share = &mut self.with[to as usize];
                if share.number == 0 {
                    self.alters.push(to);
                }
                share.number += 1;
                share.strength += counts;
            }
        }
        self.alters.sort_unstable();
        let mut end = part.behind.len();
        for &to in &self.alters {
            let share = &mut self.with[to as usize];
            part.ties.push(Tie { from, to, strength: share.strength });
            let start = end;
            end += share.number;
            part.behind_ends.push(end);
            share.number = start;
        }
        part.behind.resize(end, 0);
        for (&activity, later) in parts {
            for &to in *later {
                if !self.through.joins(from, to, activity) {
                    continue;
                }
                let next = &mut self.with[to as usize].number;
                part.behind[*next] = activity - first as u32;
                *next += 1;
            }
        }
        self.alters.drain(..).for_each(|to| self.with[to as usize] = Share::default());
    }
}

/// For each activity of each actor, those after the actor who take part in it. They are looked up
/// activity by activity, as they lie in memory, and then read actor by actor.
struct Later<'n> {
    members: Vec<&'n [u32]>,
    /// Where the activities of each actor end.
    ends: Vec<usize>,
}

impl<'n> Later<'n> {
    fn of(rows: &'n Rows, first: usize) -> Self {
        let mut parts = 0;
        let start = |actor| {
            let start = parts;
            parts += rows.alters(actor).len();
            start
        };
        let mut next: Vec<usize> = (0..first).map(start).collect();
        let mut later: Vec<&[u32]> = vec![&[]; parts];
        for activity in first..rows.len() {
            let mut members = rows.alters(activity);
            while let Some((&member, after)) = members.split_first() {
                let at = &mut next[member as usize];
                later[*at] = after;
                *at += 1;
                members = after;
            }
        }
        Self { members: later, ends: next }
    }

    fn than(&self, actor: u32) -> &[&'n [u32]] {
        let at = actor as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.members[start..self.ends[at]]
    }
}

/// People who stand for an actor in an activity, by actor and activity.
struct Through<'n>(HashMap<(u32, u32), &'n People>);

impl<'n> Through<'n> {
    fn new(net: &'n Network) -> Self {
        let ends = |at: usize| (net.ties[at].from, net.ties[at].to);
        Self(net.people.iter().map(|(&at, people)| (ends(at), people.as_slice())).collect())
    }

    fn of(&self, actor: u32, activity: u32) -> &'n People {
        self.0.get(&(actor, activity)).copied().unwrap_or(&[])
    }

    /// Whether an activity joins two actors: not if one person alone stands for both.
    #[inline]
    fn joins(&self, from: u32, to: u32, activity: u32) -> bool {
        // Where there are no people this is asked millions of times.
        self.0.is_empty() || !self.same_person(from, to, activity)
    }

    fn same_person(&self, from: u32, to: u32, activity: u32) -> bool {
        let sole = |actor| match self.of(actor, activity) {
            [(person, true)] => Some(person),
            _ => None,
        };
        sole(from).is_some() && sole(from) == sole(to)
    }

    /// The people behind each tie, and whether it would not be there without each: whether every
    /// activity behind it needs the person at one end.
    fn behind(&self, added: &Added, first: usize) -> BTreeMap<usize, Vec<(String, bool)>> {
        let mut behind = BTreeMap::new();
        for (at, tie) in added.ties.iter().enumerate() {
            let start = if at == 0 { 0 } else { added.behind_ends[at - 1] };
            let activities = &added.behind[start..added.behind_ends[at]];
            let mut needed: BTreeMap<&str, usize> = BTreeMap::new();
            for activity in activities {
                let ends = [tie.from, tie.to].map(|end| self.of(end, first as u32 + activity));
                let mut here: BTreeMap<&str, bool> = BTreeMap::new();
                for (person, alone) in ends.into_iter().flatten() {
                    *here.entry(person).or_default() |= alone;
                }
                for (person, alone) in here {
                    *needed.entry(person).or_default() += usize::from(alone);
                }
            }
            let all = activities.len();
            let people: Vec<_> =
                needed.into_iter().map(|(person, of)| (person.to_owned(), of == all)).collect();
            if !people.is_empty() {
                behind.insert(at, people);
            }
        }
        behind
    }
}

impl Weights {
    /// What sharing one activity or organisation counts, among so many.
    pub(super) fn of_one_among(self, members: usize) -> f64 {
        if self == Self::Newman { 1.0 / (members - 1) as f64 } else { 1.0 }
    }

    fn counted(self) -> &'static str {
        match self {
            Self::Newman => "projected: a shared activity of n actors counts 1/(n−1) for each pair",
            Self::Count => "projected: a shared activity counts 1",
            Self::Binary => "projected: all shared activities together count 1",
        }
    }
}

impl Reason {
    fn activity(id: &str) -> Self {
        Self { kind: "activity".to_owned(), what: id.to_owned(), wave: None }
    }
}
