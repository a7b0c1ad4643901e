use super::tasks::in_tasks;
use crate::network::Rows;
use crate::shards::Found;
use crate::{Result, Watch};

/// How many sources go at once: a bit each, in a few machine words.
pub(crate) const SOURCES: usize = 64 * WORDS;

const WORDS: usize = 4;

/// Some of the sources that go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Set([u64; WORDS]);

impl Set {
    fn one(at: usize) -> Self {
        let mut set = Self::default();
        set.0[at / 64] = 1 << (at % 64);
        set
    }

    /// How many there are.
    pub(crate) fn len(self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Their numbers among the sources.
    pub(crate) fn members(self) -> impl Iterator<Item = usize> {
        (0..SOURCES).filter(move |at| self.0[at / 64] >> (at % 64) & 1 == 1)
    }

    fn is_empty(self) -> bool {
        self == Self::default()
    }

    fn insert(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(word, other)| *word |= other);
    }

    fn without(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] & !other.0[at]))
    }
}

/// Steps from many sources at once: in each step a tie passes on, in one operation, whatever
/// sources have just reached its near end.
pub(crate) struct StepsOfMany {
    seen: Vec<Set>,
    now: Vec<Set>,
    next: Vec<Set>,
}

impl StepsOfMany {
    pub(crate) fn new(actors: usize) -> Self {
        let none = || vec![Set::default(); actors];
        Self { seen: none(), now: none(), next: none() }
    }

    /// Walks along the rows from up to [`SOURCES`] sources, and tells of each actor after how many
    /// steps, one or more, which of them first reach it.
    pub(crate) fn from(
        &mut self,
        rows: &Rows,
        sources: &[u32],
        watch: &Watch,
        mut reach: impl FnMut(usize, usize, Set),
    ) -> Result<()> {
        self.seen.fill(Set::default());
        let mut front: Vec<u32> = sources.to_vec();
        for (at, &source) in sources.iter().enumerate() {
            self.seen[source as usize].insert(Set::one(at));
            self.now[source as usize] = Set::one(at);
        }
        for steps in 1.. {
            let mut touched = Vec::new();
            for &actor in &front {
                watch.go_on()?;
                let here = std::mem::take(&mut self.now[actor as usize]);
                for &alter in rows.alters(actor as usize) {
                    let there = &mut self.next[alter as usize];
                    if there.is_empty() {
                        touched.push(alter);
                    }
                    there.insert(here);
                }
            }
            front.clear();
            for &actor in &touched {
                let at = actor as usize;
                let fresh = std::mem::take(&mut self.next[at]).without(self.seen[at]);
                if !fresh.is_empty() {
                    self.seen[at].insert(fresh);
                    self.now[at] = fresh;
                    front.push(actor);
                    reach(at, steps, fresh);
                }
            }
            if front.is_empty() {
                break;
            }
        }
        Ok(())
    }
}

/// How many tasks everybody is shared out to.
const TASKS: usize = 16;

/// Walks along the rows from everybody, and tells of each actor after how many steps, one or more,
/// who first reaches it. Gives what each task found.
pub(crate) fn steps_from_all<T: Found>(
    rows: &Rows,
    watch: &Watch,
    new: impl Fn() -> T + Sync,
    reach: impl Fn(&mut T, usize, usize, Set) + Sync,
) -> Result<Vec<T>> {
    let all: Vec<u32> = (0..rows.len() as u32).collect();
    let new = || (StepsOfMany::new(rows.len()), new());
    in_tasks(&all, SOURCES, TASKS, watch, new, |steps, found: &mut T, sources| {
        steps.from(rows, sources, watch, |actor, steps, sources| {
            reach(found, actor, steps, sources);
        })
    })
}
