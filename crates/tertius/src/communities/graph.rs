use super::CommunityOptions;
use crate::Network;
use crate::options::Ties;

/// What communities are looked for in: actors, or sets of them that stay together.
///
/// A community is worth its ties less those to expect, `rate · A · B` of its masses A and B. Masses
/// of an actor are what it sends and what it gets (Leicht and Newman 2008); what it holds, for both,
/// without direction (Newman and Girvan 2004); between two modes, what it holds as of the one mode or
/// of the other (Barber 2007).
pub(super) struct Graph {
    pub(super) starts: Vec<usize>,
    pub(super) ties: Vec<(u32, f64)>,
    pub(super) masses: Vec<[f64; 2]>,
    pub(super) rate: f64,
    /// Ties in all, and within the sets: they never part.
    pub(super) all: f64,
    within: f64,
}

impl Graph {
    pub(super) fn new(net: &Network, options: &CommunityOptions) -> Self {
        let n = net.actors().len();
        let total: f64 = net.ties().iter().map(|tie| options.ties.strength(tie)).sum();
        // In units of the mean, so that only proportions decide.
        let unit = if total > 0.0 { total / net.ties().len() as f64 } else { 1.0 };
        let mut graph = Self {
            starts: vec![0],
            ties: Vec::new(),
            masses: vec![[0.0; 2]; n],
            rate: 0.0,
            all: net.ties().len() as f64,
            within: 0.0,
        };
        let (mut both, sides) = (Vec::new(), if net.is_directed() { 2 } else { 1 });
        for ego in 0..n {
            both.clear();
            both.extend(net.out().row(ego));
            if net.is_directed() {
                both.extend(net.into_rows().row(ego));
                both.sort_by_key(|&(alter, _)| alter);
            }
            for same in both.chunk_by(|a, b| a.0 == b.0) {
                let strength = |&(_, strength): &(usize, f64)| match options.ties {
                    Ties::Binary => 1.0,
                    Ties::Strength => strength / unit,
                };
                graph.ties.push((same[0].0 as u32, same.iter().map(strength).sum()));
            }
            graph.starts.push(graph.ties.len());
        }
        for tie in net.ties() {
            let (from, to) = (tie.from as usize, tie.to as usize);
            let strength = options.ties.strength(tie) / unit;
            let two_modes = net.first_mode().is_some_and(|first| (from < first) != (to < first));
            let turned = two_modes && net.first_mode().is_some_and(|first| to < first);
            let (out, into) = if turned { (to, from) } else { (from, to) };
            graph.masses[out][0] += strength;
            graph.masses[into][1] += strength;
            if sides == 1 && !two_modes {
                graph.masses[out][1] += strength;
                graph.masses[into][0] += strength;
            }
        }
        let expected = if sides == 1 && net.first_mode().is_none() { 4.0 } else { 1.0 };
        graph.rate =
            if graph.all > 0.0 { options.resolution / (expected * graph.all) } else { 0.0 };
        graph
    }

    pub(super) fn len(&self) -> usize {
        self.masses.len()
    }

    pub(super) fn ties(&self, of: usize) -> &[(u32, f64)] {
        &self.ties[self.starts[of]..self.starts[of + 1]]
    }

    /// Ties to expect between two masses.
    pub(super) fn expected(&self, a: [f64; 2], b: [f64; 2]) -> f64 {
        self.rate * (a[0] * b[1] + a[1] * b[0])
    }

    /// Modularity: the share of ties within communities less that to expect.
    pub(super) fn quality(&self, labels: &[u32]) -> f64 {
        let communities = labels.iter().max().map_or(0, |&label| label as usize + 1);
        let mut masses = vec![[0.0; 2]; communities];
        let mut within = 2.0 * self.within;
        for (of, &label) in labels.iter().enumerate() {
            masses[label as usize][0] += self.masses[of][0];
            masses[label as usize][1] += self.masses[of][1];
            let inside = self.ties(of).iter().filter(|(to, _)| labels[*to as usize] == label);
            within += inside.map(|(_, strength)| strength).sum::<f64>();
        }
        let expected: f64 = masses.iter().map(|mass| self.rate * mass[0] * mass[1]).sum();
        (within / 2.0 - expected) / self.all.max(1.0)
    }

    /// The graph of sets of its nodes; `sets` numbers them without gaps.
    pub(super) fn together(&self, sets: &[u32], number: usize) -> Self {
        let members = Members::new(sets, number);
        let mut graph = Self {
            starts: Vec::with_capacity(number + 1),
            ties: Vec::new(),
            masses: vec![[0.0; 2]; number],
            rate: self.rate,
            all: self.all,
            within: self.within,
        };
        graph.starts.push(0);
        let mut sums = Sums::new(number);
        for set in 0..number {
            for &of in members.of(set) {
                let (of, mass) = (of as usize, &mut graph.masses[set]);
                mass[0] += self.masses[of][0];
                mass[1] += self.masses[of][1];
                self.ties(of)
                    .iter()
                    .for_each(|&(to, strength)| sums.add(sets[to as usize], strength));
            }
            for &to in &sums.met {
                let strength = sums.of[to as usize];
                if to as usize == set {
                    graph.within += strength / 2.0;
                } else {
                    graph.ties.push((to, strength));
                }
            }
            sums.clear();
            graph.starts.push(graph.ties.len());
        }
        graph
    }
}

/// Nodes by their set.
struct Members {
    ends: Vec<usize>,
    nodes: Vec<u32>,
}

impl Members {
    fn new(sets: &[u32], number: usize) -> Self {
        let mut ends = vec![0; number + 1];
        sets.iter().for_each(|&set| ends[set as usize + 1] += 1);
        (0..number).for_each(|set| ends[set + 1] += ends[set]);
        let (mut next, mut nodes) = (ends.clone(), vec![0; sets.len()]);
        for (node, &set) in sets.iter().enumerate() {
            nodes[next[set as usize]] = node as u32;
            next[set as usize] += 1;
        }
        Self { ends, nodes }
    }

    fn of(&self, set: usize) -> &[u32] {
        &self.nodes[self.ends[set]..self.ends[set + 1]]
    }
}

/// Ties added up by where they go, and where they were seen to go, in that order.
pub(super) struct Sums {
    pub(super) of: Vec<f64>,
    pub(super) met: Vec<u32>,
}

impl Sums {
    pub(super) fn new(number: usize) -> Self {
        Self { of: vec![0.0; number], met: Vec::new() }
    }

    pub(super) fn add(&mut self, to: u32, strength: f64) {
        let sum = &mut self.of[to as usize];
        if *sum == 0.0 {
            self.met.push(to);
        }
        *sum += strength;
    }

    pub(super) fn clear(&mut self) {
        self.met.iter().for_each(|&to| self.of[to as usize] = 0.0);
        self.met.clear();
    }
}
