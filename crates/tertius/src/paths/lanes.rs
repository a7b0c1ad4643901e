//! Brandes' algorithm from eight sources at once: each number is a row of eight, a lane for each
//! source, and one visit to an arc serves all the lanes that pass along it.

use super::alike::Alike;

/// How many sources go at once: a row fills a line of the cache.
pub(super) const LANES: usize = 8;

/// A number for each source.
type Row = [f64; LANES];

const NONE: Row = [0.0; LANES];

/// A class, and the lanes that reach it at some level, a bit each.
type Entry = (u32, u8);

/// Shortest paths by steps from up to eight sources.
pub(super) struct Lanes<'g> {
    graph: &'g Alike,
    /// Shortest paths from each source to one actor of each class.
    sigma: Vec<Row>,
    /// What each class passes on at this level and at the next, and whether it passes anything.
    now: Level,
    next: Level,
    /// Classes some lane has still to reach.
    open: Vec<u32>,
    missing: Vec<u8>,
    /// Classes by level, each with the lanes that reach it there.
    entries: Vec<Entry>,
    ends: Vec<usize>,
}

/// Rows of the classes at one level; those of others are not read.
struct Level {
    rows: Vec<Row>,
    holds: Vec<u8>,
}

impl Level {
    fn new(classes: usize) -> Self {
        Self { rows: vec![NONE; classes], holds: vec![0; classes] }
    }

    fn put(&mut self, class: u32, row: Row, lanes: u8) {
        self.rows[class as usize] = row;
        self.holds[class as usize] = lanes;
    }

    fn clear(&mut self, entries: &[Entry]) {
        entries.iter().for_each(|&(class, _)| self.holds[class as usize] = 0);
    }

    /// The sum over those classes that are at this level.
    fn sum(&self, classes: &[u32], lanes: u8) -> Row {
        let mut sum = NONE;
        for &class in classes {
            if self.holds[class as usize] & lanes != 0 {
                add(&mut sum, &self.rows[class as usize]);
            }
        }
        sum
    }
}

impl<'g> Lanes<'g> {
    pub(super) fn new(graph: &'g Alike) -> Self {
        let classes = graph.len();
        Self {
            graph,
            sigma: vec![NONE; classes],
            now: Level::new(classes),
            next: Level::new(classes),
            open: Vec::with_capacity(classes),
            missing: vec![0; classes],
            entries: Vec::new(),
            ends: Vec::new(),
        }
    }

    /// Adds what each class lies between, from these sources by their weights, to its score.
    pub(super) fn add(&mut self, sources: &[(u32, f64)], scores: &mut [f64]) {
        self.forth(sources);
        self.back(sources, scores);
    }

    fn forth(&mut self, sources: &[(u32, f64)]) {
        let graph = self.graph;
        let all = (1_u32 << sources.len()).wrapping_sub(1) as u8;
        self.sigma.fill(NONE);
        self.missing.fill(all);
        self.entries.clear();
        self.ends.clear();
        self.open.clear();
        self.open.extend(0..graph.len() as u32);
        for (lane, &(source, _)) in sources.iter().enumerate() {
            self.sigma[source as usize][lane] = 1.0;
            self.missing[source as usize] &= !(1 << lane);
            self.now.rows[source as usize][lane] = 1.0;
        }
        // The first step: a source may be an actor whom no path passes.
        let mut first: Vec<u32> =
            sources.iter().flat_map(|&(source, _)| graph.out.ends(source)).copied().collect();
        first.sort_unstable();
        first.dedup();
        for class in first {
            let mut sum = NONE;
            for (lane, &(source, _)) in sources.iter().enumerate() {
                if graph.out.ends(source).binary_search(&class).is_ok() {
                    sum[lane] = 1.0;
                }
            }
            self.reach(class, &sum);
        }
        self.ends.push(self.entries.len());
        std::mem::swap(&mut self.now, &mut self.next);
        let mut start = 0;
        loop {
            let end = self.entries.len();
            if start == end {
                break;
            }
            let open = std::mem::take(&mut self.open);
            let mut left = Vec::with_capacity(open.len());
            for &class in &open {
                if self.missing[class as usize] == 0 {
                    continue;
                }
                let sum = self.now.sum(graph.into.ends(class), self.missing[class as usize]);
                self.reach(class, &sum);
                left.push(class);
            }
            self.open = left;
            self.now.clear(&self.entries[start..end]);
            std::mem::swap(&mut self.now, &mut self.next);
            self.ends.push(self.entries.len());
            start = end;
        }
    }

    /// Paths reach a class: those of lanes that had not reached it before are the shortest.
    fn reach(&mut self, class: u32, paths: &Row) {
        let at = class as usize;
        let size = self.graph.size[at];
        let sigma = &mut self.sigma[at];
        let mut row = NONE;
        let mut lanes = 0_u8;
        for lane in 0..LANES {
            let fresh = if sigma[lane] == 0.0 { paths[lane] } else { 0.0 };
            sigma[lane] += fresh;
            row[lane] = fresh * size;
            lanes |= u8::from(fresh > 0.0) << lane;
        }
        if lanes != 0 {
            self.missing[at] &= !lanes;
            self.entries.push((class, lanes));
            if class < self.graph.inner {
                self.next.put(class, row, lanes);
            }
        }
    }

    fn back(&mut self, sources: &[(u32, f64)], scores: &mut [f64]) {
        let graph = self.graph;
        let mut weights = NONE;
        for (weight, source) in weights.iter_mut().zip(sources) {
            *weight = source.1;
        }
        for level in (0..self.ends.len()).rev() {
            let start = if level == 0 { 0 } else { self.ends[level - 1] };
            let end = self.ends[level];
            for &(class, lanes) in &self.entries[start..end] {
                let at = class as usize;
                let beyond = if class < graph.inner {
                    self.now.sum(graph.out.ends(class), lanes)
                } else {
                    NONE
                };
                let (size, sigma) = (graph.size[at], &self.sigma[at]);
                let on = on(lanes);
                let mut row = NONE;
                let mut score = NONE;
                for lane in 0..LANES {
                    let delta = sigma[lane] * beyond[lane];
                    let share = (1.0 + delta) / sigma[lane] * size;
                    row[lane] = if on[lane] > 0.0 { share } else { 0.0 };
                    score[lane] = on[lane] * delta * weights[lane];
                }
                scores[at] += score.iter().sum::<f64>();
                self.next.put(class, row, lanes);
            }
            if let Some(&after) = self.ends.get(level + 1) {
                self.now.clear(&self.entries[end..after]);
            }
            std::mem::swap(&mut self.now, &mut self.next);
        }
        let end = self.ends.first().copied().unwrap_or(0);
        self.now.clear(&self.entries[..end]);
    }
}

/// 1 in each of these lanes.
fn on(lanes: u8) -> Row {
    std::array::from_fn(|lane| f64::from((lanes >> lane) & 1))
}

fn add(sum: &mut Row, row: &Row) {
    for lane in 0..LANES {
        sum[lane] += row[lane];
    }
}
