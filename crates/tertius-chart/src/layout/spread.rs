use super::pieces::Freedom;
use crate::geometry::{Point, point};

const SWEEPS_BEFORE_GROWING: usize = 60;

/// Pushes discs apart until every two are at least `gap` from touching, moving each as little as that takes and
/// only as it is free to. Where pushing alone does not settle (a crowd pressed from all sides) the whole drawing
/// grows a little and pushing goes on, so that it always ends, with the shape kept.
pub(crate) fn spread(xy: &mut [Point], radii: &[f64], gap: f64, freedom: Freedom) {
    if freedom == Freedom::None {
        return;
    }
    let widest = radii.iter().copied().fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..xy.len()).collect();
    let mut sweep = 0;
    loop {
        order.sort_by(|&a, &b| xy[a].x.total_cmp(&xy[b].x).then(a.cmp(&b)));
        let mut moved = false;
        for at in 0..order.len() {
            let i = order[at];
            for &j in &order[at + 1..] {
                // Actors further right than any could overlap; pushing may put some out of order, and the
                // next sweep finds them.
                if xy[j].x - xy[i].x > radii[i] + widest + gap {
                    break;
                }
                moved |= part(xy, (i, j), radii[i] + radii[j] + gap, freedom);
            }
        }
        if !moved {
            return;
        }
        sweep += 1;
        if sweep % SWEEPS_BEFORE_GROWING == 0 {
            let grow =
                if freedom == Freedom::Upright { point(1.0, 1.05) } else { point(1.05, 1.05) };
            xy.iter_mut().for_each(|p| *p = point(p.x * grow.x, p.y * grow.y));
        }
    }
}

/// Parts two discs that are nearer than `least`; whether they were.
fn part(xy: &mut [Point], (i, j): (usize, usize), least: f64, freedom: Freedom) -> bool {
    let apart = xy[j] - xy[i];
    let square = apart.dot(apart);
    if square >= least * least {
        return false;
    }
    // A hair more than needed, or rounding would keep two discs touching for ever.
    let hair = 1e-3;
    if freedom == Freedom::Upright {
        let needed = (least * least - apart.x * apart.x).sqrt();
        let up = if apart.y < 0.0 || (apart.y == 0.0 && i > j) { -1.0 } else { 1.0 };
        let shift = point(0.0, up * ((needed - apart.y.abs()) * 0.5 + hair));
        xy[i] = xy[i] - shift;
        xy[j] = xy[j] + shift;
        return true;
    }
    let length = square.sqrt();
    let direction = if length > 1e-6 { apart * (1.0 / length) } else { fan(i + j) };
    let shift = direction * ((least - length) * 0.5 + hair);
    let (new_i, new_j) = (xy[i] - shift, xy[j] + shift);
    if freedom == Freedom::Around {
        (xy[i], xy[j]) = (new_i.unit() * xy[i].length(), new_j.unit() * xy[j].length());
    } else {
        (xy[i], xy[j]) = (new_i, new_j);
    }
    true
}

/// A direction that differs from pair to pair, for discs in exactly the same place.
fn fan(pair: usize) -> Point {
    let (sin, cos) = libm::sincos(pair as f64 * 2.4);
    point(cos, sin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_two_discs_overlap_and_what_means_something_stays(
            discs in proptest::collection::vec((-20.0..20.0, -20.0..20.0, 1.0..9.0_f64), 1..60)
        ) {
            let start: Vec<Point> = discs.iter().map(|d| point(d.0, d.1)).collect();
            let radii: Vec<f64> = discs.iter().map(|d| d.2).collect();
            for freedom in [Freedom::Plane, Freedom::Upright] {
                let mut xy = start.clone();
                spread(&mut xy, &radii, 2.0, freedom);
                for i in 0..xy.len() {
                    for j in 0..i {
                        prop_assert!(xy[i].distance(xy[j]) >= radii[i] + radii[j] + 2.0 - 1e-9);
                    }
                    prop_assert!(freedom == Freedom::Plane || (xy[i].x - start[i].x).abs() < 1e-12);
                }
            }
        }
    }

    #[test]
    fn discs_in_one_place_part() {
        let mut xy = vec![point(0.0, 0.0); 12];
        spread(&mut xy, &[3.0; 12], 1.0, Freedom::Plane);
        assert!(xy[0].distance(xy[11]) >= 7.0);
    }

    #[test]
    fn on_circles_they_part_along_them() {
        let mut xy = vec![point(20.0, 0.0), point(20.0, 0.5), point(19.0, -0.5), point(0.0, 0.0)];
        spread(&mut xy, &[3.0; 4], 1.0, Freedom::Around);
        assert!(xy[0].distance(xy[1]) >= 7.0 && (xy[1].length() - 20.006).abs() < 0.01, "{xy:?}");
        assert!(xy[3].length() < 1e-9);
    }
}
