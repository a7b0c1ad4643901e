//! The best set of so many actors: of all sets where they can be tried, else by search.

use rayon::prelude::*;

use crate::draws::Draws;
use crate::paths::Steps;
use crate::{Result, Watch, counted};

/// The set chosen.
pub(super) struct Choice {
    pub(super) set: Vec<usize>,
    /// What the set is worth, and each actor by itself.
    pub(super) together: f64,
    pub(super) alone: Vec<f64>,
    /// How it was found, in words.
    pub(super) how: String,
}

/// Up to so many sets, all are tried.
const MOST_SETS: f64 = 20_000.0;

/// From how many sets a search starts: one built up actor by actor, others drawn.
const STARTS: u64 = 6;

/// Values that differ by less are the same.
const SAME: f64 = 1e-12;

/// The best set of `size` of `n` actors; of equal ones, the first.
pub(super) fn best<V>(n: usize, size: usize, seed: u64, value: V, watch: &Watch) -> Result<Choice>
where
    V: Fn(&[usize], &mut Steps) -> f64 + Sync,
{
    let tried = Tried { n, value, watch };
    let sets = (0..size).fold(1.0, |sets, at| sets * (n - at) as f64 / (at + 1) as f64).round();
    let all = if sets <= MOST_SETS { combinations(n, size) } else { Vec::new() };
    // How often a search swaps is not known beforehand: four times from each start, say.
    watch.expect(n + if all.is_empty() { STARTS as usize * 4 * size * n } else { all.len() });
    let alone = tried.values(&(0..n).map(|actor| vec![actor]).collect::<Vec<_>>())?;
    if all.is_empty() {
        let (set, together) = tried.search(size, seed)?;
        let how = format!(
            "found by search from {STARTS} starts, for there are {sets} sets of {size}: a better one \
             may have been missed"
        );
        return Ok(Choice { set, together, alone, how });
    }
    let values = tried.values(&all)?;
    let (at, together) = first_of_best(&values);
    let equal = values.iter().filter(|&&value| value >= together - SAME).count() - 1;
    let equal = match equal {
        0 => String::new(),
        _ => format!("; {} as good", counted(equal, "other is", "others are")),
    };
    let how = format!("the best of all {} sets of {size}{equal}", all.len());
    Ok(Choice { set: all[at].clone(), together, alone, how })
}

/// Every set of `size` of the first `n` numbers, in order.
fn combinations(n: usize, size: usize) -> Vec<Vec<usize>> {
    let mut sets = vec![(0..size).collect::<Vec<_>>()];
    loop {
        let mut next = sets[sets.len() - 1].clone();
        let Some(at) = (0..size).rev().find(|&at| next[at] < n - size + at) else { return sets };
        let first = next[at] + 1;
        (at..size).for_each(|later| next[later] = first + later - at);
        sets.push(next);
    }
}

fn first_of_best(values: &[f64]) -> (usize, f64) {
    let better = |best: (usize, f64), (at, &value): (usize, &f64)| {
        if value > best.1 + SAME { (at, value) } else { best }
    };
    values.iter().enumerate().fold((0, f64::NEG_INFINITY), better)
}

/// What sets of `n` actors are worth.
struct Tried<'w, V> {
    n: usize,
    value: V,
    watch: &'w Watch,
}

impl<V: Fn(&[usize], &mut Steps) -> f64 + Sync> Tried<'_, V> {
    fn values(&self, sets: &[Vec<usize>]) -> Result<Vec<f64>> {
        let value = |steps: &mut Steps, set: &Vec<usize>| {
            self.watch.tick()?;
            Ok((self.value)(set, steps))
        };
        sets.par_iter().map_init(|| Steps::new(self.n), value).collect()
    }

    fn search(&self, size: usize, seed: u64) -> Result<(Vec<usize>, f64)> {
        let mut best = self.swapped(self.built(size)?)?;
        for start in 1..STARTS {
            let mut all: Vec<usize> = (0..self.n).collect();
            Draws::new(seed, start).shuffle(&mut all);
            all.truncate(size);
            let found = self.swapped(all)?;
            if found.1 > best.1 + SAME {
                best = found;
            }
        }
        best.0.sort_unstable();
        Ok(best)
    }

    /// Actor by actor, each time the one that adds most.
    fn built(&self, size: usize) -> Result<Vec<usize>> {
        let mut set = Vec::new();
        while set.len() < size {
            let with = |actor: usize| set.iter().copied().chain([actor]).collect::<Vec<_>>();
            let sets: Vec<_> = (0..self.n).filter(|it| !set.contains(it)).map(with).collect();
            set.clone_from(&sets[first_of_best(&self.values(&sets)?).0]);
        }
        Ok(set)
    }

    /// Members and others change places, each time those that add most, until none adds anything.
    fn swapped(&self, mut set: Vec<usize>) -> Result<(Vec<usize>, f64)> {
        let mut value = self.values(std::slice::from_ref(&set))?[0];
        loop {
            let mut sets = Vec::new();
            for place in 0..set.len() {
                for actor in (0..self.n).filter(|it| !set.contains(it)) {
                    let mut other = set.clone();
                    other[place] = actor;
                    sets.push(other);
                }
            }
            let (at, best) = first_of_best(&self.values(&sets)?);
            if best <= value + SAME {
                return Ok((set, value));
            }
            (set, value) = (sets.swap_remove(at), best);
        }
    }
}
