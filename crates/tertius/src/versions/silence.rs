//! Dyads that nobody told of.

use crate::draws::Draws;
use crate::network::{Network, Tie};

impl Network {
    /// Lays ties into the dyads that were not observed, as often as observed ones hold any, of
    /// strengths drawn from theirs; then every dyad counts as observed.
    pub(super) fn fill_silence(&mut self, draws: &mut Draws) {
        let told: Vec<f64> = self.observed_ties().map(|tie| tie.strength).collect();
        let observed = self.observed_dyads();
        let mut ties = self.ties().to_vec();
        if observed > 0 {
            let chance = told.len() as f64 / observed as f64;
            for (from, to) in self.silent_dyads() {
                // What is known from somebody else stays.
                if !self.out().has(from, to) && draws.unit() < chance {
                    let strength = told[draws.below(told.len())];
                    ties.push(Tie { from: from as u32, to: to as u32, strength });
                }
            }
        }
        self.set_ties(ties);
        self.set_observed();
    }

    /// The dyads that were not observed, in order.
    fn silent_dyads(&self) -> Vec<(usize, usize)> {
        let n = self.actors().len();
        let to = |from: usize| if self.is_directed() { 0 } else { from + 1 }..n;
        let dyads = (0..n).flat_map(|from| to(from).map(move |to| (from, to)));
        dyads.filter(|&(from, to)| from != to && !self.is_observed(from, to)).collect()
    }
}
