//! Structural holes: what constraint, effective size and hierarchy share.

use crate::around::{Around, Places};
use crate::network::Network;
use crate::options::Model;
use crate::{Result, Results, Watch};

/// `z_ij` twice: by strength, and with every tie as 1. In a directed network both ways add up.
pub(crate) type Pair = [f64; 2];

/// The names of the two columns, in the order of a [`Pair`].
pub(crate) const COLUMNS: [&str; 2] = ["value", "unweighted"];

/// The contacts of every actor.
pub(crate) struct Contacts {
    around: Around,
    /// `z_ij`, in the order of the alters.
    ties: Vec<Pair>,
    /// `Σ_k z_ik`.
    sums: Vec<Pair>,
    /// `max_k z_ik`.
    strongest: Vec<Pair>,
}

impl Contacts {
    pub(crate) fn of(net: &Network) -> Self {
        let around = Around::new(net, |_| true);
        let (mut ties, mut sums, mut strongest) = (Vec::new(), Vec::new(), Vec::new());
        for ego in 0..around.len() {
            let start = ties.len();
            if net.is_directed() {
                let alters = around.alters(ego).iter().zip(around.ways(ego));
                let strength = |from, to| net.out().strength(from, to).unwrap_or(0.0);
                ties.extend(alters.map(|(&alter, way)| {
                    let alter = alter as usize;
                    [strength(ego, alter) + strength(alter, ego), f64::from(way.count_ones())]
                }));
            } else {
                ties.extend(net.out().strengths(ego).iter().map(|&strength| [strength, 1.0]));
            }
            let sum = |column: usize| ties[start..].iter().map(|z: &Pair| z[column]).sum();
            sums.push([sum(0), sum(1)]);
            strongest.push(ties[start..].iter().copied().fold([0.0; 2], larger));
        }
        Self { around, ties, sums, strongest }
    }

    /// What `of` finds for each ego, in their order.
    pub(crate) fn each<T: Send>(
        &self,
        watch: &Watch,
        of: impl Fn(usize, &mut Places) -> T + Sync,
    ) -> Result<Vec<T>> {
        self.around.each(watch, of)
    }

    pub(crate) fn alters(&self, ego: usize) -> &[u32] {
        self.around.alters(ego)
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
        &self.ties[self.around.at(ego)]
    }

    /// `p_ij` of each alter: its share of what the ego gives to ties.
    pub(crate) fn shares(&self, ego: usize) -> Vec<Pair> {
        let sum = self.sums[ego];
        self.ties(ego).iter().map(|z| [z[0] / sum[0], z[1] / sum[1]]).collect()
    }

    /// Calls `tied` with the places of q and j and `z_qj`, for each two alters of the ego that are
    /// tied: once from each of them.
    fn among(&self, ego: usize, places: &mut Places, mut tied: impl FnMut(usize, usize, Pair)) {
        self.around.among(ego, places, |q, j, at| {
            tied(q, j, self.ties[at]);
            tied(j, q, self.ties[at]);
        });
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
