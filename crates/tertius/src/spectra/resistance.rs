use rayon::prelude::*;

use super::Matrix;
use crate::{Result, Watch};

/// Σ_j ρ_ij for each actor: the resistance between it and every other, where ties are wires that
/// conduct by their strength. The matrix is symmetric and in one piece.
///
/// With the last actor grounded, the Laplacian L has an inverse G; ρ_ij = G_ii + G_jj − 2 G_ij, where
/// row and column of the grounded are 0. L = C Cᵀ (Cholesky), so that G = C⁻ᵀ C⁻¹: columns of C⁻¹
/// give its diagonal, and two substitutions its row sums.
pub(crate) fn resistances(matrix: &Matrix, watch: &Watch) -> Result<Vec<f64>> {
    let n = matrix.len();
    let grounded = n - 1;
    watch.expect(2 * grounded);
    let factor = cholesky(&matrix.laplacian(grounded), watch)?;
    let column = |i: usize| {
        watch.tick()?;
        let mut column = vec![0.0; grounded];
        column[i] = 1.0 / factor[i][i];
        for k in i + 1..grounded {
            column[k] = -dot(&factor[k][i..k], &column[i..k]) / factor[k][k];
        }
        Ok(column.iter().map(|it| it * it).sum())
    };
    let mut diagonal: Vec<f64> =
        (0..grounded).into_par_iter().map(column).collect::<Result<_>>()?;
    let mut sums = row_sums(&factor);
    diagonal.push(0.0);
    sums.push(0.0);
    let trace: f64 = diagonal.iter().sum();
    let size = n as f64;
    Ok(diagonal.iter().zip(sums).map(|(own, sum)| size * own + trace - 2.0 * sum).collect())
}

impl Matrix {
    /// Sums of strengths less strengths, of the first actors: the lower half, by rows.
    fn laplacian(&self, actors: usize) -> Vec<Vec<f64>> {
        let row = |i: usize| {
            let mut row = vec![0.0; i + 1];
            self.row(i).filter(|&(j, _)| j < i).for_each(|(j, strength)| row[j] = -strength);
            row[i] = self.row(i).map(|(_, strength)| strength).sum();
            row
        };
        (0..actors).map(row).collect()
    }
}

/// The lower half C of C Cᵀ = L.
fn cholesky(lower: &[Vec<f64>], watch: &Watch) -> Result<Vec<Vec<f64>>> {
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(lower.len());
    for row in lower {
        watch.tick()?;
        let mut row = row.clone();
        let last = row.len() - 1;
        for (j, above) in factor.iter().enumerate() {
            row[j] = (row[j] - dot(&row[..j], &above[..j])) / above[j];
        }
        row[last] = (row[last] - dot(&row[..last], &row[..last])).sqrt();
        factor.push(row);
    }
    Ok(factor)
}

/// G 1 = C⁻ᵀ C⁻¹ 1.
fn row_sums(factor: &[Vec<f64>]) -> Vec<f64> {
    let n = factor.len();
    let mut sums = vec![1.0; n];
    for k in 0..n {
        sums[k] = (1.0 - dot(&factor[k][..k], &sums[..k])) / factor[k][k];
    }
    for k in (0..n).rev() {
        sums[k] /= factor[k][k];
        let own = sums[k];
        sums[..k].iter_mut().zip(&factor[k]).for_each(|(sum, cell)| *sum -= cell * own);
    }
    sums
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
