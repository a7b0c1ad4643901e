//! Least squares over dyads, while one variable moves with the actors.

use super::Dyadic;
use super::correlation::squares;
use super::design::{Cell, Design, column};

/// A statistic that no data would give, where the fit leaves nothing.
const BEYOND: f64 = 1e300;

/// Less than this part of a sum of squares is rounding, where it is what others leave of it.
const ROUNDING: f64 = 1e-13;

/// A column of which others leave no more than this part of its length follows from them, as in lm
/// of R.
const LEFT: f64 = 1e-7;

/// Less than this part is rounding, where it is the square of a sum of products.
const NOTHING: f64 = 1e-24;

/// Columns made orthonormal, the first of them the intercept.
pub(super) struct Basis {
    pub(super) columns: Vec<Vec<f64>>,
    /// How each column was made of these: upper triangle, by column.
    pub(super) made_of: Vec<Vec<f64>>,
}

impl Basis {
    /// Of the intercept and some columns; `Err` is the first that follows from those before, and
    /// whether from the intercept alone.
    pub(super) fn new(
        cells: usize,
        columns: &[Vec<f64>],
    ) -> std::result::Result<Self, (usize, bool)> {
        let ones = vec![1.0; cells];
        let mut basis = Self { columns: Vec::new(), made_of: Vec::new() };
        basis.add(ones);
        for (at, own) in columns.iter().enumerate() {
            let mean = own.iter().sum::<f64>() / cells as f64;
            let around = squares(own, mean);
            if around <= 0.0 {
                return Err((at, true));
            }
            if basis.add(own.clone()) <= LEFT * around.sqrt() {
                return Err((at, false));
            }
        }
        Ok(basis)
    }

    /// Adds what is left of a column, and says how long that is.
    fn add(&mut self, column: Vec<f64>) -> f64 {
        let (mut coordinates, mut left) = self.apart(column);
        let length = dot(&left, &left).sqrt();
        left.iter_mut().for_each(|it| *it /= length);
        coordinates.push(length);
        self.columns.push(left);
        self.made_of.push(coordinates);
        length
    }

    /// A column on the basis, and what is left of it. Twice is enough, as rounding goes.
    pub(super) fn apart(&self, mut column: Vec<f64>) -> (Vec<f64>, Vec<f64>) {
        let mut coordinates = vec![0.0; self.columns.len()];
        for _ in 0..2 {
            for (own, sum) in self.columns.iter().zip(&mut coordinates) {
                let along = dot(own, &column);
                *sum += along;
                column.iter_mut().zip(own).for_each(|(it, own)| *it -= along * own);
            }
        }
        (coordinates, column)
    }
}

/// Columns that stay where they are, over their dyads, and a variable that moves.
pub(super) struct Moving {
    actors: usize,
    pub(super) cells: Vec<Cell>,
    pub(super) stays: Vec<Vec<f64>>,
    /// How the columns of the model were made of those.
    made_of: Vec<Vec<f64>>,
    /// Row by row; NaN is not known.
    moves: Vec<f64>,
    /// Whether all of it is known wherever it may go.
    complete: bool,
}

impl Moving {
    pub(super) fn new(
        design: &Design<'_>,
        cells: Vec<Cell>,
        basis: Basis,
        moves: Vec<f64>,
    ) -> Self {
        let actors = design.ties.actors();
        let all = design.known(&[]);
        let known = |&(from, to): &Cell| !moves[from as usize * actors + to as usize].is_nan();
        let complete = all.iter().all(known);
        Self { actors, cells, stays: basis.columns, made_of: basis.made_of, moves, complete }
    }

    /// What is in each dyad after the move; NaN is not known.
    pub(super) fn moved(&self, order: &[u32], moved: &mut Vec<f64>) {
        moved.clear();
        moved.extend(self.cells.iter().map(|&(from, to)| {
            self.moves[order[from as usize] as usize * self.actors + order[to as usize] as usize]
        }));
    }

    /// Whether what moves is known wherever it goes.
    pub(super) fn is_complete(&self) -> bool {
        self.complete
    }

