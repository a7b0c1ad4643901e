//! Structural holes: what constraint, effective size and hierarchy share.

use rayon::prelude::*;

use crate::network::Network;
use crate::options::Model;
use crate::{Result, Results, Watch};

/// `z_ij` twice: by strength, and with every tie as 1. In a directed network both ways add up.
pub(crate) type Pair = [f64; 2];

/// The names of the two columns, in the order of a [`Pair`].
pub(crate) const COLUMNS: [&str; 2] = ["value", "unweighted"];

/// The contacts of every actor, in flat rows.
pub(crate) struct Contacts {
    starts: Vec<usize>,
    alters: Vec<u32>,
    /// `z_ij`, in the order of the alters.
    ties: Vec<Pair>,
    /// `Σ_k z_ik`.
    sums: Vec<Pair>,
    /// `max_k z_ik`.
    strongest: Vec<Pair>,
    /// Where the alters of each actor end in `onward`.
    onward_ends: Vec<usize>,
    /// Alters who have more alters than the actor, with their ties: each tie once, from the end
    /// where fewer are to be read through.
    onward: Vec<(u32, Pair)>,
}

/// For one ego: at which place among its alters an actor is, counted from 1; 0 for anybody else.
pub(crate) struct Places(Vec<u32>);

impl Contacts {
    pub(crate) fn of(net: &Network) -> Self {
        let n = net.actors().len();
        let mut contacts = Self {
            starts: vec![0],
            alters: Vec::new(),
            ties: Vec::new(),
            sums: Vec::new(),
            strongest: Vec::new(),
            onward_ends: Vec::new(),
            onward: Vec::new(),
        };
        for ego in 0..n {
            let mut add = |alter: usize, z: Pair| {
                contacts.alters.push(alter as u32);
                contacts.ties.push(z);
            };
            let mut into = net.into_rows().row(ego).filter(|_| net.is_directed()).peekable();
            for (alter, sent) in net.out().row(ego) {
                while let Some((before, got)) = into.next_if(|&(from, _)| from < alter) {
                    add(before, [got, 1.0]);
                }
                match into.next_if(|&(from, _)| from == alter) {
                    Some((_, got)) => add(alter, [sent + got, 2.0]),
                    None => add(alter, [sent, 1.0]),
                }
            }
            into.for_each(|(alter, got)| add(alter, [got, 1.0]));
            let ties = &contacts.ties[contacts.starts[ego]..];
            let sum = |column: usize| ties.iter().map(|z| z[column]).sum();
            contacts.sums.push([sum(0), sum(1)]);
            contacts.strongest.push(ties.iter().copied().fold([0.0; 2], larger));
            contacts.starts.push(contacts.alters.len());
        }
        contacts.point_onward();
        contacts
    }

    fn point_onward(&mut self) {
        for ego in 0..self.sums.len() {
            let rank = |actor: usize| (self.alters(actor).len(), actor);
            let ties = self.alters(ego).iter().zip(self.ties(ego));
            let more = ties.filter(|(alter, _)| rank(**alter as usize) > rank(ego));
            let more: Vec<_> = more.map(|(alter, z)| (*alter, *z)).collect();
            self.onward.extend(more);
            self.onward_ends.push(self.onward.len());
        }
    }

    fn onward(&self, ego: usize) -> &[(u32, Pair)] {
        let start = if ego == 0 { 0 } else { self.onward_ends[ego - 1] };
        &self.onward[start..self.onward_ends[ego]]
    }

    /// What `of` finds for each ego, in their order.
    pub(crate) fn each<T: Send>(
        &self,
        watch: &Watch,
        of: impl Fn(usize, &mut Places) -> T + Sync,
    ) -> Result<Vec<T>> {
        let n = self.sums.len();
        watch.expect(n);
        let places = || Places(vec![0; n]);
        let ego = |places: &mut Places, ego: usize| {
            watch.tick()?;
            Ok(of(ego, places))
        };
        (0..n).into_par_iter().with_min_len(16).map_init(places, ego).collect()
    }

    pub(crate) fn alters(&self, ego: usize) -> &[u32] {
        &self.alters[self.starts[ego]..self.starts[ego + 1]]
    }

