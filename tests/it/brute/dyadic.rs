//! Correlation and regression of dyads: every order of the actors listed, dense matrices, sums and
//! normal equations as printed.

use proptest::prelude::*;
use tertius::null::{self, Dyadic, LogitOptions, MrqapOptions, Permute, QapOptions};
use tertius::options::Ties as Count;
use tertius::{Network, Results, Watch};

use super::same;
use crate::networks::{Ties, any_ties, close};

/// A matrix of small whole numbers, some of them missing.
type Matrix = Vec<Vec<Option<f64>>>;

fn any_matrix(n: usize, symmetric: bool) -> impl Strategy<Value = Matrix> {
    let cells = proptest::collection::vec(proptest::option::weighted(0.9, -2..=4_i32), n * n);
    let full = proptest::collection::vec((-2..=4_i32).prop_map(Some), n * n);
    prop_oneof![cells, full].prop_map(move |cells| {
        let at = |i: usize, j: usize| {
            if symmetric && i > j { cells[j * n + i] } else { cells[i * n + j] }
        };
        let row = |i| (0..n).map(move |j| at(i, j).filter(|_| i != j).map(f64::from)).collect();
        (0..n).map(row).collect()
    })
}

/// Ties, who gave an account of them, and terms of either kind.
fn any_study() -> impl Strategy<Value = (Ties, Option<Vec<bool>>, Vec<(bool, Matrix)>)> {
    any_ties(5).prop_flat_map(|ties| {
        let n = ties.actors;
        let accounts = proptest::option::of(proptest::collection::vec(any::<bool>(), n));
        let term = any::<bool>().prop_flat_map(move |symmetric| {
            any_matrix(n, symmetric).prop_map(move |matrix| (symmetric, matrix))
        });
        (Just(ties), accounts, proptest::collection::vec(term, 1..=2))
    })
}

fn network(ties: &Ties, accounts: Option<&Vec<bool>>) -> Network {
    let net = ties.network();
    match accounts {
        Some(accounts) => net.with_accounts(accounts.iter().copied()),
        None => net,
    }
}

fn dense(ties: &Ties, accounts: Option<&Vec<bool>>, binary: bool) -> Matrix {
    let heard = |i: usize| accounts.is_none_or(|it| it[i]);
    let told = |i, j| if ties.directed { heard(i) } else { heard(i) || heard(j) };
    let w = ties.matrix();
    let value =
        |i: usize, j: usize| if binary { f64::from(u8::from(w[i][j] > 0.0)) } else { w[i][j] };
    let n = ties.actors;
    (0..n).map(|i| (0..n).map(|j| (i != j && told(i, j)).then(|| value(i, j))).collect()).collect()
}

fn terms(matrices: &[(bool, Matrix)]) -> Vec<Dyadic> {
    let term = |(at, (_, matrix)): (usize, &(bool, Matrix))| {
        let cells: Vec<f64> = matrix.iter().flatten().map(|it| it.unwrap_or(f64::NAN)).collect();
        Dyadic::new(&format!("x{at}"), matrix.len(), &cells).expect("finite numbers")
    };
    matrices.iter().enumerate().map(term).collect()
}

/// Dyads both ways, or each pair once.
fn dyads(n: usize, pairs: bool) -> Vec<(usize, usize)> {
    let all = (0..n).flat_map(|i| (0..n).map(move |j| (i, j)));
    all.filter(|&(i, j)| if pairs { i < j } else { i != j }).collect()
}

fn is_symmetric(matrix: &Matrix) -> bool {
    let n = matrix.len();
    (0..n).all(|i| (0..n).all(|j| matrix[i][j] == matrix[j][i]))
}

fn moved(matrix: &Matrix, order: &[usize]) -> Matrix {
    order.iter().map(|&i| order.iter().map(|&j| matrix[i][j]).collect()).collect()
}

/// Every order of n things.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let longer = |shorter: Vec<usize>| {
        (0..n).map(move |at| {
            let mut order = shorter.clone();
            order.insert(at, n - 1);
            order
        })
    };
    orders(n - 1).into_iter().flat_map(longer).collect()
}

fn pearson(y: &Matrix, x: &Matrix, cells: &[(usize, usize)]) -> Option<f64> {
    let both: Vec<(f64, f64)> =
        cells.iter().filter_map(|&(i, j)| Some((y[i][j]?, x[i][j]?))).collect();
    let m = both.len() as f64;
    let (ym, xm) =
        (both.iter().map(|it| it.0).sum::<f64>() / m, both.iter().map(|it| it.1).sum::<f64>() / m);
    let sum = |of: &dyn Fn(f64, f64) -> f64| both.iter().map(|&(y, x)| of(y, x)).sum::<f64>();
    let (yy, xx) = (sum(&|y, _| (y - ym).powi(2)), sum(&|_, x| (x - xm).powi(2)));
    let r = sum(&|y, x| (y - ym) * (x - xm)) / (yy * xx).sqrt();
    (yy > 1e-9 && xx > 1e-9).then_some(r)
}

