use serde::Deserialize;

use super::Tally;
use crate::catalogue::{OptionSpec, Takes};

/// `interval`: an [`Interval`].
pub(crate) const INTERVAL: OptionSpec = OptionSpec {
    name: "interval",
    takes: Takes::Words(&["percentile", "normal", "basic"]),
    default: "percentile",
    about: "from where the draws lie (percentile), from their standard error either side of the \
        observed value (normal), or from where they lie, mirrored in it (basic)",
};

/// `confidence`: how sure an interval is to be.
pub(crate) const CONFIDENCE: OptionSpec = OptionSpec {
    name: "confidence",
    takes: Takes::Number { least: 0.5, most: 0.9999 },
    default: "0.95",
    about: "share of such intervals that hold the true value, if all they assume is true",
};

/// How an interval is made from draws.
///
/// ```
/// use tertius::null::Interval;
/// assert_eq!(Interval::default().name(), "percentile");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Interval {
    /// Where the draws lie, but for as many at either end.
    #[default]
    Percentile,
    /// The observed value and so many standard errors either side.
    Normal,
    /// Where the draws lie, mirrored in the observed value.
    Basic,
}

/// The values of one number in all draws.
pub(super) struct Spread {
    pub(super) tally: Tally,
    /// In order of size.
    sorted: Vec<f64>,
}

type Defined<T> = Result<T, &'static str>;

impl Interval {
    /// Its name.
    ///
    /// ```
    /// use tertius::null::Interval;
    /// assert_eq!(Interval::Basic.name(), "basic");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Percentile => "percentile",
            Self::Normal => "normal",
            Self::Basic => "basic",
        }
    }

    /// The ends of the interval that holds the true value with a probability.
    pub(super) fn ends(self, spread: &Spread, confidence: f64) -> Defined<(f64, f64)> {
        let observed = spread.tally.observed;
        if self == Self::Normal {
            let reach = normal_reach(confidence) * spread.tally.sd()?;
            return Ok((observed - reach, observed + reach));
        }
        let beyond = (1.0 - confidence) / 2.0;
        let (low, high) = (spread.quantile(beyond)?, spread.quantile(1.0 - beyond)?);
        Ok(match self {
            Self::Basic => (2.0 * observed - high, 2.0 * observed - low),
            _ => (low, high),
        })
    }
}

impl Spread {
    /// What is observed, and its values in draws; NaN is none.
    pub(super) fn new(observed: f64, values: impl Iterator<Item = f64>) -> Self {
        let mut tally = Tally::new(observed, false);
        let mut sorted: Vec<f64> = values.filter(|it| !it.is_nan()).collect();
        sorted.iter().for_each(|&value| tally.add(value));
        sorted.sort_unstable_by(f64::total_cmp);
        Self { tally, sorted }
    }

    /// Twice the smaller share of draws on either side of nothing, the observed one among them.
    pub(super) fn beyond_zero(&self) -> Defined<f64> {
        let all = self.sorted.len();
        if all == 0 {
            return Err("it is defined in none of the draws");
        }
        let low = self.sorted.iter().filter(|&&it| it <= 0.0).count();
        let high = self.sorted.iter().filter(|&&it| it >= 0.0).count();
        Ok((2.0 * (1 + low.min(high)) as f64 / (1 + all) as f64).min(1.0))
    }

    /// The value with this share of all below: in the middle between its neighbours, by how near it
    /// is to each.
    fn quantile(&self, share: f64) -> Defined<f64> {
        let count = self.sorted.len();
        let rank = share * (count + 1) as f64 - 1.0;
        // Rounding: 0.025 of 40 is the first of 39.
        if count == 0 || rank < -1e-9 || rank > (count - 1) as f64 + 1e-9 {
            return Err("so few draws do not reach so far: ask for more");
        }
        let below = (0..count - 1).take_while(|&at| (at + 1) as f64 <= rank).count();
        let (low, high) = (self.sorted[below], self.sorted[(below + 1).min(count - 1)]);
        Ok(low + (rank - below as f64).clamp(0.0, 1.0) * (high - low))
    }
}

/// How many standard deviations either side of the mean hold a share of a normal distribution.
pub(super) fn normal_reach(confidence: f64) -> f64 {
    let (mut low, mut high) = (0.0, 10.0);
    while high - low > 1e-13 {
        let middle = f64::midpoint(low, high);
        if normal_share(middle) < confidence { low = middle } else { high = middle }
    }
    low
}

/// The share of a normal distribution within so many standard deviations of its mean.
fn normal_share(reach: f64) -> f64 {
    // 2φ(z) (z + z³/3 + z⁵/(3·5) + …)
    let (mut term, mut sum) = (reach, 0.0);
    for odd in (3..).step_by(2) {
        sum += term;
        term *= reach * reach / f64::from(odd);
        if term < sum * 1e-17 {
            break;
        }
    }
    sum * 2.0 * (-reach * reach / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{Interval, Spread, normal_reach};

    /// R 4.2: `qnorm(c(.75, .975, .995, .99995))`.
    #[test]
    fn as_r_reaches() {
        let reach = [(0.5, 0.674_489_750_196_082), (0.95, 1.959_963_984_540_054)];
        for (confidence, want) in reach.into_iter().chain([(0.9999, 3.890_591_886_413_123)]) {
            assert!((normal_reach(confidence) - want).abs() < 1e-11, "{confidence}");
        }
    }

    #[test]
    fn the_first_and_the_last_of_39_draws_hold_95_in_100() {
        let spread = Spread::new(18.0, (1..40).map(f64::from));
        let near = |(a, b): (f64, f64), (c, d): (f64, f64)| (a - c).abs() + (b - d).abs() < 1e-9;
        assert!(near(Interval::Percentile.ends(&spread, 0.95).unwrap(), (1.0, 39.0)));
        assert!(near(Interval::Basic.ends(&spread, 0.95).unwrap(), (-3.0, 35.0)));
        assert!(near(Interval::Percentile.ends(&spread, 0.5).unwrap(), (10.0, 30.0)));
        assert!(Interval::Percentile.ends(&spread, 0.99).is_err());
    }
}