    /// A column with the value of each ego; those without an alter have none.
    pub(crate) fn values<'r>(
        &self,
        results: Results,
        name: &str,
        value: impl Fn(usize) -> std::result::Result<f64, &'r str>,
    ) -> Results {
        let value = |ego: usize| {
            if self.alters(ego).is_empty() { Err("the actor has no alter") } else { value(ego) }
        };
        results.number(name, (0..self.sums.len()).map(value))
    }

    fn ties(&self, ego: usize) -> &[Pair] {
        &self.ties[self.starts[ego]..self.starts[ego + 1]]
    }

    /// `p_ij` of each alter: its share of what the ego gives to ties.
    pub(crate) fn shares(&self, ego: usize) -> Vec<Pair> {
        let sum = self.sums[ego];
        self.ties(ego).iter().map(|z| [z[0] / sum[0], z[1] / sum[1]]).collect()
    }

    /// Calls `tied` with `z_qj` and the places of q and j, for each two alters of the ego that are
    /// tied: once from each of them.
    fn among(&self, ego: usize, places: &mut Places, mut tied: impl FnMut(usize, usize, Pair)) {
        let alters = self.alters(ego);
        for (place, &alter) in alters.iter().enumerate() {
            places.0[alter as usize] = place as u32 + 1;
        }
        for (q, &alter) in alters.iter().enumerate() {
            for &(other, z) in self.onward(alter as usize) {
                let place = places.0[other as usize] as usize;
                if place > 0 {
                    tied(q, place - 1, z);
                    tied(place - 1, q, z);
                }
            }
        }
        alters.iter().for_each(|&alter| places.0[alter as usize] = 0);
    }

    /// `c_ij` of each alter: how far the ego depends on it, directly and through the others.
    pub(crate) fn dyadic(&self, ego: usize, model: Model, places: &mut Places) -> Vec<Pair> {
        let mut dyadic = self.shares(ego);
        // p_iq over what q gives to ties, to be multiplied by z_qj.
        let mut through = self.sums_of_alters(ego, model, places);
        for (q, share) in dyadic.iter().enumerate() {
            through[q] = [share[0] / through[q][0], share[1] / through[q][1]];
        }
        self.among(ego, places, |q, j, z| {
            dyadic[j][0] += through[q][0] * z[0];
            dyadic[j][1] += through[q][1] * z[1];
        });
        dyadic.iter_mut().flatten().for_each(|c| *c *= *c);
        dyadic
    }

    /// `Σ_k z_qk` of each alter q, over the whole network or the ego and its alters.
    fn sums_of_alters(&self, ego: usize, model: Model, places: &mut Places) -> Vec<Pair> {
        if model == Model::Whole {
            return self.alters(ego).iter().map(|&q| self.sums[q as usize]).collect();
        }
        let mut sums = self.ties(ego).to_vec();
        self.among(ego, places, |q, _, z| {
            sums[q][0] += z[0];
            sums[q][1] += z[1];
        });
        sums
    }

    /// `Σ_q p_iq m_qj` of each alter j: how far what it offers is had from other alters.
    pub(crate) fn redundancy(&self, ego: usize, model: Model, places: &mut Places) -> Vec<Pair> {
        let shares = self.shares(ego);
        let mut redundancy = vec![[0.0; 2]; shares.len()];
        let strongest = self.strongest_of_alters(ego, model, places);
        self.among(ego, places, |q, j, z| {
            redundancy[j][0] += shares[q][0] * z[0] / strongest[j][0];
            redundancy[j][1] += shares[q][1] * z[1] / strongest[j][1];
        });
        redundancy
    }

    /// `max_k z_jk` of each alter j, over the whole network or the ego and its alters.
    fn strongest_of_alters(&self, ego: usize, model: Model, places: &mut Places) -> Vec<Pair> {
        if model == Model::Whole {
            return self.alters(ego).iter().map(|&j| self.strongest[j as usize]).collect();
        }
        let mut strongest = self.ties(ego).to_vec();
        self.among(ego, places, |_, j, z| strongest[j] = larger(strongest[j], z));
        strongest
    }
}

fn larger(a: Pair, b: Pair) -> Pair {
    [a[0].max(b[0]), a[1].max(b[1])]
}
