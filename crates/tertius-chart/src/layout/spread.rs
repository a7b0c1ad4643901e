use crate::geometry::{Point, point};

const SWEEPS_BEFORE_GROWING: usize = 60;

/// Pushes discs apart until every two are at least `gap` from touching, moving each as little as that takes.
/// Where pushing alone does not settle (a crowd pressed from all sides) the whole drawing grows a little
/// and pushing goes on, so that it always ends, with the shape kept.
pub(crate) fn spread(xy: &mut [Point], radii: &[f64], gap: f64) {
    let mut sweep = 0;
    while push(xy, radii, gap) {
        sweep += 1;
        if sweep % SWEEPS_BEFORE_GROWING == 0 {
            for p in xy.iter_mut() {
                *p = *p * 1.05;
            }
        }
    }
}

/// One sweep over all pairs; whether any two still had to be moved.
fn push(xy: &mut [Point], radii: &[f64], gap: f64) -> bool {
    let mut moved = false;
    for i in 0..xy.len() {
        for j in i + 1..xy.len() {
            let least = radii[i] + radii[j] + gap;
            let apart = xy[j] - xy[i];
            let square = apart.dot(apart);
            if square >= least * least {
                continue;
            }
            moved = true;
            let length = square.sqrt();
            let direction = if length > 1e-6 { apart * (1.0 / length) } else { fan(i + j) };
            // A hair more than needed, or rounding would keep two discs touching for ever.
            let shift = direction * ((least - length) * 0.5 + 1e-3);
            xy[i] = xy[i] - shift;
            xy[j] = xy[j] + shift;
        }
    }
    moved
}

/// A direction that differs from pair to pair, for discs in exactly the same place.
fn fan(pair: usize) -> Point {
    let (sin, cos) = (pair as f64 * 2.4).sin_cos();
    point(cos, sin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_two_discs_overlap(
            discs in proptest::collection::vec((-20.0..20.0, -20.0..20.0, 1.0..9.0_f64), 1..60)
        ) {
            let mut xy: Vec<Point> = discs.iter().map(|d| point(d.0, d.1)).collect();
            let radii: Vec<f64> = discs.iter().map(|d| d.2).collect();
            spread(&mut xy, &radii, 2.0);
            for i in 0..xy.len() {
                for j in 0..i {
                    prop_assert!(xy[i].distance(xy[j]) >= radii[i] + radii[j] + 2.0);
                }
            }
        }
    }

    #[test]
    fn discs_in_one_place_part() {
        let mut xy = vec![point(0.0, 0.0); 12];
        spread(&mut xy, &[3.0; 12], 1.0);
        assert!(xy[0].distance(xy[11]) >= 7.0);
    }
}
