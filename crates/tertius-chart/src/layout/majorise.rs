use tertius::{Result, Watch};

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
    watch: &Watch,
) -> Result<f64> {
    // Coordinates by themselves: the inner loop then works on several actors at once.
    let (mut xs, mut ys): (Vec<f64>, Vec<f64>) = xy.iter().map(|p| (p.x, p.y)).unzip();
    let mut before = f64::INFINITY;
    for _ in 0..most_sweeps {
        watch.go_on()?;
        let mut stress = 0.0;
        for i in 0..xs.len() {
            let best = best_place((xs[i], ys[i]), &xs, &ys, wanted.row(i));
            stress += best.stress / 2.0;
            (xs[i], ys[i]) = (best.at.x, best.at.y);
        }
        if before - stress <= tolerance * stress {
            break;
        }
        before = stress;
    }
    for (p, (x, y)) in xy.iter_mut().zip(xs.into_iter().zip(ys)) {
        *p = point(x, y);
    }
    Ok(stress_of(xy, wanted))
}

/// The sum over pairs of `((length - wanted) / wanted)²`.
pub(crate) fn stress_of(xy: &[Point], wanted: &Distances) -> f64 {
    let mut sum = 0.0;
    for i in 0..xy.len() {
        for (j, &want) in wanted.row(i).iter().enumerate().skip(i + 1) {
            let miss = xy[i].distance(xy[j]) / f64::from(want) - 1.0;
            sum += miss * miss;
        }
    }
    sum
}

struct Best {
    at: Point,
    /// What the pairs of this actor contributed before it moved.
    stress: f64,
}

/// How many others are looked at side by side: sums of their own keep the processor's lanes busy.
const LANES: usize = 4;

fn best_place((x, y): (f64, f64), xs: &[f64], ys: &[f64], wanted: &[f32]) -> Best {
    let mut sums = [[0.0_f64; LANES]; 4];
    let mut add = |lane: usize, xj: f64, yj: f64, want: f32| {
        // The actor itself wants no distance from itself and has no weight.
        let inverse = if want > 0.0 { 1.0 / f64::from(want) } else { 0.0 };
        let (dx, dy) = (x - xj, y - yj);
        let length = (dx * dx + dy * dy).sqrt().max(1e-9);
        let weight = inverse * inverse;
        let pull = inverse / length;
        let miss = length * inverse - 1.0;
        sums[0][lane] += weight * xj + pull * dx;
        sums[1][lane] += weight * yj + pull * dy;
        sums[2][lane] += weight;
        sums[3][lane] += if want > 0.0 { miss * miss } else { 0.0 };
    };
    let whole = xs.len() / LANES * LANES;
    for at in (0..whole).step_by(LANES) {
        for lane in 0..LANES {
            add(lane, xs[at + lane], ys[at + lane], wanted[at + lane]);
        }
    }
    for at in whole..xs.len() {
        add(0, xs[at], ys[at], wanted[at]);
    }
    let [sum_x, sum_y, weights, stress] = sums.map(|lanes| lanes.iter().sum::<f64>());
    let at = if weights > 0.0 { point(sum_x / weights, sum_y / weights) } else { point(x, y) };
    Best { at, stress }
}
