use super::distance::Distances;
use crate::geometry::{Point, point};

const MOST_STEPS: usize = 200;

/// Classical multidimensional scaling (Torgerson 1952): the two leading axes of the doubly centred squared
/// distances. Used only as a start: on its own it draws actors on top of each other.
pub(crate) fn classical(wanted: &Distances) -> Vec<Point> {
    let n = wanted.n;
    let square = |i: usize, j: usize| wanted.get(i, j) * wanted.get(i, j);
    let means: Vec<f64> =
        (0..n).map(|i| (0..n).map(|j| square(i, j)).sum::<f64>() / n as f64).collect();
    let grand = means.iter().sum::<f64>() / n as f64;
    let centred: Vec<f64> = (0..n * n)
        .map(|at| (means[at / n] + means[at % n] - grand - square(at / n, at % n)) / 2.0)
        .collect();
    let x = leading_axis(&centred, n, None);
    let y = leading_axis(&centred, n, Some(&x));
    // A speck of unevenness parts actors that the two axes put in one place.
    x.iter()
        .zip(&y)
        .enumerate()
        .map(|(i, (&x, &y))| point(x + 1e-4 * i as f64, y + 1e-4 * ((i * i) % 7) as f64))
        .collect()
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
