use serde::Deserialize;

/// What becomes of probabilities of many tests, of which some are small by chance alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Adjust {
    /// So that a single one below 5 % among all comes by chance in no more than 5 % of cases
    /// (Holm 1979).
    #[default]
    Holm,
    /// So that of those below 5 % no more than 5 % are there by chance, on average (Benjamini and
    /// Hochberg 1995).
    Bh,
    /// Nothing.
    None,
}

impl Adjust {
    /// Its name.
    ///
    /// ```
    /// use tertius::null::Adjust;
    /// assert_eq!(Adjust::Bh.name(), "bh");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Holm => "holm",
            Self::Bh => "bh",
            Self::None => "none",
        }
    }

    /// The probabilities of tests that are asked together, adjusted.
    pub(crate) fn adjusted(self, p: &[f64]) -> Vec<f64> {
        let mut order: Vec<usize> = (0..p.len()).collect();
        order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
        let m = p.len() as f64;
        let mut adjusted = p.to_vec();
        match self {
            Self::None => {}
            Self::Holm => {
                let mut least = 0.0_f64;
                for (rank, &at) in order.iter().enumerate() {
                    least = least.max((p[at] * (m - rank as f64)).min(1.0));
                    adjusted[at] = least;
                }
            }
            Self::Bh => {
                let mut most = 1.0_f64;
                for (rank, &at) in order.iter().enumerate().rev() {
                    most = most.min(p[at] * m / (rank + 1) as f64);
                    adjusted[at] = most;
                }
            }
        }
        adjusted
    }
}

#[cfg(test)]
mod tests {
    use super::Adjust;

    fn near(found: &[f64], want: &[f64]) -> bool {
        found.iter().zip(want).all(|(a, b)| (a - b).abs() < 1e-12)
    }

    /// R 4.2: `p.adjust(c(.01, .04, .03, .005), "holm")`, and `"BH"`.
    #[test]
    fn as_r_adjusts() {
        let p = [0.01, 0.04, 0.03, 0.005];
        assert!(near(&Adjust::Holm.adjusted(&p), &[0.03, 0.06, 0.06, 0.02]));
        assert!(near(&Adjust::Bh.adjusted(&p), &[0.02, 0.04, 0.04, 0.02]));
        assert!(near(&Adjust::None.adjusted(&p), &p));
    }
}
