use rayon::prelude::*;

use super::{Brokered, Brokers, role};
use crate::network::Network;
use crate::{Result, Watch};

impl Brokers<'_> {
    /// Each open pair shared out among the brokers it has.
    pub(super) fn shared(&self, watch: &Watch) -> Result<Vec<Option<Brokered>>> {
        let counts = |actor: usize| self.group[actor].is_some();
        let sums = two_paths(self.net, counts, watch, |sums: &mut [[f64; 6]], path: &TwoPath| {
            let groups = (self.group[path.from], self.group[path.broker], self.group[path.to]);
            if let (Some(a), Some(v), Some(b)) = groups {
                let share = 1.0 / f64::from(path.brokers);
                sums[path.broker][role(a, v, b)] += share;
                sums[path.broker][5] += share;
            }
        })?;
        let brokered = sums
            .into_iter()
            .zip(&self.group)
            .map(|(roles, group)| group.map(|_| Brokered { roles, ..Brokered::default() }));
        Ok(brokered.collect())
    }
}

/// A two-path a → v → b whose ends were observed not to be tied, a → b.
pub(crate) struct TwoPath {
    pub(crate) from: usize,
    pub(crate) broker: usize,
    pub(crate) to: usize,
    /// How many brokers the two ends have in all.
    pub(crate) brokers: u32,
}

/// At most so many tasks, each with sums of its own for every actor; fewer for many actors. Both
/// are fixed, so that the order of additions does not depend on the number of threads.
const TASKS: usize = 64;
const SUMS: usize = 4_000_000;

/// Lets `add` see every open two-path among actors who count. In an undirected network each is
/// seen from both its ends.
pub(crate) fn two_paths<const COLUMNS: usize>(
    net: &Network,
    counts: impl Fn(usize) -> bool + Sync,
    watch: &Watch,
    add: impl Fn(&mut [[f64; COLUMNS]], &TwoPath) + Sync,
) -> Result<Vec<[f64; COLUMNS]>> {
    let n = net.actors().len();
    watch.expect(n);
    let tasks = (SUMS / n.max(1)).clamp(1, TASKS);
    let task = n.div_ceil(tasks).max(1);
    let starts: Vec<usize> = (0..n).step_by(task).collect();
    let complete = net.observed().is_complete();
    let parts: Vec<Vec<[f64; COLUMNS]>> = starts
        .into_par_iter()
        .map(|start| {
            let mut sums = vec![[0.0; COLUMNS]; n];
            let (mut brokers, mut reached, mut tied) = (vec![0_u32; n], Vec::new(), vec![false; n]);
            let others = |of: usize| {
                let alters = net.out().alters(of).iter().map(|&alter| alter as usize);
                alters.filter(|&alter| counts(alter))
            };
            for from in (start..(start + task).min(n)).filter(|&from| counts(from)) {
                watch.tick()?;
                others(from).for_each(|alter| tied[alter] = true);
                for broker in others(from) {
                    for to in others(broker).filter(|&to| to != from && !tied[to]) {
                        if brokers[to] == 0 {
                            reached.push(to);
                        }
                        brokers[to] += 1;
                    }
                }
                if !complete {
                    let unseen = reached.iter().filter(|&&to| !net.is_observed(from, to));
                    unseen.for_each(|&to| brokers[to] = 0);
                }
                for broker in others(from) {
                    for to in others(broker).filter(|&to| brokers[to] > 0) {
                        add(&mut sums, &TwoPath { from, broker, to, brokers: brokers[to] });
                    }
                }
                others(from).for_each(|alter| tied[alter] = false);
                reached.drain(..).for_each(|to| brokers[to] = 0);
            }
            Ok(sums)
        })
        .collect::<Result<_>>()?;
    let mut sums = vec![[0.0; COLUMNS]; n];
    for part in parts {
        for (sum, part) in sums.iter_mut().flatten().zip(part.into_iter().flatten()) {
            *sum += part;
        }
    }
    Ok(sums)
}
