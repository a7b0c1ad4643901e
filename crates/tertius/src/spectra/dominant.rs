use super::Matrix;
use crate::{Error, Result, Watch};

/// The largest eigenvalue of a matrix without negative numbers, and its eigenvector.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Dominant {
    /// Ties run in no circle: every eigenvalue is zero.
    Nothing,
    /// Several circles of actors have this eigenvalue: no one vector is theirs.
    Tied(f64),
    /// The eigenvalue, and its vector, the largest number of which is 1.
    One(f64, Vec<f64>),
}

/// How far a number may be from where the rounds lead, when the largest is 1.
const TOLERANCE: f64 = 1e-12;
/// Changes below this are rounding.
const ROUNDING: f64 = 1e-14;
/// Rounds between two looks at how fast the changes shrink.
const LOOK: i32 = 16;
/// Rounds after which the two largest eigenvalues are taken to be too close to tell apart.
const ROUNDS: usize = 400_000;

impl Dominant {
    pub(crate) fn value(&self) -> f64 {
        match self {
            Self::Nothing => 0.0,
            Self::Tied(value) | Self::One(value, _) => *value,
        }
    }
}

/// Whether two eigenvalues are the same but for rounding.
pub(crate) fn same_value(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.max(b)
}

/// The largest eigenvalue, or 0 where ties run in no circle.
pub(crate) fn largest(matrix: &Matrix, measure: &str, watch: &Watch) -> Result<f64> {
    let circles = by_circle(matrix, measure, watch)?;
    Ok(circles.iter().map(|circle| circle.value).fold(0.0, f64::max))
}

/// The largest eigenvalue is that of a circle: actors who draw from one another. Whoever draws from
/// the circle has a part in its vector, all others have none.
pub(crate) fn dominant(matrix: &Matrix, measure: &str, watch: &Watch) -> Result<Dominant> {
    let circles = by_circle(matrix, measure, watch)?;
    let largest = circles.iter().map(|circle| circle.value).fold(0.0, f64::max);
    let mut leading = circles.into_iter().filter(|circle| same_value(circle.value, largest));
    Ok(match (leading.next(), leading.next()) {
        (None, _) => Dominant::Nothing,
        (Some(_), Some(_)) => Dominant::Tied(largest),
        (Some(circle), None) => {
            let members = matrix.followers(&circle.members);
            let part = if members.len() == circle.members.len() {
                circle.vector
            } else {
                power(&matrix.among(&members), measure, watch)?.1
            };
            let mut vector = vec![0.0; matrix.len()];
            members.iter().zip(part).for_each(|(&member, part)| vector[member] = part);
            Dominant::One(largest, vector)
        }
    })
}

/// Actors who draw from one another, with the eigenvalue and vector of their part of the matrix.
struct Circle {
    members: Vec<usize>,
    value: f64,
    vector: Vec<f64>,
}

fn by_circle(matrix: &Matrix, measure: &str, watch: &Watch) -> Result<Vec<Circle>> {
    let circle = |members: Vec<usize>| {
        watch.go_on()?;
        let (value, vector) = power(&matrix.among(&members), measure, watch)?;
        Ok(Circle { members, value, vector })
    };
    matrix.circles(watch)?.into_iter().map(circle).collect()
}

/// Power iteration, where one eigenvalue is the largest and belongs to a vector above zero.
///
/// Half the eigenvalue is added to the diagonal, so that networks in which ties only run between
/// two sides converge too. How fast the changes shrink says how far there is left to go.
fn power(matrix: &Matrix, measure: &str, watch: &Watch) -> Result<(f64, Vec<f64>)> {
    let mut x = vec![1.0; matrix.len()];
    let (mut before, mut shrinks, mut left) = (f64::INFINITY, 1.0_f64, f64::INFINITY);
    for round in 1..=ROUNDS {
        watch.tick()?;
        let mut next = matrix.times(&x);
        let value = next.iter().sum::<f64>() / x.iter().sum::<f64>();
        next.iter_mut().zip(&x).for_each(|(next, x)| *next += value / 2.0 * x);
        let most = next.iter().copied().fold(0.0, f64::max);
        next.iter_mut().for_each(|next| *next /= most);
        let change = next.iter().zip(&x).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        x = next;
        let begun_there = round == 1 && change <= ROUNDING;
        if change == 0.0 || begun_there {
            return Ok((value, x));
        }
        if round % LOOK as usize != 1 {
            continue;
        }
        if change <= ROUNDING && left.is_finite() {
            left *= shrinks.powi(LOOK);
        } else if before.is_finite() {
            shrinks = (change / before).powf(1.0 / f64::from(LOOK));
            left = if shrinks < 1.0 { change * shrinks / (1.0 - shrinks) } else { f64::INFINITY };
        }
        before = change;
        if left <= TOLERANCE {
            return Ok((value, x));
        }
    }
    let why = format!(
        "after {ROUNDS} rounds the scores still move: the two largest eigenvalues are too close to \
         tell apart, as where two dense parts hang together by a thread; measure the parts one by \
         one, or take another centrality"
    );
    Err(Error::not_applicable(measure, why))
}
