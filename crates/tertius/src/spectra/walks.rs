use super::{Matrix, short};
use crate::options::Attenuation;
use crate::{Error, Result, Watch};

/// How much may be left out of a sum, as a share of its largest number.
const TOLERANCE: f64 = 1e-13;
const ROUNDS: usize = 1 << 20;

/// The factor by which each step of a walk counts less; `None` where the largest is boundless and a
/// share of it is asked for.
pub(crate) fn factor(
    measure: &str,
    option: &str,
    given: f64,
    attenuation: Attenuation,
    eigenvalue: f64,
) -> Result<Option<f64>> {
    match attenuation {
        Attenuation::Share if given.abs() >= 1.0 => Err(Error::Option {
            option: option.to_owned(),
            value: given.to_string(),
            expected: "a share of the largest possible is below 1".to_owned(),
        }),
        Attenuation::Share if eigenvalue == 0.0 => Ok(None),
        Attenuation::Share => Ok(Some(given / eigenvalue)),
        Attenuation::Absolute if given.abs() * eigenvalue >= 1.0 - 1e-9 => {
            let most = short(eigenvalue.recip());
            let why = format!(
                "with {option} {given} walks add up to no end in this network, where it must be \
                 below 1/λ₁ = {most}; take a smaller one, or a share of that (attenuation = share)"
            );
            Err(Error::not_applicable(measure, why))
        }
        Attenuation::Absolute => Ok(Some(given)),
    }
}

/// Σ_k (factor M)^k start: walks of every length, each step longer counting by the factor.
///
/// Terms do not change sign but by the factor's. Once no actor's 2k-th term is more than a share of
/// its k-th, all terms to come are bounded by that share: the sum stops when they are too small to
/// matter.
pub(crate) fn walks(
    matrix: &Matrix,
    start: &[f64],
    factor: f64,
    measure: &str,
    watch: &Watch,
) -> Result<Vec<f64>> {
    let (mut sum, mut total) = (start.to_vec(), start.to_vec());
    let (mut term, mut earlier) = (start.to_vec(), start.to_vec());
    // What was added since `earlier`, largest number.
    let mut since = vec![0.0; start.len()];
    let mut look = 1;
    for round in 1..=ROUNDS {
        watch.tick()?;
        term = matrix.times(&term);
        term.iter_mut().for_each(|term| *term *= factor.abs());
        let sign = if factor < 0.0 && round % 2 == 1 { -1.0 } else { 1.0 };
        for (at, term) in term.iter().enumerate() {
            sum[at] += sign * term;
            total[at] += term;
            since[at] += term;
        }
        if round < look {
            continue;
        }
        let shares = term.iter().zip(&earlier).filter(|(now, _)| **now > 0.0);
        let share = shares.map(|(now, before)| now / before).fold(0.0, f64::max);
        let most = |of: &[f64]| of.iter().copied().fold(0.0, f64::max);
        let left = if share < 1.0 { share / (1.0 - share) * most(&since) } else { f64::INFINITY };
        if left <= TOLERANCE * most(&total) {
            return Ok(sum);
        }
        earlier.clone_from(&term);
        since.fill(0.0);
        look *= 2;
    }
    let why = "the factor is so close to the largest possible that the sum does not come to an end \
               in time; take a smaller one";
    Err(Error::not_applicable(measure, why))
}
