//! Logistic regression over dyads, by Newton's steps.

use super::regression::{dot, inverse};

/// More steps than a model takes that has estimates.
const MOST_STEPS: usize = 40;

/// A step so small is the last, for columns of a length of √dyads; a smaller part of what is estimated, where that
/// is large, has no digits.
const LAST: f64 = 1e-10;

/// Dyads looked at together, few enough to stay at hand.
const AT_ONCE: usize = 128;

/// A logistic model.
pub(super) struct Logit {
    pub(super) estimates: Vec<f64>,
    /// Rows of the root of the variances and covariances: their products.
    root: Vec<Vec<f64>>,
    pub(super) deviance: f64,
}

impl Logit {
    /// Fits whether dyads are tied, 1 or 0, by columns, from where estimates begin. `Err` is where
    /// they run away to, as columns tell tied from untied dyads without error.
    pub(super) fn new(tied: &[f64], columns: &[&[f64]], begin: Vec<f64>) -> Result<Self, Vec<f64>> {
        let here = Slope::new(tied, columns, &begin);
        Self::climbed(here, tied, columns, begin)
    }

    /// The same from what is known where estimates begin.
    fn climbed(
        mut here: Slope,
        tied: &[f64],
        columns: &[&[f64]],
        mut estimates: Vec<f64>,
    ) -> Result<Self, Vec<f64>> {
        for _ in 0..MOST_STEPS {
            let Some(root) = here.root(tied.len() as f64) else { break };
            let along: Vec<f64> = (0..estimates.len())
                .map(|at| root.iter().zip(&here.gradient).map(|(row, it)| row[at] * it).sum())
                .collect();
            let step: Vec<f64> = root.iter().map(|row| dot(row, &along)).collect();
            let is_last = |(it, at): (&f64, &f64)| it.abs() <= LAST * (1.0 + at.abs());
            if step.iter().zip(&estimates).all(is_last) {
                estimates.iter_mut().zip(&step).for_each(|(it, step)| *it += step);
                return Ok(Self { estimates, root, deviance: here.deviance });
            }
            (estimates, here) = here.next(tied, columns, &estimates, &step);
        }
        Err(estimates)
    }

    /// The variance of a sum of estimates.
    pub(super) fn variance(&self, of: &[f64]) -> f64 {
        let along =
            |at: usize| of.iter().zip(&self.root).map(|(it, row)| it * row[at]).sum::<f64>();
        (0..of.len()).map(|at| along(at).powi(2)).sum()
    }

    /// The estimate of the last column over its standard error; 0 where it is rounding, so that equal
    /// arrangements tie.
    pub(super) fn last_z(&self) -> f64 {
        let at = self.estimates.len() - 1;
        let z = self.estimates[at] / dot(&self.root[at], &self.root[at]).sqrt();
        if z.abs() < LAST { 0.0 } else { z }
    }
}

/// A model to which one column more is added, time and again: its first step takes no logarithm.
pub(super) struct Before {
    estimates: Vec<f64>,
    slope: Slope,
    /// What it leaves of each tie, and the weight of the dyad.
    left: Vec<f64>,
    weights: Vec<f64>,
}

impl Before {
    pub(super) fn new(tied: &[f64], columns: &[&[f64]]) -> Result<Self, Vec<f64>> {
        let mut estimates = Logit::new(tied, columns, vec![0.0; columns.len()])?.estimates;
        let slope = Slope::new(tied, columns, &estimates);
        let mut left = vec![0.0; tied.len()];
        for (column, estimate) in columns.iter().zip(&estimates) {
            left.iter_mut().zip(*column).for_each(|(it, x)| *it += estimate * x);
        }
        let mut weights = vec![0.0; tied.len()];
        let blocks = left.chunks_mut(AT_ONCE).zip(weights.chunks_mut(AT_ONCE));
        for (tied, (left, weights)) in tied.chunks(AT_ONCE).zip(blocks) {
            weigh(tied, left, weights);
        }
        estimates.push(0.0);
        Ok(Self { estimates, slope, left, weights })
    }

    /// The model with the last of the columns added.
    pub(super) fn with(&self, tied: &[f64], columns: &[&[f64]]) -> Result<Logit, Vec<f64>> {
        let Some(added) = columns.last() else { return Err(Vec::new()) };
        let weighted: Vec<f64> = self.weights.iter().zip(*added).map(|(w, x)| w * x).collect();
        let mut slope = self.slope.clone();
        slope.gradient.push(dot(&self.left, added));
        slope.information.push(columns.iter().map(|column| dot(&weighted, column)).collect());
        Logit::climbed(slope, tied, columns, self.estimates.clone())
    }

    /// Where estimates begin, for other dyads than all.
    pub(super) fn estimates(&self) -> &[f64] {
        &self.estimates
    }
}

/// What is known of the likelihood at some estimates.
#[derive(Clone)]
struct Slope {
    gradient: Vec<f64>,
    /// Lower triangle.
    information: Vec<Vec<f64>>,
    deviance: f64,
}

