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
    starts: Vec<usize>,
    /// Whom ties go to, and how strong they are: in lists of their own, which take less room than one
    /// of pairs.
    alters: Vec<u32>,
    strengths: Vec<f64>,
    pub(super) masses: Vec<[f64; 2]>,
    rate: f64,
    /// Ties in all, those within the sets among them.
    all: f64,
}

impl Graph {
    pub(super) fn new(net: &Network, options: &CommunityOptions) -> Self {
        let n = net.actors().len();
        let total: f64 = net.ties().iter().map(|tie| options.ties.strength(tie)).sum();
        // In units of the mean, so that only proportions decide.
        let unit = if total > 0.0 { total / net.ties().len() as f64 } else { 1.0 };
        let mut graph = Self {
            starts: vec![0],
            alters: Vec::new(),
            strengths: Vec::new(),
            masses: vec![[0.0; 2]; n],
            rate: 0.0,
            all: net.ties().len() as f64,
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
                graph.alters.push(same[0].0 as u32);
                graph.strengths.push(same.iter().map(strength).sum());
            }
            graph.starts.push(graph.alters.len());
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

    pub(super) fn alters(&self, of: usize) -> &[u32] {
        &self.alters[self.starts[of]..self.starts[of + 1]]
    }

    fn strengths(&self, of: usize) -> &[f64] {
        &self.strengths[self.starts[of]..self.starts[of + 1]]
    }

    pub(super) fn ties(&self, of: usize) -> impl Iterator<Item = (u32, f64)> {
        self.alters(of).iter().copied().zip(self.strengths(of).iter().copied())
    }

    /// Ties to expect between two masses.
    pub(super) fn expected(&self, a: [f64; 2], b: [f64; 2]) -> f64 {
        self.rate * (a[0] * b[1] + a[1] * b[0])
    }

    /// Modularity: the share of ties within communities less that to expect.
    pub(super) fn quality(&self, labels: &[u32]) -> f64 {
        let communities = labels.iter().max().map_or(0, |&label| label as usize + 1);
        let mut masses = vec![[0.0; 2]; communities];
        let mut within = 0.0;
        for (of, &label) in labels.iter().enumerate() {
            masses[label as usize][0] += self.masses[of][0];
            masses[label as usize][1] += self.masses[of][1];
            let inside = self.ties(of).filter(|(to, _)| labels[*to as usize] == label);
            within += inside.map(|(_, strength)| strength).sum::<f64>();
        }
        let expected: f64 = masses.iter().map(|mass| self.rate * mass[0] * mass[1]).sum();
        (within / 2.0 - expected) / self.all.max(1.0)
    }

    /// The same graph with its nodes in another order.
    pub(super) fn laid(&self, order: &[u32]) -> Self {
        let mut place = vec![0; order.len()];
        order.iter().enumerate().for_each(|(at, &node)| place[node as usize] = at as u32);
        let mut graph = self.to_fill(order.len());
        for node in order.iter().map(|&node| node as usize) {
            graph.masses.push(self.masses[node]);
            graph.alters.extend(self.alters(node).iter().map(|&alter| place[alter as usize]));
            graph.strengths.extend(self.strengths(node));
            graph.starts.push(graph.alters.len());
        }
        graph
    }

    /// The graph of sets of its nodes; `sets` numbers them without gaps.
    pub(super) fn together(&self, sets: &[u32], number: usize) -> Self {
        let members = Members::new(sets, number);
        let mut graph = self.to_fill(number);
        let mut sums = Sums::new(number);
        for set in 0..number {
            let mut mass = [0.0; 2];
            for of in members.of(set).iter().map(|&of| of as usize) {
                mass[0] += self.masses[of][0];
                mass[1] += self.masses[of][1];
                self.ties(of).for_each(|(to, strength)| sums.add(sets[to as usize], strength));
            }
            graph.masses.push(mass);
            for &to in sums.met().iter().filter(|&&to| to as usize != set) {
                graph.alters.push(to);
                graph.strengths.push(sums.of[to as usize]);
            }
            sums.clear();
            graph.starts.push(graph.alters.len());
        }
        graph
    }

    /// Without nodes yet: room for so many, and for as many ties as here.
    fn to_fill(&self, nodes: usize) -> Self {
        let mut starts = Vec::with_capacity(nodes + 1);
        starts.push(0);
        Self {
            starts,
            alters: Vec::with_capacity(self.alters.len()),
            strengths: Vec::with_capacity(self.alters.len()),
            masses: Vec::with_capacity(nodes),
            rate: self.rate,
            all: self.all,
        }
    }
}

/// Nodes by their set.
pub(super) struct Members {
    ends: Vec<usize>,
    pub(super) nodes: Vec<u32>,
}

impl Members {
    pub(super) fn new(sets: &[u32], number: usize) -> Self {
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
    /// Every place is written to and only a new one kept: whether it is new is no use guessing, and
    /// wrong guesses of the processor would take as long as everything else.
    seen: Vec<u32>,
    kept: usize,
}

impl Sums {
    pub(super) fn new(number: usize) -> Self {
        Self { of: vec![0.0; number], seen: vec![0; number + 1], kept: 0 }
    }

    pub(super) fn add(&mut self, to: u32, strength: f64) {
        let sum = &mut self.of[to as usize];
        self.seen[self.kept] = to;
        // A strength beside which others vanish leaves them at zero: they would be new each time.
        self.kept += usize::from(*sum == 0.0 && strength > 0.0);
        *sum += strength;
    }

    pub(super) fn met(&self) -> &[u32] {
        &self.seen[..self.kept]
    }

    pub(super) fn clear(&mut self) {
        self.seen[..self.kept].iter().for_each(|&to| self.of[to as usize] = 0.0);
        self.kept = 0;
    }
}
