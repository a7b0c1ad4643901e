//! Actors whom no path tells apart, taken together, and actors whom no path passes.

use std::collections::HashMap;
use std::collections::VecDeque;

use super::arcs::Arcs;
use crate::network::Rows;

/// Classes of actors who see everybody else alike: the same paths lead from them, to them and
/// through them. Inner classes come first; no shortest path passes the others.
///
/// Actors are alike if they share a class here:
/// * each is tied to the other and both to the same others;
/// * neither is tied to the other and both to the same others;
/// * the alters of each are all tied to one another, so that no shortest path passes it, and both
///   have the same alters among those who are passed.
pub(super) struct Alike {
    /// The class of each actor.
    pub(super) class: Vec<u32>,
    /// Actors tied to one another within each class: what they are a part of.
    part: Vec<u32>,
    part_sizes: Vec<u32>,
    /// Number of actors of each class.
    pub(super) size: Vec<f64>,
    /// Classes below this are passed by shortest paths.
    pub(super) inner: u32,
    /// Where paths from each class go first.
    pub(super) out: Arcs,
    /// From which inner classes paths come to each class.
    pub(super) into: Arcs,
}

impl Alike {
    /// Every actor a class of its own.
    pub(super) fn apart(out: &Rows, into: &Rows) -> Self {
        let n = out.len();
        let class = labels(n, out);
        Self {
            part: (0..n as u32).collect(),
            part_sizes: vec![1; n],
            size: vec![1.0; n],
            inner: n as u32,
            out: relabelled(out, &class),
            into: relabelled(into, &class),
            class,
        }
    }

    /// Actors of an undirected network, alike taken together.
    pub(super) fn together(rows: &Rows) -> Self {
        let n = rows.len() as u32;
        let mut parts = Numbers::default();
        let part: Vec<u32> = (0..n).map(|actor| parts.of(closed(rows, actor))).collect();
        let mut part_sizes = vec![0; parts.len()];
        let mut first = vec![n; parts.len()];
        for actor in (0..n).rev() {
            part_sizes[part[actor as usize] as usize] += 1;
            first[part[actor as usize] as usize] = actor;
        }
        let passed: Vec<bool> = first.iter().map(|&actor| !is_clique(rows, actor)).collect();
        let passed = |actor: u32| passed[part[actor as usize] as usize];

        let mut classes = Numbers::default();
        let mut heads = Vec::new();
        let of_part: Vec<u32> = first
            .iter()
            .zip(&part_sizes)
            .map(|(&actor, &size)| {
                let alters = rows.alters(actor as usize).iter().copied();
                let seen: Vec<u32> = if !passed(actor) {
                    alters.filter(|&alter| passed(alter)).collect()
                } else if size == 1 {
                    alters.collect()
                } else {
                    closed(rows, actor)
                };
                let class = classes.of((passed(actor), seen));
                if class as usize == heads.len() {
                    heads.push(actor);
                }
                class
            })
            .collect();
        let class: Vec<u32> = part.iter().map(|&part| of_part[part as usize]).collect();
        let order = order(rows, &class, &heads, passed);
        let mut place = vec![0; heads.len()];
        order.iter().zip(0..).for_each(|(&class, at)| place[class as usize] = at);
        let class: Vec<u32> = class.iter().map(|&class| place[class as usize]).collect();
        let inner = heads.iter().filter(|&&actor| passed(actor)).count() as u32;
        let mut size = vec![0.0; heads.len()];
        class.iter().for_each(|&class| size[class as usize] += 1.0);
        let row = |at: u32, most: u32| {
            let head = heads[order[at as usize] as usize];
            let alters = rows.alters(head as usize).iter().map(|&alter| class[alter as usize]);
            let mut row: Vec<u32> = alters.filter(|&alter| alter != at && alter < most).collect();
            row.sort_unstable();
            row.dedup();
            row
        };
        let all = heads.len() as u32;
        let (mut out, mut into) = (Arcs::new(), Arcs::new());
        for at in 0..all {
            out.push_steps(row(at, if at < inner { all } else { inner }));
            into.push_steps(row(at, inner));
        }
        Self { class, part, part_sizes, size, inner, out, into }
    }

    /// Number of classes.
    pub(super) fn len(&self) -> usize {
        self.size.len()
    }

