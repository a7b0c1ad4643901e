//! Which ties that are not there would do most for the distances between groups.

use serde::{Deserialize, Serialize};

use super::suggestions::Among;
use crate::network::{Grouping, Network};
use crate::options::Direction;
use crate::paths::{SOURCES, StepsOfMany};
use crate::shards::Tasks;
use crate::{Result, Watch};

/// A tie that is not there.
#[derive(Serialize, Deserialize)]
pub(super) struct Suggestion {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) gain: Gain,
    /// Steps from one to the other now.
    pub(super) steps: Option<u16>,
    /// Alters of both.
    pub(super) through: Vec<u32>,
}

/// The best ties that are not there, and all those as good as the last of them.
pub(super) fn best(
    net: &Network,
    by: &Grouping,
    among: Among,
    most: usize,
    watch: &Watch,
) -> Result<Vec<Suggestion>> {
    let alters = net.rows(Direction::All);
    let n = net.actors().len();
    watch.expect(n * (n + 1));
    let distances = Distances::new(net, by, watch)?;
    let named = |actor: usize| net.actors()[actor].group.is_none();
    let others = |a: usize| if net.is_directed() { 0..n } else { a + 1..n };
    let tried = |a: usize, b: usize| -> Result<Option<Suggestion>> {
        watch.tick()?;
        if !distances.across(a, b) || net.out().has(a, b) || !named(a) || !named(b) {
            return Ok(None);
        }
        let steps = distances.steps(a, b);
        if among == Among::Connected && steps.is_none() {
            return Ok(None);
        }
        let common = alters.alters(a).iter().copied();
        let through = common.filter(|&alter| alters.has(b, alter as usize)).collect();
        let gain = distances.gain(a, b);
        Ok(Some(Suggestion { from: a as u32, to: b as u32, gain, steps, through }))
    };
    let rows: Vec<Vec<Suggestion>> = watch.each(Tasks::new(n * n, n), |pairs| {
        let a = pairs.start / n;
        let row = others(a).filter_map(|b| tried(a, b).transpose());
        let mut row = row.collect::<Result<Vec<_>>>()?;
        // Whoever is not among the best of one actor is not among the best of all.
        keep(&mut row, most);
        Ok(row)
    })?;
    let mut all: Vec<Suggestion> = rows.into_iter().flatten().collect();
    keep(&mut all, most);
    Ok(all)
}

/// Sorts by gain, then by common alters, and keeps the best and those as good as the last of them:
/// which of equals comes first in the tables must not decide.
fn keep(suggested: &mut Vec<Suggestion>, most: usize) {
    let worth = |it: &Suggestion| (it.gain.value, it.through.len());
    suggested.sort_by(|a, b| {
        let (a, b) = (worth(a), worth(b));
        b.0.total_cmp(&a.0).then(b.1.cmp(&a.1))
    });
    if let Some(last) = suggested.get(most - 1).map(worth) {
        let kept = suggested.partition_point(|it| {
            let (gain, common) = worth(it);
            gain > last.0 || (gain.to_bits() == last.0.to_bits() && common >= last.1)
        });
        suggested.truncate(kept);
    }
}

/// How many steps every actor is from every other, and which pairs are of different groups.
struct Distances {
    actors: usize,
    /// Steps from each actor to each, and the same by where they lead.
    from: Vec<u16>,
    to: Vec<u16>,
    across: Vec<bool>,
}

/// There is no way.
const NONE: u16 = u16::MAX;

/// What a tie would do.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Gain {
    /// By how much the sum of 1/distance over pairs of different groups would grow.
    pub(super) value: f64,
    /// How many such pairs would come closer.
    pub(super) closer: usize,
    /// How many of those have no way to each other now.
    pub(super) joined: usize,
}

impl Distances {
    /// Distances in a network with fewer actors than a `u16` can count.
    fn new(net: &Network, by: &Grouping, watch: &Watch) -> Result<Self> {
        let n = net.actors().len();
        let all: Vec<u32> = (0..n as u32).collect();
        let mut from = vec![NONE; n * n];
        let mut steps = StepsOfMany::new(n);
        for sources in all.chunks(SOURCES) {
            sources.iter().try_for_each(|_| watch.tick())?;
            sources.iter().for_each(|&source| from[source as usize * (n + 1)] = 0);
            steps.from(net.out(), sources, watch, |actor, steps, reached| {
                for at in reached.members() {
                    from[sources[at] as usize * n + actor] = steps as u16;
                }
            })?;
        }
        let to = (0..n * n).map(|at| from[at % n * n + at / n]).collect();
        let across = (0..n * n).map(|at| are_apart(by, at / n, at % n)).collect();
        Ok(Self { actors: n, from, to, across })
    }

    /// Whether two actors are of different groups, both known.
    fn across(&self, a: usize, b: usize) -> bool {
        self.across[a * self.actors + b]
    }

    /// Steps from one actor to another; `None` if there is no way.
    fn steps(&self, a: usize, b: usize) -> Option<u16> {
        Some(self.from[a * self.actors + b]).filter(|&steps| steps != NONE)
    }

    /// What a tie from `a` to `b` would do, either way if undirected: d′(s,t) is the smaller of
    /// d(s,t) and d(s,a) + 1 + d(b,t). Only those can gain for whom `a` is nearer than `b` by two
    /// steps, and only with those for whom it is the other way round.
    fn gain(&self, a: usize, b: usize) -> Gain {
        let row = |of: usize| of * self.actors..(of + 1) * self.actors;
        let nearer = |near: &[u16], far: &[u16]| -> Vec<(usize, u16)> {
            let both = near.iter().zip(far).enumerate();
            let nearer = both.filter(|(_, (near, far))| near.saturating_add(1) < **far);
            nearer.map(|(actor, (near, _))| (actor, *near)).collect()
        };
        let sources = nearer(&self.to[row(a)], &self.to[row(b)]);
        let targets = nearer(&self.from[row(b)], &self.from[row(a)]);
        // Pairs by distance, those gained less those lost: whole numbers, so that the order of
        // additions and the numbering of actors change nothing.
        let mut pairs: Vec<i64> = Vec::new();
        let (mut closer, mut joined) = (0, 0);
        for &(s, before) in &sources {
            let (now, across) = (&self.from[row(s)], &self.across[row(s)]);
            for &(t, after) in &targets {
                let steps = before + 1 + after;
                if across[t] && steps < now[t] {
                    closer += 1;
                    count(&mut pairs, steps, 1);
                    if now[t] == NONE {
                        joined += 1;
                    } else {
                        count(&mut pairs, now[t], -1);
                    }
                }
            }
        }
        let value = pairs.iter().enumerate().skip(1).map(|(steps, &it)| it as f64 / steps as f64);
        // Sums that are equal but for rounding are equal: it must not decide who is suggested.
        let value = (value.sum::<f64>() * 1e10).round() / 1e10;
        Gain { value, closer, joined }
    }
}

fn count(pairs: &mut Vec<i64>, steps: u16, change: i64) {
    let steps = usize::from(steps);
    if pairs.len() <= steps {
        pairs.resize(steps + 1, 0);
    }
    pairs[steps] += change;
}

fn are_apart(by: &Grouping, a: usize, b: usize) -> bool {
    let (a, b) = (by.groups(a), by.groups(b));
    !a.is_empty() && !b.is_empty() && !a.iter().any(|group| b.contains(group))
}
