use crate::network::Rows;

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