impl Slope {
    fn new(tied: &[f64], columns: &[&[f64]], estimates: &[f64]) -> Self {
        let size = columns.len();
        let mut gradient = vec![0.0; size];
        let mut information: Vec<Vec<f64>> = (1..=size).map(|len| vec![0.0; len]).collect();
        let mut likelihood = 0.0;
        let [mut odds, mut weights, mut weighted] = [[0.0; AT_ONCE]; 3];
        for first in (0..tied.len()).step_by(AT_ONCE) {
            let block = first..(first + AT_ONCE).min(tied.len());
            let (tied, len) = (&tied[block.clone()], block.len());
            let (odds, weights) = (&mut odds[..len], &mut weights[..len]);
            odds.fill(0.0);
            for (column, estimate) in columns.iter().zip(estimates) {
                let column = &column[block.clone()];
                odds.iter_mut().zip(column).for_each(|(it, x)| *it += estimate * x);
            }
            likelihood += weigh(tied, odds, weights);
            for (at, column) in columns.iter().enumerate() {
                let column = &column[block.clone()];
                // What `odds` holds by now is what the model leaves of ties.
                gradient[at] += dot(odds, column);
                let weighted = &mut weighted[..len];
                for ((it, weight), x) in weighted.iter_mut().zip(&*weights).zip(column) {
                    *it = weight * x;
                }
                for (sum, other) in information[at].iter_mut().zip(columns) {
                    *sum += dot(weighted, &other[block.clone()]);
                }
            }
        }
        Self { gradient, information, deviance: -2.0 * likelihood }
    }

    /// Where a step leads: a part of it, if the whole makes the fit worse.
    fn next(
        &self,
        tied: &[f64],
        columns: &[&[f64]],
        estimates: &[f64],
        step: &[f64],
    ) -> (Vec<f64>, Self) {
        let mut part = 1.0;
        loop {
            let there: Vec<f64> =
                estimates.iter().zip(step).map(|(it, step)| it + part * step).collect();
            let slope = Self::new(tied, columns, &there);
            if slope.deviance <= self.deviance * (1.0 + 1e-12) || part < 1e-3 {
                return (there, slope);
            }
            part /= 2.0;
        }
    }

    /// The root of the inverse of the information, an upper triangle; `None` if dyads say next to
    /// nothing in some direction, which is where estimates run away to.
    fn root(&self, dyads: f64) -> Option<Vec<Vec<f64>>> {
        let mut factor: Vec<Vec<f64>> = Vec::with_capacity(self.information.len());
        for (at, own) in self.information.iter().enumerate() {
            let mut row: Vec<f64> = Vec::with_capacity(at + 1);
            for (product, other) in own[..at].iter().zip(&factor) {
                let done = dot(&row, &other[..row.len()]);
                row.push((product - done) / other[row.len()]);
            }
            let left = own[at] - dot(&row, &row);
            if left.is_nan() || left <= 1e-10 * dyads {
                return None;
            }
            row.push(left.sqrt());
            factor.push(row);
        }
        Some(inverse(&factor))
    }
}

/// From log odds of ties, in their place what the model leaves of ties, the weights, and the log
/// likelihood of the block.
fn weigh(tied: &[f64], odds: &mut [f64], weights: &mut [f64]) -> f64 {
    // Apart from the rest, which goes several dyads at a time.
    for (weight, odds) in weights.iter_mut().zip(&*odds) {
        *weight = (-odds.abs()).exp();
    }
    // No factor is more than 2: a block of them is within range, and takes one logarithm.
    let (mut sums, mut products) = ([0.0; 8], [1.0; 8]);
    let blocks = tied.chunks(8).zip(odds.chunks_mut(8)).zip(weights.chunks_mut(8));
    for ((tied, odds), weights) in blocks {
        let lanes = sums.iter_mut().zip(&mut products);
        let dyads = tied.iter().zip(odds).zip(weights);
        for (((tie, odds), weight), (sum, product)) in dyads.zip(lanes) {
            let small = *weight;
            let share = 1.0 / (1.0 + small);
            *sum += tie * *odds - odds.max(0.0);
            *product *= 1.0 + small;
            *weight = small * share * share;
            *odds = tie - if *odds >= 0.0 { share } else { small * share };
        }
    }
    sums.iter().sum::<f64>() - products.iter().product::<f64>().ln()
}

#[cfg(test)]
mod tests {
    use super::Logit;

    /// Of 3 + 1 dyads 1 is tied, of 1 + 3 others 3: the odds ratio is 9.
    #[test]
    fn a_table_of_two_by_two_has_its_odds_ratio() {
        let tied = [1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0];
        let (ones, x) = ([1.0; 8], [0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0]);
        let Ok(found) = Logit::new(&tied, &[&ones, &x], vec![0.0; 2]) else { panic!("separated") };
        assert!((found.estimates[1] - 9_f64.ln()).abs() < 1e-12);
        let variance = 1.0 / 3.0 + 1.0 + 1.0 + 1.0 / 3.0;
        assert!((found.variance(&[0.0, 1.0]) - variance).abs() < 1e-9);
        assert!((found.last_z() - 9_f64.ln() / variance.sqrt()).abs() < 1e-9);
        let deviance = -2.0 * 2.0 * (0.25_f64.ln() + 3.0 * 0.75_f64.ln());
        assert!((found.deviance - deviance).abs() < 1e-12);
    }

    #[test]
    fn what_tells_ties_apart_has_no_estimate() {
        let (ones, x) = ([1.0; 4], [-1.0, -0.5, 0.5, 1.0]);
        let tied = [0.0, 0.0, 1.0, 1.0];
        let runaway = Logit::new(&tied, &[&ones, &x], vec![0.0; 2]).err().expect("separated");
        assert!(runaway[1] > 10.0);
    }
}