/// What is said of an observed value beside those of all orders.
fn beside(
    found: &Results,
    row: usize,
    observed: Option<f64>,
    all: &[Option<f64>],
) -> Result<(), TestCaseError> {
    let values: Vec<f64> = all.iter().copied().flatten().collect();
    let share = |of: &dyn Fn(f64) -> f64| {
        let least = of(observed?);
        let count = values.iter().filter(|&&it| of(it) >= least || close(of(it), least)).count();
        Some(count as f64 / values.len() as f64)
    };
    same(found, "draws", row, Some(values.len() as f64))?;
    let (low, high) = (share(&|it| -it), share(&|it| it));
    same(found, "p_low", row, low)?;
    same(found, "p_high", row, high)?;
    if found.column("expected").is_some() {
        same(found, "p", row, low.zip(high).map(|(low, high)| (2.0 * low.min(high)).min(1.0)))?;
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let sd = values.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / values.len() as f64;
        same(found, "expected", row, observed.map(|_| mean))?;
        same(found, "sd", row, observed.map(|_| sd.sqrt()))?;
    } else {
        same(found, "p", row, share(&f64::abs))?;
    }
    same(found, "p_error", row, observed.map(|_| 0.0))
}

/// Columns over the dyads where all of some matrices are known, an intercept first.
fn columns(matrices: &[&Matrix], cells: &[(usize, usize)]) -> (Vec<(usize, usize)>, Vec<Vec<f64>>) {
    let known = |&&(i, j): &&(usize, usize)| matrices.iter().all(|it| it[i][j].is_some());
    let cells: Vec<_> = cells.iter().filter(known).copied().collect();
    let column = |it: &&Matrix| cells.iter().filter_map(|&(i, j)| it[i][j]).collect();
    let columns = std::iter::once(vec![1.0; cells.len()]).chain(matrices.iter().map(column));
    let columns = columns.collect();
    (cells, columns)
}

/// The inverse by elimination with pivots; `None` if there is none.
fn inverse(mut a: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = a.len();
    for (row, cells) in a.iter_mut().enumerate() {
        cells.extend((0..size).map(|at| f64::from(u8::from(at == row))));
    }
    for at in 0..size {
        let pivot = (at..size).max_by(|&i, &j| a[i][at].abs().total_cmp(&a[j][at].abs()))?;
        a.swap(at, pivot);
        if a[at][at].abs() < 1e-7 {
            return None;
        }
        let scale = a[at][at];
        a[at].iter_mut().for_each(|it| *it /= scale);
        let own = a[at].clone();
        for (_, cells) in a.iter_mut().enumerate().filter(|(row, _)| *row != at) {
            let by = cells[at];
            cells.iter_mut().zip(&own).for_each(|(it, own)| *it -= by * own);
        }
    }
    Some(a.into_iter().map(|row| row[size..].to_vec()).collect())
}

/// Least squares by the normal equations: estimates, errors, t (`None` where it is 0/0), and rest.
struct Naive {
    estimates: Vec<f64>,
    errors: Vec<f64>,
    t: Vec<Option<f64>>,
    left: Vec<f64>,
}

fn least_squares(y: &[f64], x: &[Vec<f64>]) -> Option<Naive> {
    let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let products = x.iter().map(|a| x.iter().map(|b| sum(a, b)).collect()).collect();
    let inverse = inverse(products)?;
    let xy: Vec<f64> = x.iter().map(|it| sum(it, y)).collect();
    let estimates: Vec<f64> = inverse.iter().map(|row| sum(row, &xy)).collect();
    let fitted = |at: usize| x.iter().zip(&estimates).map(|(x, b)| x[at] * b).sum::<f64>();
    let left: Vec<f64> = (0..y.len()).map(|at| y[at] - fitted(at)).collect();
    let mean = y.iter().sum::<f64>() / y.len() as f64;
    let total: f64 = y.iter().map(|it| (it - mean).powi(2)).sum();
    let (rest, degrees) = (sum(&left, &left), y.len() as f64 - x.len() as f64);
    let exact = rest <= 1e-10 * total;
    let rest = if exact { 0.0 } else { rest };
    let errors: Vec<f64> =
        (0..x.len()).map(|at| (rest / degrees * inverse[at][at]).sqrt()).collect();
    let t = (0..x.len()).map(|at| {
        let nothing = estimates[at].powi(2) / inverse[at][at] <= 1e-10 * total;
        let undefined = degrees <= 0.0 || total <= 1e-10 || (exact && nothing);
        let t = if exact { 1e300_f64.copysign(estimates[at]) } else { estimates[at] / errors[at] };
        (!undefined).then_some(t)
    });
    let t = t.collect();
    Some(Naive { estimates, errors, t, left })
}

