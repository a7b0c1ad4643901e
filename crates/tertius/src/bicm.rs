//! The bipartite configuration model: tables of zeros and ones whose row and column sums hold on
//! average, and are else as random as can be (Saracco et al. 2015).

use std::collections::BTreeMap;

use crate::{Result, Watch};

/// The chance of a one in each cell. Rows of one sum have the same chances, and so have columns.
#[derive(Debug)]
pub(crate) struct Bicm {
    /// The class of each row: rows of one sum, from the largest.
    pub(crate) row_class: Vec<usize>,
    /// Number of columns in each class: columns of one sum, from the largest.
    pub(crate) columns: Vec<usize>,
    /// By class of row and class of column.
    pub(crate) chances: Vec<Vec<f64>>,
}

/// Rows or columns of one sum.
#[derive(Debug, Clone, Copy)]
struct Class {
    sum: usize,
    members: usize,
}

impl Bicm {
    /// The model of a table with these row and column sums.
    pub(crate) fn new(row_sums: &[usize], column_sums: &[usize], watch: &Watch) -> Result<Self> {
        let (rows, columns) = (classes(row_sums), classes(column_sums));
        let place = |sum: &usize| rows.partition_point(|class| class.sum > *sum);
        let row_class = row_sums.iter().map(place).collect();
        let mut chances = vec![vec![0.0; columns.len()]; rows.len()];
        for (top, bottom) in settled(&rows, &columns) {
            let above: usize = rows[..top].iter().map(|class| class.members).sum();
            let here: usize = rows[top..bottom].iter().map(|class| class.members).sum();
            // Columns that these rows fill, those that are open, and, after them, those where the
            // rows above have used up every one.
            let full = columns.partition_point(|class| class.sum >= above + here);
            let open = columns.partition_point(|class| class.sum > above);
            let filled: usize = columns[..full].iter().map(|class| class.members).sum();
            chances[top..bottom].iter_mut().for_each(|row| row[..full].fill(1.0));
            let less = |class: &Class, by: usize| Class { sum: class.sum - by, ..*class };
            let rows: Vec<Class> = rows[top..bottom].iter().map(|it| less(it, filled)).collect();
            let open: Vec<Class> = columns[full..open].iter().map(|it| less(it, above)).collect();
            let block = solve(&rows, &open, watch)?;
            for (row, block) in chances[top..bottom].iter_mut().zip(block) {
                row[full..full + open.len()].copy_from_slice(&block);
            }
        }
        let columns = columns.iter().map(|class| class.members).collect();
        Ok(Self { row_class, columns, chances })
    }
}

/// Classes of one sum, from the largest.
fn classes(sums: &[usize]) -> Vec<Class> {
    let mut members = BTreeMap::<usize, usize>::new();
    sums.iter().for_each(|&sum| *members.entry(sum).or_default() += 1);
    members.into_iter().rev().map(|(sum, members)| Class { sum, members }).collect()
}

/// Blocks of row classes between which the sums leave no choice. Where the first k rows hold as many
/// ones as any k rows could (Gale 1957; Ryser 1957), they fill every column of k ones or more, and
/// no other row has a one in a column of k or fewer. Full and empty rows and columns are such a case.
fn settled(rows: &[Class], columns: &[Class]) -> Vec<(usize, usize)> {
    let (mut blocks, mut top, mut held, mut above) = (Vec::new(), 0, 0, 0);
    for (at, row) in rows.iter().enumerate() {
        held += row.sum * row.members;
        above += row.members;
        let most: usize = columns.iter().map(|it| it.sum.min(above) * it.members).sum();
        if held == most {
            blocks.push((top, at + 1));
            top = at + 1;
        }
    }
    blocks
}

