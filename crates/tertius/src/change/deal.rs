//! Ties dealt at random to some of the places there are.

/// So many dealt to all places, of which some are a group's own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deal {
    pub(super) all: usize,
    pub(super) own: usize,
    pub(super) dealt: usize,
}

impl Deal {
    /// How many come to the group on average.
    pub(super) fn mean(self) -> f64 {
        if self.all == 0 { 0.0 } else { self.dealt as f64 * self.share() }
    }

    pub(super) fn variance(self) -> f64 {
        if self.all < 2 {
            return 0.0;
        }
        let (all, dealt) = (self.all as f64, self.dealt as f64);
        dealt * self.share() * (1.0 - self.share()) * (all - dealt) / (all - 1.0)
    }

    fn share(self) -> f64 {
        self.own as f64 / self.all as f64
    }

    /// The probability of each number that may come to the group, from none (the hypergeometric
    /// distribution).
    pub(super) fn chances(self) -> Vec<f64> {
        let least = (self.dealt + self.own).saturating_sub(self.all);
        let most = self.dealt.min(self.own);
        let others = self.all - self.own;
        // From each to the next by their ratio, from the likeliest, so that none is lost to rounding.
        let mode = ((self.dealt + 1) * (self.own + 1) / (self.all + 2)).clamp(least, most);
        let up = |k: usize| {
            (self.own - k) as f64 * (self.dealt - k) as f64
                / ((k + 1) as f64 * (others + k + 1 - self.dealt) as f64)
        };
        let mut chances = vec![0.0; most + 1];
        chances[mode] = 1.0;
        (mode..most).for_each(|k| chances[k + 1] = chances[k] * up(k));
        (least..mode).rev().for_each(|k| chances[k] = chances[k + 1] / up(k));
        let sum: f64 = chances.iter().sum();
        chances.iter().map(|chance| chance / sum).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Deal;

    #[test]
    fn chances_are_shares_of_deals() {
        // Three dealt to five places, two of them own: 1, 6 and 3 of 10 deals.
        let deal = Deal { all: 5, own: 2, dealt: 3 };
        let chances = deal.chances();
        let differs = chances.iter().zip([0.1, 0.6, 0.3]).any(|(a, b)| (a - b).abs() > 1e-12);
        assert!(!differs, "{chances:?}");
        assert!((deal.mean() - 1.2).abs() < 1e-12 && (deal.variance() - 0.36).abs() < 1e-12);
    }

    #[test]
    fn what_must_come_comes() {
        assert_eq!(Deal { all: 3, own: 2, dealt: 3 }.chances(), [0.0, 0.0, 1.0]);
        assert_eq!(Deal { all: 0, own: 0, dealt: 0 }.chances(), [1.0]);
        assert_eq!(Deal { all: 4, own: 0, dealt: 2 }.chances(), [1.0]);
    }
}
