//! Structural holes by the formulas of Burt (1992) as printed, on dense matrices.

use proptest::prelude::*;
use tertius::Unit;

use super::{run, same};
use crate::networks::{Ties, any_ties};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn structural_holes_are_the_formulas_on_dense_matrices(
        ties in any_ties(8), whole in any::<bool>(),
    ) {
        let (net, options) = (ties.network(), [("model", if whole { "whole" } else { "ego" })]);
        let constraint = run(&net, Unit::Actor, "constraint", &options);
        let hierarchy = run(&net, Unit::Actor, "hierarchy", &options);
        let size = run(&net, Unit::Actor, "effective_size", &options);
        for (column, efficiency, weighted) in
            [("value", "efficiency", true), ("unweighted", "unweighted_efficiency", false)]
        {
            let holes = Holes::new(&ties, weighted, whole);
            for i in 0..ties.actors {
                let c: Vec<f64> = holes.alters(i).map(|j| holes.dyadic(i, j)).collect();
                let k = c.len() as f64;
                let all = c.iter().sum::<f64>();
                same(&constraint, column, i, (k > 0.0).then_some(all))?;
                let theil = c.iter().map(|c| c / (all / k) * (c / (all / k)).ln()).sum::<f64>();
                same(&hierarchy, column, i, (k > 1.0).then(|| theil / (k * k.ln())))?;
                let effective = holes.alters(i).map(|j| 1.0 - holes.redundancy(i, j)).sum::<f64>();
                same(&size, column, i, (k > 0.0).then_some(effective))?;
                same(&size, efficiency, i, (k > 0.0).then(|| effective / k))?;
            }
        }
    }

    #[test]
    fn without_strengths_effective_size_is_borgattis(ties in any_ties(8)) {
        prop_assume!(!ties.directed);
        let size = run(&ties.network(), Unit::Actor, "effective_size", &[]);
        let w = ties.matrix();
        for i in 0..ties.actors {
            let alters: Vec<usize> = (0..ties.actors).filter(|&j| w[i][j] > 0.0).collect();
            let k = alters.len() as f64;
            let among = alters.iter().flat_map(|&j| alters.iter().map(move |&q| (j, q)));
            let t = among.filter(|&(j, q)| j < q && w[j][q] > 0.0).count() as f64;
            same(&size, "unweighted", i, (k > 0.0).then(|| k - 2.0 * t / k))?;
        }
    }
}

/// `z_ij`, and whose ties count.
struct Holes {
    z: Vec<Vec<f64>>,
    whole: bool,
}

impl Holes {
    fn new(ties: &Ties, weighted: bool, whole: bool) -> Self {
        let (n, mut w) = (ties.actors, ties.matrix());
        if !weighted {
            w.iter_mut().flatten().for_each(|w| *w = if *w > 0.0 { 1.0 } else { 0.0 });
        }
        let z = |i: usize, j: usize| if ties.directed { w[i][j] + w[j][i] } else { w[i][j] };
        let z = (0..n).map(|i| (0..n).map(|j| z(i, j)).collect()).collect();
        Self { z, whole }
    }

    fn alters(&self, i: usize) -> impl Iterator<Item = usize> {
        (0..self.z.len()).filter(move |&j| self.z[i][j] > 0.0)
    }

    /// Who counts as having ties, around i.
    fn around(&self, i: usize) -> Vec<usize> {
        let inside = |&k: &usize| self.whole || k == i || self.z[i][k] > 0.0;
        (0..self.z.len()).filter(inside).collect()
    }

    /// `p_qj` around i.
    fn share(&self, i: usize, q: usize, j: usize) -> f64 {
        self.z[q][j] / self.around(i).iter().map(|&k| self.z[q][k]).sum::<f64>()
    }

    fn dyadic(&self, i: usize, j: usize) -> f64 {
        let others = self.alters(i).filter(|&q| q != j);
        let through = others.map(|q| self.share(i, i, q) * self.share(i, q, j)).sum::<f64>();
        (self.share(i, i, j) + through).powi(2)
    }

    fn redundancy(&self, i: usize, j: usize) -> f64 {
        let strongest = self.around(i).iter().map(|&k| self.z[j][k]).fold(0.0, f64::max);
        let others = self.alters(i).filter(|&q| q != j);
        others.map(|q| self.share(i, i, q) * self.z[j][q] / strongest).sum()
    }
}
