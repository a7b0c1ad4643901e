//! Pearson's correlation of ties with a term over dyads, while ties move with the actors.

use super::Dyadic;
use super::design::{Cell, Design, column};

/// A correlation in every arrangement.
pub(super) struct Correlation {
    actors: usize,
    sums: How,
}

enum How {
    /// All is known: means and spreads stay as they are, and only the sum of products changes. In it
    /// count only dyads with a tie, as the term is taken from its mean.
    Known { ties: Vec<(Cell, f64)>, term: Vec<f64>, spread: f64 },
    /// Something is not, and moves too: each arrangement has dyads of its own.
    Partly { ties: Vec<f64>, term: Vec<(Cell, f64)> },
}

impl Correlation {
    pub(super) fn new(design: &Design<'_>, term: &Dyadic) -> Self {
        let (told, known) = (design.known(&[design.ties]), design.known(&[term]));
        let (ties, values) = (column(design.ties, &told), column(term, &known));
        let (ties_mean, mean) = (mean(&ties), mean(&values));
        let from_mean = |values: &[f64], mean: f64| values.iter().map(|it| it - mean).collect();
        let all = told.len() == design.len() && known.len() == design.len();
        let sums = if all {
            let spread = (squares(&ties, ties_mean) * squares(&values, mean)).sqrt();
            let ties = told.into_iter().zip(ties).filter(|(_, tie)| *tie != 0.0).collect();
            How::Known { ties, term: from_mean(term.values(), mean), spread }
        } else {
            let values: Vec<f64> = from_mean(&values, mean);
            let ties = from_mean(design.ties.values(), ties_mean);
            How::Partly { ties, term: known.into_iter().zip(values).collect() }
        };
        Self { actors: term.actors(), sums }
    }

    /// The correlation where each actor takes the place of another; NaN if one of the two is the
    /// same in all dyads.
    pub(super) fn of(&self, order: &[u32]) -> f64 {
        let place = |&(from, to): &Cell| {
            order[from as usize] as usize * self.actors + order[to as usize] as usize
        };
        match &self.sums {
            How::Known { ties, term, spread } => {
                let products: f64 = ties.iter().map(|(cell, tie)| tie * term[place(cell)]).sum();
                if *spread > 0.0 { products / spread } else { f64::NAN }
            }
            How::Partly { ties, term } => {
                let mut sums = Sums::default();
                for (cell, x) in term {
                    let tie = ties[place(cell)];
                    if !tie.is_nan() {
                        sums.add(*x, tie);
                    }
                }
                sums.correlation()
            }
        }
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Sum of squares around the mean; 0 where it is rounding.
pub(super) fn squares(values: &[f64], mean: f64) -> f64 {
    let around: f64 = values.iter().map(|it| (it - mean).powi(2)).sum();
    let all: f64 = values.iter().map(|it| it * it).sum();
    if around <= 1e-20 * all { 0.0 } else { around }
}

/// Sums over dyads of two variables that lie around zero.
#[derive(Default)]
struct Sums {
    count: f64,
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Sums {
    fn add(&mut self, x: f64, y: f64) {
        self.count += 1.0;
        self.x += x;
        self.y += y;
        self.xx += x * x;
        self.yy += y * y;
        self.xy += x * y;
    }

    fn correlation(&self) -> f64 {
        let around = |sum: f64, squares: f64| {
            let around = squares - sum * sum / self.count;
            if around <= 1e-12 * squares { 0.0 } else { around }
        };
        let spread = (around(self.x, self.xx) * around(self.y, self.yy)).sqrt();
        let products = self.xy - self.x * self.y / self.count;
        if spread > 0.0 { products / spread } else { f64::NAN }
    }
}
