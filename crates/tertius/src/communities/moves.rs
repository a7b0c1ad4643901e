use std::collections::VecDeque;

use super::graph::{Graph, Sums};
use super::leiden::EVERY;
use crate::{Result, Watch};

/// What a move must gain, in ties of mean strength: less is rounding.
pub(super) const GAIN: f64 = 1e-9;

/// Moves nodes, in the order in which they lie, each to the community that gains most by it, until
/// none gains: after a move only the neighbours that were left behind are looked at again. What that
/// adds, in ties of mean strength.
pub(super) fn settle(graph: &Graph, labels: &mut [u32], watch: &Watch) -> Result<f64> {
    let n = graph.len();
    let mut communities = Communities::new(graph, labels);
    let (mut queue, mut waits): (VecDeque<u32>, _) = ((0..n as u32).collect(), vec![true; n]);
    let (mut sums, mut added, mut looked_at) = (Sums::new(n), 0.0, 0_usize);
    while let Some(node) = queue.pop_front() {
        looked_at += 1;
        if looked_at % EVERY == 0 {
            watch.tick()?;
        }
        let node = node as usize;
        waits[node] = false;
        graph.ties(node).for_each(|(to, strength)| sums.add(labels[to as usize], strength));
        let from = labels[node];
        let (to, gain) = communities.best(graph, node, from, &sums);
        sums.clear();
        if from == to {
            continue;
        }
        labels[node] = to;
        added += gain;
        for &alter in graph.alters(node) {
            if labels[alter as usize] != to && !waits[alter as usize] {
                waits[alter as usize] = true;
                queue.push_back(alter);
            }
        }
    }
    Ok(added)
}

/// Masses and sizes of communities, and which labels none has.
struct Communities {
    masses: Vec<[f64; 2]>,
    sizes: Vec<u32>,
    free: Vec<u32>,
}

impl Communities {
    fn new(graph: &Graph, labels: &[u32]) -> Self {
        let n = graph.len();
        let mut all = Self { masses: vec![[0.0; 2]; n], sizes: vec![0; n], free: Vec::new() };
        labels.iter().enumerate().for_each(|(node, &label)| all.take(label, graph.masses[node]));
        all.free = (0..n as u32).rev().filter(|&label| all.sizes[label as usize] == 0).collect();
        all
    }

    fn take(&mut self, label: u32, mass: [f64; 2]) {
        self.sizes[label as usize] += 1;
        self.masses[label as usize][0] += mass[0];
        self.masses[label as usize][1] += mass[1];
    }

    fn lose(&mut self, label: u32, mass: [f64; 2]) {
        self.sizes[label as usize] -= 1;
        self.masses[label as usize][0] -= mass[0];
        self.masses[label as usize][1] -= mass[1];
    }

    /// Where a node does most good, and how much more than where it was: it is moved there. It stays
    /// where nothing is better by enough.
    fn best(&mut self, graph: &Graph, node: usize, from: u32, sums: &Sums) -> (u32, f64) {
        let mass = graph.masses[node];
        self.lose(from, mass);
        let gain = |label: u32| {
            sums.of[label as usize] - graph.expected(mass, self.masses[label as usize])
        };
        let stay = gain(from);
        let (mut to, mut most) = (from, stay);
        for &label in sums.met().iter().filter(|&&label| label != from) {
            let gain = gain(label);
            if gain > most + GAIN {
                (to, most) = (label, gain);
            }
        }
        // Alone it gains nothing, and loses nothing.
        if most < -GAIN && self.sizes[from as usize] > 0 {
            to = self.free.pop().expect("fewer communities than nodes, while one has two");
            most = 0.0;
        }
        if to != from && self.sizes[from as usize] == 0 {
            self.free.push(from);
            // What rounding left.
            self.masses[from as usize] = [0.0; 2];
        }
        self.take(to, mass);
        (to, most - stay)
    }
}
