use super::words::{Set, steps_from_all};
use crate::network::Rows;
use crate::{Result, Watch};

/// How many steps actors are from a source, or from the nearest of several.
pub(crate) struct Steps {
    /// The search that reached each actor last: no mark need be wiped off.
    reached: Vec<u32>,
    search: u32,
    queue: Vec<u32>,
}

impl Steps {
    pub(crate) fn new(actors: usize) -> Self {
        Self { reached: vec![0; actors], search: 0, queue: Vec::new() }
    }

    /// How many actors are one step away, two, and so on, none of them by way of those `without`.
    pub(crate) fn levels(
        &mut self,
        rows: &Rows,
        sources: &[usize],
        without: &[usize],
    ) -> Vec<usize> {
        self.search += 1;
        self.queue.clear();
        without.iter().for_each(|&actor| self.reached[actor] = self.search);
        for &source in sources {
            self.reached[source] = self.search;
            self.queue.push(source as u32);
        }
        let (mut levels, mut at) = (Vec::new(), 0);
        while at < self.queue.len() {
            let end = self.queue.len();
            for place in at..end {
                for &alter in rows.alters(self.queue[place] as usize) {
                    if self.reached[alter as usize] != self.search {
                        self.reached[alter as usize] = self.search;
                        self.queue.push(alter);
                    }
                }
            }
            levels.push(self.queue.len() - end);
            at = end;
        }
        levels.pop();
        levels
    }
}

/// Nearness of those reached, added up: 1 for each at one step, 1/2 at two, 1/3 at three.
pub(crate) fn nearness(levels: &[usize]) -> f64 {
    levels.iter().zip(1_u32..).map(|(&actors, steps)| actors as f64 / f64::from(steps)).sum()
}

/// How many ordered pairs of actors are one step apart, two, and so on.
pub(crate) fn pairs_by_steps(rows: &Rows, watch: &Watch) -> Result<Vec<usize>> {
    let reach =
        |pairs: &mut Vec<usize>, _, steps, sources: Set| add_pairs(pairs, steps, sources.len());
    let mut pairs = Vec::new();
    for part in steps_from_all(rows, watch, Vec::new, reach)? {
        (1..).zip(part).for_each(|(steps, more)| add_pairs(&mut pairs, steps, more));
    }
    Ok(pairs)
}

/// Adds pairs that are so many steps apart, one or more.
pub(crate) fn add_pairs(pairs: &mut Vec<usize>, steps: usize, more: usize) {
    if pairs.len() < steps {
        pairs.resize(steps, 0);
    }
    pairs[steps - 1] += more;
}