/// The other terms, and what they leave of one.
fn apart<'m>(
    x: &[&'m Matrix],
    term: usize,
    dyads: &[(usize, usize)],
    pairs: bool,
) -> (Vec<&'m Matrix>, Matrix) {
    let others: Vec<&Matrix> = (0..x.len()).filter(|at| *at != term).map(|at| x[at]).collect();
    let all: Vec<&Matrix> = others.iter().copied().chain([x[term]]).collect();
    let (cells, mut columns) = columns(&all, dyads);
    let own = columns.pop().expect("its own");
    let left = least_squares(&own, &columns).expect("no collinear terms").left;
    let n = x[term].len();
    let mut matrix = vec![vec![None; n]; n];
    for (&(i, j), left) in cells.iter().zip(left) {
        matrix[i][j] = Some(left);
        if pairs {
            matrix[j][i] = Some(left);
        }
    }
    (others, matrix)
}

/// A logistic model by Newton's steps on the columns as they are: estimates and errors; `None` where
/// they run away.
fn logistic(y: &[f64], x: &[Vec<f64>]) -> Option<(Vec<f64>, Vec<f64>)> {
    let mut b = vec![0.0; x.len()];
    for _ in 0..60 {
        let odds = |at: usize| x.iter().zip(&b).map(|(x, b)| x[at] * b).sum::<f64>();
        // How likely a dyad is tied, and how likely it is not, each with all its digits.
        let chances = |sign: f64| move |at: usize| 1.0 / (1.0 + (-sign * odds(at)).exp());
        let p: Vec<f64> = (0..y.len()).map(chances(1.0)).collect();
        let q: Vec<f64> = (0..y.len()).map(chances(-1.0)).collect();
        let sum = |of: &dyn Fn(usize) -> f64| (0..y.len()).map(of).sum::<f64>();
        // Where estimates are large, all weights are small: that alone does not make them collinear.
        let weights: Vec<f64> = p.iter().zip(&q).map(|(p, q)| p * q).collect();
        let scale = 1e-5 * weights.iter().copied().fold(0.0, f64::max);
        let row = |i: &Vec<f64>| {
            x.iter().map(|j| sum(&|at| i[at] * j[at] * weights[at] / scale)).collect()
        };
        let mut variances = inverse(x.iter().map(row).collect())?;
        variances.iter_mut().flatten().for_each(|it| *it /= scale);
        let slope: Vec<f64> =
            x.iter().map(|i| sum(&|at| i[at] * (y[at] * q[at] - (1.0 - y[at]) * p[at]))).collect();
        let step: Vec<f64> =
            variances.iter().map(|row| row.iter().zip(&slope).map(|(v, s)| v * s).sum()).collect();
        b.iter_mut().zip(&step).for_each(|(b, step): (&mut f64, &f64)| *b += step);
        // Estimates of several hundred have no more digits than that.
        if step.iter().zip(&b).all(|(it, b)| it.abs() < 1e-11 * (1.0 + b.abs())) {
            return Some((b, (0..x.len()).map(|at| variances[at][at].sqrt()).collect()));
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn mrqap_refits_every_order((ties, accounts, matrices) in any_study(), dsp in any::<bool>()) {
        let net = network(&ties, accounts.as_ref());
        let permute = if dsp { Permute::Dsp } else { Permute::Y };
        let options = MrqapOptions { ties: Count::Strength, permute, ..MrqapOptions::default() };
        let found = null::mrqap(&net, &terms(&matrices), &options, &Watch::new());
        let y = dense(&ties, accounts.as_ref(), false);
        let x: Vec<&Matrix> = matrices.iter().map(|(_, it)| it).collect();
        let pairs = !ties.directed && x.iter().all(|it| is_symmetric(it));
        let dyads = dyads(ties.actors, pairs);
        let model = |y: &Matrix, x: &[&Matrix]| {
            let all: Vec<&Matrix> = x.iter().copied().chain([y]).collect();
            let (_, mut columns) = columns(&all, &dyads);
            let y = columns.pop()?;
            least_squares(&y, &columns)
        };
        let observed = model(&y, &x).filter(|it| it.t.iter().any(Option::is_some));
        let (Some(observed), Ok(found)) = (&observed, &found) else {
            prop_assert_eq!(observed.is_none(), found.is_err(), "{:?}", found.err());
            return Ok(());
        };
        for (row, (estimate, error)) in observed.estimates.iter().zip(&observed.errors).enumerate() {
            same(found, "estimate", row, Some(*estimate))?;
            same(found, "error", row, Some(*error))?;
            let t = observed.t[row].filter(|it| it.abs() < 1e299 && *error > 0.0);
            same(found, "statistic", row, t)?;
            let Some(term) = row.checked_sub(1) else { continue };
            let (others, left) = apart(&x, term, &dyads, pairs);
            let values: Vec<Option<f64>> = orders(ties.actors)
                .iter()
                .map(|order| {
                    if dsp {
                        let own = moved(&left, order);
                        let x: Vec<&Matrix> = others.iter().copied().chain([&own]).collect();
                        model(&y, &x)?.t.pop()?
                    } else {
                        model(&moved(&y, order), &x)?.t[row]
                    }
                })
                .collect();
            beside(found, row, t, &values)?;
        }
    }

    #[test]
    fn qap_lists_every_order((ties, accounts, matrices) in any_study(), binary in any::<bool>()) {
        let net = network(&ties, accounts.as_ref());
        let count = if binary { Count::Binary } else { Count::Strength };
        let options = QapOptions { ties: count, ..QapOptions::default() };
        let found = null::qap(&net, &terms(&matrices), &options, &Watch::new()).expect("it applies");
        let y = dense(&ties, accounts.as_ref(), binary);
        for (row, (_, x)) in matrices.iter().enumerate() {
            let cells = dyads(ties.actors, !ties.directed && is_symmetric(x));
            let both = cells.iter().filter(|&&(i, j)| y[i][j].is_some() && x[i][j].is_some());
            same(&found, "dyads", row, Some(both.count() as f64))?;
            let observed = pearson(&y, x, &cells);
            same(&found, "observed", row, observed)?;
            let all: Vec<_> =
                orders(ties.actors).iter().map(|it| pearson(&moved(&y, it), x, &cells)).collect();
            beside(&found, row, observed, &all)?;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn mrqap_logit_refits_every_order((ties, accounts, matrices) in any_study()) {
        let net = network(&ties, accounts.as_ref());
        let options = LogitOptions::default();
        let found = null::mrqap_logit(&net, &terms(&matrices), options, &Watch::new());
        let Ok(found) = &found else { return Ok(()) };
        let y = dense(&ties, accounts.as_ref(), true);
        let x: Vec<&Matrix> = matrices.iter().map(|(_, it)| it).collect();
        let pairs = !ties.directed && x.iter().all(|it| is_symmetric(it));
        let dyads = dyads(ties.actors, pairs);
        let model = |x: &[&Matrix]| {
            let all: Vec<&Matrix> = x.iter().copied().chain([&y]).collect();
            let (_, mut columns) = columns(&all, &dyads);
            let y = columns.pop()?;
            let (estimates, errors) = logistic(&y, &columns)?;
            let odds = |at: usize| -> f64 { columns.iter().zip(&estimates).map(|(x, b)| x[at] * b).sum() };
            let reach = (0..y.len()).map(|at| odds(at).abs()).fold(0.0, f64::max);
            Some((estimates, errors, reach))
        };
        let (estimates, errors, _) = model(&x).expect("it is not separated for us");
        for (row, (estimate, error)) in estimates.iter().zip(&errors).enumerate() {
            same(found, "estimate", row, Some(*estimate))?;
            same(found, "error", row, Some(*error))?;
            same(found, "statistic", row, Some(estimate / error))?;
            let Some(term) = row.checked_sub(1) else { continue };
            let (others, left) = apart(&x, term, &dyads, pairs);
            let z = |order: &Vec<usize>| {
                let own = moved(&left, order);
                let x: Vec<&Matrix> = others.iter().copied().chain([&own]).collect();
                let (estimates, errors, reach) = model(&x)?;
                Some((estimates.last()? / errors.last()?, reach))
            };
            let fits: Vec<Option<(f64, f64)>> = orders(ties.actors).iter().map(z).collect();
            // With chances of one in a million, the last digits say whether there is a fit.
            if fits.iter().flatten().any(|(_, reach)| *reach > 14.0) {
                continue;
            }
            let values: Vec<Option<f64>> = fits.iter().map(|fit| fit.map(|(z, _)| z)).collect();
            beside(found, row, Some(estimate / error), &values)?;
        }
    }
}
