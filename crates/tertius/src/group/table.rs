//! Ties and dyads by pair of groups.

use std::collections::BTreeMap;

use crate::network::{Grouping, Network, Others};
use crate::options::{Direction, Ties};

/// Ties and dyads by pair of groups. After the groups come two places: not known, and several.
pub(super) struct Table {
    pub(super) labels: Vec<String>,
    groups: usize,
    directed: bool,
    two_modes: bool,
    /// How ties are compared with what is expected.
    counted: Ties,
    /// Strengths added up, and ties.
    strengths: BTreeMap<(usize, usize), f64>,
    numbers: BTreeMap<(usize, usize), usize>,
    /// Observed dyads, and the ties of each actor spread evenly over those it could be tied to:
    /// a row of cells for each place.
    dyads: Vec<usize>,
    spread: Vec<f64>,
    out: Vec<f64>,
    into: Vec<f64>,
}

impl Table {
    pub(super) fn new(net: &Network, by: &Grouping, ties: Ties) -> Self {
        let placed = by.placed();
        let groups = by.labels().len();
        let cells = (groups + 2) * (groups + 2);
        let mut table = Self {
            labels: placed.labels().to_vec(),
            groups,
            directed: net.is_directed(),
            two_modes: net.first_mode().is_some(),
            counted: ties,
            strengths: BTreeMap::new(),
            numbers: BTreeMap::new(),
            dyads: vec![0; cells],
            spread: vec![0.0; cells],
            out: vec![0.0; groups + 2],
            into: vec![0.0; groups + 2],
        };
        let place = |actor: u32| placed.groups(actor as usize)[0] as usize;
        // What each actor's ties to actors of known group count.
        let mut sent = vec![0.0; net.actors().len()];
        for tie in net.observed_ties() {
            let (from, to) = (place(tie.from), place(tie.to));
            *table.strengths.entry(table.cell(from, to)).or_default() += tie.strength;
            *table.numbers.entry(table.cell(from, to)).or_default() += 1;
            if table.known((from, to)) {
                table.out[from] += ties.strength(tie);
                table.into[to] += ties.strength(tie);
                sent[tie.from as usize] += ties.strength(tie);
                if !table.directed {
                    sent[tie.to as usize] += ties.strength(tie);
                }
            }
        }
        table.count_dyads(&Others::new(net, &placed, Direction::Out), &placed, &sent);
        table
    }

    fn count_dyads(&mut self, others: &Others<'_>, placed: &Grouping, sent: &[f64]) {
        let width = self.groups + 2;
        for (ego, &sent) in sent.iter().enumerate() {
            let place = placed.groups(ego)[0] as usize;
            let row: Vec<usize> =
                (0..width).map(|other| others.in_group(ego, other as u32)).collect();
            let known: usize = row[..self.groups].iter().sum();
            for (other, dyads) in row.into_iter().enumerate() {
                let (from, to) = self.cell(place, other);
                self.dyads[from * width + to] += dyads;
                if sent > 0.0 {
                    self.spread[from * width + to] += sent * dyads as f64 / known as f64;
                }
            }
        }
        // Where ties have no direction, every dyad and every tie is at hand from both its ends.
        if !self.directed {
            self.dyads.iter_mut().for_each(|dyads| *dyads /= 2);
            self.spread.iter_mut().for_each(|spread| *spread /= 2.0);
        }
    }

    pub(super) fn cell(&self, from: usize, to: usize) -> (usize, usize) {
        if self.directed || from <= to { (from, to) } else { (to, from) }
    }

    pub(super) fn known(&self, cell: (usize, usize)) -> bool {
        cell.0 < self.groups && cell.1 < self.groups
    }

    pub(super) fn dyads(&self, cell: (usize, usize)) -> usize {
        self.dyads[cell.0 * (self.groups + 2) + cell.1]
    }

    /// Ties if each actor's were spread evenly over those it could be tied to.
    pub(super) fn spread(&self, cell: (usize, usize)) -> f64 {
        self.spread[cell.0 * (self.groups + 2) + cell.1]
    }

    pub(super) fn number(&self, cell: (usize, usize)) -> usize {
        self.numbers.get(&cell).copied().unwrap_or(0)
    }

    pub(super) fn strength(&self, cell: (usize, usize)) -> f64 {
        self.strengths.get(&cell).copied().unwrap_or(0.0)
    }

    /// Ties as they are to count.
    pub(super) fn ties(&self, cell: (usize, usize)) -> f64 {
        match self.counted {
            Ties::Binary => self.number(cell) as f64,
            Ties::Strength => self.strength(cell),
        }
    }

    /// Every pair of groups, and pairs with actors that cannot be placed where they hold ties.
    pub(super) fn cells(&self) -> Vec<(usize, usize)> {
        let groups = 0..self.groups;
        let known = groups
            .clone()
            .flat_map(|a| (if self.directed { 0 } else { a }..self.groups).map(move |b| (a, b)));
        let unplaced = self.strengths.keys().copied().filter(|&cell| !self.known(cell));
        known.chain(unplaced).collect()
    }

    /// Ties if each group kept its number of them and chose whom at random.
    pub(super) fn by_degree(&self, (g, h): (usize, usize), total: f64) -> f64 {
        if self.directed {
            return self.out[g] * self.into[h] / total;
        }
        if self.two_modes {
            // The first mode sends and the second gets: a tie within a group joins its two parts.
            let across = self.out[g] * self.into[h] + self.out[h] * self.into[g];
            return if g == h { across / 2.0 } else { across } / total;
        }
        let degree = |group: usize| self.out[group] + self.into[group];
        let both = degree(g) * degree(h) / (2.0 * total);
        if g == h { both / 2.0 } else { both }
    }
}
