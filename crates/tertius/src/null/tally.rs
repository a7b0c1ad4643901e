use crate::Results;

/// What an observed value is beside those that chance gives.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tally {
    pub(crate) observed: f64,
    /// Whether every arrangement is in, the observed one with them.
    exact: bool,
    /// Arrangements in which there is a value.
    pub(crate) values: u64,
    /// Those with a value as low or lower, and as high or higher.
    low: u64,
    high: u64,
    /// Those as far from zero or farther.
    far: u64,
    /// Sums of differences from the first value, and of their squares.
    first: f64,
    sum: f64,
    squares: f64,
}

const NONE: &str = "it is defined in none of the arrangements";
const SAME: &str = "it is the same in every arrangement";
const UNDEFINED: &str = "it is undefined as observed";

impl Tally {
    pub(crate) fn new(observed: f64, exact: bool) -> Self {
        let (values, low, high, far) = (0, 0, 0, 0);
        Self { observed, exact, values, low, high, far, first: 0.0, sum: 0.0, squares: 0.0 }
    }

    /// Counts a value; NaN is none.
    pub(crate) fn add(&mut self, value: f64) {
        if value.is_nan() {
            return;
        }
        if self.values == 0 {
            self.first = value;
        }
        self.values += 1;
        self.sum += value - self.first;
        self.squares += (value - self.first).powi(2);
        self.low += u64::from(at_least(self.observed, value));
        self.high += u64::from(at_least(value, self.observed));
        self.far += u64::from(at_least(value.abs(), self.observed.abs()));
    }

    /// The mean of the values.
    pub(crate) fn expected(&self) -> Result<f64, &'static str> {
        if self.values == 0 { Err(NONE) } else { Ok(self.first + self.sum / self.values as f64) }
    }

    /// By how much the mean is above the observed value; nothing, where they differ by rounding.
    pub(crate) fn bias(&self) -> Result<f64, &'static str> {
        let mean = self.expected()?;
        let same = at_least(mean, self.observed) && at_least(self.observed, mean);
        Ok(if same { 0.0 } else { mean - self.observed })
    }

    /// How far values lie from their mean: of all of them if it is exact, else estimated from the
    /// draws.
    pub(crate) fn sd(&self) -> Result<f64, &'static str> {
        let count = self.values as f64;
        let over = if self.exact { count } else { count - 1.0 };
        if self.values == 0 {
            return Err(NONE);
        }
        if over == 0.0 {
            return Err("one draw does not tell");
        }
        let squares = (self.squares - self.sum * self.sum / count).max(0.0);
        // Rounding, where every value is the same.
        let least = 1e-20 * (self.squares + count * self.first * self.first);
        Ok(if squares <= least { 0.0 } else { (squares / over).sqrt() })
    }

    /// How many sd the observed value lies above the mean.
    pub(crate) fn z(&self) -> Result<f64, &'static str> {
        let (mean, sd) = (self.expected()?, self.sd()?);
        if self.observed.is_nan() {
            Err(UNDEFINED)
        } else if sd == 0.0 {
            Err(SAME)
        } else {
            Ok((self.observed - mean) / sd)
        }
    }

    /// Probability of a value as low or lower.
    pub(crate) fn p_low(&self) -> Result<f64, &'static str> {
        self.share(self.low)
    }

    /// Probability of a value as high or higher.
    pub(crate) fn p_high(&self) -> Result<f64, &'static str> {
        self.share(self.high)
    }

    /// Probability of a value as far out on either side: twice the smaller of the two.
    pub(crate) fn p(&self) -> Result<f64, &'static str> {
        Ok((2.0 * self.p_low()?.min(self.p_high()?)).min(1.0))
    }

    /// Probability of a value as far from zero or farther, for a statistic around zero.
    pub(crate) fn p_far(&self) -> Result<f64, &'static str> {
        self.share(self.far)
    }

    /// Standard error of `p`, which is twice a share of draws; 0 if it is exact.
    pub(crate) fn p_error(&self) -> Result<f64, &'static str> {
        Ok(2.0 * self.error(self.p_low()?.min(self.p_high()?)))
    }

    /// Standard error of a share of draws; 0 if it is exact.
    pub(crate) fn error(&self, share: f64) -> f64 {
        if self.exact { 0.0 } else { (share * (1.0 - share) / (self.values + 1) as f64).sqrt() }
    }

    /// Whether chance could give no other value, so that there is nothing to test.
    pub(crate) fn is_settled(&self) -> bool {
        self.sd().is_ok_and(|sd| sd == 0.0)
    }

    /// The observed arrangement is one of those that could have been drawn: it counts as one, so
    /// that no probability is 0. Where every arrangement is in, it is in already.
    fn share(&self, count: u64) -> Result<f64, &'static str> {
        let itself = u64::from(!self.exact);
        if self.observed.is_nan() {
            Err(UNDEFINED)
        } else if self.values == 0 {
            Err(NONE)
        } else {
            Ok((itself + count) as f64 / (itself + self.values) as f64)
        }
    }
}

