//! The one place where a loop is worked out: all of it, a share, or nothing where it is given.

use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Shard;
use super::part::{Made, Round, append, refuse};
use crate::{Error, Result, Watch};

/// What a task finds, and can be sent.
pub(crate) trait Found: Send + Serialize + DeserializeOwned {}

impl<T: Send + Serialize + DeserializeOwned> Found for T {}

/// So many steps, and so many of them to a task; the last may have fewer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tasks {
    steps: usize,
    each: usize,
}

impl Tasks {
    pub(crate) fn new(steps: usize, each: usize) -> Self {
        Self { steps, each: each.max(1) }
    }

    /// A step to each task.
    pub(crate) fn of(steps: usize) -> Self {
        Self::new(steps, 1)
    }

    fn len(self) -> usize {
        self.steps.div_ceil(self.each)
    }

    /// The steps of some of the tasks.
    fn steps(self, tasks: Range<usize>) -> Range<usize> {
        let start = |task: usize| task.saturating_mul(self.each).min(self.steps);
        start(tasks.start)..start(tasks.end)
    }
}

/// What this process does of the loops of a measure.
#[derive(Debug)]
pub(crate) struct Role {
    /// Its share of the first loop that is not given; none if it combines.
    shard: Option<Shard>,
    /// What the first loops found.
    given: Vec<Round>,
    /// How many loops there were so far.
    loops: AtomicUsize,
    /// Whether it works at its share: a loop inside a task is all of that task.
    at_work: AtomicBool,
    outcome: OnceLock<Outcome>,
}

/// Why a measure did not come to its end.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It has done its share.
    Made(Made),
    /// It combines, and what a loop found is not given.
    Missing,
}

impl Role {
    pub(super) fn working(shard: Shard, given: Vec<Round>) -> Self {
        Self { shard: Some(shard), ..Self::combining(given) }
    }

    pub(super) fn combining(given: Vec<Round>) -> Self {
        let (loops, at_work, outcome) = Default::default();
        Self { shard: None, given, loops, at_work, outcome }
    }

    pub(super) fn into_outcome(self) -> Option<Outcome> {
        self.outcome.into_inner()
    }

    /// Ends the measure, as a request to stop does.
    fn end(&self, outcome: Outcome) -> Result<()> {
        self.outcome.get_or_init(|| outcome);
        Err(Error::Stopped)
    }
}

/// Tasks looked at together before what they found is taken in, in their order: beyond these nothing
/// is kept but what is made of it.
const AT_ONCE: usize = 512;

impl Watch {
    /// What each task finds, in order; a task is told its steps.
    pub(crate) fn each<T: Found>(
        &self,
        tasks: Tasks,
        find: impl Fn(Range<usize>) -> Result<T> + Sync,
    ) -> Result<Vec<T>> {
        let mut all = Vec::new();
        self.take(tasks, || (), |(), steps| find(steps), |found| all.push(found))?;
        Ok(all)
    }

    /// Takes in what each task finds, in their order. `start` makes what a thread keeps between tasks,
    /// which may not change what it finds.
    ///
    /// This is where a measure is split. A process that has a share of it takes what earlier loops found
    /// from what it was given, does its share of the next one, and ends the measure there.
    pub(crate) fn take<S, T: Found>(
        &self,
        tasks: Tasks,
        start: impl Fn() -> S + Sync,
        find: impl Fn(&mut S, Range<usize>) -> Result<T> + Sync,
        take: impl FnMut(T),
    ) -> Result<()> {
        let role = self.role().filter(|role| !role.at_work.load(Ordering::Relaxed));
        let Some(role) = role else {
            return work(tasks, 0..tasks.len(), start, find, take);
        };
        self.go_on()?;
        let at = role.loops.fetch_add(1, Ordering::Relaxed);
        if let Some(round) = role.given.get(at) {
            return read(round, tasks, self, take);
        }
        let Some(shard) = role.shard else { return role.end(Outcome::Missing) };
        let own = shard.of(tasks.len());
        self.expect(tasks.steps(own.clone()).len());
        role.at_work.store(true, Ordering::Relaxed);
        let mut made = Made { tasks: Some(tasks.len()), found: Vec::new() };
        work(tasks, own, start, find, |found: T| append(&found, &mut made.found))?;
        role.end(Outcome::Made(made))
    }
}

