//! Brandes' algorithm from eight sources at once: each number is a row of eight, a lane for each
//! source, and one visit to an arc serves all the lanes that pass along it.

use super::alike::Alike;

/// How many sources go at once: a row fills a line of the cache.
pub(super) const LANES: usize = 8;

/// A number for each source.
pub(super) type Row = [f64; LANES];

const NONE: Row = [0.0; LANES];

/// A class, and the lanes that reach it at some level, a bit each.
type Entry = (u32, u8);

/// Shortest paths by steps from up to eight sources.
pub(super) struct Lanes<'g> {
    graph: &'g Alike,
    /// Shortest paths from each source to one actor of each class.
    sigma: Vec<Row>,
    /// What the classes at one level pass on, and at the next.
    now: Level,
    next: Level,
    /// Lanes that have still to reach each class, and the classes there are such lanes for.
    missing: Vec<u8>,
    open: Vec<u32>,
    sources: Vec<u32>,
    /// Classes by level, each with the lanes that reach it there, and where each level ends.
    entries: Vec<Entry>,
    ends: Vec<usize>,
}

impl<'g> Lanes<'g> {
    pub(super) fn new(graph: &'g Alike) -> Self {
        let classes = graph.len();
        Self {
            graph,
            sigma: vec![NONE; classes],
            now: Level::new(classes),
            next: Level::new(classes),
            missing: vec![0; classes],
            open: Vec::with_capacity(classes),
            sources: Vec::new(),
            entries: Vec::new(),
            ends: Vec::new(),
        }
    }

    /// Goes from these sources to everybody they reach in so many steps.
    pub(super) fn forth(&mut self, sources: &[u32], most: usize) {
        self.start(sources);
        let mut front = 0..self.entries.len();
        while !front.is_empty() {
            std::mem::swap(&mut self.now, &mut self.next);
            self.ends.push(front.end);
            let last = self.entries[front.clone()].to_vec();
            if self.ends.len() < most {
                self.step(&last);
            } else {
                self.now.clear(&last);
            }
            front = front.end..self.entries.len();
        }
    }

    /// Adds what one actor of each class lies between, on the way from the sources, by their weights,
    /// to such a share of each class; and, if asked for, what takes each arc.
    pub(super) fn back(
        &mut self,
        weights: &Row,
        targets: &[f64],
        scores: &mut [f64],
        mut arcs: Option<&mut [f64]>,
    ) {
        let entries = std::mem::take(&mut self.entries);
        let mut beyond: &[Entry] = &[];
        for level in (0..self.ends.len()).rev() {
            let start = if level == 0 { 0 } else { self.ends[level - 1] };
            let here = &entries[start..self.ends[level]];
            self.level(here, beyond, weights, targets, scores);
            if let Some(arcs) = arcs.as_deref_mut() {
                self.along(here, weights, arcs);
            }
            std::mem::swap(&mut self.now, &mut self.next);
            self.next.clear(beyond);
            beyond = here;
        }
        if let Some(arcs) = arcs {
            let sources: Vec<Entry> = self.sources.iter().copied().zip(lanes()).collect();
            self.along(&sources, weights, arcs);
        }
        self.now.clear(beyond);
        self.entries = entries;
    }

    /// Adds what takes the arcs from these classes to those beyond.
    fn along(&self, here: &[Entry], weights: &Row, arcs: &mut [f64]) {
        for &(class, lanes) in here {
            let (sigma, on) = (&self.sigma[class as usize], on(lanes));
            let passing: Row = std::array::from_fn(|lane| on[lane] * weights[lane] * sigma[lane]);
            for (at, &alter) in self.graph.out.places(class).zip(self.graph.out.ends(class)) {
                if self.now.holds[alter as usize] & lanes != 0 {
                    let shares = &self.now.rows[alter as usize];
                    arcs[at] += passing.iter().zip(shares).map(|(a, b)| a * b).sum::<f64>();
                }
            }
        }
    }

    /// The first step, which a source may take though no path passes it.
    fn start(&mut self, sources: &[u32]) {
        let graph = self.graph;
        self.sources.clear();
        self.sources.extend(sources);
        self.entries.clear();
        self.ends.clear();
        self.sigma.fill(NONE);
        self.missing.fill(u8::MAX >> (LANES - sources.len()));
        self.open.clear();
        self.open.extend(0..graph.len() as u32);
        let mut first = Vec::new();
        for (lane, &source) in sources.iter().enumerate() {
            self.sigma[source as usize][lane] = 1.0;
            self.missing[source as usize] &= !(1 << lane);
            first.extend_from_slice(graph.out.ends(source));
        }
        first.sort_unstable();
        first.dedup();
        for class in first {
            let tied = |source: u32| graph.out.ends(source).binary_search(&class).is_ok();
            let mut paths = NONE;
            for (paths, &source) in paths.iter_mut().zip(sources) {
                *paths = f64::from(u8::from(tied(source)));
            }
            self.reach(class, &paths);
        }
    }

