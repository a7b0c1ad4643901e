use super::{Brokers, Null};

/// Ties left to chance: dyads that each hold one at some density, or among which a number of ties
/// lie anywhere.
pub(super) enum Arcs {
    Density(f64),
    Edges { ties: f64, dyads: f64 },
}

/// How two different triples a → v → b (but not a → b) meet in a dyad.
#[derive(Clone, Copy)]
pub(super) enum Meet {
    /// Both need the same tie to be there.
    There,
    /// Both need the same tie to be absent.
    Absent,
    /// One needs a tie that the other must not have.
    Contradict,
    /// Nowhere.
    Apart,
}

impl Arcs {
    pub(super) fn new(brokers: &Brokers<'_>, null: Null) -> Self {
        match null {
            Null::Edges => Self::Edges { ties: brokers.ties as f64, dyads: brokers.dyads as f64 },
            Null::Density | Null::Sna | Null::Labels => Self::Density(brokers.density()),
        }
    }

    /// Probability of one triple.
    pub(super) fn once(&self) -> f64 {
        self.all_there(2, 1)
    }

    /// Variance of one triple.
    pub(super) fn variance(&self) -> f64 {
        let once = self.once();
        once * (1.0 - once)
    }

    /// Covariance of two different triples.
    pub(super) fn covariance(&self, meet: Meet) -> f64 {
        if let Self::Density(d) = *self {
            // As products, because differences of nearly equal numbers lose digits.
            let q = |there, absent| power(d, there) * power(1.0 - d, absent);
            return match meet {
                Meet::There => q(3, 3),
                Meet::Absent => q(5, 1),
                Meet::Contradict => -q(4, 2),
                Meet::Apart => 0.0,
            };
        }
        let both = match meet {
            Meet::There => self.all_there(3, 2),
            Meet::Absent => self.all_there(4, 1),
            Meet::Contradict => 0.0,
            Meet::Apart => self.all_there(4, 2),
        };
        both - self.once().powi(2)
    }

    /// Probability that so many given dyads hold a tie and so many others do not.
    fn all_there(&self, there: usize, absent: usize) -> f64 {
        match *self {
            Self::Density(d) => power(d, there) * power(1.0 - d, absent),
            Self::Edges { dyads, .. } if dyads < (there + absent) as f64 => 0.0,
            Self::Edges { ties, dyads } => {
                falling(ties, there) * falling(dyads - ties, absent)
                    / falling(dyads, there + absent)
            }
        }
    }

    /// Expectation of 1/(1 + B), where B of so many others broker the same pair.
    pub(super) fn shared_with(&self, others: f64) -> Result<f64, &'static str> {
        match *self {
            Self::Density(0.0) => Ok(1.0),
            Self::Density(d) => {
                let path = d * d;
                Ok((1.0 - (1.0 - path).powf(others + 1.0)) / ((others + 1.0) * path))
            }
            Self::Edges { .. } => Err("what to expect of shared pairs is not known for a fixed \
                 number of ties; --null density and --null labels have it"),
        }
    }
}

/// The square root of a variance; 0 where rounding is all there is of it.
pub(super) fn spread(variance: f64, mean: f64) -> f64 {
    let rounding = 16.0 * f64::EPSILON * (mean + mean * mean);
    if variance > rounding { variance.sqrt() } else { 0.0 }
}

fn power(base: f64, times: usize) -> f64 {
    std::iter::repeat_n(base, times).product()
}

/// x (x − 1) … of so many factors.
pub(super) fn falling(x: f64, factors: usize) -> f64 {
    (0..factors).map(|less| x - less as f64).product()
}