type Defined = Result<f64, &'static str>;

/// What each tally says, or why there is nothing observed.
pub(crate) fn each<'w>(
    tallies: &[Tally],
    why: &impl Fn(usize) -> &'w str,
    of: fn(&Tally) -> Defined,
) -> Vec<Result<f64, &'w str>> {
    let value = |(at, tally): (usize, &Tally)| {
        if tally.observed.is_nan() { Err(why(at)) } else { Ok(of(tally)?) }
    };
    tallies.iter().enumerate().map(value).collect()
}

/// Columns that say what each observed value is beside those of chance.
pub(crate) fn beside_chance<'w>(
    results: Results,
    tallies: &[Tally],
    why: &impl Fn(usize) -> &'w str,
) -> Results {
    let column = |of| each(tallies, why, of);
    results
        .number("observed", column(|it| Ok(it.observed)))
        .number("expected", column(Tally::expected))
        .number("sd", column(Tally::sd))
        .number("z", column(Tally::z))
        .number("p_low", column(Tally::p_low))
        .number("p_high", column(Tally::p_high))
        .number("p", column(Tally::p))
        .number("p_error", column(Tally::p_error))
        .count("draws", tallies.iter().map(|it| it.values as usize))
}

/// Whether one number is as large as another, but for rounding: sums in another order must tie.
fn at_least(a: f64, b: f64) -> bool {
    a >= b - 1e-9 * a.abs().max(b.abs()) - 1e-14
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_observed_arrangement_counts_among_draws() {
        let mut tally = Tally::new(2.0, false);
        [0.0, 1.0, 2.0, f64::NAN].into_iter().for_each(|value| tally.add(value));
        assert_eq!((tally.p_high(), tally.p_low()), (Ok(0.5), Ok(1.0)));
        assert_eq!((tally.expected(), tally.sd(), tally.z()), (Ok(1.0), Ok(1.0), Ok(1.0)));
        assert_eq!((tally.p(), tally.p_error()), (Ok(1.0), Ok(0.5)));
    }

    #[test]
    fn as_far_from_zero_is_so_on_either_side() {
        let mut tally = Tally::new(-2.0, true);
        [-2.0, -1.0, 2.0, 3.0].into_iter().for_each(|value| tally.add(value));
        assert_eq!((tally.p_far(), tally.p_low()), (Ok(0.75), Ok(0.25)));
    }

    #[test]
    fn where_all_arrangements_are_in_nothing_is_added() {
        let mut tally = Tally::new(2.0, true);
        [0.0, 1.0, 2.0, 1.0].into_iter().for_each(|value| tally.add(value));
        assert_eq!((tally.p_high(), tally.p()), (Ok(0.25), Ok(0.5)));
        assert_eq!((tally.sd(), tally.p_error()), (Ok(0.5_f64.sqrt()), Ok(0.0)));
    }

    #[test]
    fn sums_in_another_order_tie() {
        let mut tally = Tally::new(0.1 + 0.2, true);
        tally.add(0.3);
        assert_eq!((tally.p_low(), tally.p_high()), (Ok(1.0), Ok(1.0)));
        assert_eq!(tally.z(), Err("it is the same in every arrangement"));
    }
}
