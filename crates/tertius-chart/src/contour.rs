//! The line around a region: where a field, negative inside and positive outside, is zero.

use std::collections::BTreeMap;

use crate::geometry::{Point, Rect, distance_to_segment, point};

/// The closed rings along which `field` is zero within `area` (marching squares with sides of `step`).
/// The field must be positive on the area's border.
pub(crate) fn rings(area: Rect, step: f64, field: impl Fn(Point) -> f64) -> Vec<Vec<Point>> {
    let columns = (area.width() / step).ceil() as usize + 1;
    let rows = (area.height() / step).ceil() as usize + 1;
    let at = |i: usize| area.min + point((i % columns) as f64 * step, (i / columns) as f64 * step);
    let values: Vec<f64> = (0..columns * rows).map(|i| field(at(i))).collect();
    let between = |edge: (usize, usize)| {
        let share = values[edge.0] / (values[edge.0] - values[edge.1]);
        at(edge.0) + (at(edge.1) - at(edge.0)) * share
    };
    // Each crossing of a grid edge leads to the next one, with the inside on one and the same hand.
    let mut next = BTreeMap::new();
    for i in 0..columns * (rows - 1) {
        if i % columns + 1 < columns {
            let corners = [i, i + 1, i + columns + 1, i + columns];
            for (from, to) in crossings(corners, &values) {
                next.insert(from, to);
            }
        }
    }
    let mut found = Vec::new();
    while let Some((start, mut edge)) = next.pop_first() {
        let mut ring = vec![between(start)];
        while edge != start {
            ring.push(between(edge));
            match next.remove(&edge) {
                Some(after) => edge = after,
                None => break,
            }
        }
        found.push(ring);
    }
    found
}

/// The ring without the points that lie within `slack` of the line through their neighbours
/// (Douglas and Peucker), starting from two opposite points.
pub(crate) fn simplified(ring: &[Point], slack: f64) -> Vec<Point> {
    if ring.len() < 4 {
        return ring.to_vec();
    }
    let half = ring.len() / 2;
    let mut closed = ring[half..].to_vec();
    closed.push(ring[0]);
    let mut kept = thinned(&ring[..=half], slack);
    kept.pop();
    kept.extend(thinned(&closed, slack));
    kept.pop();
    kept
}

fn thinned(line: &[Point], slack: f64) -> Vec<Point> {
    let (first, last) = (line[0], line[line.len() - 1]);
    let off = |i: &usize| distance_to_segment(line[*i], first, last);
    let farthest = (1..line.len() - 1).max_by(|a, b| off(a).total_cmp(&off(b)));
    match farthest {
        Some(i) if off(&i) > slack => {
            let mut kept = thinned(&line[..=i], slack);
            kept.pop();
            kept.extend(thinned(&line[i..], slack));
            kept
        }
        _ => vec![first, last],
    }
}

type Edge = (usize, usize);

/// The pieces of the line inside one grid square, each from the edge it comes in by to the one it leaves by.
fn crossings(corners: [usize; 4], values: &[f64]) -> Vec<(Edge, Edge)> {
    let inside = |k: usize| values[corners[k % 4]] < 0.0;
    let edge = |k: usize| {
        let (a, b) = (corners[k % 4], corners[(k + 1) % 4]);
        (a.min(b), a.max(b))
    };
    // Going round the square, the line leaves the square where outside turns to inside.
    let entries: Vec<usize> = (0..4).filter(|&k| inside(k) && !inside(k + 1)).collect();
    let exits: Vec<usize> = (0..4).filter(|&k| !inside(k) && inside(k + 1)).collect();
    let joined = corners.iter().map(|&c| values[c]).sum::<f64>() < 0.0;
    entries
        .iter()
        .map(|&entry| {
            // With two pieces (opposite corners inside) the value in the middle says which pair belongs together.
            let steps = |exit: &usize| (exit + 4 - entry) % 4;
            let exit = if joined {
                exits.iter().min_by_key(|exit| steps(exit))
            } else {
                exits.iter().max_by_key(|exit| steps(exit))
            };
            (edge(entry), edge(*exit.unwrap_or(&entry)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disc_has_one_round_outline_and_a_ring_has_two() {
        let area = Rect::new(-10.0, -10.0, 20.0, 20.0);
        let disc = rings(area, 0.7, |p| p.length() - 6.0);
        assert_eq!(disc.len(), 1);
        assert!(disc[0].iter().all(|p| (p.length() - 6.0).abs() < 0.05));
        assert_eq!(rings(area, 0.7, |p| (p.length() - 6.0).abs() - 1.5).len(), 2);
        assert!(simplified(&disc[0], 0.1).len() < disc[0].len() / 2 + 2);
    }

    #[test]
    fn corners_that_touch_give_closed_rings() {
        let field = |p: Point| {
            0.3 - (p.x * 1.3).sin() * (p.y * 1.1).sin() + if p.length() > 8.0 { 9.0 } else { 0.0 }
        };
        for ring in rings(Rect::new(-10.0, -10.0, 20.0, 20.0), 1.0, field) {
            assert!(ring[0].distance(ring[ring.len() - 1]) < 1.5);
        }
    }
}
