//! Actors whom no path tells apart, taken together, and actors whom no path passes.
//!
//! Of the 31,665 organisations of Horizon 2020, 19,735 are passed by no path, and all are in 18,194
//! classes: two fifths of the work. To fold what hangs on one actor (317 classes), or to cut at cut
//! points (19 of 507,413 core ties beyond the largest block), would save next to nothing.

use std::collections::{HashMap, VecDeque};

use super::arcs::Arcs;
use super::length::Length;
use crate::network::Rows;
use crate::{Result, Watch};

/// Classes of actors who see everybody else alike: the same paths lead from them, to them and
/// through them. Inner classes come first; no shortest path passes the others.
pub(super) struct Alike {
    /// The class of each actor.
    pub(super) class: Vec<u32>,
    /// How many of its class each actor is tied to, itself included.
    tied: Vec<u32>,
    /// Number of actors of each class.
    pub(super) size: Vec<f64>,
    /// Classes below this are passed by shortest paths.
    pub(super) inner: u32,
    /// Where paths from each class go first.
    pub(super) out: Arcs,
    /// From which inner classes paths come to each class.
    pub(super) into: Arcs,
    /// Part by which lengths may differ that count as equal.
    pub(super) slack: f64,
}

impl Alike {
    /// Every actor a class of its own.
    pub(super) fn apart(
        out: &Rows,
        into: &Rows,
        length: Length,
        is_passed: impl Fn(u32) -> bool,
        watch: &Watch,
    ) -> Result<Self> {
        let n = out.len() as u32;
        let own: Vec<u32> = (0..n).collect();
        let passed: Vec<bool> = own
            .iter()
            .map(|&actor| watch.go_on().map(|()| is_passed(actor)))
            .collect::<Result<_>>()?;
        let heads = order(out, &own, &own, |actor| passed[actor as usize]);
        let class = places(&heads);
        let inner = passed.iter().filter(|&&it| it).count() as u32;
        Ok(Self {
            tied: vec![1; class.len()],
            size: vec![1.0; class.len()],
            inner,
            out: arcs(out, &heads, &class, length, n),
            into: arcs(into, &heads, &class, length, inner),
            slack: length.slack(),
            class,
        })
    }

    /// Actors of an undirected network, those who are alike taken together.
    pub(super) fn together(rows: &Rows, length: Length, watch: &Watch) -> Result<Self> {
        let mut twins = Groups::default();
        for actor in 0..rows.len() as u32 {
            watch.go_on()?;
            twins.add(actor, twin(rows, actor, length));
        }
        let passed = twins.heads.iter().map(|&actor| {
            watch.go_on()?;
            Ok(is_passed(rows, actor, length))
        });
        let passed: Vec<bool> = passed.collect::<Result<_>>()?;
        let is_passed = |actor: u32| passed[twins.of[actor as usize] as usize];

        let mut alike = Groups::default();
        for (&head, &size) in twins.heads.iter().zip(&twins.sizes) {
            watch.go_on()?;
            let key = match (even(rows, head, length), is_passed(head)) {
                (Some(length), false) => {
                    let alters = rows.alters(head as usize).iter().copied();
                    let is_twin = |it: u32| twins.of[it as usize] == twins.of[head as usize];
                    Key::Unpassed(length, alters.filter(|&alter| !is_twin(alter)).collect())
                }
                (Some(length), true) if size == 1 => {
                    Key::Untied(length, rows.alters(head as usize).to_vec())
                }
                _ => Key::Own(head),
            };
            alike.add(head, key);
        }
        let class: Vec<u32> = twins.of.iter().map(|&twins| alike.of[twins as usize]).collect();
        let order = order(rows, &class, &alike.heads, is_passed);
        let places = places(&order);
        let class: Vec<u32> = class.iter().map(|&class| places[class as usize]).collect();
        let heads: Vec<u32> = order.iter().map(|&class| alike.heads[class as usize]).collect();
        let mut size = vec![0.0; heads.len()];
        class.iter().for_each(|&class| size[class as usize] += 1.0);
        let inner = heads.partition_point(|&head| is_passed(head)) as u32;
        watch.go_on()?;
        Ok(Self {
            tied: twins.of.iter().map(|&twins_of| twins.sizes[twins_of as usize]).collect(),
            size,
            inner,
            out: arcs(rows, &heads, &class, length, heads.len() as u32),
            into: arcs(rows, &heads, &class, length, inner),
            slack: length.slack(),
            class,
        })
    }

    /// Number of classes.
    pub(super) fn len(&self) -> usize {
        self.size.len()
    }

    /// Sources by class: how many of these actors are of it.
    pub(super) fn sources(&self, actors: &[u32]) -> Vec<(u32, f64)> {
        let mut weights = vec![0.0; self.len()];
        actors.iter().for_each(|&actor| weights[self.class[actor as usize] as usize] += 1.0);
        let all = weights.into_iter().zip(0..).map(|(weight, class)| (class, weight));
        all.filter(|&(_, weight)| weight > 0.0).collect()
    }

