use super::distance::Distances;
use super::random::Random;
use crate::geometry::Point;

const SWEEPS: u32 = 30;
/// How small the last steps are, as a share of the shortest distance's full step.
const EPSILON: f64 = 0.01;

/// Stress by stochastic gradient descent (Zheng, Pawar and Goodman 2019, doi 10.1109/TVCG.2018.2859997)
/// from a random start: in each sweep every pair, in random order, moves towards its wanted distance by a
/// share that shrinks from sweep to sweep.
pub(crate) fn descend(wanted: &Distances, random: &mut Random) -> Vec<Point> {
    let n = wanted.n;
    let side = (n as f64).sqrt();
    let mut xy: Vec<Point> = (0..n).map(|_| random.point(side)).collect();
    let mut pairs: Vec<(u32, u32)> =
        (0..n as u32).flat_map(|i| (i + 1..n as u32).map(move |j| (i, j))).collect();
    let all = || pairs.iter().map(|&(i, j)| wanted.get(i as usize, j as usize));
    let longest = all().fold(0.0, f64::max);
    let shortest = all().fold(longest, f64::min);
    let (first, last) = (longest * longest, EPSILON * shortest * shortest);
    let decay = (first / last).ln() / f64::from(SWEEPS - 1);
    for sweep in 0..SWEEPS {
        let step = first * (-decay * f64::from(sweep)).exp();
        random.shuffle(&mut pairs);
        for &(i, j) in &pairs {
            let (i, j) = (i as usize, j as usize);
            let want = wanted.get(i, j);
            let share = (step / (want * want)).min(1.0);
            let apart = xy[i] - xy[j];
            let length = apart.length().max(1e-9);
            let move_by = apart * (share * 0.5 * (length - want) / length);
            xy[i] = xy[i] - move_by;
            xy[j] = xy[j] + move_by;
        }
    }
    xy
}