/// Works out some of the tasks.
fn work<S, T: Send>(
    tasks: Tasks,
    some: Range<usize>,
    start: impl Fn() -> S + Sync,
    find: impl Fn(&mut S, Range<usize>) -> Result<T> + Sync,
    mut take: impl FnMut(T),
) -> Result<()> {
    let of = |state: &mut S, task: usize| find(state, tasks.steps(task..task + 1));
    for first in some.clone().step_by(AT_ONCE) {
        let together = first..(first + AT_ONCE).min(some.end);
        let found = together.into_par_iter().map_init(&start, of).collect::<Result<Vec<_>>>()?;
        found.into_iter().for_each(&mut take);
    }
    Ok(())
}

/// Takes in what all tasks found elsewhere.
fn read<T: Found>(
    round: &Round,
    tasks: Tasks,
    watch: &Watch,
    mut take: impl FnMut(T),
) -> Result<()> {
    if round.tasks != tasks.len() {
        let (theirs, ours) = (round.tasks, tasks.len());
        return refuse(format!("they are of a loop of {theirs} tasks, and this has {ours}"));
    }
    for (shard, tasks, mut bytes) in round.shares() {
        let unread = |_| Error::Parts { why: format!("{shard} does not hold what it should") };
        for _ in tasks {
            watch.go_on()?;
            let (found, rest) = postcard::take_from_bytes(bytes).map_err(unread)?;
            take(found);
            bytes = rest;
        }
        if !bytes.is_empty() {
            return refuse(format!("{shard} holds more than it should"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_shared_out_to_the_last() {
        let tasks = Tasks::new(10, 4);
        assert_eq!((tasks.len(), tasks.steps(0..1), tasks.steps(2..3)), (3, 0..4, 8..10));
        assert_eq!((Tasks::of(0).len(), Tasks::new(0, 0).len()), (0, 0));
        for of in [1, 2, 3, 5] {
            let shares: Vec<Range<usize>> = Shard::all(of).map(|shard| shard.of(3)).collect();
            let joined: Vec<usize> = shares.iter().cloned().flatten().collect();
            assert_eq!(joined, [0, 1, 2], "{shares:?}");
        }
    }

    #[test]
    fn a_loop_inside_a_task_is_all_of_it() {
        let shard = Shard::new(1, 2).expect("a share");
        let watch = Watch::new().sharing(Role::working(shard, Vec::new()));
        let ended = watch.each(Tasks::of(4), |outer| {
            let inner = watch.each(Tasks::of(3), |inner| Ok(inner.start as u8))?;
            Ok((outer.start as u8, inner))
        });
        assert_eq!(ended, Err(Error::Stopped));
        let Some(Outcome::Made(made)) = watch.into_role().and_then(Role::into_outcome) else {
            panic!("its share is done");
        };
        let found: [(u8, Vec<u8>); 2] = postcard::from_bytes(&made.found).expect("two tasks");
        assert_eq!(found, [(2, vec![0, 1, 2]), (3, vec![0, 1, 2])]);
    }

    #[test]
    fn numbers_keep_every_bit() {
        let all = [0.1, -0.0, f64::NAN, -f64::NAN, f64::INFINITY, f64::MIN_POSITIVE / 3.0];
        let mut bytes = Vec::new();
        append(&all, &mut bytes);
        let again: [f64; 6] = postcard::from_bytes(&bytes).expect("six numbers");
        assert_eq!(again.map(f64::to_bits), all.map(f64::to_bits));
    }
}