    /// Goes on from the classes reached last: by their arcs, or by those of the classes that are
    /// still to be reached, if these are fewer.
    fn step(&mut self, front: &[Entry]) {
        let graph = self.graph;
        if 2 * arcs(&graph.out, front) < self.open.len() {
            let mut touched = Vec::new();
            for &(class, lanes) in front.iter().filter(|it| it.0 < graph.inner) {
                for &alter in graph.out.ends(class) {
                    if self.missing[alter as usize] & lanes != 0 {
                        if self.next.holds[alter as usize] == 0 {
                            self.next.put(alter, NONE, lanes);
                            touched.push(alter);
                        }
                        add(&mut self.next.rows[alter as usize], &self.now.rows[class as usize]);
                    }
                }
            }
            for class in touched {
                self.next.holds[class as usize] = 0;
                let paths = self.next.rows[class as usize];
                self.reach(class, &paths);
            }
        } else {
            let mut open = std::mem::take(&mut self.open);
            open.retain(|&class| self.missing[class as usize] != 0);
            for &class in &open {
                let paths = self.now.sum(graph.into.ends(class), self.missing[class as usize]);
                self.reach(class, &paths);
            }
            self.open = open;
        }
        self.now.clear(front);
    }

    /// Paths reach a class: those of lanes that had not reached it before are the shortest.
    fn reach(&mut self, class: u32, paths: &Row) {
        let at = class as usize;
        let size = self.graph.size[at];
        let sigma = &mut self.sigma[at];
        let (mut row, mut lanes) = (NONE, 0);
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

    /// Brandes' accumulation, from one level to the level before: with g(w) = (1 + δ(w))/σ(w) of
    /// the classes w beyond, δ(v) = σ(v) Σ_w g(w).
    fn level(
        &mut self,
        here: &[Entry],
        beyond: &[Entry],
        weights: &Row,
        targets: &[f64],
        scores: &mut [f64],
    ) {
        let graph = self.graph;
        let by_beyond = 2 * arcs(&graph.into, beyond) < here.len();
        if by_beyond {
            here.iter().for_each(|&(class, lanes)| self.next.put(class, NONE, lanes));
            for &(class, lanes) in beyond {
                for &alter in graph.into.ends(class) {
                    if self.next.holds[alter as usize] & lanes != 0 {
                        add(&mut self.next.rows[alter as usize], &self.now.rows[class as usize]);
                    }
                }
            }
        }
        for &(class, lanes) in here {
            let at = class as usize;
            let shares = match class {
                leaf if leaf >= graph.inner => NONE,
                _ if by_beyond => self.next.rows[at],
                _ => self.now.sum(graph.out.ends(class), lanes),
            };
            let (size, sigma, on) = (graph.size[at], &self.sigma[at], on(lanes));
            let (mut row, mut score) = (NONE, 0.0);
            for lane in 0..LANES {
                let share = (targets[at] / sigma[lane] + shares[lane]) * size;
                row[lane] = if on[lane] > 0.0 { share } else { 0.0 };
                score += on[lane] * weights[lane] * sigma[lane] * shares[lane];
            }
            scores[at] += score;
            self.next.put(class, row, lanes);
        }
    }
}

/// Rows of the classes at one level, and in which lanes they are; rows of others are not read.
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

    /// The sum over those classes that are at this level in any of these lanes.
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

/// How many arcs there are from these classes.
fn arcs(arcs: &super::arcs::Arcs, entries: &[Entry]) -> usize {
    entries.iter().map(|&(class, _)| arcs.ends(class).len()).sum()
}

/// Each lane alone.
fn lanes() -> impl Iterator<Item = u8> {
    (0..LANES).map(|lane| 1 << lane)
}

/// 1 in each of these lanes.
fn on(lanes: u8) -> Row {
    std::array::from_fn(|lane| f64::from((lanes >> lane) & 1))
}

fn add(sum: &mut Row, row: &Row) {
    sum.iter_mut().zip(row).for_each(|(sum, row)| *sum += row);
}