/// The chances in a block where no cell is settled: the sums of x_i y_k / (1 + x_i y_k) by row and by
/// column are those given. Newton's method on the logarithms of x and y.
fn solve(rows: &[Class], columns: &[Class], watch: &Watch) -> Result<Vec<Vec<f64>>> {
    let (g, h) = (rows.len(), columns.len());
    if g == 0 || h == 0 {
        return Ok(vec![Vec::new(); g]);
    }
    let ones: usize = rows.iter().map(|class| class.sum * class.members).sum();
    let start = |class: &Class| (class.sum as f64 / (ones as f64).sqrt()).ln();
    let mut at: Vec<f64> = rows.iter().chain(columns).map(start).collect();
    let mut likelihood = log_likelihood(rows, columns, &at);
    loop {
        watch.tick()?;
        let step = newton(rows, columns, &at);
        // Half as far, until it is uphill: from one convex side to the other a step can be too long.
        let mut length = 1.0;
        let (next, found) = loop {
            let next: Vec<f64> =
                at.iter().zip(&step).map(|(at, step)| at + length * step).collect();
            let found = log_likelihood(rows, columns, &next);
            if found > likelihood || length < 1e-6 {
                break (next, found);
            }
            length /= 2.0;
        };
        let moved = step.iter().fold(0.0, |most: f64, step| most.max(step.abs()));
        if found > likelihood {
            (at, likelihood) = (next, found);
        }
        if moved < 1e-9 || found <= likelihood && length < 1e-6 {
            break;
        }
    }
    // One whole step more: close to the top the likelihood is flat and tells up from down no longer.
    let step = newton(rows, columns, &at);
    at.iter_mut().zip(step).for_each(|(at, step)| *at += step);
    let row = |i: usize| (0..h).map(|k| logistic(at[i] + at[g + k])).collect();
    Ok((0..g).map(row).collect())
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

fn log_likelihood(rows: &[Class], columns: &[Class], at: &[f64]) -> f64 {
    let classes = rows.iter().chain(columns);
    let sums = classes.zip(at).map(|(class, at)| (class.sum * class.members) as f64 * at);
    let mut sum: f64 = sums.sum();
    for (i, row) in rows.iter().enumerate() {
        for (k, column) in columns.iter().enumerate() {
            let x = at[i] + at[rows.len() + k];
            // ln(1 + e^x) without overflow.
            let log = x.max(0.0) + (-x.abs()).exp().ln_1p();
            sum -= (row.members * column.members) as f64 * log;
        }
    }
    sum
}

/// Newton's step: what the sums still lack, by the inverse of how they answer. One of the numbers is
/// free, as only products of x and y count: the last stays where it is.
fn newton(rows: &[Class], columns: &[Class], at: &[f64]) -> Vec<f64> {
    let (g, n) = (rows.len(), at.len());
    let lacking = |class: &Class| (class.sum * class.members) as f64;
    let mut lacking: Vec<f64> = rows.iter().chain(columns).map(lacking).collect();
    let mut slope = vec![vec![0.0; n]; n];
    for (i, row) in rows.iter().enumerate() {
        for (k, column) in columns.iter().enumerate() {
            let k = g + k;
            let cells = (row.members * column.members) as f64;
            let chance = logistic(at[i] + at[k]);
            lacking[i] -= cells * chance;
            lacking[k] -= cells * chance;
            let answer = cells * chance * (1.0 - chance);
            slope[i][i] += answer;
            slope[k][k] += answer;
            slope[k][i] = answer;
        }
    }
    lacking.pop();
    slope.pop();
    let mut step = cholesky(slope, lacking);
    step.push(0.0);
    step
}

/// Solves a symmetric, positive system given by its lower triangle.
fn cholesky(mut a: Vec<Vec<f64>>, mut b: Vec<f64>) -> Vec<f64> {
    let n = b.len();
    for i in 0..n {
        let (above, rest) = a.split_at_mut(i);
        let row = &mut rest[0];
        for j in 0..i {
            let sum: f64 = row[..j].iter().zip(&above[j]).map(|(a, b)| a * b).sum();
            row[j] = (row[j] - sum) / above[j][j];
        }
        let sum: f64 = row[..i].iter().map(|a| a * a).sum();
        // Rounding alone could take it to zero or below.
        row[i] = (row[i] - sum).max(f64::MIN_POSITIVE).sqrt();
        let sum: f64 = row[..i].iter().zip(&b).map(|(a, b)| a * b).sum();
        b[i] = (b[i] - sum) / row[i];
    }
    for i in (0..n).rev() {
        let sum: f64 = (i + 1..n).map(|j| a[j][i] * b[j]).sum();
        b[i] = (b[i] - sum) / a[i][i];
    }
    b
}

/// The chance of at least 0, 1, … `most` successes in independent draws: `(chance, number of draws)`.
/// Every term is added and none taken away, so that small chances are exact too.
pub(crate) fn at_least(draws: impl Iterator<Item = (f64, usize)>, most: usize) -> Vec<f64> {
    let mut none = vec![0.0; most + 1];
    none[0] = 1.0;
    let mut all = none.clone();
    for (chance, mut number) in draws {
        if most == 0 || chance == 0.0 {
            continue;
        }
        // As many draws as twice, four times … the number so far, put together by their bits.
        let mut power = none.clone();
        (power[0], power[1]) = (1.0 - chance, chance);
        while number > 0 {
            if number % 2 == 1 {
                all = together(&all, &power);
            }
            number /= 2;
            if number > 0 {
                power = together(&power, &power);
            }
        }
    }
    from_there_on(&all).into_iter().map(|chance| chance.min(1.0)).collect()
}

/// The chances of each number of successes in two sets of draws; the last entry is of all numbers
/// from there on.
fn together(a: &[f64], b: &[f64]) -> Vec<f64> {
    let most = a.len() - 1;
    let tail = from_there_on(b);
    let exactly = |n: usize| (0..=n).map(|of_a| a[of_a] * b[n - of_a]).sum::<f64>();
    let mut chances: Vec<f64> = (0..most).map(exactly).collect();
    let reached = (0..=most).map(|of_a| a[of_a] * tail[most - of_a]);
    chances.push(reached.sum());
    chances
}

fn from_there_on(chances: &[f64]) -> Vec<f64> {
    let mut tail = chances.to_vec();
    (1..tail.len()).rev().for_each(|at| tail[at - 1] += tail[at]);
    tail
}