    /// Sources by class with their weights.
    pub(super) fn sources(&self, actors: &[u32]) -> Vec<(u32, f64)> {
        let mut weights = vec![0.0; self.len()];
        actors.iter().for_each(|&actor| weights[self.class[actor as usize] as usize] += 1.0);
        let all = weights.into_iter().zip(0..).map(|(weight, class)| (class, weight));
        all.filter(|&(_, weight)| weight > 0.0).collect()
    }

    /// Adds to the scores of each class what lies between the sources and those of their class.
    pub(super) fn add_within(&self, actors: &[u32], scores: &mut [f64]) {
        for &actor in actors {
            let class = self.class[actor as usize];
            let others = self.size[class as usize]
                - f64::from(self.part_sizes[self.part[actor as usize] as usize]);
            if others > 0.0 {
                let row = self.out.ends(class);
                let ways: f64 = row.iter().map(|&alter| self.size[alter as usize]).sum();
                row.iter().for_each(|&alter| scores[alter as usize] += others / ways);
            }
        }
    }
}

/// Things numbered as they come, the same thing by the same number.
struct Numbers<T>(HashMap<T, u32>);

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: std::hash::Hash + Eq> Numbers<T> {
    fn of(&mut self, thing: T) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(thing).or_insert(next)
    }

    fn len(&self) -> usize {
        self.0.len()
    }
}

/// The alters of an actor, and itself.
fn closed(rows: &Rows, actor: u32) -> Vec<u32> {
    let alters = rows.alters(actor as usize);
    let (before, after) = alters.split_at(alters.partition_point(|&alter| alter < actor));
    [before, &[actor], after].concat()
}

/// Whether the alters of an actor are all tied to one another.
fn is_clique(rows: &Rows, actor: u32) -> bool {
    let alters = rows.alters(actor as usize);
    let mut by_ties: Vec<u32> = alters.to_vec();
    by_ties.sort_by_key(|&alter| rows.alters(alter as usize).len());
    by_ties.iter().all(|&alter| {
        let theirs = rows.alters(alter as usize);
        theirs.len() >= alters.len() && holds_all(theirs, alters, alter)
    })
}

/// Whether a sorted row holds all of another but one.
fn holds_all(row: &[u32], others: &[u32], but: u32) -> bool {
    let mut row = row.iter();
    others.iter().filter(|&&it| it != but).all(|it| row.any(|held| held == it))
}

/// Classes in the order in which a walk by steps finds them, inner classes first: those near one
/// another lie near one another in memory.
fn order(rows: &Rows, class: &[u32], heads: &[u32], passed: impl Fn(u32) -> bool) -> Vec<u32> {
    let mut found = vec![false; heads.len()];
    let mut inner = Vec::with_capacity(heads.len());
    let mut starts: Vec<u32> = (0..heads.len() as u32).collect();
    starts.sort_by_key(|&it| std::cmp::Reverse(rows.alters(heads[it as usize] as usize).len()));
    let mut queue = VecDeque::new();
    for start in starts {
        if !std::mem::replace(&mut found[start as usize], true) {
            queue.push_back(start);
        }
        while let Some(at) = queue.pop_front() {
            inner.push(at);
            for &alter in rows.alters(heads[at as usize] as usize) {
                let next = class[alter as usize];
                if !std::mem::replace(&mut found[next as usize], true) {
                    queue.push_back(next);
                }
            }
        }
    }
    let (mut inner, leaves): (Vec<u32>, Vec<u32>) =
        inner.into_iter().partition(|&it| passed(heads[it as usize]));
    inner.extend(leaves);
    inner
}

fn labels(n: usize, rows: &Rows) -> Vec<u32> {
    let own: Vec<u32> = (0..n as u32).collect();
    let order = order(rows, &own, &own, |_| true);
    let mut place = vec![0; n];
    order.iter().zip(0..).for_each(|(&actor, at)| place[actor as usize] = at);
    place
}

fn relabelled(rows: &Rows, place: &[u32]) -> Arcs {
    let mut at = vec![0_u32; place.len()];
    place.iter().zip(0..).for_each(|(&place, actor)| at[place as usize] = actor);
    let mut arcs = Arcs::new();
    for actor in at {
        let alters = rows.alters(actor as usize).iter().map(|&alter| place[alter as usize]);
        let mut row: Vec<u32> = alters.collect();
        row.sort_unstable();
        arcs.push_steps(row);
    }
    arcs
}
