use super::{Freedom, spread};
use crate::geometry::{Point, distance_to_segment};

const SWEEPS: usize = 60;

/// Moves discs off ties that are not theirs, where that is possible: a tie that runs under a disc reads as two
/// ties. No disc goes further than `most` from where it was, and none comes to overlap another. The drawing stays
/// as it was when this clears nothing.
pub(crate) fn clear(
    xy: &mut Vec<Point>,
    radii: &[f64],
    ties: &[(usize, usize)],
    gap: f64,
    most: f64,
) {
    let mut covered = under_discs(xy, radii, ties).count();
    let home = xy.clone();
    let mut trial = xy.clone();
    for _ in 0..SWEEPS {
        if covered == 0 {
            return;
        }
        for (disc, tie) in under_discs(&trial, radii, ties).collect::<Vec<_>>() {
            let (from, to) = (trial[tie.0], trial[tie.1]);
            let along = (to - from).unit();
            let off = along.cross(trial[disc] - from);
            let side = if off == 0.0 { 1.0 } else { off.signum() };
            let away =
                Point { x: -along.y, y: along.x } * (side * 0.35 * (radii[disc] + 2.0 - off.abs()));
            // The tie gives way half as much: both its ends move to the other side.
            for (actor, by) in [(disc, away), (tie.0, away * -0.5), (tie.1, away * -0.5)] {
                let moved = trial[actor] + by;
                if moved.distance(home[actor]) <= most {
                    trial[actor] = moved;
                }
            }
        }
        spread(&mut trial, radii, gap, Freedom::Plane);
        let now = under_discs(&trial, radii, ties).count();
        if now < covered {
            covered = now;
            xy.clone_from(&trial);
        }
    }
}

/// The discs and the ties that run under them.
fn under_discs<'a>(
    xy: &'a [Point],
    radii: &'a [f64],
    ties: &'a [(usize, usize)],
) -> impl Iterator<Item = (usize, (usize, usize))> {
    ties.iter().flat_map(move |&(a, b)| {
        (0..xy.len())
            .filter(move |&i| i != a && i != b)
            .filter(move |&i| distance_to_segment(xy[i], xy[a], xy[b]) < radii[i] + 1.0)
            .map(move |i| (i, (a, b)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::point;

    #[test]
    fn a_disc_in_the_middle_of_a_tie_steps_aside() {
        let mut xy = vec![point(0.0, 0.0), point(100.0, 0.0), point(50.0, 0.0), point(50.0, 40.0)];
        let ties = [(0, 1), (2, 3)];
        clear(&mut xy, &[4.0; 4], &ties, 2.0, 12.0);
        assert_eq!(under_discs(&xy, &[4.0; 4], &ties).count(), 0);
    }
}