    /// Adds what lies between these actors and others of their class whom they are not tied to:
    /// each of those they are all tied to is on one path of as many as these are.
    pub(super) fn add_within(&self, actors: &[u32], scores: &mut [f64]) {
        for &actor in actors {
            let class = self.class[actor as usize];
            let others = self.size[class as usize] - f64::from(self.tied[actor as usize]);
            if others > 0.0 {
                let row = self.out.ends(class);
                let paths: f64 = row.iter().map(|&alter| self.size[alter as usize]).sum();
                row.iter().for_each(|&alter| scores[alter as usize] += others / paths);
            }
        }
    }
}

/// What actors share who are alike; the first part is how long each of their ties is.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    /// They are tied to one another and to the same others: all of these.
    Tied(u64, Vec<u32>),
    /// They are not tied to one another, but to the same others.
    Untied(u64, Vec<u32>),
    /// No path passes them, and they are tied to the same others, besides those of the first kind.
    Unpassed(u64, Vec<u32>),
    /// Like nobody else.
    Own(u32),
}

/// Things that share a key, groups numbered as they come.
#[derive(Default)]
struct Groups {
    numbers: HashMap<Key, u32>,
    /// The group of each thing.
    of: Vec<u32>,
    /// The first actor of each group.
    heads: Vec<u32>,
    sizes: Vec<u32>,
}

impl Groups {
    fn add(&mut self, actor: u32, key: Key) {
        let group = *self.numbers.entry(key).or_insert(self.heads.len() as u32);
        if group as usize == self.heads.len() {
            self.heads.push(actor);
            self.sizes.push(0);
        }
        self.of.push(group);
        self.sizes[group as usize] += 1;
    }
}

/// How long each tie of an actor is, as bits, if they are all as long.
fn even(rows: &Rows, actor: u32, length: Length) -> Option<u64> {
    let mut lengths = rows.strengths(actor as usize).iter().map(|&it| length.of(it).to_bits());
    let first = lengths.next().unwrap_or(0);
    lengths.all(|it| it == first).then_some(first)
}

fn twin(rows: &Rows, actor: u32, length: Length) -> Key {
    let Some(length) = even(rows, actor, length) else { return Key::Own(actor) };
    let alters = rows.alters(actor as usize);
    let (before, after) = alters.split_at(alters.partition_point(|&alter| alter < actor));
    Key::Tied(length, [before, &[actor], after].concat())
}

/// Whether a shortest path may pass an actor: whether two of its alters are not tied to each other
/// by a tie that is shorter than the way by the actor.
pub(super) fn is_passed(rows: &Rows, actor: u32, length: Length) -> bool {
    let alters: Vec<(usize, f64)> =
        rows.row(actor as usize).map(|(alter, it)| (alter, length.of(it))).collect();
    let mut few_ties_first = alters.clone();
    few_ties_first.sort_by_key(|&(alter, _)| rows.alters(alter).len());
    few_ties_first.iter().any(|&(one, here)| {
        let mut theirs = rows.row(one);
        let mut others = alters.iter().filter(|&&(other, _)| other != one);
        rows.alters(one).len() < alters.len()
            || others.any(|&(other, there)| {
                let tie = theirs.find(|&(alter, _)| alter >= other);
                let round = (here + there) * (1.0 - length.slack());
                !tie.is_some_and(|(alter, it)| alter == other && length.of(it) < round)
            })
    })
}

/// Classes in the order in which a walk by steps finds them, those first that paths pass: who are
/// near one another lie near one another in memory, and go as sources together.
fn order(rows: &Rows, class: &[u32], heads: &[u32], passed: impl Fn(u32) -> bool) -> Vec<u32> {
    let ties = |it: u32| rows.alters(heads[it as usize] as usize);
    let mut found = vec![false; heads.len()];
    let mut order = Vec::with_capacity(heads.len());
    let mut starts: Vec<u32> = (0..heads.len() as u32).collect();
    starts.sort_by_key(|&it| std::cmp::Reverse(ties(it).len()));
    let mut queue = VecDeque::new();
    for start in starts {
        if !std::mem::replace(&mut found[start as usize], true) {
            queue.push_back(start);
        }
        while let Some(here) = queue.pop_front() {
            order.push(here);
            for &alter in ties(here) {
                let next = class[alter as usize];
                if !std::mem::replace(&mut found[next as usize], true) {
                    queue.push_back(next);
                }
            }
        }
    }
    // The sort is stable: the order is kept among those passed and among the others.
    order.sort_by_key(|&it| !passed(heads[it as usize]));
    order
}

/// Where each of some numbers stands in an order of them.
fn places(order: &[u32]) -> Vec<u32> {
    let mut places = vec![0; order.len()];
    order.iter().zip(0..).for_each(|(&it, place)| places[it as usize] = place);
    places
}

/// The ties of each class, which are those of its head, to classes below a limit.
fn arcs(rows: &Rows, heads: &[u32], class: &[u32], length: Length, limit: u32) -> Arcs {
    let mut arcs = Arcs::new();
    for (own, &head) in (0..).zip(heads) {
        let ties = rows.row(head as usize).map(|(alter, it)| (class[alter], length.of(it)));
        let mut row: Vec<(u32, f64)> =
            ties.filter(|&(other, _)| other != own && other < limit).collect();
        row.sort_unstable_by_key(|&(other, _)| other);
        row.dedup_by_key(|&mut (other, _)| other);
        match length {
            Length::Step => arcs.push_steps(row.iter().map(|&(other, _)| other)),
            Length::ByStrength { .. } => arcs.push(row),
        }
    }
    arcs
}
