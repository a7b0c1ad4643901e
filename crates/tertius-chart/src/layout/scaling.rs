use super::distance::Distances;
use crate::geometry::{Point, point};

const MOST_STEPS: usize = 200;

/// Classical multidimensional scaling (Torgerson 1952): the two leading axes of the doubly centred squared
/// distances. Used only as a start: on its own it draws actors on top of each other.
pub(crate) fn classical(wanted: &Distances) -> Vec<Point> {
    let n = wanted.n;
    let centred = doubly_centred(n, n, |i, j| wanted.get(i, j));
    let x = leading_axis(&centred, n, None);
    let y = leading_axis(&centred, n, Some(&x));
    parted(x.iter().zip(&y).map(|(&x, &y)| point(x, y)))
}

/// The same by the distances from a few pivots (Brandes and Pich 2007, doi 10.1007/978-3-540-70904-6_6): `far`
/// gives that of an actor from a pivot.
pub(super) fn by_pivots(n: usize, k: usize, far: impl Fn(usize, usize) -> f64) -> Vec<Point> {
    let centred = doubly_centred(n, k, far);
    // The leading axes of CᵀC, which is as small as there are few pivots; actors stand at C times them.
    let mut small = vec![0.0; k * k];
    for row in centred.chunks(k) {
        for (value, sums) in row.iter().zip(small.chunks_mut(k)) {
            sums.iter_mut().zip(row).for_each(|(sum, other)| *sum += value * other);
        }
    }
    let x = leading_axis(&small, k, None);
    let y = leading_axis(&small, k, Some(&x));
    // An eigenvector of CᵀC comes with the root of its eigenvalue as length, which is k / n times the square of what
    // the distances of all pairs would have, and the root of that is the scale of places.
    let axis = |axis: &[f64]| {
        let length = dot(axis, axis).sqrt().max(1e-12);
        let scale = (length * (n as f64 / k as f64).sqrt()).sqrt() / (length * length);
        axis.iter().map(|value| value * scale).collect::<Vec<_>>()
    };
    let (x, y) = (axis(&x), axis(&y));
    parted(centred.chunks(k).map(|row| point(dot(row, &x), dot(row, &y))))
}

/// Squared distances less the means of their row and of their column, times −½.
fn doubly_centred(n: usize, k: usize, far: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let mut squares: Vec<f64> =
        (0..n * k).map(|at| far(at / k, at % k)).map(|it| it * it).collect();
    let mut columns = vec![0.0; k];
    for row in squares.chunks(k) {
        columns.iter_mut().zip(row).for_each(|(sum, value)| *sum += value / n as f64);
    }
    let grand = columns.iter().sum::<f64>() / k as f64;
    for row in squares.chunks_mut(k) {
        let mean = row.iter().sum::<f64>() / k as f64;
        row.iter_mut()
            .zip(&columns)
            .for_each(|(it, column)| *it = (mean + column - grand - *it) / 2.0);
    }
    squares
}

/// A speck of unevenness parts actors that the two axes put in one place.
fn parted(places: impl Iterator<Item = Point>) -> Vec<Point> {
    let speck = |i: usize| point(1e-4 * i as f64, 1e-4 * ((i * i) % 7) as f64);
    places.enumerate().map(|(i, p)| p + speck(i % 1000)).collect()
}

/// The eigenvector of the largest eigenvalue, times that value's root, by power iteration; with `but`,
/// the leading one at right angles to it.
fn leading_axis(matrix: &[f64], n: usize, but: Option<&[f64]>) -> Vec<f64> {
    // Any start works that is not at right angles to the answer: one that no symmetry of a graph gives.
    let mut axis: Vec<f64> = (0..n).map(|i| 1.0 + ((i * 37 + 11) % 101) as f64 / 101.0).collect();
    let mut size = 0.0;
    for _ in 0..MOST_STEPS {
        if let Some(other) = but {
            let share = dot(&axis, other) / dot(other, other).max(1e-12);
            axis.iter_mut().zip(other).for_each(|(a, o)| *a -= share * o);
        }
        let next: Vec<f64> = matrix.chunks(n).map(|row| dot(row, &axis)).collect();
        size = dot(&next, &next).sqrt();
        if size < 1e-12 {
            return vec![0.0; n];
        }
        axis = next.into_iter().map(|value| value / size).collect();
    }
    axis.into_iter().map(|value| value * size.sqrt()).collect()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
