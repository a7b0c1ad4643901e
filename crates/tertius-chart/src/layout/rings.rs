use std::f64::consts::TAU;

use tertius::{Result, Watch};

use super::graph::Graph;
use super::untangle::untangle;
use crate::geometry::{Point, point};

/// Between two groups as much room as this share of an actor's.
const BETWEEN: f64 = 0.4;

/// Places on rings around the origin, one tie's length from each to the next. Every group has a part of the circle,
/// the same on all rings, as wide as it needs; groups with many ties between them stand side by side, and the
/// members of a group on a ring in an order with few crossings.
pub(super) fn draw(
    graph: &Graph,
    rings: &[usize],
    groups: &[Option<usize>],
    watch: &Watch,
) -> Result<Vec<Point>> {
    let parts = parts(graph, rings, groups);
    let gap = if parts.len() > 1 { BETWEEN } else { 0.0 };
    let whole: f64 = parts.iter().map(|part| width(part, rings) + gap).sum();
    let mut xy = vec![Point::default(); rings.len()];
    let mut class = vec![None; rings.len()];
    let (mut classes, mut from) = (0, 0.0);
    for part in &parts {
        let wide = width(part, rings);
        for ring in 1..=outermost(part, rings) {
            let members = || part.iter().filter(|&&actor| rings[actor] == ring);
            let seats = members().count() as f64;
            for (seat, &actor) in members().enumerate() {
                let turn = (from + wide * (seat as f64 + 0.5) / seats) / whole;
                // From the top, clockwise.
                let (sin, cos) = libm::sincos(TAU * turn);
                xy[actor] = point(sin, -cos) * ring as f64;
                class[actor] = Some(classes);
            }
            classes += 1;
        }
        from += wide + gap;
    }
    untangle(graph, &mut xy, &class, watch)?;
    Ok(xy.iter().zip(rings).map(|(p, &ring)| p.unit() * ring as f64).collect())
}

/// How much room the members of a group need: on the ring further out there is more.
fn width(part: &[usize], rings: &[usize]) -> f64 {
    let needed = |ring: usize| {
        part.iter().filter(|&&actor| rings[actor] == ring).count() as f64 / ring as f64
    };
    (1..=outermost(part, rings)).map(needed).fold(0.0, f64::max)
}

fn outermost(part: &[usize], rings: &[usize]) -> usize {
    part.iter().map(|&actor| rings[actor]).max().unwrap_or(0)
}

/// The actors on rings by group, those without one last; groups in an order in which few ties go far.
fn parts(graph: &Graph, rings: &[usize], groups: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut found: Vec<Option<usize>> =
        (0..rings.len()).filter(|&actor| rings[actor] > 0).map(|actor| groups[actor]).collect();
    found.sort_by_key(|group| group.unwrap_or(usize::MAX));
    found.dedup();
    let place = |actor: usize| found.iter().position(|group| *group == groups[actor]);
    let mut between = vec![vec![0; found.len()]; found.len()];
    for (a, b) in graph.ties().filter(|&(a, b)| rings[a] > 0 && rings[b] > 0) {
        if let (Some(a), Some(b)) = (place(a), place(b)) {
            between[a][b] += 1;
            between[b][a] += 1;
        }
    }
    let mut order: Vec<usize> = (0..found.len()).collect();
    let mut far = distance(&order, &between);
    let mut swapped = true;
    while swapped {
        swapped = false;
        for a in 0..order.len() {
            for b in 0..a {
                order.swap(a, b);
                let now = distance(&order, &between);
                if now < far {
                    (far, swapped) = (now, true);
                } else {
                    order.swap(a, b);
                }
            }
        }
    }
    let members = |group: usize| {
        let is_of = |&actor: &usize| rings[actor] > 0 && groups[actor] == found[group];
        (0..rings.len()).filter(is_of).collect()
    };
    order.into_iter().map(members).collect()
}

/// How many groups the ties between groups pass over in all, the shorter way around.
fn distance(order: &[usize], between: &[Vec<usize>]) -> usize {
    let n = order.len();
    let pairs = (0..n).flat_map(|a| (0..a).map(move |b| (a, b)));
    pairs.map(|(a, b)| between[order[a]][order[b]] * (a - b).min(n - (a - b))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_steps_and_groups_stand_side_by_side() {
        let rings = [0, 1, 1, 1, 1, 1, 1, 2, 2, 2];
        let groups =
            [None, Some(0), Some(1), Some(0), Some(1), None, Some(0), Some(1), Some(0), None];
        let ties: Vec<(usize, usize)> =
            (1..7).map(|i| (0, i)).chain([(1, 8), (2, 7), (5, 9), (1, 2), (3, 4)]).collect();
        let xy = draw(&Graph::new(10, &ties), &rings, &groups, &Watch::new()).unwrap();
        for (p, ring) in xy.iter().zip(rings) {
            assert!((p.length() - ring as f64).abs() < 1e-12, "{xy:?}");
        }
        // Around the circle the group changes as often as there are groups.
        let mut around: Vec<usize> = (1..10).collect();
        let turn = |actor: usize| libm::atan2(xy[actor].x, -xy[actor].y).rem_euclid(TAU);
        around.sort_by(|&a, &b| turn(a).total_cmp(&turn(b)));
        let next = |at: usize| around[(at + 1) % around.len()];
        let changes = (0..9).filter(|&at| groups[around[at]] != groups[next(at)]).count();
        assert_eq!(changes, 3, "{around:?}");
    }
}
