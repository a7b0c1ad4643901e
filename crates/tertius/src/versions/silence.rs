//! Dyads that nobody told of.

use crate::draws::Draws;
use crate::network::{Network, Tie};
use crate::{Result, Watch};

impl Network {
    /// The same with ties in the dyads that were not observed, as often as observed ones hold any,
    /// of strengths drawn from theirs; then every dyad counts as observed.
    pub(super) fn with_silence_filled(&self, draws: &mut Draws, watch: &Watch) -> Result<Self> {
        let told: Vec<f64> = self.observed_ties().map(|tie| tie.strength).collect();
        // Where nothing was observed there is no chance to go by.
        let chance = told.len() as f64 / self.observed_dyads().max(1) as f64;
        let mut filled = Vec::new();
        for (from, to) in self.missing(watch)? {
            if draws.unit() < chance {
                filled.push(Tie { from, to, strength: told[draws.below(told.len())] });
            }
        }
        Ok(self.completed(&filled))
    }
}