    /// The moved variable on the columns that stay, made orthonormal once more over the dyads where
    /// it is known; `None` if one of them follows from the others there.
    fn project(&self, moved: &[f64]) -> Option<Projection> {
        if self.complete {
            let along: Vec<f64> = self.stays.iter().map(|it| dot(it, moved)).collect();
            let rest = dot(moved, moved) - dot(&along, &along);
            return Some(Projection { along, rest, cells: moved.len(), factor: None });
        }
        let known: Vec<usize> = (0..moved.len()).filter(|&at| !moved[at].is_nan()).collect();
        let over = |a: &[f64], b: &[f64]| known.iter().map(|&at| a[at] * b[at]).sum::<f64>();
        let columns: Vec<&[f64]> = self.stays.iter().map(Vec::as_slice).chain([moved]).collect();
        let mut factor: Vec<Vec<f64>> = Vec::new();
        for (at, own) in columns.iter().enumerate() {
            let mut row: Vec<f64> = Vec::with_capacity(at + 1);
            for (before, other) in columns[..at].iter().zip(&factor) {
                let done = dot(&row, &other[..row.len()]);
                row.push((over(own, before) - done) / other[row.len()]);
            }
            let whole = over(own, own);
            let left = whole - dot(&row, &row);
            if at < self.stays.len() && left <= 1e-12 * whole {
                return None;
            }
            row.push(if at < self.stays.len() { left.sqrt() } else { left });
            factor.push(row);
        }
        let mut along = factor.pop().unwrap_or_default();
        let rest = along.pop().unwrap_or_default();
        Some(Projection { along, rest, cells: known.len(), factor: Some(factor) })
    }

    /// The t of the last column that stays beside the variable that moved, the other columns taken
    /// into account; NaN is none.
    pub(super) fn last_t(&self, moved: &[f64]) -> f64 {
        self.project(moved).map_or(f64::NAN, |it| {
            let last = it.along[it.along.len() - 1];
            let others: f64 = it.along[..it.along.len() - 1].iter().map(|it| it * it).sum();
            let whole = others + last * last + it.rest;
            // What moved follows from the columns that stay: nothing is left to test.
            if last * last + it.rest <= ROUNDING * whole { f64::NAN } else { it.t(last) }
        })
    }

    /// The model of the variable that moved by the columns that stay.
    pub(super) fn fit(&self, moved: &[f64]) -> Option<Fit> {
        let projection = self.project(moved)?;
        let back = inverse(&self.model(projection.factor.as_deref()));
        let around: f64 = projection.along[1..].iter().map(|it| it * it).sum();
        let total = around + projection.rest.max(0.0);
        let same = total <= ROUNDING * (total + projection.along[0].powi(2));
        let total = if same { 0.0 } else { total };
        let rest = if projection.rest <= ROUNDING * total { 0.0 } else { projection.rest };
        let degrees = projection.cells as f64 - projection.along.len() as f64;
        let estimates = back.iter().map(|row| dot(row, &projection.along)).collect();
        let errors = back.iter().map(|row| (rest / degrees * dot(row, row)).sqrt()).collect();
        let alone = |row: &Vec<f64>| dot(row, &projection.along).powi(2) / dot(row, row);
        let alone = back.iter().map(alone).collect();
        Some(Fit { estimates, errors, rest, total, cells: projection.cells, alone })
    }

    /// How the columns of the model are made of those that are orthonormal over the dyads at hand.
    fn model(&self, factor: Option<&[Vec<f64>]>) -> Vec<Vec<f64>> {
        let Some(factor) = factor else { return self.made_of.clone() };
        let column = |made_of: &Vec<f64>| {
            let entry = |row: usize| {
                (row..made_of.len()).map(|at| factor[at][row] * made_of[at]).sum::<f64>()
            };
            (0..made_of.len()).map(entry).collect()
        };
        self.made_of.iter().map(column).collect()
    }
}

/// A variable on orthonormal columns.
struct Projection {
    along: Vec<f64>,
    /// Sum of squares of what is left.
    rest: f64,
    cells: usize,
    /// How the columns that stay are made of those, where they are not those: lower triangle.
    factor: Option<Vec<Vec<f64>>>,
}

