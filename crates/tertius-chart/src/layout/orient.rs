use super::graph::Graph;
use crate::geometry::{Point, point};

/// Turns and mirrors a drawing into one standard position, since stress does not care: centred, the long
/// way across, and the actor with the most ties (the first of equals) up on the left.
pub(crate) fn orient(xy: &mut [Point], graph: &Graph) {
    if xy.is_empty() {
        return;
    }
    let centre = xy.iter().fold(point(0.0, 0.0), |sum, &p| sum + p) * (1.0 / xy.len() as f64);
    let (mut xx, mut xy_, mut yy) = (0.0, 0.0, 0.0);
    for p in xy.iter_mut() {
        *p = *p - centre;
        xx += p.x * p.x;
        xy_ += p.x * p.y;
        yy += p.y * p.y;
    }
    let angle = 0.5 * libm::atan2(2.0 * xy_, xx - yy);
    let (sin, cos) = libm::sincos(angle);
    for p in xy.iter_mut() {
        *p = point(p.x * cos + p.y * sin, p.y * cos - p.x * sin);
    }
    let most = (0..xy.len()).rev().max_by_key(|&i| graph.degree(i)).unwrap_or(0);
    let (flip_x, flip_y) = (xy[most].x > 0.0, xy[most].y > 0.0);
    for p in xy {
        p.x = if flip_x { -p.x } else { p.x };
        p.y = if flip_y { -p.y } else { p.y };
    }
}
