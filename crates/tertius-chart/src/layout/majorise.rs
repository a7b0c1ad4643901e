use super::distance::Distances;
use crate::geometry::{Point, point};

/// Lowers the stress of `xy` until a sweep gains less than `tolerance` of it, and returns what is left
/// (localised majorisation: Gansner, Koren and North 2004, doi 10.1007/978-3-540-31843-9_25). Each actor in
/// turn goes to where the others, each at its wanted distance, would have it on average; no sweep can
/// raise the stress.
pub(crate) fn polish(
    xy: &mut [Point],
    wanted: &Distances,
    tolerance: f64,
    most_sweeps: usize,
) -> f64 {
    let mut stress = stress_of(xy, wanted);
    for _ in 0..most_sweeps {
        for i in 0..xy.len() {
            xy[i] = majorised(i, xy, wanted.row(i));
        }
        let lower = stress_of(xy, wanted);
        let gain = stress - lower;
        stress = lower;
        if gain <= tolerance * stress {
            break;
        }
    }
    stress
}

/// The sum over pairs of `((length - wanted) / wanted)²`.
pub(crate) fn stress_of(xy: &[Point], wanted: &Distances) -> f64 {
    let mut sum = 0.0;
    for i in 0..xy.len() {
        for (j, want) in wanted.row(i).iter().enumerate().skip(i + 1) {
            let miss = xy[i].distance(xy[j]) / want - 1.0;
            sum += miss * miss;
        }
    }
    sum
}

fn majorised(i: usize, xy: &[Point], wanted: &[f64]) -> Point {
    let mut sum = point(0.0, 0.0);
    let mut weights = 0.0;
    for (j, &want) in wanted.iter().enumerate() {
        let apart = xy[i] - xy[j];
        let length = apart.length();
        if j == i || length < 1e-9 {
            continue;
        }
        let weight = 1.0 / (want * want);
        sum = sum + (xy[j] + apart * (want / length)) * weight;
        weights += weight;
    }
    if weights > 0.0 { sum * (1.0 / weights) } else { xy[i] }
}