impl Projection {
    fn t(&self, last: f64) -> f64 {
        let degrees = self.cells as f64 - self.along.len() as f64;
        if degrees <= 0.0 {
            f64::NAN
        } else if last * last <= NOTHING * self.rest {
            0.0
        } else if self.rest <= ROUNDING * last * last {
            BEYOND.copysign(last)
        } else {
            last * (degrees / self.rest).sqrt()
        }
    }
}

/// A model by least squares, its intercept first.
pub(super) struct Fit {
    pub(super) estimates: Vec<f64>,
    pub(super) errors: Vec<f64>,
    /// Sums of squares: of what is left, and around the mean.
    pub(super) rest: f64,
    pub(super) total: f64,
    pub(super) cells: usize,
    /// What each term alone explains of that.
    alone: Vec<f64>,
}

impl Fit {
    /// The t of each estimate; NaN is none.
    pub(super) fn statistics(&self) -> impl Iterator<Item = f64> {
        let estimated = self.cells > self.estimates.len() && self.total > 0.0;
        (0..self.estimates.len()).map(move |at| {
            if !estimated || (self.rest == 0.0 && self.alone[at] <= ROUNDING * self.total) {
                f64::NAN
            } else if self.rest == 0.0 {
                BEYOND.copysign(self.estimates[at])
            } else if self.alone[at] <= NOTHING * self.total {
                0.0
            } else {
                self.estimates[at] / self.errors[at]
            }
        })
    }
}

/// What stays and what moves to test one term: of the term, what the others do not say of it moves.
/// With `ties`, the last column that stays is what the others do not say of these; `None` if they
/// say it all.
pub(super) fn semi_partial(design: &Design<'_>, term: usize, ties: bool) -> Option<Moving> {
    let mut others = design.without(term);
    let all: Vec<&Dyadic> = design.terms.iter().collect();
    let cells = design.known(&all);
    let own = column(&design.terms[term], &cells);
    let (_, mut left) = basis(&others, &cells).ok()?.apart(own);
    // Of which the mean square is 1: no statistic hangs on its unit.
    let scale = (left.len() as f64 / dot(&left, &left)).sqrt();
    left.iter_mut().for_each(|it| *it *= scale);
    let moves = design.spread(&cells, &left);
    others.push(design.ties);
    let cells = design.known(&others);
    others.pop();
    let mut basis = basis(&others, &cells).ok()?;
    if ties {
        let own = column(design.ties, &cells);
        let around = squares(&own, own.iter().sum::<f64>() / own.len() as f64);
        if basis.add(own) <= LEFT * around.sqrt() {
            return None;
        }
    }
    Some(Moving::new(design, cells, basis, moves))
}

/// The basis of the intercept and some variables over dyads.
pub(super) fn basis(of: &[&Dyadic], cells: &[Cell]) -> std::result::Result<Basis, (usize, bool)> {
    let columns: Vec<Vec<f64>> = of.iter().map(|it| column(it, cells)).collect();
    Basis::new(cells.len(), &columns)
}

/// The inverse of an upper triangle given by columns, by rows.
pub(super) fn inverse(columns: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let size = columns.len();
    let mut rows = vec![vec![0.0; size]; size];
    for at in 0..size {
        rows[at][at] = 1.0 / columns[at][at];
        for row in (0..at).rev() {
            let sum: f64 = (row + 1..=at).map(|it| columns[it][row] * rows[it][at]).sum();
            rows[row][at] = -sum / columns[row][row];
        }
    }
    rows
}

/// The sum of products, in eight sums side by side.
#[inline]
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let (mut left, mut right) = (a.chunks_exact(8), b.chunks_exact(8));
    for (a, b) in left.by_ref().zip(right.by_ref()) {
        for at in 0..8 {
            sums[at] += a[at] * b[at];
        }
    }
    let rest = left.remainder().iter().zip(right.remainder());
    sums.iter().sum::<f64>() + rest.map(|(a, b)| a * b).sum::<f64>()
}
